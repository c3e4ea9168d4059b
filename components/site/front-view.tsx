import { OverMark } from "#components/article/validity.tsx";
import type { MostRead } from "#features/fronts/fill.ts";
import type { FrontBand, FrontList, FrontPage, Named } from "#features/reading/front.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { safeHref } from "#features/text/address.ts";
import { dayOf, isoOf, isSameDay, timeOf } from "#lib/dates.ts";
import { CardItem } from "./card.tsx";

type Props = {
  front: FrontPage;
  now: Date;
  /** Words where nothing stands there at all. */
  nothing?: string;
};

/** A front: its bands one below the other, each in the look of its template. */
export function FrontView({ front: { bands, until }, now, nothing = "" }: Props) {
  if (bands.length === 0) return nothing === "" ? null : <p className="empty">{nothing}</p>;
  const lasts = until === null ? {} : { [LASTS_UNTIL]: until.toISOString() };
  return (
    <div className="bands" {...lasts}>
      {bands.map((band, at) => (
        <FrontBandView key={band.id} band={band} now={now} isFirst={at === 0} />
      ))}
    </div>
  );
}

type BandProps = { band: FrontBand; now: Date; isFirst: boolean };

function FrontBandView({ band, now, isFirst }: BandProps) {
  const id = `dai-${band.id}`;
  const [list] = band.lists;
  const cards = list?.slots.map(({ card }) => card) ?? [];
  switch (band.template) {
    case "lead":
      return (
        <section className="band" aria-labelledby={id}>
          <BandHead id={id} band={band} isUnseen={band.title === ""} />
          <Lead {...{ cards, now, isFirst }} />
        </section>
      );
    case "sections":
      return (
        <div className="blocks">
          {band.lists.map((one) => (
            <Block key={one.key} list={one} now={now} />
          ))}
        </div>
      );
    case "articles":
      return (
        <section className="band" aria-labelledby={id}>
          <BandHead id={id} band={band} />
          <Articles slots={list?.slots ?? []} now={now} />
        </section>
      );
    case "newest":
    case "notices":
      return (
        <section className="band" aria-labelledby={id}>
          <BandHead id={id} band={band} />
          <ol className="clock-lines">
            {cards.map((card) => (
              <ClockLine key={card.number} card={card} now={now} />
            ))}
          </ol>
        </section>
      );
    case "pictures":
      return (
        <section className="band" aria-labelledby={id}>
          <BandHead id={id} band={band} />
          <div className="strip-row">
            {cards.map((card) => (
              <CardItem key={card.number} card={card} level={3} look="strip" now={now} />
            ))}
          </div>
        </section>
      );
    case "most_read":
      return (
        <section className="band" aria-labelledby={id}>
          <BandHead id={id} band={band} />
          <div className="ranked">
            {band.lists.map((one) => (
              <Ranked key={one.key} list={one} />
            ))}
          </div>
        </section>
      );
    case "tiles":
      return (
        <section className="band" aria-labelledby={id}>
          <BandHead id={id} band={band} />
          <ul className="tiles">
            {band.tiles.map(({ words, address }) => (
              <li key={`${words} ${address}`}>
                <a href={safeHref(address) ?? undefined}>{words}</a>
              </li>
            ))}
          </ul>
        </section>
      );
  }
}

/** What a band is called: by its own title, by what it is of, or by what it is. */
function BandHead({
  id,
  band: { title, template, of },
  isUnseen = false,
}: {
  id: string;
  band: FrontBand;
  isUnseen?: boolean;
}) {
  const words = title || of?.name || say(`front.${template}`);
  return (
    <h2 id={id} className={isUnseen ? "unseen" : "band-head"}>
      {of === null || of.path === null || isUnseen ? words : <a href={of.path}>{words}</a>}
    </h2>
  );
}

/** The story that leads, and those beside it. */
function Lead({ cards: [first, ...others], now, isFirst }: { cards: Card[]; now: Date; isFirst: boolean }) {
  if (first === undefined) return null;
  return (
    <div className="front">
      <CardItem card={first} level={3} look="lead" withSection isFirst={isFirst} now={now} />
      {others.length === 0 ? null : (
        <div className="others">
          {others.map((card) => (
            <CardItem key={card.number} card={card} level={3} look="line" withPicture withSection now={now} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What is old leads nowhere, unless somebody has put it there. */
const lookOfFirst = ({ isNew, isPinned }: FrontList["slots"][number]) => (isNew || isPinned ? "full" : "line");

/** One story with a picture and what follows it as headlines. */
function Articles({ slots: [first, ...others], now }: Pick<FrontList, "slots"> & { now: Date }) {
  if (first === undefined) return null;
  return (
    <div className="led">
      <CardItem card={first.card} level={3} look={lookOfFirst(first)} now={now} />
      {others.length === 0 ? null : (
        <div className="led-by">
          {others.map(({ card }) => (
            <CardItem key={card.number} card={card} level={3} look="line" now={now} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What a section has. */
function Block({ list: { key, of, slots }, now }: { list: FrontList; now: Date }) {
  const section = of as Named;
  return (
    <section className="block" aria-labelledby={`muc-${key}`}>
      <h2 id={`muc-${key}`}>{section.path === null ? section.name : <a href={section.path}>{section.name}</a>}</h2>
      {slots.map((slot, at) => (
        <CardItem
          key={slot.card.number}
          card={slot.card}
          level={3}
          look={at === 0 ? lookOfFirst(slot) : "line"}
          now={now}
        />
      ))}
    </section>
  );
}

/** What was read most, first. Its places have no numbers: what stands elsewhere on the page has its place there. */
function Ranked({ list: { key, of, slots } }: { list: FrontList }) {
  const { hours, isWhole } = of as MostRead;
  return (
    <section aria-labelledby={`doc-${key}`}>
      <h3 id={`doc-${key}`} className="ranked-head">
        {say("front.readIn", { hours, isWhole: String(isWhole) })}
      </h3>
      <ol className="ranks">
        {slots.map(({ card }) => (
          <li key={card.number}>
            <a href={card.path}>{card.headline}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A headline behind the hour at which it came: of another day, behind its date. */
function ClockLine({ card: { path, headline, shownAt, endsAt }, now }: { card: Card; now: Date }) {
  const isToday = isSameDay(shownAt, now);
  return (
    <li>
      <time dateTime={isoOf(shownAt)}>{isToday ? timeOf(shownAt) : dayOf(shownAt)}</time>
      <h3>
        <a href={path}>{headline}</a>
      </h3>
      <OverMark endsAt={endsAt} now={now} />
    </li>
  );
}
