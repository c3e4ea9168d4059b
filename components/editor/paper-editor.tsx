"use client";

import { useTranslations } from "next-intl";
import { PAPER_LIMITS } from "#features/kinds/paper.ts";
import { GrowingField, inOneLine } from "./fields/growing-field.tsx";
import { PaperFields } from "./fields/paper-fields.tsx";
import { ReplacesField } from "./fields/replaces-field.tsx";
import { SlugField } from "./fields/slug-field.tsx";
import type { PaperEditorProps } from "./props.ts";
import { SheetFrame } from "./sheet-frame.tsx";
import { useBeginning } from "./use-beginning.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** A paper of an authority being entered: what it is about, its words or files, and what stands at its head and foot. */
export function PaperEditor(props: PaperEditorProps) {
  const { bodies, papers, onFindPapers, slugEditable } = props;
  const t = useTranslations("editor.fields");
  const text = useText("paper", props);
  const body = useBody(text);
  const { fields, change, readOnly, loads } = text;
  const abstract = useBeginning(readOnly, props.content.abstract, props.content.body);
  return (
    <SheetFrame
      {...{ text, body }}
      head={
        <div className="reader-type">
          <GrowingField
            {...{ readOnly }}
            field={abstract}
            name="abstract"
            label={t("abstract")}
            value={fields.abstract}
            most={PAPER_LIMITS.abstract}
            className="text-xl leading-snug font-bold sm:text-2xl"
            onDone={() => body.editor?.commands.focus("start")}
            onType={(words) => change({ abstract: inOneLine(words) })}
          />
        </div>
      }
    >
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
    </SheetFrame>
  );
}
