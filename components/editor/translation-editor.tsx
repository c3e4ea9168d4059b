"use client";

import { useTranslations } from "next-intl";
import { TRANSLATION_LIMITS } from "#features/kinds/translation.ts";
import { LineField } from "./fields/line-field.tsx";
import { NoteFields } from "./fields/note-fields.tsx";
import { SlugField } from "./fields/slug-field.tsx";
import { TitleFields } from "./fields/title-fields.tsx";
import { useLead } from "./files/use-lead.ts";
import type { TranslationEditorProps } from "./props.ts";
import { SheetFrame } from "./sheet-frame.tsx";
import { useBeginning } from "./use-beginning.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** The English sister of an article or a page being written. Its fields say that they are English: what checks spelling is told. */
export function TranslationEditor(props: TranslationEditorProps) {
  const t = useTranslations("editor.fields");
  const text = useText("translation", props);
  const body = useBody(text, useLead(text));
  const { fields, change, readOnly } = text;
  const { title, standfirst, body: begun } = props.content;
  const first = useBeginning(readOnly, title + standfirst, begun);
  return (
    <SheetFrame
      {...{ text, body }}
      lang="en"
      head={
        <TitleFields
          {...{ fields, readOnly }}
          field={first}
          labels={{ title: t("englishTitle"), standfirst: t("englishStandfirst") }}
          limits={TRANSLATION_LIMITS}
          onChange={change}
          onDone={() => body.editor?.commands.focus("start")}
        />
      }
    >
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
        label={t("translator")}
        value={fields.translator}
        most={TRANSLATION_LIMITS.translator}
        hint={t("translatorHint")}
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
        label={t("englishAiLabel")}
        value={fields.aiLabel}
        most={TRANSLATION_LIMITS.aiLabel}
        hint={t("englishAiLabelHint")}
        autoComplete="off"
        onType={(aiLabel) => change({ aiLabel })}
      />
    </SheetFrame>
  );
}
