import type { ReactNode } from "react";
import type { Level } from "#features/kinds/banner-sentences.ts";
import type { Banner, Banners } from "#features/reading/banners.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { say } from "#features/reading/words.ts";
import { isoOf, momentInWords } from "#lib/dates.ts";

/** What stands around the words of banners. Another language has the same in its own (`components/site/english`). */
export type BannerWords = {
  name: string;
  level: (level: Level) => string;
  until: string;
  moment: (at: Date) => string;
  more: string;
  /** The words themselves, as they were signed or in the other language. */
  said: (words: string) => ReactNode;
};

export const bannerWords: BannerWords = {
  ...{ name: say("banners.name"), until: say("banners.until"), more: say("banners.more") },
  level: (level) => say(`banners.${level}`),
  moment: momentInWords,
  said: (words) => words,
};

type Props = { banners: Banners; words?: BannerWords };

/** What stands above everything until its hour. A page is kept no longer than until one of them ends or begins. */
export function BannerBars({ banners: { shown, until }, words = bannerWords }: Props) {
  const lasts = until === null ? {} : { [LASTS_UNTIL]: until.toISOString() };
  if (shown.length === 0) return until === null ? null : <span hidden {...lasts} />;
  return (
    <section className="banners" aria-label={words.name} {...lasts}>
      {shown.map((banner) => (
        <Bar key={banner.number} banner={banner} words={words} />
      ))}
    </section>
  );
}

function Bar({ banner: { level, words: said, link, ends }, words }: { banner: Banner; words: BannerWords }) {
  return (
    <div className={`banner banner-${level}`}>
      <div className="sheet">
        <p>
          <strong className="banner-level">{words.level(level)}</strong>{" "}
          <span className="banner-words">{words.said(said)}</span>
        </p>
        {ends === null ? null : (
          <p className="banner-ends">
            {words.until} <time dateTime={isoOf(ends)}>{words.moment(ends)}</time>
          </p>
        )}
        {link === null ? null : (
          <a className="banner-more" href={link}>
            {words.more}
            <span className="unseen">: {words.level(level)}</span>
          </a>
        )}
      </div>
    </div>
  );
}
