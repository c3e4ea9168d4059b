import { transaction } from "#db/transaction.ts";
import { makeCutAgain } from "#features/files/cuts-store.ts";
import { NOT_KEPT } from "#features/files/failures.ts";
import { makeAgain, letMacrosIn as takeMacros } from "#features/files/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { record } from "#features/office/store.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import { notThere } from "#features/uploads/show-file.ts";
import { momentOf } from "#lib/dates.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Many, rightsChangedBy, type Seen, saysAnything, changedBy as withMore } from "./many.ts";
import { decides, type Looker, mayChange, refuseStrangers } from "./may.ts";
import { lacksName } from "./rights.ts";
import { NO_NAME } from "./rights-commands.ts";
import { keepRights } from "./rights-store.ts";
import { keepWords, lastChange, lockChosen, lockFile } from "./store.ts";
import { MOST_CHOSEN } from "./types.ts";
import { type FileWordsTyped, MOST_KEYWORDS } from "./words.ts";

type Which = { sha256: string };

/**
 * Says other words of a file. What uses of it say is in their texts, and stays.
 *
 * @returns the version of what is said now
 * @param version of the words that were on the screen: whoever has not seen the newest does not write over them
 * @throws {Refusal} `not_found`, `not_allowed` to whoever may not, `out_of_date`
 */
export async function changeWords(
  staff: Looker,
  { sha256, version, words }: Which & { version: number; words: FileWordsTyped },
): Promise<{ version: number }> {
  refuseStrangers(staff);
  return transaction(async (tx) => {
    const file = await lockFile(tx, staff.siteId, sha256);
    if (!file) throw notThere();
    if (!mayChange(staff, file)) throw new Refusal("not_allowed", NOT_YOURS);
    if (file.version !== version) throw new Refusal("out_of_date", changedBy(await lastChange(tx, file.id)));
    await keepWords(tx, file.id, staff.personId, words);
    return { version: version + 1 };
  });
}

/**
 * Says the same of several files: all of it, or where one of them may not be changed, or says something else than what was
 * on the screen, none.
 *
 * @param chosen their numbers, with the versions of their words and rights that were on the screen
 * @returns how many say something else now
 * @throws {Refusal} `not_found`, `not_allowed`, `out_of_date`, `bad_input` where nothing is chosen or said, or a free licence has no name
 */
export async function changeMany(
  staff: Looker,
  { chosen, said }: { chosen: ReadonlyMap<number, Seen>; said: Many },
): Promise<{ count: number }> {
  refuseStrangers(staff);
  if (chosen.size === 0 || chosen.size > MOST_CHOSEN) throw new Refusal("bad_input", NOTHING_CHOSEN);
  if (!saysAnything(said)) throw new Refusal("bad_input", NOTHING_SAID);
  return transaction(async (tx) => {
    const files = await lockChosen(tx, staff.siteId, [...chosen.keys()]);
    if (files.length < chosen.size) throw notThere();
    if (!files.every((file) => mayChange(staff, file))) throw new Refusal("not_allowed", NOT_ALL_YOURS);
    const others = files.filter(({ id, version, rights: { rightsVersion } }) => {
      const seen = chosen.get(id);
      return seen?.version !== version || seen.rightsVersion !== rightsVersion;
    });
    if (others.length > 0) throw new Refusal("out_of_date", othersChanged(others.length));
    let count = 0;
    for (const file of files) {
      const [words, rights] = [withMore(file, said), rightsChangedBy(file, said)];
      if (words !== null && words.keywords.length > MOST_KEYWORDS)
        throw new Refusal("bad_input", tooMany(file.caption || file.name));
      if (rights !== null && lacksName(rights))
        throw new Refusal("bad_input", NO_NAME, { fields: { licenceName: NO_NAME } });
      if (words !== null) await keepWords(tx, file.id, staff.personId, words);
      if (rights !== null) await keepRights(tx, file.id, staff.personId, rights);
      if (words !== null || rights !== null) count += 1;
    }
    return { count };
  });
}

/**
 * Has the worker try once more what it could not make.
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state` where it has not failed, or nothing of it was kept
 */
