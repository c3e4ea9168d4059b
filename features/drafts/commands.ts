import { type Tx, transaction } from "#db/transaction.ts";
import { type Content, parseContent } from "#features/text/content.ts";
import { digestOf } from "#features/text/hashes.ts";
import { ownNote } from "#features/text/notes.ts";
import { jsonIfLong, readLong, spellAhead } from "#features/text/on-thread.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { permitTyping } from "#features/workflow/policy.ts";
import { remember, revisionText } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory, lockStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";
import { spellTexts } from "./ahead.ts";
import { cut } from "./cut.ts";
import { type Answer, answerGiven, keepAnswer, nameOf, noteOf, writeAnswered, writeBuffer } from "./store.ts";

/** After this long without a save, what was written so far becomes a version of its own, in milliseconds. */
const QUIET_MS = 10 * 60_000;

export type Save = {
  articleId: number;
  /** The browser tab, and its count of saves: a repeat of the same one gets the same answer. */
  tab: string;
  counter: number;
  /** The version the tab last knew. */
  base: number;
  /** It was chosen over the text that is there: that one is kept as a version, whoever wrote it. */
  replaces?: boolean | undefined;
  /** As it came: it is not looked at before it is sure that this person may type here. */
  content: unknown;
};

export type Saved =
  | { saved: true; version: number; savedAt: Date }
  /** Somebody else saved in between: both texts exist, and a person chooses. */
  | { saved: false; theirs: { version: number; content: Content; savedBy: string; savedAt: Date } };

type Writer = { siteId: number; personId: number };

/**
 * Saves what somebody typed. A stale base changes nothing and gives the other text back; the words of another writer are
 * kept as a revision in their name before anything is written over them.
 *
 * @throws {Refusal} `not_found`, `not_allowed`, `frozen`, `bad_text`; `slow_down` when too many long texts wait
 */
export async function saveDraft(by: Writer, save: Save): Promise<Saved> {
  const long = await jsonIfLong(save.content);
  const read = long === null ? null : await readAhead(by, save, long);
  return transaction((tx) => saveDraftIn(tx, by, save, read));
}

/**
 * The same inside a transaction that does more.
 * @param read the text of the save where it was read already
 */
export async function saveDraftIn(tx: Tx, by: Writer, save: Save, read: Content | null = null): Promise<Saved> {
  const locked = await lockStory(tx, by.siteId, save.articleId);
  const repeated = locked && (await answerTo(tx, by, locked, save));
  if (repeated) return repeated;
  const { story, buffer, editionId } = await typingIn(tx, by, locked);
  const content = await withNote(tx, story, withWhatIsFixed(story, read ?? parseContent(save.content)));
  const digest = await digestOf(content);
  const answer = { tabId: save.tab, personId: by.personId, counter: save.counter };
  if (digest === buffer.digest) {
    const { version, savedAt } = buffer;
    await keepAnswer(tx, { ...answer, editionId, version, savedAt });
    return { saved: true, version, savedAt };
  }
  if (save.base !== buffer.version) {
    const { version, savedAt } = buffer;
    const savedBy = await nameOf(tx, buffer.lastWriterId ?? story.lastRevision?.writerId ?? null);
    return {
      saved: false,
      theirs: { version, content: await withOwnNote(tx, story, buffer.content), savedBy, savedAt },
    };
  }
  return {
    saved: true,
    ...(await write(tx, story, by.personId, { content, digest, replaces: save.replaces }, answer)),
  };
}

/**
 * Reads a long text before the article is held, so that nobody waits for it who saves or presses meanwhile: once it is
 * likely that this person may type there. Under the lock that is asked again.
 *
 * @returns null when the save was answered before, and is not looked at
 */
async function readAhead(by: Writer, save: Save, long: string): Promise<Content | null> {
  const story = await transaction(async (tx) => {
    const found = await findStory(tx, by.siteId, save.articleId);
    return found && (await answerTo(tx, by, found, save)) ? null : (await typingIn(tx, by, found)).story;
  });
  if (!story) return null;
  const read = await readLong(long);
  if (story.buffer && whyCut(story, by.personId, save.replaces)) await spellAhead(story.buffer.kept.body);
  return read;
}

/**
 * Puts an earlier version back into the open text. Counts as writing by whoever restores it. The note on the correction
 * that is being written stays, unless the version is one of the same edition and has its own.
 *
 * @throws {Refusal} `not_found`, `not_allowed`, `frozen`
 */
