import { transaction } from "#db/transaction.ts";
import type { SaidRights } from "#features/files/rights.ts";
import { notThere } from "#features/uploads/show-file.ts";
import { momentOf } from "#lib/dates.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Looker, mayChange, refuseStrangers } from "./may.ts";
import { isSame, lacksName, type ManyRights, rightsWith, saidRights, saysRights } from "./rights.ts";
import { keepRights, lastSaid, lockRights } from "./rights-store.ts";
import { MOST_CHOSEN } from "./types.ts";

/**
 * Says of a file by what right it is shown, and who is on it. It holds at once for every text that names it, and for none that
 * readers have: nothing is taken from them by itself.
 *
 * @returns how often it was said now
 * @param version of what was on the screen
 * @throws {Refusal} `not_found`, `not_allowed` to whoever may not change its words, `out_of_date`
 */
export async function changeRights(
  staff: Looker,
  { sha256, version, said }: { sha256: string; version: number; said: SaidRights },
): Promise<{ version: number }> {
  refuseStrangers(staff);
  return transaction(async (tx) => {
    const [file] = await lockRights(tx, staff.siteId, [sha256]);
    if (!file) throw notThere();
    if (!mayChange(staff, file)) throw new Refusal("not_allowed", NOT_YOURS);
    if (file.rightsVersion !== version) throw new Refusal("out_of_date", changedBy(await lastSaid(tx, file.id)));
    if (isSame(file, said)) return { version };
    await keepRights(tx, file.id, staff.personId, said);
    return { version: version + 1 };
  });
}

/**
 * Answers for several pictures that came together: for all of them, or where one may not be answered for, or was answered
 * otherwise meanwhile, for none. What is left empty stays as each of them has it.
 *
 * @param chosen their hashes, with how often it was said of each when it was on the screen
 * @returns of how many something else is said now
 * @throws {Refusal} `not_found`, `not_allowed`, `out_of_date`, `bad_input` where nothing is chosen or said, or a free licence has no name
 */
export async function sayRights(
  staff: Looker,
  { chosen, said }: { chosen: ReadonlyMap<string, number>; said: ManyRights },
): Promise<{ count: number }> {
  refuseStrangers(staff);
  if (chosen.size === 0 || chosen.size > MOST_CHOSEN) throw new Refusal("bad_input", NOTHING_CHOSEN);
  if (!saysRights(said)) throw new Refusal("bad_input", NOTHING_SAID);
  return transaction(async (tx) => {
    const files = await lockRights(tx, staff.siteId, [...chosen.keys()]);
    if (files.length < chosen.size) throw notThere();
    const others = files.filter((file) => !mayChange(staff, file));
    if (others.length > 0) throw new Refusal("not_allowed", notAllYours(others.map(calledOf)));
    const changed = files.filter(({ sha256, rightsVersion }) => chosen.get(sha256) !== rightsVersion);
    if (changed.length > 0) throw new Refusal("out_of_date", othersSaid(changed.map(calledOf)));
    let count = 0;
    for (const file of files) {
      const after = rightsWith(saidRights(file), said);
      if (after === null) continue;
      if (lacksName(after)) throw new Refusal("bad_input", NO_NAME, { fields: { licenceName: NO_NAME } });
      await keepRights(tx, file.id, staff.personId, after);
      count += 1;
    }
    return { count };
  });
}

const calledOf = ({ caption, name }: { caption: string; name: string }) => `“${caption || name}”`;

const NOT_YOURS = "Người viết chỉ ghi quyền của tệp do chính mình đưa lên: hãy nhờ biên tập viên ghi giúp.";
const notAllYours = (names: string[]) =>
  `${names.join(", ")} do người khác đưa lên nên chưa ghi gì: hãy bỏ dấu ở đó, hoặc nhờ biên tập viên ghi giúp.`;
const othersSaid = (names: string[]) =>
  `Người khác vừa ghi quyền của ${names.join(", ")} nên chưa ghi gì: hãy đóng lại để xem điều đã ghi, rồi ghi tiếp.`;
const NOTHING_CHOSEN = `Hãy chọn từ một đến ${MOST_CHOSEN} tệp.`;
const NOTHING_SAID = "Chưa có câu trả lời nào để ghi.";
export const NO_NAME = "Ghi tên giấy phép tự do, hoặc địa chỉ của nó.";

function changedBy(last: { by: string; at: Date } | null): string {
  const who =
    last === null ? "Máy chủ vừa đọc thêm từ tệp" : `${last.by} đã ghi quyền của tệp lúc ${momentOf(last.at)}`;
  return `${who}, sau khi bạn mở trang này nên chưa lưu. Điều bạn chọn vẫn còn trong các ô: mở trang này ở cửa sổ khác để xem bản mới, rồi tải lại và ghi tiếp.`;
}
