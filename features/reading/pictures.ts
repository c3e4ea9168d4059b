import type { Rendition } from "#db/schema/files.ts";
import { documentPath, picturePath } from "#features/addresses/public.ts";
import { type Handout, type Picture, picturesOf, shownOf } from "#features/files/picture.ts";
import { reads } from "./reads.ts";

/** Pictures of live texts as readers get them, by the hashes of their files. */
export async function readersPictures(
  siteId: number,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Picture>> {
  return picturesOf(await reads.findPictures(siteId, hashes), picturePath);
}

/** The same with documents. */
export async function readersFiles(
  siteId: number,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Picture | Handout>> {
  return shownOf(await reads.findPictures(siteId, hashes), picturePath, documentPath);
}

/** What readers get of a file: what was made of it and by which settings, and of a document its own bytes. */
export type LivePicture = {
  madeWith: number;
  renditions: readonly Rendition[];
  mediaType: string;
  name: string;
  /** In bytes. */
  size: number;
};

/** Null while no text that readers get names the file. */
export async function livePicture(siteId: number, sha256: string): Promise<LivePicture | null> {
  const found = await reads.findForReaders(siteId, sha256);
  if (!found?.isLive || found.state !== "ready" || found.madeWith === null) return null;
  const { madeWith, renditions, mediaType, name, size } = found;
  return { madeWith, renditions, mediaType, name, size };
}