export async function restoreVersion(by: Writer, articleId: number, revisionId: number): Promise<void> {
  await spellTexts(by, articleId, revisionId);
  await transaction(async (tx) => {
    const { story } = await typingIn(tx, by, await lockStory(tx, by.siteId, articleId));
    const text = await revisionText(tx, articleId, revisionId);
    if (!text || text.content === null) throw new Refusal("not_found", "Không tìm thấy phiên bản này.");
    const old = text.content as Content;
    const own = text.editionId === story.open?.id ? (await withOwnNote(tx, story, old)).correction : "";
    const correction = own === "" ? (story.buffer?.kept.correction ?? "") : own;
    const content = withWhatIsFixed(story, { ...old, correction, slug: story.article.slug ?? old.slug });
    if (story.buffer?.lastWriterId) await cut(tx, story, "replaced", story.buffer.lastWriterId);
    await writeBuffer(tx, story.open?.id ?? 0, { content, digest: await digestOf(content), lastWriterId: by.personId });
    const restored = await lockStory(tx, by.siteId, articleId);
    if (restored) await cut(tx, restored, "restore", by.personId);
    await remember(tx, articleId, by.personId, { kind: "version_restored", revision: revisionId });
  });
}

/** A save whose reply was lost is answered again, also when the text was frozen in between. */
async function answerTo(tx: Tx, by: Writer, { open, lastClosed }: Story, save: Save): Promise<Saved | null> {
  const edition = open ?? lastClosed;
  const given = edition && (await answerGiven(tx, edition.id, save.tab, by.personId));
  if (!given || given.counter < save.counter) return null;
  return { saved: true, version: given.version, savedAt: given.savedAt };
}

async function typingIn(tx: Tx, by: Writer, story: Story | null) {
  if (!story) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
  const asker = await askerOf(tx, by, story);
  if (asker.kind === "clock") throw new Error("the clock does not type");
  const { editionId } = permitTyping(asker, story);
  if (!story.buffer) throw new Error(`edition ${editionId} has no buffer`);
  return { story, editionId, buffer: story.buffer };
}

/** The date of an imported text is not typed, and an address that readers know does not change. */
function withWhatIsFixed({ article, buffer }: Story, content: Content): Content {
  const fixed = { ...content, datedAt: buffer?.content.datedAt ?? null };
  if (article.slug === null) return fixed;
  if (content.slug !== "" && content.slug !== article.slug) {
    throw new Refusal("bad_text", "Bài đã đăng nên không đổi đường dẫn được nữa.");
  }
  return { ...fixed, slug: article.slug };
}

/**
 * An update carries the note of the text it began from until it has one of its own: what readers were told once is not
 * taken back by leaving the field empty, and whoever types and undoes has written nothing.
 */
async function withNote(tx: Tx, { open, buffer }: Story, content: Content): Promise<Content> {
  if (content.correction !== "" || open?.baseRevisionId == null || buffer?.kept.correction === "") return content;
  return { ...content, correction: await noteOf(tx, open.baseRevisionId) };
}

/** The same text as people see it: with the note that is its own, or none. */
async function withOwnNote(tx: Tx, { open }: Story, content: Content): Promise<Content> {
  if (content.correction === "" || open?.baseRevisionId == null) return content;
  return { ...content, correction: ownNote(content.correction, await noteOf(tx, open.baseRevisionId)) };
}

async function write(
  tx: Tx,
  story: Story,
  writerId: number,
  { replaces, ...text }: { content: Content; digest: string; replaces: boolean | undefined },
  answer: Answer,
) {
  const { open, buffer } = story;
  if (!open || !buffer) throw new Error(`article ${story.article.id} has no open text`);
  const because = whyCut(story, writerId, replaces);
  const kept = because ? (await cut(tx, story, because, buffer.lastWriterId ?? writerId)).digest : story.keptDigest;
  return writeAnswered(tx, open.id, { ...text, lastWriterId: text.digest === kept ? null : writerId }, answer);
}

/**
 * Why the words that are there become a version before others take their place; null when one holds them already, and
 * when they are simply typed on.
 */
function whyCut(
  { now, buffer, keptDigest }: Story,
  writerId: number,
  replaces: boolean | undefined,
): "another_writer" | "replaced" | "quiet" | null {
  if (!buffer || buffer.lastWriterId === null || buffer.digest === keptDigest) return null;
  if (buffer.lastWriterId !== writerId) return "another_writer";
  if (replaces) return "replaced";
  return now.getTime() - buffer.savedAt.getTime() > QUIET_MS ? "quiet" : null;
}
