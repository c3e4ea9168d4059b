import type { Tx } from "#db/transaction.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { eyesOn, senderDecidesOn } from "#features/workflow/eyes.ts";
import { baseText, restorersOf, writtenIn } from "#features/workflow/eyes-store.ts";
import { contributors } from "#features/workflow/four-eyes.ts";
import type { Story } from "#features/workflow/story.ts";
import type { DocumentMailKind } from "./kinds.ts";
import { type Facts, GOES_TO, holds } from "./reasons.ts";
import { decidersOn, lastStepOf, type Published, publishedIn, switchedOn } from "./whom-store.ts";

/** Who has to be told of a document as it stands now: people who are not switched off, ascending. */
export async function toldOf(tx: Tx, kind: DocumentMailKind, story: Story): Promise<number[]> {
  const asked = new Set<number>();
  for (const who of GOES_TO[kind]) {
    const found = who === "writers" ? await writersOf(tx, kind, story) : await decidersOn(tx, story);
    for (const personId of found) asked.add(personId);
  }
  return those(tx, kind, story, [...asked]);
}

/** Whether a reason to tell somebody still holds. */
export async function isStillTold(tx: Tx, kind: DocumentMailKind, story: Story, personId: number): Promise<boolean> {
  const goesTo = GOES_TO[kind].includes("deciders") || (await writersOf(tx, kind, story)).includes(personId);
  return goesTo && (await those(tx, kind, story, [personId])).length > 0;
}

async function those(tx: Tx, kind: DocumentMailKind, story: Story, asked: readonly number[]): Promise<number[]> {
  const facts = await factsOf(tx, story);
  const told: number[] = [];
  for (const personId of await switchedOn(tx, asked)) {
    const asker = await askerOf(tx, { siteId: story.document.siteId, personId }, story);
    if (asker.kind === "person" && holds(kind, asker, story, facts)) told.push(personId);
  }
  return told;
}

async function factsOf(tx: Tx, story: Story): Promise<Facts> {
  const { open, document } = story;
  const eyes = open?.state === "in_review" ? await eyesOn(tx, story) : null;
  return {
    ...(await lastStepOf(tx, document.id)),
    eyes: eyes && { ...eyes, senderDecides: await senderDecidesOn(tx, story) },
    restorers: (await restorersOf(tx, document)) ?? [],
  };
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
