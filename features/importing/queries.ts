import { setImmediate as turn } from "node:timers/promises";
import { type Tx, transaction } from "#db/transaction.ts";
import { type Ranks, ranksOf } from "#features/desk/lists-store.ts";
import { hashOnScreen } from "#features/drafts/cut.ts";
import { NOTHING, sinceOf, typedBy } from "#features/drafts/known.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { contentAs } from "#features/kinds/kinds.ts";
import { approves } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { pathOf } from "#features/sites/tree.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { newestKnown } from "#features/workflow/known-store.ts";
import { isOpenTo } from "#features/workflow/policy.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStories } from "#features/workflow/story-store.ts";
import { isTheirs } from "#features/workflow/who-may.ts";
import type { Batch, BatchArticle, BatchPage } from "./batch.ts";
import { batchDigest } from "./batch-digest.ts";
import { type BatchRow, findBatches, findWaiting, type WaitingRow, type Which } from "./batch-store.ts";

type Looker = Pick<Staff, "siteId" | "personId">;

/** Articles that are looked at and confirmed in one press: a person cannot look at more. */
const SHOWN_AT_ONCE = 50;

/** Batches on one page; the most that wait at a time, of which nobody has ever had as many. */
const BATCHES_SHOWN = 50;
const MOST_WAITING = 200;

/** Batches of migrated articles of which some wait, the newest first. */
export function batchesWaiting(looker: Looker): Promise<Batch[]> {
  return found(looker, "waiting", MOST_WAITING);
}

/**
 * Batches of which nothing waits, the newest first.
 * @param before goes on from a batch, by its number
 * @returns those of one page, and from which number on the next one goes
 */
export async function batchesDone(looker: Looker, before: number | null) {
  const all = await found(looker, { doneBefore: before }, BATCHES_SHOWN + 1);
  const done = all.slice(0, BATCHES_SHOWN);
  return { done, older: all.length > BATCHES_SHOWN ? (done.at(-1)?.id ?? null) : null };
}

/** Whether the list of batches is anything to somebody: they decide about articles, made a batch or have a say in one. */
export async function concernedByBatches(staff: Looker & Pick<Staff, "grants">): Promise<boolean> {
  if (approves(staff)) return true;
  const [waiting, done] = await Promise.all([found(staff, "waiting", 1), found(staff, { doneBefore: null }, 1)]);
  return waiting.length + done.length > 0;
}

async function found(looker: Looker, which: Which, limit: number): Promise<Batch[]> {
  const ranks = await ranksOf(looker);
  const rows = await transaction((tx) => findBatches(tx, ranks, which, limit));
  return rows.map((row) => batchOf(row, ranks, decidedBy(ranks, row)));
}

/** One batch as an approver looks at it; null when there is none that concerns this person. */
export async function batch(looker: Looker, batchId: number): Promise<BatchPage | null> {
  const ranks = await ranksOf(looker);
  return transaction((tx) => batchIn(tx, ranks, batchId));
}

async function batchIn(tx: Tx, looker: Ranks, batchId: number): Promise<BatchPage | null> {
  const [row] = await findBatches(tx, looker, { id: batchId }, 1);
  if (!row) return null;
  const decided = decidedBy(looker, row);
  const tree = await sectionsOf(tx, looker.siteId);
  const sectionIds = new Set(tree.map(({ id }) => id));
  const waiting = await findWaiting(tx, looker, { batchId, decided, limit: SHOWN_AT_ONCE });
  const numbers = waiting.map(({ number }) => number);
  const known = await newestKnown(tx, looker.personId, numbers);
  const stories = await findStories(tx, looker.siteId, numbers);
  const articles: BatchArticle[] = [];
  for (const one of waiting) {
    // Others are answered between two of them.
    await turn();
    const story = stories.get(one.number);
    if (!story?.buffer) throw new Error(`document ${one.number} of batch ${batchId} has no text`);
    const section = tree.find(({ id }) => id === story.sectionId);
    const own =
      (await typedBy(looker.personId, story)) ?? known.find(({ documentId }) => documentId === one.number) ?? null;
    articles.push({
      ...articleOf(one, contentAs("article", story.document, story.buffer.content), sectionIds),
      section: section ? pathOf(tree, section) : "",
      ...(await decisionOn(tx, looker, story, sinceOf(own))),
    });
  }
  return {
    ...batchOf(row, looker, decided),
    articles,
    digest: batchDigest(articles.filter(({ mayConfirm }) => mayConfirm)),
  };
}

/** The sections in which somebody decides about a batch. All of it was opened by who made it, and none of it was ever live. */
function decidedBy({ personId, sectionIds, ranks }: Ranks, { madeById }: BatchRow): number[] {
  const presser = { kind: "person", personId, isWriter: false } as const;
  const parties = { openedBy: madeById, owedBy: null };
  return sectionIds.filter((_, at) => {
    const rank = ranks[at] ?? 0;
    return isTheirs({ ...presser, rank, liveRank: rank }, "approve", parties);
  });
}

function batchOf({ madeById, waitingIn, ...row }: BatchRow, { personId }: Ranks, decided: readonly number[]): Batch {
  const forMe = waitingIn.filter(({ sectionId }) => decided.includes(sectionId));
  return { ...row, isMine: madeById === personId, waitingForMe: forMe.reduce((sum, { waiting }) => sum + waiting, 0) };
}

function articleOf(row: WaitingRow, content: ArticleContent, sectionIds: Set<number>) {
  const gaps = article
    .gaps(content, { sectionIds })
    .filter(({ field, blocks }) => field !== "byline" || blocks !== "advice");
  return {
    ...{ number: row.number, headline: content.headline, fileName: row.fileName, oldPaths: row.oldPaths },
    datedAt: content.datedAt === null ? null : new Date(content.datedAt),
    views: row.importedViews,
    problems: gaps.map(({ sentence }) => sentence),
  };
}

/** Whether this press may be theirs, as at every other place the policy says it, and of which text it would be. */
async function decisionOn(tx: Tx, looker: Looker, story: Story, since: string) {
  const hash = (await hashOnScreen(story)) ?? "";
  const decides = isOpenTo(await askerOf(tx, looker, story), "approve", story);
  const changed = since !== NOTHING && since !== hash;
  return { hash, since, mayConfirm: decides && !changed, changed: decides && changed };
}
