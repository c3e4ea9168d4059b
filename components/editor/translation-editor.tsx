"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { TRANSLATION_LIMITS } from "#features/kinds/translation.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import { BodyText } from "./body/body-editor.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { GrowingField, onEnter } from "./fields/growing-field.tsx";
import { LeadField } from "./fields/lead-field.tsx";
import { LineField } from "./fields/line-field.tsx";
import { NoteFields } from "./fields/note-fields.tsx";
import { SlugField } from "./fields/slug-field.tsx";
import { useTooLong } from "./fields/too-long.ts";
import { useLead } from "./files/use-lead.ts";
import type { TranslationEditorProps } from "./props.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** The English sister of an article or a page being written. Its fields say that they are English: what checks spelling is told. */
export function TranslationEditor(props: TranslationEditorProps) {
  const t = useTranslations("editor");
  const text = useText("translation", props);
  const lead = useLead(text);
  const body = useBody(text, lead);
  const { fields, change, readOnly } = text;
  const tooLong = useTooLong();
  const id = useId();
  const title = useRef<HTMLTextAreaElement>(null);
  const standfirst = useRef<HTMLTextAreaElement>(null);
  const { title: called, standfirst: said, body: begun } = props.content;
  const [begins] = useState(() => !readOnly && `${called}${said}` === "" && isEmptyBody(begun));
  useEffect(() => {
    if (begins) title.current?.focus();
  }, [begins]);
  return (
    <EditorFrame text={text} body={body}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,22rem)] lg:justify-between">
        <div lang="en" className="min-w-0 sm:rounded-lg sm:border sm:border-(--line) sm:bg-(--field) sm:px-8 sm:py-6">
          <div className="reader-type space-y-2">
            <GrowingField
              {...{ id, readOnly }}
              field={title}
              name="title"
              label={t("fields.englishTitle")}
              value={fields.title}
              problem={tooLong(t("fields.englishTitle"), fields.title, TRANSLATION_LIMITS.title)}
              className="text-2xl leading-snug font-bold sm:text-3xl"
              onKeyDown={onEnter(() => standfirst.current?.focus())}
              onType={(words) => change({ title: words.replace(/\s*\n\s*/g, " ") })}
            />
            <GrowingField
              {...{ id, readOnly }}
              field={standfirst}
              name="standfirst"
              label={t("fields.englishStandfirst")}
              value={fields.standfirst}
              problem={tooLong(t("fields.englishStandfirst"), fields.standfirst, TRANSLATION_LIMITS.standfirst)}
              className="text-lg leading-snug font-semibold"
              onKeyDown={onEnter(() => body.editor?.commands.focus("start"))}
              onType={(words) => change({ standfirst: words })}
            />
          </div>
          <div className="mt-4">
            <LeadField lead={lead} uploads={body.uploads} editor={body.editor} readOnly={readOnly} />
          </div>
          <div className="mt-4">
            <BodyText parts={body} />
          </div>
        </div>
        <aside aria-label={t("sideName", { kind: "translation" })} className="space-y-5">
          <NoteFields
            {...{ fields, readOnly }}
            onChange={change}
            notes={props.notes ?? []}
            before={props.before}
            language="en"
          />
          <LineField
            {...{ readOnly }}
            name="translator"
            label={t("fields.translator")}
            value={fields.translator}
            most={TRANSLATION_LIMITS.translator}
            hint={t("fields.translatorHint")}
            autoComplete="off"
            onType={(words) => change({ translator: words })}
          />
          <SlugField
            {...{ readOnly }}
            kind="translation"
            slug={fields.slug}
            title={fields.title}
            editable={props.slugEditable}
            onChange={change}
          />
          <LineField
            {...{ readOnly }}
            name="aiLabel"
            label={t("fields.englishAiLabel")}
            value={fields.aiLabel}
            most={TRANSLATION_LIMITS.aiLabel}
            hint={t("fields.englishAiLabelHint")}
            autoComplete="off"
            onType={(aiLabel) => change({ aiLabel })}
          />
        </aside>
      </div>
    </EditorFrame>
  );
}
