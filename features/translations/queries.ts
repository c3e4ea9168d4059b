import type { Staff } from "#features/sessions/actor.ts";
import type { OriginalLine, SisterLine } from "./lines.ts";
import { findOriginalOf, findSisterOf } from "./store.ts";

/** The English sister of a document as the desk shows it beside that; null where nobody has begun one. */
export async function sisterOf({ siteId }: Pick<Staff, "siteId">, originalId: number): Promise<SisterLine | null> {
  return (await findSisterOf(siteId, originalId)) ?? null;
}

/** What an English sister is the sister of; null of what is nobody's. */
export async function originalOf({ siteId }: Pick<Staff, "siteId">, id: number): Promise<OriginalLine | null> {
  return (await findOriginalOf(siteId, id)) ?? null;
}
