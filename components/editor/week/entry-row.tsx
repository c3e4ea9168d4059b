import { useTranslations } from "next-intl";
import { DAYS, type Entry, STATES, TIMES, WEEK_LIMITS } from "#features/kinds/week.ts";
import { weekdayNameOf } from "#lib/dates.ts";
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
        <FieldFrame label={t("day")}>
          {(ids) => (
            <select
              {...ids}
              data-control="day"
              className={INPUT}
              value={entry.day}
              disabled={readOnly}
              onChange={(event) => onMove(Number(event.target.value) as Entry["day"])}
            >
              {DAYS.map((day) => (
                <option key={day} value={day}>
                  {weekdayNameOf(day)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <FieldFrame label={t("when")}>
          {(ids) => (
            <select
              {...ids}
              data-control="when"
              className={INPUT}
              value={entry.when}
              disabled={readOnly}
              onChange={(event) => onChange({ when: event.target.value as Entry["when"] })}
            >
              {TIMES.map((one) => (
                <option key={one} value={one}>
                  {terms(`weekTimes.${one}`)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
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
          <FieldFrame label={t("state")}>
            {(ids) => (
              <select
                {...ids}
                className={INPUT}
                value={entry.state}
                disabled={readOnly}
                onChange={(event) => onChange({ state: event.target.value as Entry["state"] })}
              >
                {STATES.map((one) => (
                  <option key={one} value={one}>
                    {terms(`weekStates.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
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
