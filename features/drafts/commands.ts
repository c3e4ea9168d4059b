import { type Tx, transaction } from "#db/transaction.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { digestOf } from "#features/long-texts/hashes.ts";
import { jsonIfLong, readLong, spellAhead } from "#features/long-texts/on-thread.ts";
import { withCarried, withOwn } from "#features/text/carried.ts";
import { parseContent, upgradeContent } from "#features/text/content.ts";
import type { Content, Fields } from "#features/text/kind.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { permitTyping, type TypingPermit } from "#features/workflow/policy.ts";
import { remember, revisionText } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { findStory, lockStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";
import { spellTexts } from "./ahead.ts";
import { cut } from "./cut.ts";
import { askForCuts } from "./cuts.ts";
import { answerGiven, carriedIn, keepAnswer, nameOf, type SaveId, writeAnswered, writeBuffer } from "./store.ts";

/** After this long without a save, what was written so far becomes a version of its own, in milliseconds. */
const QUIET_MS = 10 * 60_000;

export type Save = {
  documentId: number;
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
  const locked = await lockStory(tx, by.siteId, save.documentId);
  const repeated = locked && (await answerTo(tx, by, locked, save));
  if (repeated) return repeated;
  const { permit, story, buffer } = await typingIn(tx, by, locked);
  const kind = kindOf(story.document);
  const typed = withWhatIsFixed(story, read ?? parseContent(kind, save.content));
  const content = await carrying(tx, story, typed);
  const digest = await digestOf(kind, content);
  const answer = { tabId: save.tab, counter: save.counter };
  if (digest === buffer.digest) {
    const { version, savedAt } = buffer;
    await keepAnswer(tx, permit, { ...answer, version, savedAt });
    return { saved: true, version, savedAt };
  }
  if (save.base !== buffer.version) {
    const { version, savedAt } = buffer;
    const savedBy = await nameOf(tx, buffer.unkeptBy[0] ?? story.lastRevision?.writers[0] ?? null);
    return {
      saved: false,
      theirs: { version, content: await withOwnWords(tx, story, buffer.content), savedBy, savedAt },
    };
  }
  return {
    saved: true,
    ...(await write(tx, permit, story, { content, digest, replaces: save.replaces }, answer)),
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
    const found = await findStory(tx, by.siteId, save.documentId);
    return found && (await answerTo(tx, by, found, save)) ? null : (await typingIn(tx, by, found)).story;
  });
  if (!story) return null;
  const read = await readLong(story.document.kind, long);
  const kept = story.buffer?.kept.body;
  if (kept && whyCut(story, by.personId, save.replaces)) await spellAhead(kept);
  return read;
}

/**
 * Puts an earlier version back into the open text. Counts as writing by whoever restores it. The note on the correction
 * that is being written stays, unless the version is one of the same edition and has its own.
 *
 * @throws {Refusal} `not_found`, `not_allowed`, `frozen`
 */
export async function restoreVersion(by: Writer, documentId: number, revisionId: number): Promise<void> {
  await spellTexts(by, documentId, revisionId);
  await transaction(async (tx) => {
    const { permit, story } = await typingIn(tx, by, await lockStory(tx, by.siteId, documentId));
    const text = await revisionText(tx, documentId, revisionId);
    if (!text || text.content === null) throw new Refusal("not_found", "Không tìm thấy phiên bản này.");
    const kind = kindOf(story.document);
    const old = upgradeContent(kind, text.content, text.contentVersion);
    const before = await beforeIn(tx, story);
    const own = withOwn(kind, old, text.editionId === story.open?.id ? before : old);
    const slug = kind.slug && story.document.slug !== null ? { [kind.slug]: story.document.slug } : {};
    const content = withWhatIsFixed(story, { ...withCarried(kind, own, before, story.buffer?.kept ?? {}), ...slug });
    const unkept = story.buffer?.unkeptBy ?? [];
    if (unkept.length > 0) await cut(tx, permit, story, "replaced");
    const digest = await digestOf(kind, content);
    await writeBuffer(tx, permit, { content, digest, unkeptBy: [by.personId] });
    const restored = await lockStory(tx, by.siteId, documentId);
    if (restored) await cut(tx, permit, restored, "restore");
    await remember(tx, permit, { kind: "version_restored", revision: revisionId });
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
  const permit = permitTyping(asker, story);
  if (!story.buffer) throw new Error(`edition ${permit.editionId} has no buffer`);
  return { permit, story, buffer: story.buffer };
}

/** What nobody types stays as it is, and an address that readers know does not change. */
function withWhatIsFixed({ document, buffer }: Story, content: Content): Content {
  const kind = kindOf(document);
  const before = buffer?.content ?? kind.bare;
  const untyped = Object.fromEntries(kind.untyped.map((field) => [field, before[field as never]]));
  const fixed = { ...content, ...untyped };
  if (kind.slug === null || document.slug === null) return fixed;
  if (content[kind.slug] !== "" && content[kind.slug] !== document.slug) {
    throw new Refusal("bad_text", "Bài đã đăng nên không đổi đường dẫn được nữa.");
  }
  return { ...fixed, [kind.slug]: document.slug };
}

/** With what an update carries from the text it began from; not what somebody took out of it for good. */
async function carrying(tx: Tx, story: Story, content: Content): Promise<Content> {
  const kind = kindOf(story.document);
  const before = await beforeIn(tx, story);
  const left = kind.carried.filter((field) => story.buffer?.kept[field] !== kind.bare[field as never]);
  return withCarried(kind, content, before, Object.fromEntries(left.map((field) => [field, before[field]])));
}

/** The same text as people see it, and type on: what it carries from the one it began from is not its own. */
export async function withOwnWords<C extends Content>(tx: Tx, story: Story, content: C): Promise<C> {
  return withOwn(kindOf(story.document), content, await beforeIn(tx, story));
}

/** What the text that an update began from says in the fields that it carries; nothing where it began from none. */
async function beforeIn(tx: Tx, { document, open }: Story): Promise<Fields> {
  const kind = kindOf(document);
  if (open?.baseRevisionId == null || kind.carried.length === 0) return {};
  return carriedIn(tx, kind, open.baseRevisionId);
}

async function write(
  tx: Tx,
  permit: TypingPermit,
  story: Story,
  { replaces, ...text }: { content: Content; digest: string; replaces: boolean | undefined },
  answer: SaveId,
) {
  await askForCuts(tx, story.document, text.content);
  const because = whyCut(story, permit.by, replaces);
  const kept = because ? (await cut(tx, permit, story, because)).digest : story.keptDigest;
  return writeAnswered(tx, permit, { ...text, unkeptBy: text.digest === kept ? [] : [permit.by] }, answer);
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
  if (!buffer || buffer.unkeptBy.length === 0 || buffer.digest === keptDigest) return null;
  if (buffer.unkeptBy.some((one) => one !== writerId)) return "another_writer";
  if (replaces) return "replaced";
  return now.getTime() - buffer.savedAt.getTime() > QUIET_MS ? "quiet" : null;
}
