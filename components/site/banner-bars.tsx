import type { Banner, Banners } from "#features/reading/banners.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { say } from "#features/reading/words.ts";
import { isoOf, momentInWords } from "#lib/dates.ts";

/** What stands above everything until its hour. A page is kept no longer than until one of them ends or begins. */
export function BannerBars({ banners: { shown, until } }: { banners: Banners }) {
  const lasts = until === null ? {} : { [LASTS_UNTIL]: until.toISOString() };
  if (shown.length === 0) return until === null ? null : <span hidden {...lasts} />;
  return (
    <section className="banners" aria-label={say("banners.name")} {...lasts}>
      {shown.map((banner) => (
        <Bar key={banner.number} {...banner} />
      ))}
    </section>
  );
}

function Bar({ level, words, link, ends }: Banner) {
  return (
    <div className={`banner banner-${level}`}>
      <div className="sheet">
        <p>
          <strong className="banner-level">{say(`banners.${level}`)}</strong>{" "}
          <span className="banner-words">{words}</span>
        </p>
        {ends === null ? null : (
          <p className="banner-ends">
            {say("banners.until")} <time dateTime={isoOf(ends)}>{momentInWords(ends)}</time>
          </p>
        )}
        {link === null ? null : (
          <a className="banner-more" href={link}>
            {say("banners.more")}
            <span className="unseen">: {say(`banners.${level}`)}</span>
          </a>
        )}
      </div>
    </div>
  );
}
