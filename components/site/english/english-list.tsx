import { OverMark } from "#components/article/validity.tsx";
import { englishPath } from "#features/addresses/english.ts";
import { homePath } from "#features/addresses/public.ts";
import type { EnglishCard, EnglishPage } from "#features/reading/english.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { dayInEnglish, isoOf, isSameDay, midnightAfter, timeOf } from "#lib/dates.ts";
import { CardPicture, PICTURES } from "../card.tsx";
import { excerptOf } from "../excerpt.ts";
import { EnglishPages } from "./english-pages.tsx";
import { englishHeadWords } from "./head-words.ts";

/** All that a site has in English, the newest first; above it the pages that say who one is and how one is reached. */
export function EnglishList({ own, cards, page, pages, now }: EnglishPage & { now: Date }) {
  const Title = page > 1 ? "h1" : "h2";
  const hasToday = cards.some(({ shownAt }) => isSameDay(shownAt, now));
  const isEmpty = own.length === 0 && cards.length === 0;
  return (
    <div className="listing" {...(hasToday ? { [LASTS_UNTIL]: midnightAfter(now).toISOString() } : {})}>
      {own.length === 0 ? null : (
        <nav aria-labelledby="about-us">
          <h2 id="about-us" className="pinned-name">
            {say("list.pages")}
          </h2>
          <ul className="own-pages in-english">
            {own.map(({ number, path, title }) => (
              <li key={number}>
                <a href={path}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isEmpty ? (
        <>
          <p className="list-intro">{say("list.empty")}</p>
          <p>
            <a href={homePath} hrefLang="vi">
              {say("list.toVietnamese")}
            </a>
          </p>
        </>
      ) : null}
      {cards.length === 0 ? null : (
        // The first page is headed by the site's name.
        <Title className="pinned-name">
          {say("list.title")}
          {page > 1 ? <span className="page-number"> – {say("page", { page })}</span> : null}
        </Title>
      )}
      {cards.map((card, at) => (
        <EnglishItem key={card.number} {...{ card, now }} level={page > 1 ? 2 : 3} isFirst={at < 2} />
      ))}
      <EnglishPages addressOf={englishPath} page={page} pages={pages} />
    </div>
  );
}

function EnglishItem({ card, level, isFirst, now }: { card: EnglishCard; level: 2 | 3; isFirst: boolean; now: Date }) {
  const Heading = `h${level}` as const;
  const excerpt = excerptOf(card.standfirst);
  return (
    <article className="card listed">
      {card.picture === null ? null : (
        <CardPicture
          path={card.path}
          picture={card.picture}
          focus={card.lead.focus}
          {...PICTURES.listed}
          isFirst={isFirst}
        />
      )}
      <Heading>
        <a href={card.path}>{card.title}</a>
      </Heading>
      {excerpt === "" ? null : <p className="excerpt">{excerpt}</p>}
      <p className="meta">
        <time dateTime={isoOf(card.shownAt)}>{hourOrDay(card.shownAt, now)}</time>
        <OverMark endsAt={card.endsAt} now={now} words={englishHeadWords} />
      </p>
    </article>
  );
}

const hourOrDay = (moment: Date, now: Date) =>
  isSameDay(moment, now) ? say("todayAt", { time: timeOf(moment) }) : dayInEnglish(moment);
