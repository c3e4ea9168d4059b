"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { PAGE_LIMITS } from "#features/kinds/page.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import { BodyText } from "./body/body-editor.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { GrowingField, onEnter } from "./fields/growing-field.tsx";
import { PlaceField } from "./fields/place-field.tsx";
import { SlugField } from "./fields/slug-field.tsx";
import { useTooLong } from "./fields/too-long.ts";
import type { PageEditorProps } from "./props.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** One page that stands for itself being written: its title, its body, its address, and where readers find the way to it. */
export function PageEditor(props: PageEditorProps) {
  const t = useTranslations("editor");
  const text = useText("page", props);
  const body = useBody(text);
  const { fields, change, readOnly } = text;
  const tooLong = useTooLong();
  const id = useId();
  const title = useRef<HTMLTextAreaElement>(null);
  const [begins] = useState(() => !readOnly && props.content.title === "" && isEmptyBody(props.content.body));
  useEffect(() => {
    if (begins) title.current?.focus();
  }, [begins]);
  return (
    <EditorFrame text={text} body={body}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,22rem)] lg:justify-between">
        <div className="min-w-0 sm:rounded-lg sm:border sm:border-(--line) sm:bg-(--field) sm:px-8 sm:py-6">
          <div className="reader-type">
            <GrowingField
              {...{ id, readOnly }}
              field={title}
              name="title"
              label={t("fields.title")}
              value={fields.title}
              problem={tooLong(t("fields.title"), fields.title, PAGE_LIMITS.title)}
              className="text-2xl leading-snug font-bold sm:text-3xl"
              onKeyDown={onEnter(() => body.editor?.commands.focus("start"))}
              onType={(words) => change({ title: words.replace(/\s*\n\s*/g, " ") })}
            />
          </div>
          <div className="mt-4">
            <BodyText parts={body} />
          </div>
        </div>
        <aside aria-label={t("sideName", { kind: "page" })} className="space-y-5">
          <SlugField
            {...{ readOnly }}
            kind="page"
            slug={fields.slug}
            title={fields.title}
            editable={props.slugEditable}
            onChange={change}
          />
          <PlaceField place={fields.place} readOnly={readOnly} onChange={change} />
        </aside>
      </div>
    </EditorFrame>
  );
}
