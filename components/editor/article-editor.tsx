"use client";

import { useState } from "react";
import { BodyText } from "./body/body-editor.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { isBlank } from "./fields/fields.ts";
import { HeadFields } from "./fields/head-fields.tsx";
import { LeadField } from "./fields/lead-field.tsx";
import { SideFields } from "./fields/side-fields.tsx";
import { useLead } from "./files/use-lead.ts";
import type { ArticleEditorProps } from "./props.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** One article being written: its fields and its body. */
export function ArticleEditor(props: ArticleEditorProps) {
  const text = useText("article", props);
  const lead = useLead(text);
  const body = useBody(text, lead);
  const { fields, change, readOnly } = text;
  const [begins] = useState(() => !readOnly && isBlank(props.content));
  const field = { fields, onChange: change, readOnly };
  return (
    <EditorFrame text={text} body={body}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,22rem)] lg:justify-between">
        <div className="min-w-0 sm:rounded-lg sm:border sm:border-(--line) sm:bg-(--field) sm:px-8 sm:py-6">
          <HeadFields {...field} begins={begins} onDone={() => body.editor?.commands.focus("start")} />
          <div className="mt-4">
            <LeadField lead={lead} uploads={body.uploads} editor={body.editor} readOnly={readOnly} />
          </div>
          <div className="mt-4">
            <BodyText parts={body} />
          </div>
        </div>
        <SideFields {...props} {...field} loads={text.loads} />
      </div>
    </EditorFrame>
  );
}
