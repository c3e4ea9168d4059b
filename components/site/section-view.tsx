import { homePath, sectionPath } from "#features/addresses/public.ts";
import { cardsOn, type FrontPage } from "#features/reading/front.ts";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { CardItem } from "./card.tsx";
import { FrontView } from "./front-view.tsx";
import { Pages } from "./pages.tsx";

type Props = {
  section: Section;
  path: Section[];
  /** Sections right below this one that readers know. */
  below: Section[];
  page: number;
  pages: number;
  cards: Card[];
  /** What stands above the first page's list, and in it no more. */
  front: FrontPage | null;
  now: Date;
};

/** A section that readers have known and that is empty by now keeps its address; from here there is a way on. */
function NothingHere({ above }: { above: Section | undefined }) {
  return (
    <div className="empty">
      <p>{say("emptySection.sentence")}</p>
      <ul className="chips">
        {above === undefined ? null : (
          <li>
            <a href={sectionPath(above.slug)}>{say("emptySection.above", { section: above.name })}</a>
          </li>
        )}
        <li>
          <a href={homePath}>{say("emptySection.home")}</a>
        </li>
      </ul>
    </div>
  );
}

export function SectionView({ section, path, below, page, pages, cards: listed, front, now }: Props) {
  const above = new Set(front === null ? [] : cardsOn(front).map(({ number }) => number));
  const cards = listed.filter(({ number }) => !above.has(number));
  return (
    <div className="listing">
      <header className="section-head">
        {path.length > 1 ? <Breadcrumb path={path.slice(0, -1)} /> : null}
        <h1>
          {section.name}
          {page > 1 ? <span className="page-number"> – {say("page", { page })}</span> : null}
        </h1>
        {below.length === 0 ? null : (
          <nav aria-label={say("subsections")}>
            <ul className="chips">
              {below.map(({ id, name, slug }) => (
                <li key={id}>
                  <a href={sectionPath(slug)}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      {front === null ? null : <FrontView front={front} now={now} />}
      {listed.length === 0 && above.size === 0 ? <NothingHere above={path.at(-2)} /> : null}
      {cards.map((card, at) => (
        <CardItem
          key={card.number}
          card={card}
          level={2}
          look="listed"
          withSection={card.section.id !== section.id}
          isFirst={at < 2 && above.size === 0}
          now={now}
        />
      ))}
      <Pages {...{ page, pages }} addressOf={(number) => sectionPath(section.slug, number)} />
    </div>
  );
}
