import { sectionPath } from "#features/addresses/public.ts";
import type { Card } from "#features/reading/types.ts";
import { dayOf, isoOf } from "#lib/dates.ts";
import { excerptOf } from "./excerpt.ts";

type Props = {
  card: Card;
  level: 2 | 3;
  /** `lead` is the first story of a page, `full` has a standfirst, `line` is a headline and a date. */
  look: "lead" | "full" | "line";
  /** Left out where the section is said by the list. */
  withSection?: boolean;
};

/** An article in a list: one link, the headline, so that it is one stop for a keyboard and is read once. */
export function CardItem({ card, level, look, withSection = false }: Props) {
  const Heading = `h${level}` as const;
  const excerpt = look === "line" ? "" : excerptOf(card.standfirst);
  return (
    <article className={`card ${look}`}>
      {look === "line" || card.kicker === "" ? null : <p className="kicker">{card.kicker}</p>}
      <Heading>
        <a href={card.path}>{card.headline}</a>
      </Heading>
      {excerpt === "" ? null : <p className="excerpt">{excerpt}</p>}
      <p className="meta">
        {withSection ? <a href={sectionPath(card.section.slug)}>{card.section.name}</a> : null}
        <time dateTime={isoOf(card.shownAt)}>{dayOf(card.shownAt)}</time>
      </p>
    </article>
  );
}
