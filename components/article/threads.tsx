import { CardItem } from "#components/site/card.tsx";
import type { Thread } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";

/** The topics in which an article stands, each with the newest others in it. */
export function Threads({ threads }: { threads: readonly Thread[] }) {
  return threads.map(({ number, title, path, others }) => (
    <section key={number} className="thread" aria-labelledby={`dong-su-kien-${number}`}>
      <p className="thread-name">{say("topic.name")}</p>
      <h2 id={`dong-su-kien-${number}`}>
        <a href={path}>{title}</a>
      </h2>
      {others.map((card) => (
        <CardItem key={card.number} card={card} level={3} look="line" />
      ))}
    </section>
  ));
}
