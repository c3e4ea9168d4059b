import type { ReactNode } from "react";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { Trail } from "./breadcrumb.tsx";
import { CardItem } from "./card.tsx";
import { Pages } from "./pages.tsx";

type Step = { words: string; path: string };

/** The head of a page that lists something. @param above what lies above it, the home page aside */
export function ListHead({
  title,
  page = 1,
  above = [],
  children,
}: {
  title: string;
  page?: number;
  above?: readonly Step[];
  children?: ReactNode;
}) {
  return (
    <header className="section-head">
      <Trail steps={above} />
      <h1>
        {title}
        {page > 1 ? <span className="page-number"> – {say("page", { page })}</span> : null}
      </h1>
      {children}
    </header>
  );
}

type Props = {
  title: string;
  /** One sentence under it. */
  intro: string;
  above?: readonly Step[];
  page: number;
  pages: number;
  pathOf: (page: number) => string;
  cards: Card[];
};

/** Articles that have something in common other than their section. */
export function ListView({ title, intro, above, page, pages, pathOf, cards }: Props) {
  return (
    <div className="listing">
      <ListHead title={title} page={page} {...(above ? { above } : {})}>
        <p className="list-intro">{intro}</p>
      </ListHead>
      {cards.map((card, at) => (
        <CardItem key={card.number} card={card} level={2} look="listed" withSection isFirst={at < 2} />
      ))}
      <Pages addressOf={pathOf} page={page} pages={pages} />
    </div>
  );
}
