import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { momentWithWeekday, toTyped } from "#lib/dates.ts";
import { hourSaid } from "#lib/hours.ts";
import type { PressOptions } from "./press-fields.tsx";

type Props = { options: Pick<PressOptions, "hours">; problem?: string };

/** Comes when it is asked for: most people type. */
const HourPicker = dynamic(() => import("./hour-picker.tsx").then(({ HourPicker }) => HourPicker));

const typed = (text: string) => ({ text, meant: hourSaid(text, new Date()) });

/**
 * When something goes out, typed in any usual spelling or picked. What was typed is said back with its weekday, and stands
 * in the field in full once it is left: "7h30 ngày mai" is sent as the moment that was shown, also after midnight.
 */
export function TimeField({ options: { hours }, problem }: Props) {
  const t = useTranslations("desk.press");
  const [{ text, meant }, setTyped] = useState(() => typed(hours[0]?.at ?? ""));
  const [picks, setPicks] = useState(false);
  const set = (moment: Date) => setTyped({ text: toTyped(moment), meant: moment });
  const settle = () => meant && set(meant);
  const hasPassed = meant !== null && meant <= new Date();
  const said = meant && t(hasPassed ? "atPassed" : "atMeans", { moment: momentWithWeekday(meant) });
  return (
    <div className="space-y-2">
      <Field
        id="press-at"
        name="at"
        label={t("at")}
        hint={
          <span aria-live="polite" className={hasPassed || (meant === null && text !== "") ? "text-warn" : "text-ink"}>
            {said ?? t(text === "" ? "atHint" : "atUnread")}
          </span>
        }
        problem={problem}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("atForm")}
        value={text}
        onChange={(event) => setTyped(typed(event.target.value))}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("atOften")}</legend>
        {hours.map((hour) => (
          <Button
            key={hour.at}
            className="text-sm max-sm:px-2"
            aria-pressed={hour.at === text}
            onClick={() => setTyped(typed(hour.at))}
          >
            {t(hour.isToday ? "atToday" : "atTomorrow", { time: hour.time })}
          </Button>
        ))}
        <Button className="text-sm max-sm:px-2" aria-expanded={picks} onClick={() => setPicks(!picks)}>
          {t("calendar")}
        </Button>
      </fieldset>
      {picks ? <HourPicker moment={meant} onPick={set} /> : null}
    </div>
  );
}
