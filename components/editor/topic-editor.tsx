"use client";

import { useTranslations } from "next-intl";
import { TOPIC_LIMITS } from "#features/kinds/topic.ts";
import { SlugField } from "./fields/slug-field.tsx";
import { TitleFields } from "./fields/title-fields.tsx";
import { useLead } from "./files/use-lead.ts";
import type { TopicEditorProps } from "./props.ts";
import { SheetFrame } from "./sheet-frame.tsx";
import { useBeginning } from "./use-beginning.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** What a topic says of itself being written: its title, its standfirst, its picture, more words where it needs them, and its address. */
export function TopicEditor(props: TopicEditorProps) {
  const t = useTranslations("editor.fields");
  const text = useText("topic", props);
  const body = useBody(text, useLead(text));
  const { fields, change, readOnly } = text;
  const { title, standfirst, body: begun } = props.content;
  const first = useBeginning(readOnly, title + standfirst, begun);
  return (
    <SheetFrame
      {...{ text, body }}
      head={
        <TitleFields
          {...{ fields, readOnly }}
          field={first}
          labels={{ title: t("topicTitle"), standfirst: t("standfirst") }}
          limits={TOPIC_LIMITS}
          onChange={change}
          onDone={() => body.editor?.commands.focus("start")}
        />
      }
    >
      <SlugField
        {...{ readOnly }}
        kind="topic"
        slug={fields.slug}
        title={fields.title}
        editable={props.slugEditable}
        onChange={change}
      />
    </SheetFrame>
  );
}
