import { useTranslations } from "next-intl";
import type { BannerContent } from "#features/kinds/banner.ts";
import { LEVELS, SENTENCE_IDS, SENTENCES, type SentenceId, spelt } from "#features/kinds/banner-sentences.ts";
import { ChoiceField } from "../fields/choice-field.tsx";

type Props = {
  fields: Pick<BannerContent, "sentence">;
  /** Somebody writes words of their own. */
  isOwn: boolean;
  readOnly: boolean;
  onChoose: (sentence: SentenceId | "", isOwn: boolean) => void;
};

const OWN = "own";

/** The sentences that are there, by their level, and the way to words of one's own. */
export function SentenceField({ fields: { sentence }, isOwn, readOnly, onChoose }: Props) {
  const t = useTranslations("editor.banner");
  const levels = useTranslations("terms.bannerLevels");
  return (
    <ChoiceField
      name="sentence"
      label={t("sentence")}
      value={sentence || (isOwn ? OWN : "")}
      readOnly={readOnly}
      onChoose={(value) => (value === OWN ? onChoose("", true) : onChoose(value as SentenceId | "", false))}
    >
      <option value="">{t("choose")}</option>
      {LEVELS.map((level) => (
        <optgroup key={level} label={levels(level)}>
          {SENTENCE_IDS.filter((id) => SENTENCES[id].level === level).map((id) => (
            <option key={id} value={id}>
              {spelt(id, [])}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={t("ownGroup")}>
        <option value={OWN}>{t("own")}</option>
      </optgroup>
    </ChoiceField>
  );
}
