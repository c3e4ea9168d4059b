import { type AtSite, ranksOf } from "#features/desk/lists-store.ts";
import { inTopic, type TopicPage } from "#features/reading/topics.ts";
import { absentFrom, lastChoices, topicsFor, topicsOf } from "./desk-store.ts";
import type { TopicLine, TopicOfArticle } from "./lines.ts";

/** Lines of the record of a topic that are shown, and absent articles. */
const SHOWN = 20;

/** The topics that somebody may choose for. */
export async function topicsToChooseFor(staff: AtSite): Promise<TopicLine[]> {
  return topicsFor(await ranksOf(staff));
}

/** A topic with everything that is chosen for it. */
export type ChosenTopic = {
  topic: TopicLine;
  shown: TopicPage;
  absent: Awaited<ReturnType<typeof absentFrom>>;
  record: Awaited<ReturnType<typeof lastChoices>>;
};

/** Null where there is no such topic for this person, or no such page of it. */
export async function chosenFor(staff: AtSite, topicId: number, page: number): Promise<ChosenTopic | null> {
  const [topic] = await topicsFor(await ranksOf(staff), topicId);
  if (topic === undefined) return null;
  const [shown, absent, record] = await Promise.all([
    inTopic(staff.siteId, topicId, page),
    absentFrom(topicId, SHOWN),
    lastChoices(topicId, SHOWN),
  ]);
  return shown && { topic, shown, absent, record };
}

/** Where an article stands, and where else it could. */
export async function topicsBeside(
  staff: AtSite,
  articleId: number,
): Promise<{ standsIn: TopicOfArticle[]; others: TopicLine[] }> {
  const [topics, chosen] = await Promise.all([topicsToChooseFor(staff), topicsOf(articleId)]);
  const choiceOf = ({ id }: TopicLine) => chosen.find(({ topicId }) => topicId === id)?.choice;
  return {
    standsIn: topics.flatMap((topic) => {
      const choice = choiceOf(topic);
      return choice === undefined ? [] : [{ ...topic, choice }];
    }),
    others: topics.filter((topic) => choiceOf(topic) === undefined),
  };
}
