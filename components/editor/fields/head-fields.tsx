import { useTranslations } from "next-intl";
import { LIMITS } from "#features/text/content.ts";
import type { FieldProps } from "./fields.ts";

const BARE =
  "block w-full resize-none border-0 border-b border-transparent bg-transparent px-0 text-(--ink) [field-sizing:content] " +
  "placeholder:text-(--ink-soft) hover:border-(--line) rounded-sm focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-(--typing)";

/** The top of the article, in the sizes readers see. A new line in the headline makes no sense: Enter goes on. */
export function HeadFields({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  return (
    <div className="space-y-2">
      <input
        className={`${BARE} text-sm font-medium tracking-wide`}
        aria-label={t("kicker")}
        placeholder={t("kicker")}
        value={fields.kicker}
        maxLength={LIMITS.kicker}
        readOnly={readOnly}
        onChange={(event) => onChange({ kicker: event.target.value })}
      />
      <textarea
        className={`${BARE} text-2xl leading-tight font-bold sm:text-3xl`}
        data-field="headline"
        aria-label={t("headline")}
        placeholder={t("headline")}
        rows={1}
        value={fields.headline}
        maxLength={LIMITS.headline}
        readOnly={readOnly}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onChange={(event) => onChange({ headline: event.target.value.replace(/\s*\n\s*/g, " ") })}
      />
      <textarea
        className={`${BARE} text-lg leading-snug font-semibold`}
        data-field="standfirst"
        aria-label={t("standfirst")}
        placeholder={t("standfirst")}
        rows={2}
        value={fields.standfirst}
        maxLength={LIMITS.standfirst}
        readOnly={readOnly}
        onChange={(event) => onChange({ standfirst: event.target.value })}
      />
    </div>
  );
}
