import type { Rendition } from "#db/schema/files.ts";
import { documentPath, filePagePath, picturePath } from "#features/addresses/public.ts";
import { type Handout, type Picture, picturesOf, shownOf } from "#features/files/picture.ts";
import { reads } from "./reads.ts";

/** Pictures of live texts as readers get them, by what they show of which file (`pictureKey`). */
export async function readersPictures(siteId: number, uses: readonly string[]): Promise<ReadonlyMap<string, Picture>> {
  return picturesOf(await shownTo(siteId, uses), picturePath);
}

/** The same with what is handed out and played. */
export async function readersFiles(
  siteId: number,
  uses: readonly string[],
): Promise<ReadonlyMap<string, Picture | Handout>> {
  return shownOf(await shownTo(siteId, uses), picturePath, documentPath, filePagePath);
}

/** A page was drawn from what is hidden as well: it is drawn anew when that is shown again. */
async function shownTo(siteId: number, uses: readonly string[]) {
  return (await reads.findPictures(siteId, uses)).filter(({ hidden }) => !hidden);
}

/** What readers get of a file or a cut of it: what was made of it and by which settings, and of what is no picture its own bytes. */
export type LivePicture = {
  madeWith: number;
  renditions: readonly Rendition[];
  mediaType: string;
  name: string;
  /** Of what was brought, in bytes. */
  size: number;
};

/** Null while no text that readers get shows just that of the file, and while it is hidden. @param use as `pictureKey` spells it */
export async function livePicture(siteId: number, use: string): Promise<LivePicture | null> {
  const found = await reads.findForReaders(siteId, use);
  if (!found?.isLive || found.hidden || found.state !== "ready" || found.madeWith === null) return null;
  const { madeWith, renditions, mediaType, name, size } = found;
  return { madeWith, renditions, mediaType, name, size };
}
