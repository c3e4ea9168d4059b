import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/workflow/commands.ts";
import { anOffice, published, submitted } from "#features/workflow/testing.ts";
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
  await published(office);
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  expect(await lastAnnounced(office.siteId)).toContain(hidden?.address);
});

test("the first article of a section changes every page's menu, the second only its own pages", async () => {
  const office = await anOffice();
  const first = await published(office);
  expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
  const second = await published(office, { sectionId: office.news });
  const announced = await lastAnnounced(office.siteId);
  expect(announced).toContain(`/tin-tuc/khai-mac-hoi-thao-phuong-${second}`);
  expect(announced).not.toContain("/*");
  expect(await placed(first)).toMatchObject({ opensMenu: false });
});

test("a second section without another article is opened by this one", async () => {
  const office = await anOffice();
  await published(office);
  const id = await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await placed(id)).toMatchObject({ opensMenu: true });
});
