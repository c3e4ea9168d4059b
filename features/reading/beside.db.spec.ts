import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { follow } from "#features/history/follow.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, giveAtOnce, type Office, published, publishedOld } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { searchFollower } from "#features/search/keep.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { besideArticle } from "./beside.ts";
import { liveArticle } from "./queries.ts";

const { rows } = oneOffice();

/** What readers of an article are led to, by number. */
async function beside({ siteId }: Office, number: number) {
  const live = await liveArticle(siteId, number);
  if (live === null) throw new Error(`article ${number} is not live`);
  const { content, sectionPath } = live;
  const { tagIds, related } = content;
  const found = await besideArticle(siteId, { number, sectionId: sectionPath.at(-1)?.id, tagIds, related });
  const numbers = found.related.map((card) => card.number);
  return { newer: found.newer?.number ?? null, older: found.older?.number ?? null, related: numbers };
}

const aTag = ({ siteId, reporter }: Office, name: string) =>
  transaction((tx) => tagCalled(tx, { siteId, personId: reporter.personId, because: "draft" }, name));

test("an article leads to the one after it and the one before it, and further back where nothing shares its tags", async () => {
  const office = await anOffice();
  const ids: number[] = [];
  for (let count = 0; count < 8; count += 1) ids.push(await published(office));
  const [, , , , , older = 0, own = 0, newer = 0] = ids;
  expect(await beside(office, own)).toEqual({ newer, older, related: ids.slice(1, 5).reverse() });
});

test("the newest of a section has none after it, and the only one has nothing beside it", async () => {
  const office = await anOffice();
  const own = await published(office);
  expect(await beside(office, own)).toEqual({ newer: null, older: null, related: [] });
  const next = await published(office);
  expect(await beside(office, next)).toEqual({ newer: null, older: own, related: [] });
});

test("what shares its tags comes first, most of them before fewer; no article stands there twice", async () => {
  const office = await anOffice();
  const [one, other] = [await aTag(office, "hồ sen"), await aTag(office, "cấp nước")];
  const both = await published(office, { tagIds: [one.id, other.id] });
  const first = await published(office, { tagIds: [one.id] });
  const older = await published(office, { tagIds: [one.id, other.id] });
  const own = await published(office, { tagIds: [one.id, other.id] });
  expect(await beside(office, own)).toEqual({ newer: null, older, related: [both, first] });
});

const search = async () => {
  while ((await follow(searchFollower)) > 0);
};

test("what is near its text comes before what stood before it in its section, and stands there while readers have it", async () => {
  await search();
  const office = await anOffice();
  const about = (headline: string, more = {}) => published(office, { headline, ...more });
  const near = await about("Giếng Ngọc ở làng Diềm");
  for (const { personId } of [office.reporter, office.approver]) {
    const role = personId === office.reporter.personId ? "reporter" : "approver";
    await giveAtOnce({ personId, siteId: office.siteId, sectionId: office.elsewhere, role });
  }
  const elsewhere = await about("Giếng Ngọc, làng Diềm và đình Diềm", { sectionId: office.elsewhere });
  const others: number[] = [];
  for (let count = 0; count < 3; count += 1) others.push(await about(`Tin số ${count}`));
  const own = await about("Làng Diềm sửa giếng Ngọc, dựng lại đình Diềm");
  const [second = 0, first = 0, older = 0] = others;
  expect(await beside(office, own)).toEqual({ newer: null, older, related: [first, second, near] });
  await search();
  // The one elsewhere is nearer, and its section is another one.
  expect(await beside(office, own)).toEqual({ newer: null, older, related: [near, elsewhere, first, second] });
  expect((await beside(office, near)).related).toEqual([own, elsewhere]);
  await carryOut(office.approver, "hide", elsewhere, { reason: "Chờ kiểm tra" });
  expect(await beside(office, own)).toMatchObject({ related: [near, first, second] });
  await carryOut(office.approver, "restore", elsewhere, {});
  expect(await beside(office, own)).toMatchObject({ related: [near, elsewhere, first, second] });
});

test("what is hidden or withdrawn leads nowhere, and its neighbours lead past it", async () => {
  const office = await anOffice();
  const ids = [await published(office), await published(office), await published(office)];
  const [first = 0, middle = 0, last = 0] = ids;
  await carryOut(office.approver, "withdraw", middle, { reason: "error" });
  expect(await beside(office, last)).toMatchObject({ older: first });
  expect(await beside(office, first)).toMatchObject({ newer: last });
  await carryOut(office.editor, "hide", first, { reason: "Chờ kiểm tra" });
  expect(await beside(office, last)).toEqual({ newer: null, older: null, related: [] });
});

test("an old article stands among its own days, and another site's nowhere", async () => {
  const office = await anOffice();
  const old = await publishedOld(office, { datedAt: "2019-06-23T03:27:00.000Z" });
  const own = await published(office);
  await published(await anOffice());
  expect(await beside(office, own)).toEqual({ newer: null, older: old, related: [] });
  expect(await beside(office, old)).toMatchObject({ newer: own, older: null });
  expect(await rows("select 1 from section_listings where document_id = $1", [own])).not.toEqual([]);
});
