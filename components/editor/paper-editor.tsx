"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { PAPER_LIMITS } from "#features/kinds/paper.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import { BodyText } from "./body/body-editor.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { GrowingField, onEnter } from "./fields/growing-field.tsx";
import { PaperFields } from "./fields/paper-fields.tsx";
import { ReplacesField } from "./fields/replaces-field.tsx";
import { SlugField } from "./fields/slug-field.tsx";
import { useTooLong } from "./fields/too-long.ts";
import type { PaperEditorProps } from "./props.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** A paper of an authority being entered: what it is about, its words or files, and what stands at its head and foot. */
export function PaperEditor(props: PaperEditorProps) {
  const { bodies, papers, onFindPapers, slugEditable } = props;
  const t = useTranslations("editor");
  const text = useText("paper", props);
  const body = useBody(text);
  const { fields, change, readOnly, loads } = text;
  const tooLong = useTooLong();
  const id = useId();
  const abstract = useRef<HTMLTextAreaElement>(null);
  const [begins] = useState(() => !readOnly && props.content.abstract === "" && isEmptyBody(props.content.body));
  useEffect(() => {
    if (begins) abstract.current?.focus();
  }, [begins]);
  return (
    <EditorFrame text={text} body={body}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,22rem)] lg:justify-between">
        <div className="min-w-0 sm:rounded-lg sm:border sm:border-(--line) sm:bg-(--field) sm:px-8 sm:py-6">
          <div className="reader-type">
            <GrowingField
              {...{ id, readOnly }}
              field={abstract}
              name="abstract"
              label={t("fields.abstract")}
              value={fields.abstract}
              problem={tooLong(t("fields.abstract"), fields.abstract, PAPER_LIMITS.abstract)}
              className="text-xl leading-snug font-bold sm:text-2xl"
              onKeyDown={onEnter(() => body.editor?.commands.focus("start"))}
              onType={(words) => change({ abstract: words.replace(/\s*\n\s*/g, " ") })}
            />
          </div>
          <div className="mt-4">
            <BodyText parts={body} />
          </div>
        </div>
        <aside aria-label={t("sideName", { kind: "paper" })} className="space-y-5">
          <PaperFields {...{ fields, readOnly, bodies, loads }} onChange={change} />
          <ReplacesField
            {...{ readOnly, papers }}
            replaces={fields.replaces}
            without={props.documentId}
            onFind={onFindPapers}
            onChange={change}
          />
          <SlugField
            {...{ readOnly }}
            kind="paper"
            slug={fields.slug}
            title={fields.abstract}
            editable={slugEditable}
            onChange={change}
          />
        </aside>
      </div>
    </EditorFrame>
  );
}
