import { useTranslations } from "next-intl";
import { useId } from "react";
import { HourField } from "#components/desk/moves/hour-field.tsx";
import { BANNER_LIMITS, type BannerContent } from "#features/kinds/banner.ts";
import { type Blank, blanksOf, CHOICES, hourIn, isHour, type SentenceId } from "#features/kinds/banner-sentences.ts";
import { toTyped } from "#lib/dates.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { LineField } from "../fields/line-field.tsx";
import { hourSpelt } from "./fill-in.ts";

type Props = {
  sentence: SentenceId;
  fields: Pick<BannerContent, "blanks">;
  readOnly: boolean;
  onFill: (place: number, words: string) => void;
};

/** The blanks of a sentence, each as what may stand in it is said best. */
export function BlankFields({ sentence, fields: { blanks }, readOnly, onFill }: Props) {
  return (
    <div className="space-y-4" data-field="blanks">
      {blanksOf(sentence).map((blank, place) => (
        <BlankField
          key={blank}
          {...{ blank, readOnly }}
          words={blanks[place] ?? ""}
          onFill={(words) => onFill(place, words)}
        />
      ))}
    </div>
  );
}

type One = { blank: Blank; words: string; readOnly: boolean; onFill: (words: string) => void };

function BlankField({ blank, words, readOnly, onFill }: One) {
  const t = useTranslations("editor.banner");
  const id = useId();
  const label = t(`blank.${blank}`);
  if (isHour(blank)) {
    const hour = hourIn(words);
    return (
      <div className="[&_label]:font-medium [&_label]:text-sm">
        <HourField
          id={`${id}-hour`}
          label={label}
          begin={hour === null ? words : toTyped(hour)}
          readOnly={readOnly}
          onMeant={(moment, typed) => onFill(moment === null ? typed : hourSpelt(moment))}
        />
      </div>
    );
  }
  if (blank === "utility" || blank === "service") {
    return (
      <ChoiceField label={label} value={words} readOnly={readOnly} onChoose={onFill}>
        <option value="">{t("chooseOne")}</option>
        {CHOICES[blank].map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </ChoiceField>
    );
  }
  return (
    <LineField
      name={blank}
      label={label}
      hint={t(`blankHint.${blank as "place" | "spot" | "phone" | "lasts"}`)}
      value={words}
      most={BANNER_LIMITS.blank}
      inputMode={blank === "phone" ? "tel" : undefined}
      autoComplete="off"
      readOnly={readOnly}
      onType={onFill}
    />
  );
}
