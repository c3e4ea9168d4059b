import { type Tx, transaction } from "#db/transaction.ts";
import { ranksOf } from "#features/desk/lists-store.ts";
import { insertDeed } from "#features/files/deeds-store.ts";
import { lockBytes } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { notThere } from "#features/uploads/show-file.ts";
import { Refusal } from "#lib/refusal.ts";
import { binnedLongAgo, forgetBinned, isNamed, lockToGo } from "./going-store.ts";
import { type Looker, mayChange, refuseStrangers } from "./may.ts";
import { lockChosen } from "./store.ts";
import { MOST_CHOSEN } from "./types.ts";
import { usesOf } from "./uses-store.ts";

/**
 * Puts a file into the bin, from where it comes back for thirty days by one press, by being brought again, or by coming into use.
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state` where it is there already, or a text names it, with the names of some
 */
export async function binFile(staff: Looker, { sha256 }: { sha256: string }): Promise<void> {
  refuseStrangers(staff);
  const isGone = await transaction(async (tx) => {
    const file = await lockToGo(tx, staff.siteId, sha256);
    if (!file) throw notThere();
    if (!mayChange(staff, file)) throw new Refusal("not_allowed", NOT_YOURS);
    if (file.binnedAt !== null) throw new Refusal("wrong_state", BINNED_ALREADY);
    return putAway(tx, staff, sha256);
  });
  if (!isGone) throw new Refusal("wrong_state", await namedIn(staff, sha256));
}

/**
 * The same with several: all of them, or none.
 * @param ids their numbers
 * @returns how many
 */
export async function binMany(staff: Looker, ids: readonly number[]): Promise<{ count: number }> {
  refuseStrangers(staff);
  if (ids.length === 0 || ids.length > MOST_CHOSEN) throw new Refusal("bad_input", NOTHING_CHOSEN);
  return transaction(async (tx) => {
    const files = await lockChosen(tx, staff.siteId, ids);
    if (files.length < new Set(ids).size) throw new Refusal("out_of_date", NOT_ALL_THERE);
    if (!files.every((file) => mayChange(staff, file))) throw new Refusal("not_allowed", NOT_YOURS);
    for (const { sha256, caption, name } of files) {
      if (!(await putAway(tx, staff, sha256))) throw new Refusal("out_of_date", cameIntoUse(caption || name));
    }
    return { count: files.length };
  });
}

/** @throws {Refusal} `not_found`, `not_allowed`, `wrong_state` where it is in no bin */
export async function restoreFile(staff: Looker, { sha256 }: { sha256: string }): Promise<void> {
  refuseStrangers(staff);
  await transaction(async (tx) => {
    const file = await lockToGo(tx, staff.siteId, sha256);
    if (!file) throw notThere();
    if (!mayChange(staff, file)) throw new Refusal("not_allowed", NOT_YOURS);
    if (file.binnedAt === null) throw new Refusal("wrong_state", NOT_BINNED);
    await insertDeed(tx, { siteId: staff.siteId, sha256, kind: "restored", byId: staff.personId });
  });
}

/** So many in a question. */
const BATCH = 200;

/**
 * Takes files off their lists that were in the bin for thirty days by the database's clock and that no text has come to name, and
 * has their bytes go.
 * @returns how many
 */
export async function emptyBins(ending?: AbortSignal): Promise<number> {
  let gone = 0;
  for (let last = 0; ; ) {
    const old = await binnedLongAgo(last, BATCH);
    for (const { id, sha256 } of old) {
      ending?.throwIfAborted();
      const isGone = await transaction(async (tx) => {
        // Whoever brings the same bytes comes before this or after it.
        await lockBytes(tx, sha256);
        if (!(await forgetBinned(tx, id))) return false;
        await enqueue(tx, "clear_bytes", { sha256 });
        return true;
      });
      gone += Number(isGone);
    }
    if (old.length < BATCH) return gone;
    last = old.at(-1)?.id ?? last;
  }
}

/** @returns false where a text names it, which stays so for whoever holds its row */
async function putAway(tx: Tx, { siteId, personId }: Looker, sha256: string): Promise<boolean> {
  if (await isNamed(tx, siteId, sha256)) return false;
  await insertDeed(tx, { siteId, sha256, kind: "binned", byId: personId });
  return true;
}

/** So many documents are named. */
const NAMED = 3;

/** Why a file stays: in which texts it is, as far as this person may know, and what can be done about it. */
async function namedIn(staff: Looker, sha256: string): Promise<string> {
  const { uses, unseen } = await usesOf(await ranksOf(staff), sha256, null);
  const names = uses.slice(0, NAMED).map(({ line }) => `“${line.title || "chưa có tiêu đề"}”`);
  const others = uses.length - names.length + unseen;
  const all = [...names, ...(others > 0 ? [`${others} nội dung khác`] : [])];
  const isOnlyWritten = unseen === 0 && uses.every(({ kept }) => kept === null);
  return `Tệp đang được dùng trong ${all.join(", ")}, nên chưa bỏ vào thùng rác. ${isOnlyWritten ? TAKE_OUT : KEPT}`;
}

const TAKE_OUT = "Hãy gỡ tệp khỏi những bản đang viết đó trước.";
const KEPT =
  "Bản đã lưu của bài giữ tệp lại: muốn bạn đọc không thấy thì ẩn tệp; chỉ xóa vĩnh viễn theo yêu cầu (hai người) mới bỏ hẳn được.";
const NOT_YOURS = "Người viết chỉ bỏ hoặc lấy lại tệp do chính mình đưa lên: hãy nhờ biên tập viên.";
const BINNED_ALREADY = "Tệp này đang ở trong thùng rác rồi: hãy tải lại trang để xem.";
const NOT_BINNED = "Tệp này không còn trong thùng rác: hãy tải lại trang để xem.";
const NOTHING_CHOSEN = `Hãy chọn từ một đến ${MOST_CHOSEN} tệp trong kho.`;
const NOT_ALL_THERE =
  "Có tệp vừa được người khác bỏ đi nên chưa bỏ tệp nào: hãy tải lại trang, xem lại rồi bấm lần nữa.";
const cameIntoUse = (name: string) =>
  `Tệp “${name}” vừa được đưa vào một bài nên chưa bỏ tệp nào: hãy tải lại trang, xem lại rồi bấm lần nữa.`;
