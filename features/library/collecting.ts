import { type Tx, transaction } from "#db/transaction.ts";
import { Refusal } from "#lib/refusal.ts";
import { MOST_COLLECTIONS, MOST_IN_COLLECTION } from "./collections.ts";
import * as store from "./collections-store.ts";
import { type Looker, mayCollect, refuseStrangers } from "./may.ts";
import { lockChosen } from "./store.ts";
import { MOST_CHOSEN } from "./types.ts";

type Into = { collectionId: number } | { name: string };

/**
 * Lays files into a collection, one that is there or a new one. A name that is there already means that one.
 *
 * @returns which collection it is, and how many of the files did not lie there before
 * @throws {Refusal} `not_allowed` to whoever has no say over articles, `not_found`, `bad_input` where nothing is chosen, or where
 *   it would hold too much
 */
export async function collect(
  staff: Looker,
  { fileIds, into }: { fileIds: readonly number[]; into: Into },
): Promise<{ collectionId: number; count: number }> {
  refuseStrangers(staff);
  const chosen = chosenOf(fileIds);
  return transaction(async (tx) => {
    const files = await lockChosen(tx, staff.siteId, chosen);
    if (files.length < chosen.length) throw new Refusal("not_found", FILE_GONE);
    const collectionId = "name" in into ? await called(tx, staff, into.name) : into.collectionId;
    if (!(await store.lockCollection(tx, staff.siteId, collectionId))) throw gone();
    const count = await store.addFiles(tx, collectionId, chosen, staff.personId);
    if ((await store.countFiles(tx, collectionId)) > MOST_IN_COLLECTION) throw new Refusal("bad_input", FULL);
    return { collectionId, count };
  });
}

/**
 * Takes files out of a collection; they stay in the library. Of those that do not lie there nothing is said.
 * @throws {Refusal} `not_allowed`, `not_found`, `bad_input` as above
 */
export async function takeOut(
  staff: Looker,
  { fileIds, collectionId }: { fileIds: readonly number[]; collectionId: number },
): Promise<{ count: number }> {
  refuseStrangers(staff);
  const chosen = chosenOf(fileIds);
  return transaction(async (tx) => {
    if (!(await store.lockCollection(tx, staff.siteId, collectionId))) throw gone();
    return { count: await store.takeFiles(tx, collectionId, chosen) };
  });
}

type Which = { collectionId: number };

/** Calls a collection something else. @throws {Refusal} `not_allowed`, `not_found`, `bad_input` where another one is called so */
export async function rename(staff: Looker, { collectionId, name }: Which & { name: string }): Promise<void> {
  await transaction(async (tx) => {
    await store.countCollections(tx, staff.siteId);
    await held(tx, staff, collectionId);
    const other = await store.findByName(tx, staff.siteId, name);
    if (other !== null && other !== collectionId) {
      throw new Refusal("bad_input", taken(name), { fields: { name: taken(name) } });
    }
    await store.nameCollection(tx, collectionId, name);
  });
}

/** Forgets a collection; its files stay in the library. @throws {Refusal} `not_allowed`, `not_found` */
export async function drop(staff: Looker, { collectionId }: Which): Promise<void> {
  await transaction(async (tx) => {
    await held(tx, staff, collectionId);
    await store.dropCollection(tx, collectionId);
  });
}

async function held(tx: Tx, staff: Looker, collectionId: number): Promise<void> {
  refuseStrangers(staff);
  const found = await store.lockCollection(tx, staff.siteId, collectionId);
  if (!found) throw gone();
  if (!mayCollect(staff, found)) throw new Refusal("not_allowed", NOT_YOURS);
}

async function called(tx: Tx, { siteId, personId }: Looker, name: string): Promise<number> {
  const count = await store.countCollections(tx, siteId);
  const there = await store.findByName(tx, siteId, name);
  if (there !== null) return there;
  if (count >= MOST_COLLECTIONS) throw new Refusal("bad_input", TOO_MANY);
  return store.insertCollection(tx, { siteId, name, madeBy: personId });
}

function chosenOf(fileIds: readonly number[]): number[] {
  const chosen = [...new Set(fileIds)];
  if (chosen.length === 0 || chosen.length > MOST_CHOSEN) throw new Refusal("bad_input", NOTHING_CHOSEN);
  return chosen;
}

const gone = () => new Refusal("not_found", "Bộ sưu tập này không còn: có thể người khác vừa bỏ. Hãy tải lại trang.");
const taken = (name: string) => `Đã có bộ sưu tập khác tên “${name}”: hãy đặt tên khác.`;
const FILE_GONE = "Có tệp đã chọn không còn trong kho nên chưa xếp tệp nào: hãy tải lại trang rồi chọn lại.";
const FULL = `Một bộ sưu tập chứa nhiều nhất ${MOST_IN_COLLECTION.toLocaleString("vi-VN")} tệp nên chưa xếp tệp nào: hãy tách ra bộ khác.`;
const TOO_MANY = `Trang đã có ${MOST_COLLECTIONS} bộ sưu tập: hãy bỏ bớt bộ không dùng, hoặc xếp vào bộ đang có.`;
const NOTHING_CHOSEN = `Hãy chọn từ một đến ${MOST_CHOSEN} tệp trong kho.`;
const NOT_YOURS = "Người viết chỉ đổi tên hoặc bỏ bộ sưu tập do chính mình lập: hãy nhờ biên tập viên.";
