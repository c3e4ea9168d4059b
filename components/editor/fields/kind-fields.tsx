import { useTranslations } from "next-intl";
import { FORMS, type Form, ORIGINS } from "#features/kinds/article.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";

/** What sort of article it is, and whether it is ours. */
export function KindFields({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  return (
    <div className="space-y-3">
      <FieldFrame label={t("kind")}>
        {(ids) => (
          <select
            {...ids}
            className={INPUT}
            value={fields.kind}
            disabled={readOnly}
            onChange={(event) => onChange({ kind: event.target.value as Form })}
          >
            {FORMS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <fieldset disabled={readOnly}>
        <legend className="sr-only">{t("origin")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {ORIGINS.map((origin) => (
            <label key={origin} className="flex min-h-8 items-center gap-2 text-sm max-sm:min-h-11">
              <input
                type="radio"
                className="size-4 accent-(--accent)"
                checked={fields.origin === origin}
                onChange={() => onChange({ origin })}
              />
              {t(`origins.${origin}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
