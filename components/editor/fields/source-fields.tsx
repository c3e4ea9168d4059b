import { useTranslations } from "next-intl";
import { LIMITS } from "#features/kinds/article.ts";
import { safeHref } from "#features/text/address.ts";
import type { FieldProps } from "./fields.ts";
import { LineField } from "./line-field.tsx";
import { trueHostHint } from "./true-host.ts";

/** Where a text or its facts come from; a reprint must say it. */
export function SourceFields({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  const words = useTranslations("editor");
  const { source, origin } = fields;
  const badAddress = source.url.trim() !== "" && safeHref(source.url) === null;
  return (
    <div className="space-y-3" data-field="source">
      <LineField
        {...{ readOnly }}
        label={t("source")}
        value={source.name}
        most={LIMITS.sourceName}
        required={origin === "reprint"}
        onType={(name) => onChange({ source: { ...source, name } })}
      />
      <LineField
        {...{ readOnly }}
        type="url"
        label={t("sourceUrl")}
        hint={badAddress ? t("sourceUrlHint") : trueHostHint(source.url, words)}
        value={source.url}
        most={LIMITS.sourceUrl}
        inputMode="url"
        placeholder={readOnly ? undefined : "https://"}
        onType={(url) => onChange({ source: { ...source, url } })}
      />
    </div>
  );
}
