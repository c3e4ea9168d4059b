import { englishPath } from "#features/addresses/english.ts";
import { questionsPath } from "#features/addresses/lists.ts";
import { FEED_FORMATS, feedPath } from "#features/addresses/machines.ts";
import { homePath, sectionPath } from "#features/addresses/public.ts";
import type { Site, TopicCard } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { TreeSection } from "#features/sites/tree.ts";

type Props = {
  site: Site;
  tree: readonly TreeSection[];
  /** The newest ones. */
  topics: readonly Pick<TopicCard, "number" | "title" | "path">[];
  origin: string;
  /** Something else stands where the answers would (`heldRoots`). */
  withoutAnswers?: boolean;
};

/** What feeds are for, and every feed there is, each with its address to be copied. */
export function FeedsView({ site, tree, topics, origin, withoutAnswers = false }: Props) {
  const opened = tree.filter((section) => section.opened);
  const others = [
    ...(withoutAnswers ? [] : [{ name: say("questions.title"), above: questionsPath() }]),
    ...(site.english.name === "" ? [] : [{ name: say("feeds.english"), above: englishPath() }]),
  ];
  return (
    <div className="feeds">
      <header className="section-head">
        <h1>{say("feeds.title")}</h1>
      </header>
      <p>{say("feeds.lead", { site: site.name })}</p>
      <p>{say("feeds.formats")}</p>
      <p>{say("feeds.updated")}</p>
      <h2>{say("feeds.all")}</h2>
      <ul className="feed-list">
        <Feed name={site.name} above={homePath} origin={origin} />
      </ul>
      {opened.length === 0 ? null : (
        <>
          <h2>{say("feeds.sections")}</h2>
          <ul className="feed-list">
            {opened.map(({ id, name, slug }) => (
              <Feed key={id} name={name} above={sectionPath(slug)} origin={origin} />
            ))}
          </ul>
        </>
      )}
      {topics.length === 0 ? null : (
        <>
          <h2>{say("feeds.topics")}</h2>
          <ul className="feed-list">
            {topics.map(({ number, title, path }) => (
              <Feed key={number} name={title} above={path} origin={origin} />
            ))}
          </ul>
        </>
      )}
      {others.length === 0 ? null : (
        <>
          <h2>{say("feeds.byContent")}</h2>
          <ul className="feed-list">
            {others.map((one) => (
              <Feed key={one.above} {...one} origin={origin} />
            ))}
          </ul>
        </>
      )}
      <h2>{say("feeds.others")}</h2>
      <p>{say("feeds.howOthers")}</p>
    </div>
  );
}

/** Its name leads to the page that it follows; its addresses are words, so that they can be copied without a script. */
function Feed({ name, above, origin }: { name: string; above: string; origin: string }) {
  return (
    <li>
      <p className="feed-name">
        <a href={above}>{name}</a>
      </p>
      <p>
        <code>{origin + feedPath("rss", above)}</code>
      </p>
      <ul className="chips">
        {FEED_FORMATS.map((format) => (
          <li key={format}>
            <a href={feedPath(format, above)} aria-label={say("feeds.link", { format: say(`feeds.${format}`), name })}>
              {say(`feeds.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}
