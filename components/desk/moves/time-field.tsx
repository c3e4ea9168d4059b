import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { fromTyped, timeOf, weekdayOf } from "#lib/dates.ts";
import type { PressOptions } from "./press-fields.tsx";

type Props = { options: Pick<PressOptions, "hours">; problem?: string };

/**
 * When something goes out, written as it is written here, whatever language the browser speaks: its own field would show
 * months before days to some. What was typed is said back with the day of the week.
 */
export function TimeField({ options: { hours }, problem }: Props) {
  const t = useTranslations("desk.press");
  const [at, setAt] = useState(hours[0]?.at ?? "");
  const moment = fromTyped(at);
  const isTime = !Number.isNaN(moment.getTime());
  return (
    <div className="space-y-2">
      <Field
        id="press-at"
        name="at"
        label={t("at")}
        hint={isTime ? t("atMeans", { time: timeOf(moment), day: weekdayOf(moment) }) : t("atHint")}
        problem={problem}
        autoComplete="off"
        placeholder={t("atForm")}
        value={at}
        onChange={(event) => setAt(event.target.value)}
      />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("atOften")}</legend>
        {hours.map((hour) => (
          <Button key={hour.at} className="text-sm" aria-pressed={hour.at === at} onClick={() => setAt(hour.at)}>
            {t(hour.isToday ? "atToday" : "atTomorrow", { time: hour.time })}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
