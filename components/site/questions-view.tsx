import { questionsPath } from "#features/addresses/lists.ts";
import { askPath, lookUpPath } from "#features/addresses/questions.ts";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { CardItem } from "./card.tsx";
import { ListHead } from "./list-view.tsx";
import { Pages } from "./pages.tsx";

type Props = { cards: Card[]; page: number; pages: number };

/** Questions of citizens that are answered, and the ways to ask and to look up. */
export function QuestionsView({ cards, page, pages }: Props) {
  return (
    <div className="listing">
      <ListHead title={say("questions.title")} page={page}>
        <p className="list-intro">{cards.length === 0 ? say("questions.empty") : say("questions.intro")}</p>
        <p className="question-ways">
          <a className="main" href={askPath}>
            {say("questions.ask")}
          </a>
          <a href={lookUpPath}>{say("questions.lookUp")}</a>
        </p>
      </ListHead>
      {cards.map((card, at) => (
        <CardItem key={card.number} card={card} level={2} look="listed" withSection isFirst={at < 2} />
      ))}
      <Pages addressOf={questionsPath} page={page} pages={pages} />
    </div>
  );
}
