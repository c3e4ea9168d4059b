import { sharePath } from "#features/addresses/public.ts";
import { SHARE_SIZE, type Sharing, shareHash } from "#features/files/share-picture.ts";
import { reads } from "./reads.ts";
import type { SharePicture } from "./types.ts";

/** The picture with its headline that is shown of an article or a page without any; null until the one of today's words is drawn. */
export async function readersShare(siteId: number, number: number): Promise<SharePicture | null> {
  const found = await reads.findShare(siteId, number);
  return found && isOfToday(found) && found.drawn ? { ...SHARE_SIZE, path: sharePath(number, found.drawn) } : null;
}

/** What the front sends of one: what names it, and its bytes. */
export type LiveShare = { share: string; size: number };

/** Null where the document is not live, has a picture of its own, or says other words by now. */
export async function liveShare(siteId: number, number: number): Promise<LiveShare | null> {
  const found = await reads.findShare(siteId, number);
  return found?.drawn && found.bytes !== null && isOfToday(found) ? { share: found.drawn, size: found.bytes } : null;
}

const isOfToday = (found: Sharing): boolean => !found.hasOwn && found.drawn === shareHash(found);
