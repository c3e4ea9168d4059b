import { useTranslations } from "next-intl";
import { LIMITS } from "#features/kinds/article.ts";
import type { FieldProps } from "./fields.ts";
import { LineField } from "./line-field.tsx";

/** What a machine made or changed must be said to readers. */
export function AiLabelField({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  return (
    <LineField
      name="aiLabel"
      label={t("aiLabel")}
      hint={t("aiLabelHint")}
      value={fields.aiLabel}
      most={LIMITS.aiLabel}
      readOnly={readOnly}
      onType={(aiLabel) => onChange({ aiLabel })}
    />
  );
}
