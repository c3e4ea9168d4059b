import { useTranslations } from "next-intl";
import { useState } from "react";
import { slugFrom, slugProblem } from "#features/text/slug.ts";
import { BUTTON } from "../button-shape.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";

/**
 * The address of the article. Empty: made from the headline. What is typed is kept on screen as it is;
 * only an address that may stand goes into the text.
 */
export function SlugField({ fields, onChange, readOnly, editable }: FieldProps & { editable: boolean }) {
  const t = useTranslations("editor.fields");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? fields.slug;
  const problem = slugProblem(shown);
  const locked = readOnly || !editable;
  const change = (slug: string) => {
    setTyped(slug);
    if (slugProblem(slug) === null) onChange({ slug });
  };
  return (
    <div className="space-y-2">
      <FieldFrame label={t("slug")} hint={editable ? t("slugHint") : t("slugLocked")} problem={problem}>
        {(ids) => (
          <input
            {...ids}
            className={INPUT}
            value={shown}
            placeholder={slugFrom(fields.headline)}
            readOnly={locked}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
            onBlur={() => {
              if (!locked && problem !== null) change(slugFrom(shown));
              setTyped(null);
            }}
          />
        )}
      </FieldFrame>
      {locked || fields.slug === "" ? null : (
        <button type="button" className={`${BUTTON} min-h-8 text-sm`} onClick={() => change("")}>
          {t("slugFromHeadline")}
        </button>
      )}
    </div>
  );
}
