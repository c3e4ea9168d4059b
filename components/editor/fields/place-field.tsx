import { useTranslations } from "next-intl";
import { useId } from "react";
import { type PageContent, PLACES } from "#features/kinds/page.ts";

type Place = PageContent["place"];
type Props = { place: Place; readOnly: boolean; onChange: (change: { place: Place }) => void };

/** Where readers find the way to a page. */
export function PlaceField({ place, readOnly, onChange }: Props) {
  const t = useTranslations("editor.fields");
  const id = useId();
  return (
    <fieldset disabled={readOnly} data-field="place">
      <legend className="mb-1 text-sm font-medium">{t("place")}</legend>
      {PLACES.map((one) => (
        <label key={one} className="flex gap-2 py-1 max-sm:min-h-11">
          <input
            type="radio"
            name={id}
            className="mt-1 size-4 shrink-0 accent-(--accent)"
            checked={place === one}
            aria-describedby={`${id}-${one}`}
            onChange={() => onChange({ place: one })}
          />
          <span>
            {t(`places.${one}`)}
            <span id={`${id}-${one}`} className="block text-sm text-(--ink-soft)">
              {t(`placesAbout.${one}`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
