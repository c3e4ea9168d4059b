import { useTranslations } from "next-intl";
import { useState } from "react";
import { SectionOptions } from "#components/desk/section-options.tsx";
import type { LowerEntry } from "#features/kinds/site.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import type { Option, SectionOption } from "../props.ts";
import { SmallButton } from "../small-button.tsx";

type Props = {
  sections: readonly SectionOption[];
  pages: readonly Option[];
  onAdd: (entry: LowerEntry) => void;
};

/** A new entry of the menu: to a section, to a page, or to an address that is written by hand. */
export function AddEntry({ sections, pages, onAdd }: Props) {
  const t = useTranslations("editor.menu");
  const [target, setTarget] = useState("");
  const add = () => {
    const [to, id] = target.split(" ");
    setTarget("");
    if (to === "link") onAdd({ to, address: "", words: "" });
    else if (to === "section" || to === "page") onAdd({ to, id: Number(id), words: "" });
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 grow basis-60">
        <ChoiceField label={t("target")} value={target} onChoose={(chosen) => setTarget(chosen)}>
          <option value="">{t("choose")}</option>
          <optgroup label={t("sections")}>
            <SectionOptions sections={sections} sentAs={(id) => `section ${id}`} />
          </optgroup>
          {pages.length === 0 ? null : (
            <optgroup label={t("pages")}>
              {pages.map(({ id, name }) => (
                <option key={id} value={`page ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          <option value="link">{t("link")}</option>
        </ChoiceField>
      </div>
      <SmallButton disabled={target === ""} onClick={add}>
        {t("add")}
      </SmallButton>
    </div>
  );
}
