import type { Tx } from "#db/transaction.ts";
import { sectionsOf } from "#features/sections/store.ts";
import type { Content } from "#features/text/content.ts";
import { blocking, type Gap, type GapFacts, gapsIn } from "#features/text/gaps.ts";
import { Refusal } from "#lib/refusal.ts";
import { revisionText } from "./store.ts";
import type { Story } from "./story.ts";

/** Everything still missing in the open text, all at once. */
async function gapsOf(tx: Tx, story: Story): Promise<Gap[]> {
  const { open, buffer } = story;
  return open && buffer ? gapsIn(buffer.content, await gapFactsOf(tx, story)) : [];
}

/** What the open text cannot know of itself. */
export async function gapFactsOf(tx: Tx, { open, article }: Story): Promise<GapFacts> {
  const sectionIds = new Set((await sectionsOf(tx, article.siteId)).map(({ id }) => id));
  if (open?.purpose !== "correct" || open.baseRevisionId === null) return { sectionIds };
  const base = await revisionText(tx, article.id, open.baseRevisionId);
  const correctionBefore = (base?.content as Content | null)?.correction ?? "";
  return { sectionIds, correcting: true, correctionBefore };
}

/** @throws {Refusal} `not_ready` naming everything that stands in the way */
export async function refuseIfIncomplete(tx: Tx, story: Story, needs: "submit" | "publish"): Promise<void> {
  const missing = blocking(await gapsOf(tx, story), needs);
  if (missing.length > 0) throw new Refusal("not_ready", missing.map((gap) => gap.sentence).join(" "));
}
