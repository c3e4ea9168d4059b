import { useTranslations } from "next-intl";
import { SectionOptions } from "#components/desk/section-options.tsx";
import { LIMITS } from "#features/kinds/article.ts";
import type { SectionOption } from "../props.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./fields.ts";

/** The section an article lives in, and others that list it too. */
export function SectionField({
  fields,
  onChange,
  readOnly,
  sections,
}: FieldProps & { sections: readonly SectionOption[] }) {
  const t = useTranslations("editor.fields");
  const { sectionId, secondSectionIds } = fields;
  const seconds = sections.filter(({ id }) => id !== sectionId);
  const full = secondSectionIds.length >= LIMITS.secondSections;
  const choose = (id: number | null) =>
    onChange({ sectionId: id, secondSectionIds: secondSectionIds.filter((second) => second !== id) });
  return (
    <div className="space-y-2" data-field="sectionId">
      <ChoiceField
        label={t("section")}
        required
        value={sectionId ?? ""}
        readOnly={readOnly}
        onChoose={(chosen) => choose(chosen === "" ? null : Number(chosen))}
      >
        <option value="">{t("noSection")}</option>
        <SectionOptions sections={sections} />
      </ChoiceField>
      <details data-field="secondSectionIds" className="rounded border border-(--line) px-2.5">
        <summary className="cursor-pointer py-1.5 text-sm text-(--ink) max-sm:py-3">
          {t("secondSections", { count: secondSectionIds.length })}
        </summary>
        {full ? (
          <p className="mt-1 text-sm text-(--warn)">{t("secondSectionsFull", { most: LIMITS.secondSections })}</p>
        ) : null}
        <fieldset disabled={readOnly} className="mb-1.5 max-h-56 space-y-1 overflow-y-auto max-sm:max-h-80">
          <legend className="sr-only">{t("secondSectionsName")}</legend>
          {seconds.map(({ id, name, depth }) => (
            <label
              key={id}
              className={`flex items-center gap-2 py-0.5 text-sm max-sm:min-h-11 ${depth > 0 ? "ps-5" : ""}`}
            >
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={secondSectionIds.includes(id)}
                disabled={full && !secondSectionIds.includes(id)}
                onChange={(event) =>
                  onChange({
                    secondSectionIds: event.target.checked
                      ? [...secondSectionIds, id]
                      : secondSectionIds.filter((second) => second !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
