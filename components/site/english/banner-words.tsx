import { inEnglish } from "#features/kinds/banner-sentences-english.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { momentInEnglish } from "#lib/dates.ts";
import type { BannerWords } from "../banner-bars.tsx";

/** What stands around the words of banners in English, and the fixed sentences in English; words of one's own stay as they were signed. */
export const englishBannerWords: BannerWords = {
  ...{ name: say("banners.name"), until: say("banners.until"), more: say("banners.more") },
  level: (level) => say(`banners.${level}`),
  moment: momentInEnglish,
  said(words) {
    const stretches = inEnglish(words);
    if (stretches === null) return <span lang="vi">{words}</span>;
    return stretches.map((stretch, at) =>
      stretch.lang === "en" ? (
        stretch.words
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches never move
        <span key={at} lang="vi">
          {stretch.words}
        </span>
      ),
    );
  },
};
