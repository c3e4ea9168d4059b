import { randomUUID } from "node:crypto";
import type { Tx } from "#db/transaction.ts";
import { saveDraftIn } from "#features/drafts/commands.ts";
import { onScreenOf } from "#features/drafts/known.ts";
import { openDraftFrom, openEmptyDraft } from "#features/drafts/open.ts";
import { carryOutIn } from "#features/moves/commands.ts";
import { type Content, emptyContent, parseContent } from "#features/text/content.ts";
import { findStory } from "#features/workflow/story-store.ts";
import type { DemoArticle } from "./article.ts";
import { tagCalled } from "./store.ts";

type Desk = { siteId: number; reporterId: number; approverId: number; sectionIds: Map<string, number> };

/**
 * Written, submitted, approved and published by two people, with the commands that the desk uses. One that appeared
 * before there was a desk comes with its date and its count.
 */
export async function publish(tx: Tx, desk: Desk, article: DemoArticle, now: Date): Promise<void> {
  const { siteId, approverId } = desk;
  const articleId = await submit(tx, desk, article, now);
  const story = await findStory(tx, siteId, articleId);
  if (!story) throw new Error(`the demo lost article ${articleId}`);
  const seen = await onScreenOf(tx, approverId, story);
  await carryOutIn(tx, { siteId, personId: approverId }, ["approve", "publish"], articleId, seen);
}

/** Written and submitted by the reporter: waits for an approver. @returns its number */
export async function submit(tx: Tx, desk: Desk, article: DemoArticle, now: Date): Promise<number> {
  const articleId = await write(tx, desk, article, now);
  await carryOutIn(tx, { siteId: desk.siteId, personId: desk.reporterId }, "submit", articleId, {});
  return articleId;
}

/** A draft of the reporter. @returns its number */
export async function write(tx: Tx, desk: Desk, article: DemoArticle, now: Date): Promise<number> {
  const { siteId, reporterId } = desk;
  const { from } = article;
  const dated = from ? new Date(now.getTime() - from.hoursAgo * 3_600_000) : null;
  const content = await contentOf(tx, desk, article, dated);
  if (from) {
    const imported = { views: from.views, batchId: null, migrated: false };
    return openDraftFrom(tx, { siteId, by: reporterId, content, imported });
  }
  const articleId = await openEmptyDraft(tx, { siteId, by: reporterId });
  const save = { articleId, tab: randomUUID(), counter: 1, base: 1, content };
  await saveDraftIn(tx, { siteId, personId: reporterId }, save);
  return articleId;
}

async function contentOf(tx: Tx, desk: Desk, article: DemoArticle, dated: Date | null): Promise<Content> {
  const { section, secondSections = [], tags = [], body, from: _, ...rest } = article;
  const tagIds: number[] = [];
  for (const name of tags) tagIds.push(await tagCalled(tx, desk.siteId, name));
  return parseContent({
    ...emptyContent(),
    ...rest,
    sectionId: idOf(desk, section),
    secondSectionIds: secondSections.map((name) => idOf(desk, name)),
    tagIds,
    datedAt: dated?.toISOString() ?? null,
    body: { type: "doc", content: body },
  });
}

function idOf({ sectionIds }: Desk, name: string): number {
  const id = sectionIds.get(name);
  if (id === undefined) throw new Error(`The demo has no section "${name}".`);
  return id;
}
