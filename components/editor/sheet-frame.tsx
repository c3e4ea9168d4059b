import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { KindName } from "#features/kinds/kinds.ts";
import { BodyText } from "./body/body-editor.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { LeadField } from "./fields/lead-field.tsx";
import type { Body } from "./use-body.ts";
import type { Text } from "./use-text.ts";

type Props<K extends KindName> = {
  text: Text<K>;
  body: Body;
  /** What stands above the picture and the text, as readers see it. */
  head: ReactNode;
  /** In which language it is written, where that is not Vietnamese. */
  lang?: "en";
  /** What belongs to a text besides its words: beside them on a wide screen, below them on a phone. */
  children: ReactNode;
};

/** What stands around a text that has a body: the sheet that it is written on, with its picture where its kind has one. */
export function SheetFrame<K extends KindName>({ text, body, head, lang, children }: Props<K>) {
  const t = useTranslations("editor");
  const { lead, uploads, editor } = body;
  return (
    <EditorFrame text={text} body={body}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,22rem)] lg:justify-between">
        <div lang={lang} className="min-w-0 sm:rounded-lg sm:border sm:border-(--line) sm:bg-(--field) sm:px-8 sm:py-6">
          {head}
          {lead === undefined ? null : (
            <div className="mt-4">
              <LeadField {...{ lead, uploads, editor }} readOnly={text.readOnly} />
            </div>
          )}
          <div className="mt-4">
            <BodyText parts={body} />
          </div>
        </div>
        <aside aria-label={t("sideName", { kind: text.kind })} className="space-y-5">
          {children}
        </aside>
      </div>
    </EditorFrame>
  );
}
