import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { LIMITS } from "#features/text/content.ts";
import { Problem, problemIds } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { useTooLong } from "./too-long.ts";

const BARE =
  "block w-full resize-none border-0 border-b border-transparent bg-transparent px-0 text-(--ink) " +
  "placeholder:text-(--ink-soft) hover:border-(--line) rounded-sm focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-(--typing)";

/** The top of the article, in the sizes readers see. A new line in the headline makes no sense: Enter goes on. */
export function HeadFields({ fields, onChange, readOnly }: FieldProps) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  const id = useId();
  const problems = {
    kicker: tooLong(t("kicker"), fields.kicker, LIMITS.kicker),
    headline: tooLong(t("headline"), fields.headline, LIMITS.headline),
    standfirst: tooLong(t("standfirst"), fields.standfirst, LIMITS.standfirst),
  };
  return (
    <div className="space-y-2">
      <input
        className={`${BARE} font-medium tracking-wide max-sm:min-h-11 sm:text-sm`}
        aria-label={t("kicker")}
        placeholder={readOnly ? undefined : t("kicker")}
        value={fields.kicker}
        {...problemIds(`${id}-kicker`, problems.kicker)}
        readOnly={readOnly}
        onChange={(event) => onChange({ kicker: event.target.value })}
      />
      <Problem id={`${id}-kicker`} problem={problems.kicker} />
      <Growing words={fields.headline} className="text-2xl leading-tight font-bold sm:text-3xl">
        <textarea
          className={`${BARE} overflow-hidden`}
          data-field="headline"
          aria-label={t("headline")}
          placeholder={readOnly ? undefined : t("headline")}
          rows={1}
          value={fields.headline}
          {...problemIds(`${id}-headline`, problems.headline)}
          readOnly={readOnly}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
          }}
          onChange={(event) => onChange({ headline: event.target.value.replace(/\s*\n\s*/g, " ") })}
        />
      </Growing>
      <Problem id={`${id}-headline`} problem={problems.headline} />
      <Growing words={fields.standfirst} className="text-lg leading-snug font-semibold">
        <textarea
          className={`${BARE} overflow-hidden`}
          data-field="standfirst"
          aria-label={t("standfirst")}
          placeholder={readOnly ? undefined : t("standfirst")}
          rows={1}
          value={fields.standfirst}
          {...problemIds(`${id}-standfirst`, problems.standfirst)}
          readOnly={readOnly}
          onChange={(event) => onChange({ standfirst: event.target.value })}
        />
      </Growing>
      <Problem id={`${id}-standfirst`} problem={problems.standfirst} />
    </div>
  );
}

/** As high as its words in every browser: a copy of them that nobody sees or hears stands behind the field. */
function Growing({ words, className, children }: { words: string; className: string; children: ReactNode }) {
  return (
    <div
      data-words={words}
      className={`grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1] after:invisible after:border-b after:[grid-area:1/1] after:break-words after:whitespace-pre-wrap after:content-[attr(data-words)_'_'] ${className}`}
    >
      {children}
    </div>
  );
}
