"use client";

import { useTranslations } from "next-intl";
import { PAGE_LIMITS } from "#features/kinds/page.ts";
import { GrowingField, inOneLine } from "./fields/growing-field.tsx";
import { PlaceField } from "./fields/place-field.tsx";
import { SlugField } from "./fields/slug-field.tsx";
import type { PageEditorProps } from "./props.ts";
import { SheetFrame } from "./sheet-frame.tsx";
import { useBeginning } from "./use-beginning.ts";
import { useBody } from "./use-body.ts";
import { useText } from "./use-text.ts";

/** One page that stands for itself being written: its title, its body, its address, and where readers find the way to it. */
export function PageEditor(props: PageEditorProps) {
  const t = useTranslations("editor.fields");
  const text = useText("page", props);
  const body = useBody(text);
  const { fields, change, readOnly } = text;
  const title = useBeginning(readOnly, props.content.title, props.content.body);
  return (
    <SheetFrame
      {...{ text, body }}
      head={
        <div className="reader-type">
          <GrowingField
            {...{ readOnly }}
            field={title}
            name="title"
            label={t("title")}
            value={fields.title}
            most={PAGE_LIMITS.title}
            className="text-2xl leading-snug font-bold sm:text-3xl"
            onDone={() => body.editor?.commands.focus("start")}
            onType={(words) => change({ title: inOneLine(words) })}
          />
        </div>
      }
    >
      <SlugField
        {...{ readOnly }}
        kind="page"
        slug={fields.slug}
        title={fields.title}
        editable={props.slugEditable}
        onChange={change}
      />
      <PlaceField place={fields.place} readOnly={readOnly} onChange={change} />
    </SheetFrame>
  );
}
