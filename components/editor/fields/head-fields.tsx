import { useTranslations } from "next-intl";
import { type KeyboardEventHandler, useId } from "react";
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
      <GrowingField
        {...{ id, readOnly }}
        name="headline"
        label={t("headline")}
        value={fields.headline}
        problem={problems.headline}
        className="text-2xl leading-tight font-bold sm:text-3xl"
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onType={(words) => onChange({ headline: words.replace(/\s*\n\s*/g, " ") })}
      />
      <GrowingField
        {...{ id, readOnly }}
        name="standfirst"
        label={t("standfirst")}
        value={fields.standfirst}
        problem={problems.standfirst}
        className="text-lg leading-snug font-semibold"
        onType={(words) => onChange({ standfirst: words })}
      />
    </div>
  );
}

type GrowingProps = {
  id: string;
  name: "headline" | "standfirst";
  label: string;
  value: string;
  problem: string | null;
  readOnly: boolean;
  className: string;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  onType: (words: string) => void;
};

/** As high as its words in every browser: a copy of them that nobody sees or hears stands behind the field. */
function GrowingField({ id, name, label, value, problem, readOnly, className, onKeyDown, onType }: GrowingProps) {
  return (
    <>
      <div
        data-words={value}
        className={`grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1] after:invisible after:border-b after:[grid-area:1/1] after:break-words after:whitespace-pre-wrap after:content-[attr(data-words)_'_'] ${className}`}
      >
        <textarea
          className={`${BARE} overflow-hidden`}
          data-field={name}
          aria-label={label}
          placeholder={readOnly ? undefined : label}
          rows={1}
          value={value}
          {...problemIds(`${id}-${name}`, problem)}
          readOnly={readOnly}
          onKeyDown={onKeyDown}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
      <Problem id={`${id}-${name}`} problem={problem} />
    </>
  );
}
