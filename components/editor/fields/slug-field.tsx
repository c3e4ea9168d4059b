import { useTranslations } from "next-intl";
import { useState } from "react";
import { slugFrom, slugProblem } from "#features/text/slug.ts";
import { SmallButton } from "../small-button.tsx";
import { FieldFrame, INPUT } from "./field-frame.tsx";

type Props = {
  slug: string;
  /** The title, from which an address is made where none is typed. */
  title: string;
  kind: "article" | "page" | "paper" | "topic" | "translation";
  onChange: (change: { slug: string }) => void;
  readOnly: boolean;
  editable: boolean;
};

/**
 * The address of an article, a page, a paper, a topic or an English sister. Empty: made from its title. What is typed is kept on screen as it is;
 * only an address that may stand goes into the text.
 */
export function SlugField({ slug, title, kind, onChange, readOnly, editable }: Props) {
  const t = useTranslations("editor.fields");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? slug;
  const problem = slugProblem(shown);
  const locked = readOnly || !editable;
  const change = (next: string) => {
    setTyped(next);
    if (slugProblem(next) === null) onChange({ slug: next });
  };
  return (
    <div className="space-y-2" data-field="slug">
      <FieldFrame
        label={t("slug", { kind })}
        hint={t(editable ? "slugHint" : "slugLocked", { kind })}
        problem={problem}
      >
        {(ids) => (
          <input
            {...ids}
            className={INPUT}
            value={shown}
            placeholder={title === "" ? "" : slugFrom(title)}
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
      {locked || slug === "" ? null : (
        <SmallButton className="min-h-8 text-sm" onClick={() => change("")}>
          {t("slugFromHeadline", { kind })}
        </SmallButton>
      )}
    </div>
  );
}
