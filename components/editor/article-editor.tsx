"use client";

import { HeadFields } from "./fields/head-fields.tsx";
import { SideFields } from "./fields/side-fields.tsx";
import { useLead } from "./files/use-lead.ts";
import type { ArticleEditorProps } from "./props.ts";
import { SheetFrame } from "./sheet-frame.tsx";
import { useBeginning } from "./use-beginning.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** One article being written: its fields and its body. */
export function ArticleEditor(props: ArticleEditorProps) {
  const text = useText("article", props);
  const body = useBody(text, useLead(text));
  const { fields, change, readOnly } = text;
  const { kicker, headline, standfirst, body: begun } = props.content;
  const first = useBeginning(readOnly, kicker + headline + standfirst, begun);
  const field = { fields, onChange: change, readOnly };
  return (
    <SheetFrame
      {...{ text, body }}
      head={<HeadFields {...field} headline={first} onDone={() => body.editor?.commands.focus("start")} />}
    >
      <SideFields {...props} {...field} loads={text.loads} />
    </SheetFrame>
  );
}
