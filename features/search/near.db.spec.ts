import { beforeAll, beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { follow } from "#features/history/follow.ts";
import { carryOut } from "#features/moves/commands.ts";
import { type Office, published, rootOf, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { publishedPage, publishedTopic } from "#features/moves/testing-root.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { bringAll, bringTexts, bringUpToDate, searchFollower } from "./keep.ts";
import { listsWith } from "./near.ts";
import type { Near } from "./near-store.ts";

const { office, rows, bend } = oneOffice();
const far = anotherOffice();

const heard = async () => {
  while ((await follow(searchFollower)) > 0);
};
const goOver = () => bringAll(new AbortController().signal);

const body = (text: string) => ({
  type: "doc" as const,
  content: [
    {
      type: "paragraph" as const,
      attrs: { id: newBlockId(), align: null },
      content: [{ type: "text" as const, text }],
    },
  ],
});
const write = (headline: string, standfirst = "Tin trong ngày.", text = "Không có gì thêm.", who: Office = office) =>
  published(who, { headline, standfirst, body: body(text) });

/** What stands beside an article, the nearest first. */
const near = async (id: number): Promise<number[]> =>
  (
    await rows(
      "select near_id as id from near_texts where document_id = $1 order by step, shown_at desc, near_id desc",
      [id],
    )
  ).map((row) => row.id);

/** Of which articles it was announced that something else is near them, since the last time. */
let known = 0;
async function told(): Promise<number[]> {
  const found = await rows("select id, facts from announcements where id > $1 order by id", [known]);
  known = Number(found.at(-1)?.id ?? known);
  const facts: string[] = found.flatMap((row) => row.facts);
  return facts.flatMap((fact) => (fact.startsWith("list:near:") ? [Number(fact.slice("list:near:".length))] : []));
}
const sorted = (...ids: number[]) => ids.toSorted((a, b) => a - b);

beforeAll(heard);
beforeEach(async () => {
  await heard();
  await told();
});

test("two articles that share what few others are about stand beside each other, and both pages are told", async () => {
  const older = await write("Đình Chèm mở hội làng Vẽ");
  await write("Thu gom rác ở ngõ Trạm");
  await heard();
  expect(await near(older)).toEqual([]);
  const newer = await write("Hội làng Vẽ rước kiệu về đình Chèm");
  await heard();
  expect([await near(newer), await near(older)]).toEqual([[older], [newer]]);
  expect(sorted(...(await told()))).toEqual(sorted(older, newer));
});

test("whoever shares more is nearer, what stands in a title or over a text counts before what stands in it, and among equals the newer", async () => {
  const two = await write("Bến Gỗ đón ghe Ngo");
  const newerTwo = await write("Ghe Ngo về lại Bến Gỗ");
  const three = await write("Bến Gỗ, ghe Ngo, chùa Dơi");
  const inText = await write("Tin ngắn chiều nay", "Một.", "Ở bến Gỗ có ghe Ngo, bên chùa Dơi.");
  const own = await write("Chùa Dơi nhìn ra Bến Gỗ", "Mùa ghe Ngo lại về.");
  await heard();
  expect(await near(own)).toEqual([three, inText, newerTwo, two]);
});

test("what many titles say, what a page says and what another site says is no likeness", async () => {
  await publishedPage(await rootOf(office), { title: "Miếu Cây Gạo bên sông Đuống", slug: "mieu-cay-gao" });
  const root = await rootOf(office);
  await publishedTopic(root, { title: "Miếu Cây Gạo bên sông Đuống", slug: "mieu-ben-song" });
  await write("Miếu Cây Gạo bên sông Đuống", undefined, undefined, far);
  const own = await write("Về miếu Cây Gạo, ngắm sông Đuống");
  await heard();
  expect(await near(own)).toEqual([]);
  const dates: number[] = [];
  for (let count = 0; count < 9; count += 1) dates.push(await write(`Lịch tiếp dân, lịch đổ xăng số ${count}`));
  await heard();
  expect(await near(dates[0] ?? 0)).toHaveLength(6);
  await write("Lịch tiếp dân, lịch đổ xăng số 9");
  const many = await write("Lịch tiếp dân, lịch đổ xăng");
  await heard();
  expect(await near(many)).toEqual([]);
});

test("what is hidden, withdrawn or given back stands beside nothing, or again where it stood, and the pages are told", async () => {
  const older = await write("Giếng Ngọc ở làng Diềm");
  const newer = await write("Làng Diềm sửa giếng Ngọc");
  await heard();
  await told();
  for (const [move, given] of [
    ["hide", { reason: "Chờ kiểm tra" }],
    ["withdraw", { reason: "error" }],
  ] as const) {
    await carryOut(office.approver, move, newer, given);
    await heard();
    expect([await near(newer), await near(older)]).toEqual([[], []]);
    expect(sorted(...(await told()))).toEqual(sorted(older, newer));
    await carryOut(office.approver, "restore", newer, {});
    await heard();
    expect([await near(newer), await near(older)]).toEqual([[older], [newer]]);
    expect(sorted(...(await told()))).toEqual(sorted(older, newer));
  }
});

test("other words of an article have other ones beside it; that somebody writes at it changes nothing", async () => {
  const temple = await write("Am Vàng trên núi Dạm");
  const lake = await write("Hồ Trúc Bạch nuôi sen Bách");
  const own = await write("Lên núi Dạm thăm am Vàng");
  await heard();
  expect(await near(own)).toEqual([temple]);
  await told();
  await carryOut(office.reporter, "revise", own, {});
  await typeIn(office.reporter, own, { headline: "Sen Bách nở kín hồ Trúc Bạch" });
  await carryOut(office.reporter, "submit", own, {});
  await heard();
  expect([await near(own), await told()]).toEqual([[temple], []]);
  await carryOut(office.approver, ["approve", "publish"], own, await seen(office.approver, own));
  await heard();
  expect([await near(own), await near(lake)]).toEqual([[lake], [own]]);
  expect(sorted(...(await told()))).toEqual(sorted(own, lake));
});

test("a draft and a text under review are beside nothing", async () => {
  const live = await write("Gò Đống Thây và cầu Vồng");
  await submitted(office, { headline: "Cầu Vồng dẫn tới gò Đống Thây" });
  await heard();
  expect(await near(live)).toEqual([]);
});

test("six stand beside an article at most, and one that is nearer takes the place of the one that is least near", async () => {
  const least = await write("Chợ Âm Phủ họp ở bãi Giữa");
  const others: number[] = [];
  for (let count = 0; count < 6; count += 1) others.push(await write("Bãi Giữa có chợ Âm Phủ"));
  const own = await write("Từ chợ Âm Phủ ra bãi Giữa");
  await heard();
  const list = await near(least);
  expect(list).toHaveLength(6);
  expect(list[0]).toBe(own);
  expect(list).not.toContain(others[0]);
});

test("an archive that nobody has compared is compared, once", async () => {
  const older = await write("Đền Voi Phục bên hồ Thủ Lệ");
  const newer = await write("Hồ Thủ Lệ soi bóng đền Voi Phục");
  await heard();
  await told();
  await bend("delete from near_texts");
  await bend("update search_entries set compared = false");
  await goOver();
  expect([await near(newer), await near(older)]).toEqual([[older], [newer]]);
  expect(await told()).toEqual(expect.arrayContaining([older, newer]));
  await goOver();
  expect(await told()).toEqual([]);
});

test("what comes out by the dozens is found at once, and compared by the job at night", async () => {
  const ids: number[] = [];
  for (let count = 0; count < 21; count += 1) {
    const pair = `${"abcdefghijklmnopqrstuvwxy"[Math.floor(count / 2)]}ang`;
    ids.push(await write(`Quán ${pair} Phủ cạnh lò ${pair} Sứ, lần ${count}`));
  }
  await transaction((tx) => bringUpToDate(tx, ids));
  const kept = async () => rows("select compared from search_entries where document_id = any($1) order by 1", [ids]);
  expect(await kept()).toEqual(ids.map(() => ({ compared: false })));
  expect(await near(ids[0] ?? 0)).toEqual([]);
  await goOver();
  expect(await kept()).toEqual(ids.map(() => ({ compared: true })));
  expect([await near(ids[0] ?? 0), await near(ids[1] ?? 0)]).toEqual([[ids[1]], [ids[0]]]);
  // Brought together once more, they are what they were.
  await transaction((tx) => bringUpToDate(tx, ids));
  expect(await kept()).toEqual(ids.map(() => ({ compared: true })));
  // An archive that nobody has brought is found before the first of it is compared.
  await bend("delete from search_entries where document_id = any($1)", [ids]);
  await bringTexts(new AbortController().signal);
  expect(await kept()).toEqual(ids.map(() => ({ compared: false })));
}, 60_000);

test("the lists of two that are near are written without a look at any other list", () => {
  const day = (at: number) => new Date(Date.UTC(2026, 0, at));
  const one = (documentId: number, nearId: number, step: number): Near => ({
    documentId,
    nearId,
    step,
    shownAt: day(nearId),
  });
  const kept = [7, 6, 5, 4, 3, 2].map((nearId) => one(1, nearId, 2));
  const own = { documentId: 9, shownAt: day(9) };
  const lists = listsWith([...kept, one(9, 3, 1)], own, [one(9, 1, 2)]);
  expect([...lists.keys()]).toEqual([9, 1]);
  expect(lists.get(9)).toEqual([one(9, 1, 2)]);
  expect(lists.get(1)?.map(({ nearId }) => nearId)).toEqual([9, 7, 6, 5, 4, 3]);
  // What is less near than all that stand there changes nothing.
  const far = listsWith(kept, own, [one(9, 1, 3)]);
  expect(far.get(1)?.map(({ nearId }) => nearId)).toEqual([7, 6, 5, 4, 3, 2]);
});
