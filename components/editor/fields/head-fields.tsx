import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { LIMITS } from "#features/kinds/article.ts";
import { Problem, problemIds } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { BARE, GrowingField, onEnter } from "./growing-field.tsx";
import { useTooLong } from "./too-long.ts";

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
