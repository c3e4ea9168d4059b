import { expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { aBanner, aSentence, hoursAhead, publishedBanner, typeAtRoot } from "#features/moves/testing-root.ts";
import { bannersOf, NO_BANNERS } from "./banners.ts";

oneOffice();

/** A site of its own for each test, so that no test meets another's banners. */
async function aRoot(): Promise<Root> {
  return rootOf(await anOffice());
}
const said = async (root: Root, at = new Date()) =>
  (await bannersOf(root.siteId, at)).shown.map(({ words }) => words.slice(0, 12));

test("a banner is there from going live until its end, to the millisecond, and then goes by itself", async () => {
  const own = await aRoot();
  const ends = hoursAhead(2);
  const id = await publishedBanner(own, { ends, link: "/tin-tuc" });
  const now = new Date();
  expect(await bannersOf(own.siteId, now)).toEqual({
    shown: [{ number: id, level: "urgent", words: "Chợ Bến Đá đóng cửa sớm.", link: "/tin-tuc", ends: new Date(ends) }],
    until: new Date(ends),
  });
  const before = new Date(Date.parse(ends) - 1);
  expect((await bannersOf(own.siteId, before)).shown).toHaveLength(1);
  expect(await bannersOf(own.siteId, new Date(ends))).toEqual(NO_BANNERS);
});

test("the worst is first, of one level the newest, and no more than three are shown", async () => {
  const own = await aRoot();
  await publishedBanner(
    own,
    aSentence("service", ["bộ phận một cửa", "22:00 ngày 30/11/2031", "23:00 ngày 30/11/2031"]),
  );
  await publishedBanner(own, { words: "Khẩn thứ nhất", ends: hoursAhead(3) });
  await publishedBanner(own, { words: "Khẩn thứ hai", ends: hoursAhead(2) });
  expect(await said(own)).toEqual(["Khẩn thứ hai", "Khẩn thứ nhất".slice(0, 12), "Tạm ngừng bộ"]);
  await publishedBanner(own, aSentence("fire", ["chợ Bến Đá", "114"], { ends: hoursAhead(4) }));
  expect(await said(own)).toEqual(["Cháy lớn tại", "Khẩn thứ hai", "Khẩn thứ nhất".slice(0, 12)]);
  // What there was no room for stands there once another has ended.
  expect(await said(own, new Date(Date.now() + 2.5 * 3_600_000))).toEqual([
    "Cháy lớn tại",
    "Khẩn thứ nhất".slice(0, 12),
  ]);
});

test("a planned outage is not there before its beginning, and pages are made anew then", async () => {
  const own = await aRoot();
  const [begins, ends] = [hoursAhead(1), hoursAhead(3)];
  const blanks = ["nước sạch", "tổ 5", "22:00 ngày 30/11/2031", "23:00 ngày 30/11/2031"];
  await publishedBanner(own, aSentence("supply", blanks, { begins, ends }));
  expect(await bannersOf(own.siteId, new Date())).toEqual({ shown: [], until: new Date(begins) });
  expect(await bannersOf(own.siteId, new Date(begins))).toMatchObject({
    shown: [{ level: "outage" }],
    until: new Date(ends),
  });
});

test("one that is hidden or taken down is gone at once, and comes back when it is given back", async () => {
  const own = await aRoot();
  const id = await publishedBanner(own);
  await carryOut(own.editor, "hide", id, { reason: "Sai giờ" });
  expect(await said(own)).toEqual([]);
  await carryOut(own.approver, "restore", id, {});
  expect(await said(own)).toHaveLength(1);
  await carryOut(own.approver, "withdraw", id, { reason: "expired" });
  expect(await said(own)).toEqual([]);
});

test("what nobody has published is not there, nor what is of another site", async () => {
  const [own, other] = [await aRoot(), await aRoot()];
  await publishedBanner(other);
  await typeAtRoot(own.editor, await start(own.editor, "banner"), aBanner());
  expect(await said(own)).toEqual([]);
});
