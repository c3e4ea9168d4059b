import { useTranslations } from "next-intl";
import { LIMITS } from "#features/kinds/article.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { useTooLong } from "./too-long.ts";

/** What readers are told about a correction; there only when one is owed or was written. */
export function CorrectionField({ fields, onChange, readOnly, correcting }: FieldProps & { correcting: boolean }) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  if (!correcting && fields.correction === "") return null;
  return (
    <div data-field="correction">
      <FieldFrame
        label={t("correction")}
        hint={t("correctionHint")}
        problem={tooLong(t("correction"), fields.correction, LIMITS.correction)}
        required={correcting}
      >
        {(ids) => (
          <textarea
            {...ids}
            className={`${INPUT} [field-sizing:content]`}
            rows={3}
            value={fields.correction}
            readOnly={readOnly}
            onChange={(event) => onChange({ correction: event.target.value })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
