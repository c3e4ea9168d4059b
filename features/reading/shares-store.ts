import { findSharing } from "#features/files/shares-store.ts";

/** What a live article or page is shared with; null of what readers do not get. */
export const findShare = (siteId: number, number: number) => findSharing(siteId, number);
