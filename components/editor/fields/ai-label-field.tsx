import { useTranslations } from "next-intl";
import { LIMITS } from "#features/text/content.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";

/** What a machine made or changed must be said to readers. */
export function AiLabelField({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  return (
    <FieldFrame label={t("aiLabel")} hint={t("aiLabelHint")}>
      {(ids) => (
        <input
          {...ids}
          className={INPUT}
          value={fields.aiLabel}
          maxLength={LIMITS.aiLabel}
          readOnly={readOnly}
          onChange={(event) => onChange({ aiLabel: event.target.value })}
        />
      )}
    </FieldFrame>
  );
}
