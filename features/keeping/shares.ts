import type { Storage } from "#features/files/storage/types.ts";
import { shareIn, shareKey } from "#features/files/storage.ts";
import { queueShareAnew } from "#features/renditions/share/undrawn.ts";
import { isShareNamed, sharesUnder } from "./store.ts";

type Looking = {
  storage: Storage;
  isYoung: (at: Date) => boolean;
  /** Says what does not fit, and mends it where it may. */
  found: (sentence: string, how: (() => Promise<string | null>) | null) => Promise<void>;
};

/**
 * The same for the pictures that documents without any are shared with: whether each lies there, and nothing else.
 * @param beginning of their hashes
 * @returns how many there are
 */
export async function verifyShares(beginning: string, { storage, isYoung, found }: Looking): Promise<number> {
  const rows = await sharesUnder(beginning);
  for (const { documentId, sha256, bytes } of rows) {
    if ((await storage.sizeOf(shareKey(sha256))) === bytes || !(await isShareNamed(sha256))) continue;
    const queue = async () => ((await queueShareAnew(documentId)) ? "queued to be made" : "it is queued already");
    await found(`Document ${documentId} lacks the picture that it is shared with (${sha256})`, queue);
  }
  const named = new Set(rows.map(({ sha256 }) => sha256));
  for await (const kept of storage.list(`shares/${beginning}/`)) {
    const sha256 = shareIn(kept.key);
    if (sha256 === null) await found(`${kept.key} is no name of ours`, null);
    else if (!named.has(sha256) && !isYoung(kept.at)) {
      await found(`${kept.key} is of words that no document has`, async () => {
        if (await isShareNamed(sha256)) return "it is needed now";
        await storage.remove(kept.key);
        return "removed";
      });
    }
  }
  return rows.length;
}
