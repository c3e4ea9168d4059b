import { randomUUID } from "node:crypto";
import type { Tx } from "#db/transaction.ts";
import { chooseIn as chooseForFrontIn } from "#features/arranging/commands.ts";
import { saveDraftIn, withOwnWords } from "#features/drafts/commands.ts";
import { onScreenOf } from "#features/drafts/known.ts";
import { pinned } from "#features/fronts/pins.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { type ContentOf, kindOf } from "#features/kinds/kinds.ts";
import type { WeekContent } from "#features/kinds/week.ts";
import { carryOutIn, startIn } from "#features/moves/commands.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { chooseIn } from "#features/topics/commands.ts";
import { beginTranslationIn } from "#features/translations/commands.ts";
import { findStory } from "#features/workflow/story-store.ts";
import type { DemoArticle } from "./article.ts";
import { datedOf } from "./dated.ts";
import type { DemoTranslation } from "./english.ts";
import type { DemoFront } from "./front.ts";
import { BY_DEMO } from "./site.ts";
import { startFrom } from "./start-from.ts";
import type { DemoTopic } from "./topics.ts";

type Desk = {
  siteId: number;
  reporterId: number;
  editorId: number;
  approverId: number;
  sectionIds: Map<string, number>;
};

/**
 * Written, submitted, approved and published by two people, with the commands that the desk uses. One that appeared
 * before there was a desk comes with its date and its count.
 *
 * @returns its number
 */
export async function publish(tx: Tx, desk: Desk, article: DemoArticle, now: Date): Promise<number> {
  const { corrected, updated, ...last } = article;
  const first = { ...last, body: (corrected ?? updated)?.was ?? last.body };
  const documentId = await submit(tx, desk, first, now);
  await approve(tx, desk, documentId);
  const body = docOf(last.body);
  if (corrected) await changeBy(tx, desk, "correct", documentId, { body, correction: corrected.note });
  if (updated) await changeBy(tx, desk, "revise", documentId, { body, update: updated.note });
  return documentId;
}

/** Changed by the editor, and approved anew. */
export async function update(tx: Tx, desk: Desk, documentId: number, change: Partial<WeekContent>): Promise<void> {
  await changeBy(tx, desk, "revise", documentId, change);
}

/** Mended or added to by the editor, and approved anew. */
async function changeBy(
  tx: Tx,
  desk: Desk,
  move: "correct" | "revise",
  documentId: number,
  change: object,
): Promise<void> {
  const editor = { siteId: desk.siteId, personId: desk.editorId };
  await carryOutIn(tx, editor, move, documentId, {});
  const story = await findStory(tx, desk.siteId, documentId);
  if (!story?.buffer) throw new Error(`the demo lost the update of ${documentId}`);
  const { content: text, version: base } = story.buffer;
  const content = { ...(await withOwnWords(tx, story, text)), ...change };
  await saveDraftIn(tx, editor, { documentId, tab: randomUUID(), counter: 1, base, content });
  await carryOutIn(tx, editor, "submit", documentId, {});
  await approve(tx, desk, documentId);
}

/** What stands in no section, written by the editor and approved by the approver. @returns its number */
export async function publishAtRoot<K extends "banner" | "front" | "page" | "paper" | "site" | "topic" | "week">(
  tx: Tx,
  desk: Desk,
  kind: K,
  words: Partial<ContentOf[K]>,
): Promise<number> {
  const documentId = await startIn(tx, { siteId: desk.siteId, personId: desk.editorId }, kind);
  await writtenAtRoot(tx, desk, kind, documentId, words);
  return documentId;
}

async function writtenAtRoot<K extends keyof ContentOf>(
  tx: Tx,
  desk: Desk,
  kind: K,
  documentId: number,
  words: Partial<ContentOf[K]>,
): Promise<void> {
  const editor = { siteId: desk.siteId, personId: desk.editorId };
  const content = parseContent(kindOf({ kind }), { ...emptyContent(kindOf({ kind })), ...words });
  await saveDraftIn(tx, editor, { documentId, tab: randomUUID(), counter: 1, base: 1, content });
  await carryOutIn(tx, editor, "submit", documentId, {});
  await approve(tx, desk, documentId);
}

