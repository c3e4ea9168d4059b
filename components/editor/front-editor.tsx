"use client";

import { useTranslations } from "next-intl";
import { FieldLines } from "#components/desk/review/text-facts.tsx";
import { SectionOptions } from "#components/desk/section-options.tsx";
import { FRONT_LIMITS } from "#features/kinds/front.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { ChoiceField } from "./fields/choice-field.tsx";
import { LineField } from "./fields/line-field.tsx";
import { BandsField } from "./front/bands-field.tsx";
import type { FrontEditorProps } from "./props.ts";
import { useNaming } from "./use-naming.ts";
import { useText } from "./use-text.ts";

/** After how many days an article is new no more, as it is often wanted. */
const OFTEN = [3, 7, 14, 30, 60, 90, 180, 365];

/** How a page that lists articles is arranged: for which page, and its bands. Which articles stand there is chosen elsewhere. */
export function FrontEditor(props: FrontEditorProps) {
  const { sections, tags, topics } = props;
  const t = useTranslations("editor.front");
  const text = useText("front", props);
  const naming = useNaming({ sections, tags, topics });
  const { fields, change, readOnly } = text;
  const days =
    fields.newDays === null || OFTEN.includes(fields.newDays)
      ? OFTEN
      : [...OFTEN, fields.newDays].sort((a, b) => a - b);
  return (
    <EditorFrame text={text} showFields={(content) => <FieldLines kind="front" content={content} naming={naming} />}>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(16rem,20rem)]">
        <section className="min-w-0 space-y-3" aria-label={t("bands")}>
          <h2 className="text-lg font-bold">{t("bands")}</h2>
          <p className="text-sm text-(--ink-soft)">{`${t("bandsAbout")} ${readOnly ? "" : t("keys")}`}</p>
          <BandsField
            bands={fields.bands}
            sectionId={fields.sectionId}
            {...{ sections, tags, topics, readOnly }}
            onChange={change}
          />
        </section>
        <aside aria-label={t("side")} className="space-y-5">
          <LineField
            name="title"
            label={t("name")}
            hint={t("nameHint")}
            value={fields.title}
            most={FRONT_LIMITS.title}
            required
            readOnly={readOnly}
            onType={(title) => change({ title })}
          />
          <ChoiceField
            name="sectionId"
            label={t("page")}
            hint={t("pageHint")}
            value={fields.sectionId ?? ""}
            readOnly={readOnly}
            onChoose={(value) => change({ sectionId: value === "" ? null : Number(value) })}
          >
            <option value="">{t("home")}</option>
            <SectionOptions sections={sections} />
          </ChoiceField>
          <ChoiceField
            name="newDays"
            label={t("newDays")}
            hint={t("newDaysHint")}
            value={fields.newDays ?? ""}
            readOnly={readOnly}
            onChoose={(value) => change({ newDays: value === "" ? null : Number(value) })}
          >
            <option value="">{t("newAlways")}</option>
            {days.map((count) => (
              <option key={count} value={count}>
                {t("days", { count })}
              </option>
            ))}
          </ChoiceField>
        </aside>
      </div>
    </EditorFrame>
  );
}
