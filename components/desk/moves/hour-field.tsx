import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { LONGEST_HOUR } from "#features/kinds/hour.ts";
import { momentWithWeekday, toTyped } from "#lib/dates.ts";
import { hourSaid } from "#lib/hours.ts";

type Props = {
  id: string;
  name?: string;
  label: string;
  /** What stands in it at first, as it is typed. */
  begin: string;
  /** Hours that are often chosen, as the field takes them. */
  hours?: readonly { at: string; time: string; isToday: boolean }[];
  problem?: string;
  readOnly?: boolean;
  /** Told of each change: the moment that is meant, or null while it is none, and what is typed then. */
  onMeant?: (moment: Date | null, words: string) => void;
};

/** Comes when it is asked for: most people type. */
const HourPicker = dynamic(() => import("./hour-picker.tsx").then(({ HourPicker }) => HourPicker));

const typed = (text: string) => ({ text, meant: hourSaid(text, new Date()) });

/**
 * An hour, typed in any usual spelling or picked. What was typed is said back with its weekday, and stands in the field in
 * full once it is left: "7h30 ngày mai" is taken as the moment that was shown, also after midnight.
 */
export function HourField({ id, name, label, begin, hours = [], problem, readOnly = false, onMeant }: Props) {
  const t = useTranslations("desk.press");
  const [{ text, meant }, setTyped] = useState(() => typed(begin));
  const [picks, setPicks] = useState(false);
  const take = (next: ReturnType<typeof typed>) => {
    setTyped(next);
    const isSame = next.meant === null ? next.text === text : next.meant.getTime() === meant?.getTime();
    if (!isSame || (next.meant === null) !== (meant === null)) onMeant?.(next.meant, next.text);
  };
  const set = (moment: Date) => take({ text: toTyped(moment), meant: moment });
  const settle = () => meant && set(meant);
  const hasPassed = meant !== null && meant <= new Date();
  const said = meant && t(hasPassed ? "atPassed" : "atMeans", { moment: momentWithWeekday(meant) });
  return (
    <div className="space-y-2">
      <Field
        id={id}
        name={name}
        label={label}
        hint={
          <span aria-live="polite" className={hasPassed || (meant === null && text !== "") ? "text-warn" : "text-ink"}>
            {said ?? t(text === "" ? "atHint" : "atUnread")}
          </span>
        }
        problem={problem}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_HOUR}
        placeholder={t("atForm")}
        value={text}
        readOnly={readOnly}
        onChange={(event) => take(typed(event.target.value))}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
      {readOnly ? null : (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{t("atOften")}</legend>
          {hours.map((hour) => (
            <Button
              key={hour.at}
              className="text-sm max-sm:px-2"
              aria-pressed={hour.at === text}
              onClick={() => take(typed(hour.at))}
            >
              {t(hour.isToday ? "atToday" : "atTomorrow", { time: hour.time })}
            </Button>
          ))}
          <Button className="text-sm max-sm:px-2" aria-expanded={picks} onClick={() => setPicks(!picks)}>
            {t("calendar")}
          </Button>
        </fieldset>
      )}
      {picks ? <HourPicker moment={meant} onPick={set} /> : null}
    </div>
  );
}
