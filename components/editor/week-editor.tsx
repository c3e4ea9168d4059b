"use client";

import { useTranslations } from "next-intl";
import { FieldLines } from "#components/desk/review/text-facts.tsx";
import { calledWeek, WEEK_LIMITS } from "#features/kinds/week.ts";
import { dayOf, daysAfter, startOfDay, weekOf } from "#lib/dates.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { ChoiceField } from "./fields/choice-field.tsx";
import { LinesField } from "./fields/line-field.tsx";
import type { WeekEditorProps } from "./props.ts";
import { useNaming } from "./use-naming.ts";
import { useText } from "./use-text.ts";
import { EntriesField } from "./week/entries-field.tsx";

/** The work calendar of a week being written: which week, and what the leaders do on each of its days. */
export function WeekEditor(props: WeekEditorProps) {
  const { weeks, before, slugEditable } = props;
  const t = useTranslations("editor.week");
  const text = useText("week", props);
  const naming = useNaming({});
  const { fields, change, readOnly } = text;
  const { monday, note, entries } = fields;
  const offered =
    monday === null || weeks.some((one) => one.monday === monday) ? weeks : [{ monday, isTaken: false }, ...weeks];
  return (
    <EditorFrame text={text} showFields={(content) => <FieldLines kind="week" content={content} naming={naming} />}>
      <div className="space-y-6">
        <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(16rem,22rem)_minmax(0,1fr)]">
          <ChoiceField
            name="monday"
            label={t("week")}
            hint={slugEditable ? undefined : t("fixed")}
            required
            value={monday ?? ""}
            readOnly={readOnly || !slugEditable}
            onChoose={(value) => {
              const chosen = value === "" ? null : value;
              change({ monday: chosen, ...calledWeek(chosen) });
            }}
          >
            <option value="">{t("choose")}</option>
            {offered.map((one) => (
              <option key={one.monday} value={one.monday} disabled={one.isTaken}>
                {t(one.isTaken ? "taken" : "option", {
                  number: String(Number(weekOf(one.monday).slice(-2))),
                  first: dayOf(startOfDay(one.monday)),
                  last: dayOf(startOfDay(daysAfter(one.monday, 6))),
                })}
              </option>
            ))}
          </ChoiceField>
          <LinesField
            {...{ readOnly }}
            name="note"
            label={t("note")}
            hint={t("noteHint")}
            value={note}
            most={WEEK_LIMITS.note}
            rows={2}
            onType={(words) => change({ note: words })}
          />
        </div>
        <section aria-label={t("entries")} className="space-y-3">
          <h2 className="text-lg font-bold">{t("entries")}</h2>
          <p className="text-sm text-(--ink-soft)">{t("about")}</p>
          {/* What it keeps of its own (what is undone, hours as they are typed) is of the text that stands here. */}
          <EntriesField key={text.loads} {...{ monday, entries, before, readOnly }} onChange={change} />
        </section>
      </div>
    </EditorFrame>
  );
}
