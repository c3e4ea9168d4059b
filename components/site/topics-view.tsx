import { topicsPath } from "#features/addresses/lists.ts";
import type { TopicCard } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { CardPicture, PICTURES } from "./card.tsx";
import { inFigures } from "./count.ts";
import { excerptOf } from "./excerpt.ts";
import { ListHead } from "./list-view.tsx";
import { Pages } from "./pages.tsx";

type Props = { topics: TopicCard[]; page: number; pages: number };

/** The topics of a site, the newest first, each with what it is about. */
export function TopicsView({ topics, page, pages }: Props) {
  return (
    <div className="listing">
      <ListHead title={say("topics.title")} page={page}>
        <p className="list-intro">{topics.length === 0 ? say("topics.empty") : say("topics.intro")}</p>
      </ListHead>
      {topics.map((topic, at) => (
        <TopicItem key={topic.number} topic={topic} isFirst={at < 2} />
      ))}
      <Pages addressOf={topicsPath} page={page} pages={pages} />
    </div>
  );
}

function TopicItem({ topic, isFirst }: { topic: TopicCard; isFirst: boolean }) {
  const { path, title, standfirst, picture, lead, listed } = topic;
  const excerpt = excerptOf(standfirst);
  return (
    <article className="card listed">
      {picture === null ? null : (
        <CardPicture {...{ path, picture, isFirst }} focus={lead.focus} {...PICTURES.listed} />
      )}
      <h2>
        <a href={path}>{title}</a>
      </h2>
      {excerpt === "" ? null : <p className="excerpt">{excerpt}</p>}
      <p className="meta">{say("articles", { count: inFigures(listed) })}</p>
    </article>
  );
}
