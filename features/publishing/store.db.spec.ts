import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut, carryOutIn } from "#features/moves/commands.ts";
import { anOffice, published, submitted } from "#features/moves/testing.ts";
import { placeOf } from "./store.ts";

const { rows } = oneDatabase();

const placed = (id: number) => transaction((tx) => placeOf(tx, id));

async function lastAnnounced(siteId: number): Promise<string[]> {
  const newest = "select surfaces from announcements where site_id = $1 order by id desc limit 1";
  return (await rows(newest, [siteId]))[0]?.surfaces ?? [];
}

test("an article is met at its address, in its sections and in all above them", async () => {
  const office = await anOffice();
  const id = await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await placed(id)).toMatchObject({
    address: `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`,
    sections: ["dang-doan-the", "thong-bao", "tin-tuc"],
  });
});

test("an article that is gone is met at its notice, and one that was never live nowhere", async () => {
  const office = await anOffice();
  expect(await placed(await submitted(office))).toBeNull();
  const id = await published(office);
  await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra số liệu" });
  const hidden = await placed(id);
  expect(hidden?.address).toMatch(`-${id}`);
  for (const _ of [1, 2]) await published(office);
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  expect(await lastAnnounced(office.siteId)).toContain(hidden?.address);
});

test("the first two articles of a section and the last two change every page, those between only their own pages", async () => {
  const office = await anOffice();
  for (const _ of [1, 2]) await published(office, { sectionId: office.news });
  const [first, second] = [await published(office), await published(office)];
  expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
  const third = await published(office);
  const announced = await lastAnnounced(office.siteId);
  expect(announced).toContain(`/dang-doan-the/khai-mac-hoi-thao-phuong-${third}`);
  expect(announced).not.toContain("/*");
  await carryOut(office.approver, "withdraw", first, { reason: "error" });
  expect(await lastAnnounced(office.siteId)).not.toContain("/*");
  for (const one of [second, third]) {
    await carryOut(office.approver, "withdraw", one, { reason: "error" });
    expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
  }
});

test("of the last two that leave a section at the same moment one changes every page", async () => {
  const office = await anOffice();
  const [first, second] = [await published(office), await published(office)];
  await transaction(async (tx) => {
    await carryOutIn(tx, office.approver, "withdraw", first, { reason: "error" });
    await carryOut(office.approver, "withdraw", second, { reason: "error" });
  });
  expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
});

test("what stands below a section fills it, what stands above does not", async () => {
  const office = await anOffice();
  const below = await published(office);
  const above = [
    await published(office, { sectionId: office.news }),
    await published(office, { sectionId: office.news }),
  ];
  expect(await placed(above[0] ?? 0)).toMatchObject({ fillsSection: false });
  expect(await placed(below)).toMatchObject({ fillsSection: true });
});

test("an article fills a second section until others are listed there", async () => {
  const office = await anOffice();
  for (const _ of [1, 2]) await published(office);
  const id = await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await placed(id)).toMatchObject({ fillsSection: true });
  for (const _ of [1, 2]) await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await placed(id)).toMatchObject({ fillsSection: false });
});
