import { randomUUID } from "node:crypto";
import { type Tx, transaction } from "#db/transaction.ts";
import { saveDraft } from "#features/drafts/commands.ts";
import { hashOnScreen } from "#features/drafts/cut.ts";
import { openDraftFrom } from "#features/drafts/open.ts";
import { type Content, emptyContent, parseContent } from "#features/text/content.ts";
import { carryOut, carryOutIn, start } from "#features/workflow/commands.ts";
import { findStory } from "#features/workflow/story-store.ts";
import type { DemoArticle } from "./article.ts";
import { tagCalled } from "./store.ts";

export type Desk = { siteId: number; reporterId: number; approverId: number; sectionIds: Map<string, number> };

/** Written, submitted, approved and published by two people, with the commands that the desk uses. */
export async function publishNew(desk: Desk, article: DemoArticle): Promise<void> {
  const { siteId, approverId } = desk;
  const articleId = await submit(desk, article);
  const hash = await transaction((tx) => hashOf(tx, siteId, articleId));
  await carryOut({ siteId, personId: approverId }, ["approve", "publish"], articleId, { hash });
}

/** Written and submitted by the reporter: waits for an approver. @returns its number */
export async function submit(desk: Desk, article: DemoArticle): Promise<number> {
  const articleId = await write(desk, article);
  await carryOut({ siteId: desk.siteId, personId: desk.reporterId }, "submit", articleId, {});
  return articleId;
}

/** A draft of the reporter. @returns its number */
export async function write(desk: Desk, article: DemoArticle): Promise<number> {
  const reporter = { siteId: desk.siteId, personId: desk.reporterId };
  const content = await transaction((tx) => contentOf(tx, desk, article, null));
  const articleId = await start(reporter);
  await saveDraft(reporter, { articleId, tab: randomUUID(), counter: 1, base: 1, content });
  return articleId;
}

/** The same for articles that appeared before there was a desk: all of them, or none. */
export async function publishOld(desk: Desk, articles: readonly DemoArticle[], now: Date): Promise<void> {
  const { siteId, reporterId, approverId } = desk;
  await transaction(async (tx) => {
    for (const article of articles) {
      const { hoursAgo = 0, views = 0 } = article.from ?? {};
      const content = await contentOf(tx, desk, article, new Date(now.getTime() - hoursAgo * 3_600_000));
      const imported = { views, batchId: null, migrated: false };
      const articleId = await openDraftFrom(tx, { siteId, by: reporterId, content, imported });
      await carryOutIn(tx, { siteId, personId: reporterId }, "submit", articleId, {});
      const hash = await hashOf(tx, siteId, articleId);
      await carryOutIn(tx, { siteId, personId: approverId }, ["approve", "publish"], articleId, { hash });
    }
  });
}

async function hashOf(tx: Tx, siteId: number, articleId: number): Promise<string> {
  const story = await findStory(tx, siteId, articleId);
  return (story && hashOnScreen(story)) ?? "";
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
