import type { Tx } from "#db/transaction.ts";
import { baseText } from "#features/workflow/eyes-store.ts";
import { type Because, newestKnown } from "#features/workflow/known-store.ts";
import { revisionText } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { hashOnScreen, type OnScreen } from "./cut.ts";

/** The text of an article that somebody knows, from which they are shown what changed before they sign another one. */
export type Known = {
  /** Null while it is the text in the buffer, in which they wrote last. */
  revisionId: number | null;
  hash: string;
  /** `live`: they know it as everybody does. */
  because: Because | "live";
};

/** What a press says it was compared with where a person knows no text of the article at all. */
export const NOTHING = "nothing";

/** What a press has to say that it was compared with. */
export function sinceOf(known: Known | null): string {
  return known?.hash ?? NOTHING;
}

/**
 * What somebody knows of the text that is being written: the one they wrote, confirmed or sent back last, else the one
 * that readers have; null when all of it is new to them.
 */
export async function knownBy(tx: Tx, personId: number, story: Story): Promise<Known | null> {
  const { document, open } = story;
  if (!open) return null;
  const typed = await typedBy(personId, story);
  if (typed) return typed;
  const [own] = await newestKnown(tx, personId, [document.id]);
  return own ?? readers(tx, document.id, open.baseRevisionId);
}

/** What somebody's press says of the text on their screen: its hash, and the one of the text it was compared with. */
export async function onScreenOf(tx: Tx, personId: number, story: Story): Promise<{ hash: string; since: string }> {
  return { hash: (await hashOnScreen(story)) ?? "", since: sinceOf(await knownBy(tx, personId, story)) };
}

/** What somebody knows of the text that readers have: what those had before counts as known. */
export async function knownOfLive(tx: Tx, personId: number, { document }: Story): Promise<Known | null> {
  const { id, lastLiveRevisionId } = document;
  if (lastLiveRevisionId === null) return null;
  const [own] = await newestKnown(tx, personId, [id], lastLiveRevisionId);
  return own ?? readers(tx, id, (await baseText(tx, lastLiveRevisionId))?.baseRevisionId ?? null);
}

/** Words in the buffer that no revision holds yet are known to whoever wrote last. */
export async function typedBy(personId: number, story: OnScreen & Pick<Story, "keptDigest">): Promise<Known | null> {
  const { buffer, keptDigest } = story;
  if (!buffer?.unkeptBy.includes(personId) || buffer.digest === keptDigest) return null;
  const hash = await hashOnScreen(story);
  if (hash === null) return null;
  return { revisionId: null, hash, because: "wrote" };
}

async function readers(tx: Tx, documentId: number, revisionId: number | null): Promise<Known | null> {
  const text = revisionId === null ? null : await revisionText(tx, documentId, revisionId);
  return text?.content ? { revisionId: text.id, hash: text.contentHash, because: "live" } : null;
}
