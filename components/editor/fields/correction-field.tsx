import { useTranslations } from "next-intl";
import { LIMITS } from "#features/text/content.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";

/** What readers are told about a correction; there only when one is owed or was written. */
export function CorrectionField({ fields, onChange, readOnly, correcting }: FieldProps & { correcting: boolean }) {
  const t = useTranslations("editor.fields");
  if (!correcting && fields.correction === "") return null;
  return (
    <div data-field="correction">
      <FieldFrame label={t("correction")} hint={t("correctionHint")} required={correcting}>
        {(ids) => (
          <textarea
            {...ids}
            className={`${INPUT} [field-sizing:content]`}
            rows={3}
            value={fields.correction}
            maxLength={LIMITS.correction}
            readOnly={readOnly}
            onChange={(event) => onChange({ correction: event.target.value })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
