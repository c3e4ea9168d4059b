import { useTranslations } from "next-intl";
import { type KeyboardEventHandler, type RefObject, useEffect, useId, useRef } from "react";
import { LIMITS } from "#features/kinds/article.ts";
import { Problem, problemIds } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { useTooLong } from "./too-long.ts";

const BARE =
  "block w-full resize-none border-0 border-b border-transparent bg-transparent px-0 text-(--ink) " +
  "placeholder:text-(--ink-soft) hover:border-(--line) rounded-sm focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-(--typing)";

type Props = FieldProps & {
  /** Nothing is written yet: the headline is where one begins. */
  begins: boolean;
  /** Goes on to the body. */
  onDone: () => void;
};

/** The top of the article, in the type and sizes readers see. Enter goes on to the next field; Shift and Enter is a new line. */
export function HeadFields({ fields, onChange, readOnly, begins, onDone }: Props) {
  const t = useTranslations("editor.fields");
  const tooLong = useTooLong();
  const id = useId();
  const headline = useRef<HTMLTextAreaElement>(null);
  const standfirst = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the page opens, and never again
  useEffect(() => {
    if (begins) headline.current?.focus();
  }, []);
  const problems = {
    kicker: tooLong(t("kicker"), fields.kicker, LIMITS.kicker),
    headline: tooLong(t("headline"), fields.headline, LIMITS.headline),
    standfirst: tooLong(t("standfirst"), fields.standfirst, LIMITS.standfirst),
  };
  return (
    <div className="reader-type space-y-2">
      <input
        className={`${BARE} font-medium tracking-wide max-sm:min-h-11 sm:text-sm`}
        aria-label={t("kicker")}
        placeholder={readOnly ? undefined : t("kicker")}
        value={fields.kicker}
        {...problemIds(`${id}-kicker`, problems.kicker)}
        readOnly={readOnly}
        enterKeyHint="next"
        onKeyDown={onEnter(() => headline.current?.focus())}
        onChange={(event) => onChange({ kicker: event.target.value })}
      />
      <Problem id={`${id}-kicker`} problem={problems.kicker} />
      <GrowingField
        {...{ id, readOnly }}
        field={headline}
        name="headline"
        label={t("headline")}
        value={fields.headline}
        problem={problems.headline}
        className="text-2xl leading-snug font-bold sm:text-3xl"
        onKeyDown={onEnter(() => standfirst.current?.focus())}
        onType={(words) => onChange({ headline: words.replace(/\s*\n\s*/g, " ") })}
      />
      <GrowingField
        {...{ id, readOnly }}
        field={standfirst}
        name="standfirst"
        label={t("standfirst")}
        value={fields.standfirst}
        problem={problems.standfirst}
        className="text-lg leading-snug font-semibold"
        onKeyDown={onEnter(onDone)}
        onType={(words) => onChange({ standfirst: words })}
      />
    </div>
  );
}

/** Enter, when it is none that ends a syllable being composed. */
function onEnter(go: () => void): KeyboardEventHandler {
  return (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go();
  };
}

type GrowingProps = {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  name: "headline" | "standfirst";
  label: string;
  value: string;
  problem: string | null;
  readOnly: boolean;
  className: string;
  onKeyDown: KeyboardEventHandler;
  onType: (words: string) => void;
};

/** As high as its words in every browser: a copy of them that nobody sees or hears stands behind the field. */
function GrowingField({
  id,
  field,
  name,
  label,
  value,
  problem,
  readOnly,
  className,
  onKeyDown,
  onType,
}: GrowingProps) {
  return (
    <>
      <div
        data-words={value}
        className={`grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1] after:invisible after:border-b after:[grid-area:1/1] after:break-words after:whitespace-pre-wrap after:content-[attr(data-words)_'_'] ${className}`}
      >
        <textarea
          ref={field}
          enterKeyHint="next"
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
