import { type Tx, transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { documentFact, inList } from "#features/facts/facts.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { maySee, permitChoosing } from "#features/workflow/policy.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Choice, choicesAfter, MOST_PINNED, standsIn } from "./choice.ts";
import { countPinned, editsSomewhere, holdBoth, insertChoice, standOf } from "./store.ts";

type By = { siteId: number; personId: number };
type Said = { topicId: number; articleId: number; choice: Choice };

/**
 * Puts a live article into a topic, takes it out, pins it to the top or lets it down again: for readers at once, and for good in the
 * record of the topic. What undoes it is the opposite press.
 *
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`
 */
export async function choose(by: By, said: Said): Promise<void> {
  await transaction((tx) => chooseIn(tx, by, said));
}

/** The same in a transaction that does more. */
export async function chooseIn(tx: Tx, { siteId, personId }: By, { topicId, articleId, choice }: Said): Promise<void> {
  const held = await holdBoth(tx, siteId, [topicId, articleId]);
  const topic = held.find(({ id, kind }) => id === topicId && kind === "topic");
  const permit = permitChoosing({
    ...{ siteId, topicId, personId },
    edits: await editsSomewhere(tx, siteId, personId),
    knows:
      topic !== undefined && (topic.visibility !== "never_live" || (await sees(tx, { siteId, personId }, topicId))),
  });
  const article = held.find(({ id, kind }) => id === articleId && kind === "article");
  const stand = await standOf(tx, topicId, articleId);
  if (article === undefined || (!standsIn(stand) && article.visibility !== "live")) {
    throw new Refusal(
      "wrong_state",
      `Không có bài số ${articleId} đang đăng trên trang này: chỉ bài đang đăng mới đưa vào dòng sự kiện được.`,
    );
  }
  if (!choicesAfter(stand).includes(choice)) throw new Refusal("wrong_state", ALREADY[choice]);
  if (choice === "pinned" && (await countPinned(tx, topicId)) >= MOST_PINNED) {
    throw new Refusal("wrong_state", `Dòng sự kiện đã ghim ${MOST_PINNED} bài: bỏ ghim một bài rồi ghim bài này.`);
  }
  await insertChoice(tx, permit, articleId, choice);
  await announce(tx, siteId, [inList("topic", topicId), documentFact(articleId)]);
}

async function sees(tx: Tx, by: By, topicId: number): Promise<boolean> {
  const story = await findStory(tx, by.siteId, topicId);
  return story !== null && maySee(await askerOf(tx, by, story));
}

/** Somebody else was quicker, or the page is old. */
const ALREADY: Readonly<Record<Choice, string>> = {
  added: "Bài này đã có trong dòng sự kiện.",
  removed: "Bài này không còn trong dòng sự kiện.",
  pinned: "Bài này đã được ghim, hoặc không còn trong dòng sự kiện.",
  unpinned: "Bài này không còn được ghim.",
};
