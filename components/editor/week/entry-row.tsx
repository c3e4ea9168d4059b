import { useTranslations } from "next-intl";
import { DAYS, type Entry, STATES, TIMES, WEEK_LIMITS } from "#features/kinds/week.ts";
import { weekdayNameOf } from "#lib/dates.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";
import { useTooLong } from "../fields/too-long.ts";
import { SmallButton } from "../small-button.tsx";
import { ClockField } from "./clock-field.tsx";

type Props = {
  entry: Entry;
  /** "Thứ Hai, mục 2" */
  name: string;
  readOnly: boolean;
  onChange: (part: Partial<Entry>) => void;
  onMove: (day: Entry["day"]) => void;
  onRemove: () => void;
};

type Words = "leaders" | "what" | "place" | "others" | "prepares";

/** One entry of a week: when, whose work, what, where and with whom. */
export function EntryRow({ entry, name, readOnly, onChange, onMove, onRemove }: Props) {
  const t = useTranslations("editor.week");
  const terms = useTranslations("terms");
  const tooLong = useTooLong();
  const words = (field: Words, label: string, rows = 0) => (
    <FieldFrame label={label} problem={tooLong(label, entry[field], WEEK_LIMITS[field])}>
      {(ids) => {
        const given = { ...ids, "data-control": field, className: INPUT, value: entry[field], readOnly };
        return rows > 0 ? (
          <textarea {...given} rows={rows} onChange={(event) => onChange({ [field]: event.target.value })} />
        ) : (
          <input {...given} autoComplete="off" onChange={(event) => onChange({ [field]: event.target.value })} />
        );
      }}
    </FieldFrame>
  );
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="sr-only">{name}</legend>
      <div className="grid grid-cols-2 items-start gap-3 sm:col-span-2 sm:grid-cols-4">
        <ChoiceField
          control="day"
          label={t("day")}
          value={entry.day}
          readOnly={readOnly}
          onChoose={(chosen) => onMove(Number(chosen) as Entry["day"])}
        >
          {DAYS.map((day) => (
            <option key={day} value={day}>
              {weekdayNameOf(day)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField
          control="when"
          label={t("when")}
          value={entry.when}
          readOnly={readOnly}
          onChoose={(chosen) => onChange({ when: chosen as Entry["when"] })}
        >
          {TIMES.map((one) => (
            <option key={one} value={one}>
              {terms(`weekTimes.${one}`)}
            </option>
          ))}
        </ChoiceField>
        {entry.when === "at"
          ? (["from", "to"] as const).map((field) => (
              <ClockField
                key={field}
                label={t(field)}
                control={field}
                clock={entry[field]}
                readOnly={readOnly}
                onMeant={(clock) => onChange({ [field]: clock })}
              />
            ))
          : null}
      </div>
      {words("what", t("what"), 2)}
      {words("others", t("others"), 2)}
      {words("leaders", t("leaders"))}
      {words("place", t("where"))}
      {words("prepares", t("prepares"))}
      <div className="flex items-end gap-3">
        <div className="min-w-0 grow">
          <ChoiceField
            label={t("state")}
            value={entry.state}
            readOnly={readOnly}
            onChoose={(chosen) => onChange({ state: chosen as Entry["state"] })}
          >
            {STATES.map((one) => (
              <option key={one} value={one}>
                {terms(`weekStates.${one}`)}
              </option>
            ))}
          </ChoiceField>
        </div>
        {readOnly ? null : (
          <SmallButton aria-label={t("removeOne", { entry: name })} onClick={onRemove}>
            {t("remove")}
          </SmallButton>
        )}
      </div>
    </fieldset>
  );
}
