import { type Tx, transaction } from "#db/transaction.ts";
import { saveDraftIn, withOwnWords } from "#features/drafts/commands.ts";
import { mediaOf } from "#features/files/media.ts";
import { findFile } from "#features/files/store.ts";
import type { PictureFile } from "#features/files/types.ts";
import { type Looker, refuseStrangers } from "#features/library/may.ts";
import { carryOutIn } from "#features/moves/commands.ts";
import { notThere } from "#features/uploads/show-file.ts";
import { lockStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";
import { haveOneShape, type Swap, withSwapped } from "./in-content.ts";
import { MOST_PLACES } from "./places.ts";
import type { Replaced } from "./types.ts";

/**
 * Puts another file in the place of one, in the newest texts of documents: where nothing is open an update is opened, as by the
 * press of that name, and the new file is typed into it by this person. What goes live goes the ordinary way: readers keep the old
 * file until somebody else has approved the new one. Each document is a transaction of its own, and one that refuses holds up no
 * other one.
 *
 * @param next the SHA-256 of the new file, which may still be waiting for the worker
 * @throws {Refusal} `not_allowed` to whoever has no say over articles; `not_found` where the site has not both files; `bad_input`
 *   where they are of two kinds, the new one cannot be used, or none or too many documents are meant
 */
export async function replaceFile(
  staff: Looker,
  { sha256, next, documentIds }: { sha256: string; next: string; documentIds: readonly number[] },
): Promise<Replaced[]> {
  refuseStrangers(staff);
  const ids = [...new Set(documentIds)];
  if (ids.length === 0 || ids.length > MOST_PLACES) throw new Refusal("bad_input", NONE_CHOSEN);
  const swap = await swapOf(staff, sha256, next);
  const replaced: Replaced[] = [];
  for (const documentId of ids) {
    try {
      replaced.push({ documentId, done: await transaction((tx) => replaceIn(tx, staff, documentId, swap)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      replaced.push({ documentId, sentence: error.sentence });
    }
  }
  return replaced;
}

/**
 * What stands in the place of what, where that can be.
 * @throws {Refusal} `not_found`, `bad_input` as above
 */
async function swapOf({ siteId }: Pick<Looker, "siteId">, sha256: string, next: string): Promise<Swap> {
  const [old, other] = await Promise.all([findFile(siteId, sha256), findFile(siteId, next)]);
  if (!old || !other) throw notThere();
  const said = whyNot(old, other);
  if (said !== null) throw new Refusal("bad_input", said);
  return { old: sha256, next, ai: other.rights.ai, keepsCuts: haveOneShape(old, other) };
}

type Judged = Pick<PictureFile, "sha256" | "mediaType" | "state" | "hidden">;

/** Why one file cannot stand in the place of another; null where it can. */
export function whyNot(old: Judged, next: Judged): string | null {
  if (old.sha256 === next.sha256) return SAME;
  if (mediaOf(old.mediaType)?.kind !== mediaOf(next.mediaType)?.kind) return TWO_KINDS;
  if (next.hidden) return HIDDEN;
  return next.state === "failed" ? UNUSABLE : null;
}

async function replaceIn(tx: Tx, staff: Looker, documentId: number, swap: Swap): Promise<"opens" | "changes"> {
  const before = await lockStory(tx, staff.siteId, documentId);
  const opens = before !== null && before.open === null;
  if (opens) await carryOutIn(tx, staff, "revise", documentId, {});
  const story = opens ? await lockStory(tx, staff.siteId, documentId) : before;
  const content = story?.buffer ? withSwapped(await withOwnWords(tx, story, story.buffer.content), swap) : null;
  if (story?.buffer && content === null) throw new Refusal("wrong_state", NOT_NAMED);
  const saved = await saveDraftIn(tx, staff, {
    ...{ documentId, tab: crypto.randomUUID(), counter: 1 },
    ...{ base: story?.buffer?.version ?? 0, content },
  });
  if (!saved.saved) throw new Error(`document ${documentId} was saved by somebody else while it was held`);
  return opens ? "opens" : "changes";
}

const SAME = "Tệp mới chính là tệp đang dùng: hãy chọn tệp khác.";
const TWO_KINDS = "Tệp mới phải cùng loại với tệp cũ: ảnh thay ảnh, tài liệu thay tài liệu, video thay video.";
const HIDDEN = "Tệp mới đang bị ẩn với bạn đọc: hãy chọn tệp khác, hoặc nhờ người duyệt cho hiện lại trước.";
const UNUSABLE = "Tệp mới không dùng được nên chưa thay ở bài nào: hãy chọn tệp khác.";
const NONE_CHOSEN = `Hãy chọn từ một đến ${MOST_PLACES} bài cần thay tệp.`;
const NOT_NAMED = "Bản đang viết không còn dùng tệp này.";
