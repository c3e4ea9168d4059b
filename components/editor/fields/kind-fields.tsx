import { useTranslations } from "next-intl";
import { useId } from "react";
import { HourField } from "#components/desk/moves/hour-field.tsx";
import { FORMS, type Form, formChosen, ORIGINS } from "#features/kinds/article.ts";
import { hourToType, hourTyped } from "#features/kinds/hour.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./fields.ts";

type Props = FieldProps & {
  /** Another one for each text that is put here as a whole: the hour as it is typed begins anew. */
  loads: number;
};

/** What sort of article it is, until when a notice holds, and whether it is ours. */
export function KindFields({ fields, loads, onChange, readOnly }: Props) {
  const t = useTranslations("editor.fields");
  const id = useId();
  const { kind, validUntil } = fields;
  return (
    <div className="space-y-3">
      <ChoiceField
        label={t("kind")}
        value={kind}
        readOnly={readOnly}
        onChoose={(chosen) => onChange(formChosen(chosen as Form, fields))}
      >
        {FORMS.map((form) => (
          <option key={form} value={form}>
            {t(`kinds.${form}`)}
          </option>
        ))}
      </ChoiceField>
      {kind === "notice" ? (
        <div data-field="validUntil" className="[&_label]:text-sm [&_label]:font-medium">
          <HourField
            key={loads}
            id={`${id}-until`}
            label={t("validUntil")}
            begin={hourToType(validUntil)}
            readOnly={readOnly}
            onMeant={(moment, words) => onChange({ validUntil: hourTyped(moment, words) })}
          />
        </div>
      ) : null}
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
