import type { Rendition } from "#db/schema/files.ts";
import { picturePath } from "#features/addresses/public.ts";
import { type Picture, picturesOf } from "#features/files/picture.ts";
import { reads } from "./reads.ts";

/** Pictures of live texts as readers get them, by the hashes of their files. */
export async function readersPictures(
  siteId: number,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Picture>> {
  return picturesOf(await reads.findPictures(siteId, hashes), picturePath);
}

/** What readers get of a file, and by which settings it was made. */
export type LivePicture = { madeWith: number; renditions: readonly Rendition[] };

/** Null while no text that readers get names the file. */
export async function livePicture(siteId: number, sha256: string): Promise<LivePicture | null> {
  const found = await reads.findForReaders(siteId, sha256);
  if (!found?.isLive || found.state !== "ready" || found.madeWith === null) return null;
  return { madeWith: found.madeWith, renditions: found.renditions };
}
