import { useTranslations } from "next-intl";
import { type RefObject, useId, useRef } from "react";
import { LIMITS } from "#features/kinds/article.ts";
import { Problem, problemIds } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { BARE, GrowingField, inOneLine, onEnter } from "./growing-field.tsx";
import { useTooLong } from "./too-long.ts";

type Props = FieldProps & {
  /** That of the headline. */
  headline: RefObject<HTMLTextAreaElement | null>;
  /** Goes on to the body. */
  onDone: () => void;
};

/** The top of the article, in the type and sizes readers see. Enter goes on to the next field; Shift and Enter is a new line. */
export function HeadFields({ fields, onChange, readOnly, headline, onDone }: Props) {
  const t = useTranslations("editor.fields");
  const id = useId();
  const standfirst = useRef<HTMLTextAreaElement>(null);
  const problem = useTooLong()(t("kicker"), fields.kicker, LIMITS.kicker);
  return (
    <div className="reader-type space-y-2">
      <input
        className={`${BARE} font-medium tracking-wide max-sm:min-h-11 sm:text-sm`}
        aria-label={t("kicker")}
        placeholder={readOnly ? undefined : t("kicker")}
        value={fields.kicker}
        {...problemIds(id, problem)}
        readOnly={readOnly}
        enterKeyHint="next"
        onKeyDown={onEnter(() => headline.current?.focus())}
        onChange={(event) => onChange({ kicker: event.target.value })}
      />
      <Problem id={id} problem={problem} />
      <GrowingField
        {...{ readOnly }}
        field={headline}
        name="headline"
        label={t("headline")}
        value={fields.headline}
        most={LIMITS.headline}
        className="text-2xl leading-snug font-bold sm:text-3xl"
        onDone={() => standfirst.current?.focus()}
        onType={(words) => onChange({ headline: inOneLine(words) })}
      />
      <GrowingField
        {...{ readOnly, onDone }}
        field={standfirst}
        name="standfirst"
        label={t("standfirst")}
        value={fields.standfirst}
        most={LIMITS.standfirst}
        className="text-lg leading-snug font-semibold"
        onType={(words) => onChange({ standfirst: words })}
      />
    </div>
  );
}
