import { transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { shareFact } from "#features/facts/facts.ts";
import { shareHash } from "#features/files/share-picture.ts";
import { dropShare, holdSharing, keepShare } from "#features/files/shares-store.ts";
import { shareKey, storage } from "#features/files/storage.ts";
import type { JobData } from "#features/jobs/jobs.ts";
import { drawShareApart } from "../apart.ts";

/**
 * Draws what a live article or page without a picture is shared with, and takes away what an older text of it was; of one that has
 * a picture by now, all. Of what is hidden or withdrawn nothing is changed: it may come back. Done twice, or by two at once, it is
 * the same.
 *
 * @param ending its reason is thrown soon after it is aborted
 * @throws when storage or database fail, or what draws it does: it is tried again
 */
export async function makeSharePicture(
  { documentId, anew = false }: JobData<"make_share_picture">,
  ending: AbortSignal,
): Promise<void> {
  const sharing = await transaction((tx) => holdSharing(tx, documentId));
  if (sharing === null) return;
  if (sharing.hasOwn) return forget(documentId);
  const sha256 = shareHash(sharing);
  if (sharing.drawn === sha256 && !anew) return;
  const drawn = await drawShareApart(sharing, ending);
  // Its bytes come before its row, as those of all files do.
  await storage().put(shareKey(sha256), drawn);
  const old = await transaction(async (tx) => {
    const now = await holdSharing(tx, documentId);
    // Other words went live meanwhile, and are drawn by the job that came with them. What was drawn in vain `npm run files` finds.
    if (now === null || now.hasOwn || shareHash(now) !== sha256) return null;
    const before = await keepShare(tx, documentId, { sha256, bytes: drawn.length });
    await announce(tx, now.siteId, [shareFact(documentId)]);
    return before;
  });
  if (old !== null) await storage().remove(shareKey(old));
}

async function forget(documentId: number): Promise<void> {
  const old = await transaction(async (tx) => {
    const now = await holdSharing(tx, documentId);
    return now?.hasOwn ? dropShare(tx, documentId) : null;
  });
  if (old !== null) await storage().remove(shareKey(old));
}