/** The English sister of one of the demo's texts. @param numbers of these by their titles */
export async function publishTranslation(
  tx: Tx,
  desk: Desk,
  { of, words, corrected }: DemoTranslation,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const original = numbers.get(of);
  if (original === undefined) throw new Error(`The demo has no text "${of}".`);
  const begun = await beginTranslationIn(tx, { siteId: desk.siteId, personId: desk.editorId }, original);
  await writtenAtRoot(tx, desk, "translation", begun, words);
  if (corrected !== undefined) await changeBy(tx, desk, "correct", begun, { correction: corrected });
}

/** A topic with its articles, put into it by the editor. @param numbers of the demo's articles by their headlines */
export async function publishTopic(
  tx: Tx,
  desk: Desk,
  { words, articles, pinned }: DemoTopic,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const topicId = await publishAtRoot(tx, desk, "topic", words);
  const by = { siteId: desk.siteId, personId: desk.editorId };
  for (const headline of articles) {
    const articleId = numbers.get(headline);
    if (articleId === undefined) throw new Error(`The demo has no article "${headline}".`);
    await chooseIn(tx, by, { topicId, articleId, choice: "added" });
    if (headline === pinned) await chooseIn(tx, by, { topicId, articleId, choice: "pinned" });
  }
}

/** The front page as the editor arranges it, with the articles that stand there by hand. @param numbers of the demo's articles by their headlines */
export async function publishFront(
  tx: Tx,
  desk: Desk,
  { words, pins }: DemoFront,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  await publishAtRoot(tx, desk, "front", words);
  const by = { siteId: desk.siteId, personId: desk.editorId };
  let base = 0;
  for (const { headline, ...spot } of pins) {
    const number = numbers.get(headline);
    if (number === undefined) throw new Error(`The demo has no article "${headline}".`);
    const where = { sectionId: null, base, over: base };
    base = await chooseForFrontIn(tx, by, where, (before) => pinned(before, { ...spot, article: number, until: null }));
  }
}

async function approve(tx: Tx, { siteId, approverId }: Desk, documentId: number): Promise<void> {
  const story = await findStory(tx, siteId, documentId);
  if (!story) throw new Error(`the demo lost document ${documentId}`);
  const seen = await onScreenOf(tx, approverId, story);
  await carryOutIn(tx, { siteId, personId: approverId }, ["approve", "publish"], documentId, seen);
}

/** Written and submitted by the reporter: waits for an approver. @returns its number */
export async function submit(tx: Tx, desk: Desk, article: DemoArticle, now: Date): Promise<number> {
  const documentId = await write(tx, desk, article, now);
  await carryOutIn(tx, { siteId: desk.siteId, personId: desk.reporterId }, "submit", documentId, {});
  return documentId;
}

/** A draft of the reporter. @returns its number */
export async function write(tx: Tx, desk: Desk, article: DemoArticle, now: Date): Promise<number> {
  const { siteId, reporterId } = desk;
  const { from } = article;
  const dated = from ? datedOf(from, now) : null;
  const content = await contentOf(tx, desk, article, dated);
  if (from) {
    const imported = { views: from.views, batchId: null, migrated: false };
    return startFrom(tx, { siteId, personId: reporterId }, "article", { content, imported });
  }
  const documentId = await startIn(tx, { siteId, personId: reporterId }, "article");
  const save = { documentId, tab: randomUUID(), counter: 1, base: 1, content };
  await saveDraftIn(tx, { siteId, personId: reporterId }, save);
  return documentId;
}

async function contentOf(tx: Tx, desk: Desk, planned: DemoArticle, dated: Date | null): Promise<ArticleContent> {
  const { section, secondSections = [], tags = [], body, from: _, corrected: __, updated: ___, ...rest } = planned;
  const tagIds: number[] = [];
  for (const name of tags) tagIds.push((await tagCalled(tx, { siteId: desk.siteId, ...BY_DEMO }, name)).id);
  return parseContent(article, {
    ...emptyContent(article),
    ...rest,
    sectionId: idOf(desk, section),
    secondSectionIds: secondSections.map((name) => idOf(desk, name)),
    tagIds,
    datedAt: dated?.toISOString() ?? null,
    body: docOf(body),
  });
}

const docOf = (content: DemoArticle["body"]): ArticleContent["body"] => ({ type: "doc", content });

function idOf({ sectionIds }: Desk, name: string): number {
  const id = sectionIds.get(name);
  if (id === undefined) throw new Error(`The demo has no section "${name}".`);
  return id;
}
