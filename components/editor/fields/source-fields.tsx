import { useTranslations } from "next-intl";
import { LIMITS } from "#features/kinds/article.ts";
import { safeHref } from "#features/text/address.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { useTooLong } from "./too-long.ts";
import { trueHostHint } from "./true-host.ts";

/** Where a text or its facts come from; a reprint must say it. */
export function SourceFields({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  const words = useTranslations("editor");
  const tooLong = useTooLong();
  const { source, origin } = fields;
  const badAddress = source.url.trim() !== "" && safeHref(source.url) === null;
  return (
    <div className="space-y-3" data-field="source">
      <FieldFrame
        label={t("source")}
        problem={tooLong(t("source"), source.name, LIMITS.sourceName)}
        required={origin === "reprint"}
      >
        {(ids) => (
          <input
            {...ids}
            className={INPUT}
            value={source.name}
            readOnly={readOnly}
            required={origin === "reprint"}
            onChange={(event) => onChange({ source: { ...source, name: event.target.value } })}
          />
        )}
      </FieldFrame>
      <FieldFrame
        label={t("sourceUrl")}
        hint={badAddress ? t("sourceUrlHint") : trueHostHint(source.url, words)}
        problem={tooLong(t("sourceUrl"), source.url, LIMITS.sourceUrl)}
      >
        {(ids) => (
          <input
            {...ids}
            className={INPUT}
            type="url"
            inputMode="url"
            placeholder={readOnly ? undefined : "https://"}
            value={source.url}
            readOnly={readOnly}
            onChange={(event) => onChange({ source: { ...source, url: event.target.value } })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
