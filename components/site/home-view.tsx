import { sectionPath } from "#features/addresses/public.ts";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";
import { CardItem } from "./card.tsx";

type Props = { newest: Card[]; sections: { section: Section; cards: Card[] }[] };

/** The newest of all, then what else each section has. What is old leads neither: it is a line with its date. */
export function HomeView({ newest, sections }: Props) {
  const [lead, ...others] = newest;
  if (lead === undefined && sections.length === 0) return <p className="empty">{say("nothingYet")}</p>;
  return (
    <>
      {lead === undefined ? null : (
        <section className="front" aria-labelledby="tin-moi">
          <h2 id="tin-moi" className="unseen">
            {say("newest")}
          </h2>
          <CardItem card={lead} level={3} look="lead" withSection isFirst />
          {others.length === 0 ? null : (
            <div className="others">
              {others.map((card) => (
                <CardItem key={card.number} card={card} level={3} look="line" withPicture withSection />
              ))}
            </div>
          )}
        </section>
      )}
      {sections.length === 0 ? null : (
        <div className="blocks">
          {sections.map(({ section, cards }) => (
            <section key={section.id} className="block" aria-labelledby={`muc-${section.id}`}>
              <h2 id={`muc-${section.id}`}>
                <a href={sectionPath(section.slug)}>{section.name}</a>
              </h2>
              {cards.map((card, at) => (
                <CardItem key={card.number} card={card} level={3} look={at === 0 && card.isNews ? "full" : "line"} />
              ))}
            </section>
          ))}
        </div>
      )}
    </>
  );
}