export async function tryAgain(staff: Looker, { sha256 }: Which): Promise<void> {
  refuseStrangers(staff);
  await transaction(async (tx) => {
    const file = await lockFile(tx, staff.siteId, sha256);
    if (!file) throw notThere();
    if (!mayChange(staff, file)) throw new Refusal("not_allowed", NOT_YOURS);
    if (file.failure !== null && NOT_KEPT.includes(file.failure)) throw new Refusal("wrong_state", NOTHING_KEPT);
    if (!(await makeAgain(tx, file.id))) throw new Refusal("wrong_state", NOT_FAILED);
    await enqueue(tx, "make_renditions", { fileId: file.id });
  });
}

/**
 * The same of a cut. Whoever writes on the site may: a cut is of their text, whoever has brought the picture.
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state` where it has not failed
 */
export async function tryCutAgain(staff: Looker, { sha256, cut }: Which & { cut: string }): Promise<void> {
  refuseStrangers(staff);
  await transaction(async (tx) => {
    if (!(await lockFile(tx, staff.siteId, sha256))) throw notThere();
    const cutId = await makeCutAgain(tx, staff.siteId, pictureKey({ file: sha256, cut }));
    if (cutId === null) throw new Refusal("wrong_state", CUT_NOT_FAILED);
    await enqueue(tx, "make_cut", { cutId });
  });
}

/**
 * Lets a document in that was stopped for its macros: readers will get it as it came, and it says so of itself. What else may be
 * amiss with it is looked for as before.
 *
 * @throws {Refusal} `not_found`, `not_allowed` to whoever is no editor, `wrong_state` where that is not what is amiss
 */
export async function letMacrosIn(staff: Looker, { sha256 }: Which): Promise<void> {
  refuseStrangers(staff);
  if (!decides(staff)) throw new Refusal("not_allowed", NOT_YOURS_TO_LET_IN);
  const { siteId, personId } = staff;
  await transaction(async (tx) => {
    const file = await lockFile(tx, siteId, sha256);
    if (!file) throw notThere();
    if (!(await takeMacros(tx, file.id, personId))) throw new Refusal("wrong_state", NOT_FAILED);
    await record(tx, { siteId, byId: personId, kind: "macros_let_in", payload: { sha256 } });
    await enqueue(tx, "make_renditions", { fileId: file.id });
  });
}

const NOT_YOURS_TO_LET_IN = "Chỉ biên tập viên hoặc người duyệt được cho phép tệp có macro: hãy nhờ họ xem tệp.";
const NOT_YOURS = "Người viết chỉ sửa tệp do chính mình đưa lên: hãy nhờ biên tập viên sửa giúp.";
const NOT_ALL_YOURS =
  "Trong các tệp đã chọn có tệp không phải do bạn đưa lên: hãy bỏ chọn tệp đó, hoặc nhờ biên tập viên sửa giúp.";
const NOTHING_CHOSEN = `Hãy chọn từ một đến ${MOST_CHOSEN} tệp trong kho.`;
const tooMany = (name: string) =>
  `Tệp “${name}” sẽ có hơn ${MOST_KEYWORDS} từ khóa nên chưa đổi tệp nào: hãy thêm ít từ khóa hơn, hoặc bỏ chọn tệp đó.`;
const NOTHING_SAID = "Hãy ghi nguồn ảnh, từ khóa cần thêm, hoặc quyền của tệp.";
const othersChanged = (count: number) =>
  `${count} tệp vừa được người khác sửa lời hoặc ghi quyền nên chưa đổi tệp nào: hãy tải lại trang, xem lại rồi bấm lần nữa.`;
const NOTHING_KEPT =
  "Tệp này không có bản nào được giữ lại nên không xử lý lại được. Nếu nội dung đã được làm sạch, hãy đưa tệp lên lại.";
const CUT_NOT_FAILED = "Cách cắt này của ảnh không còn ở trạng thái lỗi: hãy tải lại trang để xem.";
const NOT_FAILED = "Tệp này không còn ở trạng thái lỗi: hãy tải lại trang để xem.";

function changedBy(last: { by: string; at: Date } | null): string {
  const who =
    last === null
      ? "Lời của tệp vừa được máy chủ đọc thêm từ ảnh"
      : `${last.by} đã sửa lời của tệp lúc ${momentOf(last.at)}`;
  return `${who}, sau khi bạn mở trang này nên chưa lưu. Chữ bạn gõ vẫn còn trong các ô: mở trang này ở cửa sổ khác để xem bản mới, rồi tải lại và sửa tiếp.`;
}
