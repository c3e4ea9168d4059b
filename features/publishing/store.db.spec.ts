import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
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

test("the first article that a section ever has changes every page; those that follow and the last that goes only their own", async () => {
  const office = await anOffice();
  const first = await published(office);
  expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
  const second = await published(office);
  expect(await lastAnnounced(office.siteId)).toEqual(
    expect.arrayContaining(["/", "/dang-doan-the", "/tin-tuc", `/dang-doan-the/khai-mac-hoi-thao-phuong-${second}`]),
  );
  for (const one of [second, first]) {
    await carryOut(office.approver, "withdraw", one, { reason: "error" });
    expect(await lastAnnounced(office.siteId)).toEqual(expect.arrayContaining(["/dang-doan-the", "/sitemap*"]));
    expect(await lastAnnounced(office.siteId)).not.toContain("/*");
  }
  await published(office);
  expect(await lastAnnounced(office.siteId)).not.toContain("/*");
});

test("an article opens its second sections as well", async () => {
  const office = await anOffice();
  await published(office);
  await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
  await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await lastAnnounced(office.siteId)).not.toContain("/*");
});
