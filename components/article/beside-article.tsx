import { CardItem } from "#components/site/card.tsx";
import type { Beside } from "#features/reading/beside.ts";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";

/** The ways on from the end of an article: what it has to do with, and what came after and before it in its section. */
export function BesideArticle({ newer, older, related }: Omit<Beside, "threads">) {
  return (
    <>
      {related.length === 0 ? null : (
        <section className="related" aria-labelledby="tin-lien-quan">
          <h2 id="tin-lien-quan">{say("related")}</h2>
          <div className="related-cards">
            {related.map((card) => (
              <CardItem key={card.number} card={card} level={3} look="line" withPicture withSection />
            ))}
          </div>
        </section>
      )}
      {newer === null && older === null ? null : (
        <nav className="next-to" aria-label={say("nextTo")}>
          <Neighbour card={newer} words={say("newerArticle")} rel="next" />
          <Neighbour card={older} words={say("olderArticle")} rel="prev" />
        </nav>
      )}
    </>
  );
}

function Neighbour({ card, words, rel }: { card: Card | null; words: string; rel: "next" | "prev" }) {
  if (card === null) return null;
  return (
    <p>
      <span>{words}</span>
      <a href={card.path} rel={rel}>
        {card.headline}
      </a>
    </p>
  );
}
