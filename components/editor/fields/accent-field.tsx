import { useTranslations } from "next-intl";
import { useId } from "react";
import { ACCENTS, type Accent } from "#features/kinds/site.ts";
import "#components/site/accents.css";

type Props = { accent: Accent; readOnly: boolean; onChange: (change: { accent: Accent }) => void };

/** The colour of a site, each shown as readers get it. */
export function AccentField({ accent, readOnly, onChange }: Props) {
  const t = useTranslations("editor.site");
  const called = useTranslations("desk.changes.accents");
  const id = useId();
  return (
    <fieldset disabled={readOnly} data-field="accent">
      <legend className="mb-1 text-sm font-medium">{t("accent")}</legend>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
        {ACCENTS.map((one) => (
          <label key={one} className="flex min-h-8 items-center gap-2 text-sm max-sm:min-h-11">
            <input
              type="radio"
              name={id}
              className="size-4 shrink-0 accent-(--accent)"
              checked={accent === one}
              onChange={() => onChange({ accent: one })}
            />
            <span
              className={`site-band accent-${one} size-5 shrink-0 rounded border border-(--line)`}
              aria-hidden="true"
            />
            {called(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
