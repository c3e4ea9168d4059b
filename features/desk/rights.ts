import type { FileRights } from "#features/files/rights.ts";
import { rightsOf } from "#features/files/store.ts";
import { usesOf } from "#features/text/figures.ts";
import type { Content, Kind } from "#features/text/kind.ts";
import { partsOf } from "#features/text/picture-cut.ts";

/** A file of a text, as it is called, with the right to show it as that stands today. */
export type ShownRights = { sha256: string; called: string; rights: FileRights };

/** By what right a text shows its pictures and documents, in the order in which it has them; each file once. */
export async function rightsShown(siteId: number, kind: Kind, content: Content): Promise<ShownRights[]> {
  const hashes = [...new Set(usesOf(kind, content).map((use) => partsOf(use).file))];
  const found = await rightsOf(siteId, hashes);
  return hashes.flatMap((hash) => found.find(({ sha256 }) => sha256 === hash) ?? []);
}
