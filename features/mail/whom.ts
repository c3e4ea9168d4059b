import type { Tx } from "#db/transaction.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { eyesOn } from "#features/workflow/eyes.ts";
import { baseText, writtenIn } from "#features/workflow/eyes-store.ts";
import { contributors } from "#features/workflow/four-eyes.ts";
import type { Story } from "#features/workflow/story.ts";
import type { DocumentMailKind } from "./kinds.ts";
import { GOES_TO, holds } from "./reasons.ts";
import { decidersOn, lastStepOf, type Published, publishedIn, switchedOn } from "./whom-store.ts";

/** Who has to be told of a document as it stands now: people who are not switched off, ascending. */
export async function toldOf(tx: Tx, kind: DocumentMailKind, story: Story): Promise<number[]> {
  const asked = GOES_TO[kind] === "writers" ? await writersOf(tx, kind, story) : await decidersOn(tx, story);
  return those(tx, kind, story, asked);
}

/** Whether a reason to tell somebody still holds. */
export async function isStillTold(tx: Tx, kind: DocumentMailKind, story: Story, personId: number): Promise<boolean> {
  const goesTo = GOES_TO[kind] === "deciders" || (await writersOf(tx, kind, story)).includes(personId);
  return goesTo && (await those(tx, kind, story, [personId])).length > 0;
}

async function those(tx: Tx, kind: DocumentMailKind, story: Story, asked: readonly number[]): Promise<number[]> {
  const { siteId, id } = story.document;
  const lastStep = await lastStepOf(tx, id);
  const told: number[] = [];
  for (const personId of await switchedOn(tx, asked)) {
    const asker = await askerOf(tx, { siteId, personId }, story);
    if (asker.kind === "person" && holds(kind, asker, story, lastStep)) told.push(personId);
  }
  return told;
}

/** Who was given the text, and whose words are in it: the open one, or for what was published the one that readers have. */
async function writersOf(tx: Tx, kind: DocumentMailKind, story: Story): Promise<number[]> {
  const published = kind === "published" ? await publishedIn(tx, story) : null;
  // What came from an older system and goes out by the batch is nobody's news.
  if (kind === "published" && (!published || published.purpose === "migrate")) return [];
  const authors = published
    ? await writersOfPublished(tx, story, published)
    : ((await eyesOn(tx, story))?.contributors ?? []);
  return [...new Set([...story.writers, ...authors])].sort((one, other) => one - other);
}

/** Of this outing alone: whoever wrote an earlier one was told of that. */
async function writersOfPublished(tx: Tx, { document }: Story, edition: Published): Promise<number[]> {
  const { id, baseRevisionId } = edition;
  const base = baseRevisionId === null ? null : await baseText(tx, baseRevisionId);
  const written = await writtenIn(tx, id, document.liveRevisionId ?? 0);
  return contributors(base && { digest: base.digest, owing: null }, written);
}
