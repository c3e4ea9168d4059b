import { useTranslations } from "next-intl";
import { LIMITS } from "#features/kinds/article.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { useTooLong } from "./too-long.ts";

/** What a machine made or changed must be said to readers. */
export function AiLabelField({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  return (
    <FieldFrame
      label={t("aiLabel")}
      hint={t("aiLabelHint")}
      problem={tooLong(t("aiLabel"), fields.aiLabel, LIMITS.aiLabel)}
    >
      {(ids) => (
        <input
          {...ids}
          className={INPUT}
          value={fields.aiLabel}
          readOnly={readOnly}
          onChange={(event) => onChange({ aiLabel: event.target.value })}
        />
      )}
    </FieldFrame>
  );
}
