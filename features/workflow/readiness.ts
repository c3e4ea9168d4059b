import type { Tx } from "#db/transaction.ts";
import { statesOf } from "#features/files/store.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { placesOf } from "#features/sites/places-store.ts";
import { carriedOf } from "#features/text/carried.ts";
import { usesOf } from "#features/text/figures.ts";
import { blocking, type Gap, type GapFacts } from "#features/text/gaps.ts";
import { Refusal } from "#lib/refusal.ts";
import { revisionText } from "./store.ts";
import type { Story } from "./story.ts";

/** Everything still missing in the open text, all at once. */
async function gapsOf(tx: Tx, story: Story): Promise<Gap[]> {
  const { document, open, buffer } = story;
  return open && buffer ? kindOf(document).gaps(buffer.content, await gapFactsOf(tx, story)) : [];
}

/** What the open text cannot know of itself. */
export async function gapFactsOf(tx: Tx, { open, document, buffer }: Story): Promise<GapFacts> {
  const places = await placesOf(tx, document.siteId, document.id);
  const named = buffer ? usesOf(kindOf(document), buffer.content) : [];
  const files = await statesOf(tx, document.siteId, named);
  const facts = { ...places, files };
  if (open?.purpose !== "correct" || open.baseRevisionId === null) return facts;
  const base = await revisionText(tx, document.id, open.baseRevisionId);
  return { ...facts, correcting: true, before: carriedOf(kindOf(document), base?.content ?? {}) };
}

/** @throws {Refusal} `not_ready` naming everything that stands in the way */
export async function refuseIfIncomplete(tx: Tx, story: Story, needs: "submit" | "publish"): Promise<void> {
  const missing = blocking(await gapsOf(tx, story), needs);
  if (missing.length > 0) throw new Refusal("not_ready", missing.map((gap) => gap.sentence).join(" "));
}
