import { useTranslations } from "next-intl";
import { LIMITS } from "#features/text/content.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";

/** Notes to readers: what was corrected, and what a machine made. */
export function NoteFields({ fields, onChange, readOnly, correcting }: FieldProps & { correcting: boolean }) {
  const t = useTranslations("editor.fields");
  return (
    <div className="space-y-3">
      {correcting || fields.correction !== "" ? (
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
      ) : null}
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
    </div>
  );
}
