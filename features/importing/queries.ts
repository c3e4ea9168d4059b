import { setImmediate as turn } from "node:timers/promises";
import { type Tx, transaction } from "#db/transaction.ts";
import { hashOnScreen } from "#features/drafts/cut.ts";
import { NOTHING, sinceOf, typedBy } from "#features/drafts/known.ts";
import type { Staff } from "#features/identity/actor.ts";
import { article } from "#features/kinds/article.ts";
import { contentAs, kindOf } from "#features/kinds/kinds.ts";
import { sectionsOf } from "#features/sections/store.ts";
import { sectionOf } from "#features/text/kind.ts";
import { newestKnown } from "#features/workflow/known-store.ts";
import type { Batch, BatchArticle, BatchPage } from "./batch.ts";
import { batchDigest } from "./batch-digest.ts";
import { findBatches, findWaiting, type WaitingRow } from "./batch-store.ts";
import { pathOf } from "./sections.ts";

type Looker = Pick<Staff, "siteId" | "personId">;

/** Articles that are looked at and confirmed in one press: a person cannot look at more. */
const SHOWN_AT_ONCE = 50;

/** Batches of migrated articles, those that wait first. */
export function batches(looker: Looker): Promise<Batch[]> {
  return transaction((tx) => findBatches(tx, looker, null));
}

/** One batch as an approver looks at it; null when there is none that concerns this person. */
export function batch(looker: Looker, batchId: number): Promise<BatchPage | null> {
  return transaction((tx) => batchIn(tx, looker, batchId));
}

export async function batchIn(tx: Tx, looker: Looker, batchId: number): Promise<BatchPage | null> {
  const [found] = await findBatches(tx, looker, batchId);
  if (!found) return null;
  const tree = await sectionsOf(tx, looker.siteId);
  const sectionIds = new Set(tree.map(({ id }) => id));
  const rows = await findWaiting(tx, looker, batchId, SHOWN_AT_ONCE);
  const known = await newestKnown(
    tx,
    looker.personId,
    rows.map(({ number }) => number),
  );
  const articles: BatchArticle[] = [];
  for (const row of rows) {
    // Others are answered between two of them.
    await turn();
    const section = tree.find(({ id }) => id === sectionOf(kindOf(row.document), row.buffer.content));
    const own =
      (await typedBy(looker.personId, row)) ?? known.find(({ documentId }) => documentId === row.number) ?? null;
    articles.push(await articleOf(row, section ? pathOf(tree, section) : "", sectionIds, looker, sinceOf(own)));
  }
  return { ...found, articles, digest: batchDigest(articles.filter(({ mayConfirm }) => mayConfirm)) };
}

async function articleOf(
  row: WaitingRow,
  section: string,
  sectionIds: Set<number>,
  { personId }: Looker,
  since: string,
): Promise<BatchArticle> {
  const content = contentAs("article", row.document, row.buffer.content);
  const gaps = article
    .gaps(content, { sectionIds })
    .filter(({ field, blocks }) => field !== "byline" || blocks !== "advice");
  const hash = (await hashOnScreen(row)) ?? "";
  const decides = row.rank >= 3 && row.openedBy !== personId;
  const changed = since !== NOTHING && since !== hash;
  return {
    ...{ number: row.number, headline: content.headline, section, fileName: row.fileName, oldPaths: row.oldPaths },
    datedAt: content.datedAt === null ? null : new Date(content.datedAt),
    views: row.importedViews,
    problems: gaps.map(({ sentence }) => sentence),
    hash,
    since,
    mayConfirm: decides && !changed,
    changed: decides && changed,
  };
}
