import { type Tx, transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { bytesFact, fileFact, inSitemap, pictureFact } from "#features/facts/facts.ts";
import { insertDeed } from "#features/files/deeds-store.ts";
import { lockBytes } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { notThere } from "#features/uploads/show-file.ts";
import { Refusal } from "#lib/refusal.ts";
import { findAsked, lockToGo } from "./going-store.ts";
import { decides, type Looker, mayErase, mayShow, refuseStrangers } from "./may.ts";

type Which = { sha256: string };
type Because = Which & { reason: string };

/**
 * Keeps a file from all readers, whatever text shows it, until it is shown again. No text that was signed changes: pages leave
 * it out.
 *
 * @param reason for the office alone
 * @throws {Refusal} `not_found`, `not_allowed` to whoever may not hide an article anywhere, `wrong_state` where it is hidden
 */
export async function hideFile(staff: Looker, { sha256, reason }: Because): Promise<void> {
  await going(staff, sha256, async (tx, file) => {
    if (!decides(staff)) throw new Refusal("not_allowed", NOT_YOURS_TO_HIDE);
    if (file.hidden) throw new Refusal("wrong_state", HIDDEN_ALREADY);
    await hide(tx, staff, file.id, { sha256, reason });
  });
}

/** @throws {Refusal} as above; `not_allowed` to whoever may bring no article back, `wrong_state` while it is asked that it be erased */
export async function showFileAgain(staff: Looker, { sha256 }: Which): Promise<void> {
  await going(staff, sha256, async (tx, file) => {
    if (!mayShow(staff)) throw new Refusal("not_allowed", NOT_YOURS_TO_SHOW);
    if (!file.hidden) throw new Refusal("wrong_state", NOT_HIDDEN);
    if (await findAsked(tx, staff.siteId, sha256)) throw new Refusal("wrong_state", ASKED_TO_ERASE);
    await insertDeed(tx, { siteId: staff.siteId, sha256, kind: "shown", byId: staff.personId });
    await announce(tx, staff.siteId, ofFile(staff.siteId, file.id));
    await enqueue(tx, "search_file", { siteId: staff.siteId, sha256 });
  });
}

/**
 * Asks that a file be erased for good, which takes a second person. Until they answer, no reader has it.
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state` where it is asked already
 */
export async function askToErase(staff: Looker, { sha256, reason }: Because): Promise<void> {
  await going(staff, sha256, async (tx, file) => {
    if (!decides(staff)) throw new Refusal("not_allowed", NOT_YOURS_TO_ERASE);
    if (await findAsked(tx, staff.siteId, sha256)) throw new Refusal("wrong_state", ASKED_ALREADY);
    if (!file.hidden) await hide(tx, staff, file.id, { sha256, reason });
    const { siteId, personId: byId } = staff;
    const id = await insertDeed(tx, { siteId, sha256, kind: "erase_asked", byId, reason });
    await enqueue(tx, "tell_asked", { about: "erasure", id });
  });
}

/** Whoever has asked thinks better of it, or somebody else who may ask says no. It stays hidden. @throws {Refusal} as above */
export async function withdrawErasure(staff: Looker, { sha256 }: Which): Promise<void> {
  await going(staff, sha256, async (tx) => {
    const asked = await findAsked(tx, staff.siteId, sha256);
    if (!asked) throw new Refusal("out_of_date", NOT_ASKED);
    if (!decides(staff)) throw new Refusal("not_allowed", NOT_YOURS_TO_ERASE);
    const { siteId, personId: byId } = staff;
    await insertDeed(tx, { siteId, sha256, kind: "erase_withdrawn", byId, askId: asked.id });
  });
}

/**
 * The second person's yes: nothing of the file or of what was said of it is left but its hash, who wanted it so, and why. It is so
 * for everybody at once; its bytes go by a job.
 *
 * @returns the number on record
 * @throws {Refusal} `not_found`, `not_allowed` to whoever is no approver or has asked for it, `out_of_date`
 */
export async function eraseFile(staff: Looker, { sha256 }: Which): Promise<{ number: number }> {
  return going(staff, sha256, async (tx, file) => {
    const asked = await findAsked(tx, staff.siteId, sha256);
    if (!asked) throw new Refusal("out_of_date", NOT_ASKED);
    if (!mayErase(staff, asked)) throw new Refusal("not_allowed", NEEDS_ANOTHER);
    const { siteId, personId: byId } = staff;
    const number = await insertDeed(tx, { siteId, sha256, kind: "erased", byId, askId: asked.id });
    await announce(tx, siteId, [...ofFile(siteId, file.id), bytesFact(sha256)]);
    await enqueue(tx, "clear_bytes", { sha256 });
    await enqueue(tx, "search_file", { siteId, sha256 });
    await enqueue(tx, "queue_share_pictures", { siteId });
    return { number };
  });
}

type Held = NonNullable<Awaited<ReturnType<typeof lockToGo>>>;

/** @throws {Refusal} `not_allowed` to whoever has no say over articles, `not_found` */
async function going<T>(staff: Looker, sha256: string, work: (tx: Tx, file: Held) => Promise<T>): Promise<T> {
  refuseStrangers(staff);
  return transaction(async (tx) => {
    // Before its row, as by whoever brings the same bytes.
    await lockBytes(tx, sha256);
    const file = await lockToGo(tx, staff.siteId, sha256);
    if (!file) throw notThere();
    return work(tx, file);
  });
}

async function hide(tx: Tx, { siteId, personId }: Looker, fileId: number, { sha256, reason }: Because): Promise<void> {
  await insertDeed(tx, { siteId, sha256, kind: "hidden", byId: personId, reason });
  await announce(tx, siteId, ofFile(siteId, fileId));
  await enqueue(tx, "search_file", { siteId, sha256 });
  // What has lost its only picture is shared with one of its headline.
  await enqueue(tx, "queue_share_pictures", { siteId });
}

/** The sitemap names the pictures of thousands of articles, and no page is told of each. */
const ofFile = (siteId: number, id: number) => [fileFact(id), pictureFact(id), inSitemap(siteId)];

const NOT_YOURS_TO_HIDE =
  "Chỉ biên tập viên và người duyệt ẩn được tệp với bạn đọc: hãy báo ngay cho một người trong số đó.";
const HIDDEN_ALREADY = "Tệp này đang bị ẩn với bạn đọc rồi: hãy tải lại trang để xem ai đã ẩn và vì sao.";
const NOT_YOURS_TO_SHOW = "Chỉ người duyệt cho hiện lại được tệp đã ẩn: hãy nhờ một người duyệt.";
const NOT_HIDDEN = "Tệp này không bị ẩn: bạn đọc đang thấy tệp ở bài đã đăng.";
const ASKED_TO_ERASE = "Đang có yêu cầu xóa vĩnh viễn tệp này: hãy rút yêu cầu đó trước, rồi mới cho hiện lại.";
const NOT_YOURS_TO_ERASE = "Chỉ biên tập viên và người duyệt yêu cầu hoặc rút yêu cầu xóa vĩnh viễn được.";
const ASKED_ALREADY = "Đã có yêu cầu xóa vĩnh viễn tệp này, đang chờ người duyệt xác nhận: hãy tải lại trang để xem.";
const NOT_ASKED = "Yêu cầu xóa vĩnh viễn tệp này đã được trả lời: hãy tải lại trang để xem.";
const NEEDS_ANOTHER = "Xóa vĩnh viễn cần hai người: hãy nhờ một người duyệt khác xác nhận.";
