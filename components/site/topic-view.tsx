import { Abbreviations } from "#components/article/abbreviated.tsx";
import { ArticleBody } from "#components/article/body.tsx";
import { BodyFigure } from "#components/article/body-figure.tsx";
import { bodyWords } from "#components/article/body-words.ts";
import { topicPath, topicsPath } from "#features/addresses/lists.ts";
import { leadFigure } from "#features/kinds/lead.ts";
import type { TopicPage } from "#features/reading/topics.ts";
import type { LiveTopic } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { pictureIn } from "#features/text/figures.ts";
import { isEmptyBody, plainText, shownBody } from "#features/text/plain.ts";
import { momentInWords } from "#lib/dates.ts";
import { CardItem } from "./card.tsx";
import { inFigures } from "./count.ts";
import { Dated } from "./dated.tsx";
import { ListHead } from "./list-view.tsx";
import { Pages } from "./pages.tsx";
import { Standfirst } from "./standfirst.tsx";

type Props = {
  topic: LiveTopic;
  /** What stands in it now; nothing before anybody has chosen any. */
  shown: TopicPage;
  /** For staff, who sign its words: pictures that are not there, marked. */
  marksAwaited?: boolean;
};

/**
 * A topic as readers see it: what it is about, what is pinned, and then the newest first. The desk shows a text under review with the
 * same component.
 */
export function TopicView({ topic, shown, marksAwaited = false }: Props) {
  const { title, slug } = topic.content;
  const { pinned, cards, listed, page, pages } = shown;
  return (
    <div className="listing topic">
      <ListHead title={title} page={page} above={[{ words: say("topics.title"), path: topicsPath() }]}>
        {page > 1 ? null : <Said topic={topic} marksAwaited={marksAwaited} />}
        <p className="list-intro">
          {listed === 0 ? say("topic.empty") : say("topic.intro", { count: inFigures(listed) })}
        </p>
      </ListHead>
      {pinned.length === 0 ? null : <h2 className="pinned-name">{say("topic.pinned")}</h2>}
      {pinned.map((card, at) => (
        <CardItem key={card.number} card={card} level={3} look="listed" withSection isFirst={at < 2} />
      ))}
      {pinned.length === 0 || cards.length === 0 ? null : <h2 className="pinned-name">{say("topic.newest")}</h2>}
      {cards.map((card, at) => (
        <CardItem
          key={card.number}
          card={card}
          level={pinned.length === 0 ? 2 : 3}
          look="listed"
          withSection
          isFirst={pinned.length === 0 && at < 2}
        />
      ))}
      <Pages addressOf={(number) => topicPath(slug, number)} page={page} pages={pages} />
    </div>
  );
}

/** Its own words, which stand on its first page alone. */
function Said({ topic, marksAwaited }: Required<Pick<Props, "topic" | "marksAwaited">>) {
  const { content, pictures, updatedAt } = topic;
  const lead = leadFigure(content.lead);
  const words = marksAwaited ? { ...bodyWords, awaited: say("awaited") } : bodyWords;
  return (
    <>
      {updatedAt === null ? null : (
        <p className="date-line">
          <Dated at={updatedAt} said={say("updated", { moment: momentInWords(updatedAt) })} />
        </p>
      )}
      <Standfirst text={content.standfirst} />
      {lead === null ? null : (
        <div className="body lead-picture">
          <BodyFigure
            figure={lead}
            picture={pictures.get(pictureIn(lead.attrs) ?? "")}
            isFirst
            isLead
            isWide={false}
            words={words}
          />
        </div>
      )}
      {isEmptyBody(content.body) ? null : (
        <div className="body">
          <ArticleBody body={content.body} pictures={pictures} words={words} isLed={lead !== null} />
        </div>
      )}
      <Abbreviations of={[content.standfirst, content.lead.caption, plainText(shownBody(content.body, pictures))]} />
    </>
  );
}
