import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aDatabase, asOwner, type TestDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut, carryOutIn } from "#features/workflow/commands.ts";
import { anOffice, published, submitted, typeIn } from "#features/workflow/testing.ts";
import { placeOf } from "./store.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const placed = (id: number) => transaction((tx) => placeOf(tx, id));

async function lastAnnounced(siteId: number): Promise<string[]> {
  const { rows } = await asOwner(
    db.ownerUrl,
    "select surfaces from announcements where site_id = $1 order by id desc limit 1",
    [siteId],
  );
  return rows[0]?.surfaces ?? [];
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

test("of two last articles of a section that leave at one moment, the second changes every page's menu", async () => {
  const office = await anOffice();
  const [one, other] = [await published(office), await published(office)];
  const bystander = await submitted(office, { sectionId: office.news });
  await carryOut(office.reporter, "take_back", bystander, {});
  const hidden = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const hide = { reason: "Chờ kiểm tra số liệu" };
  const first = transaction(async (tx) => {
    await carryOutIn(tx, office.editor, "hide", one, hide);
    hidden.resolve();
    await letGo.promise;
  });
  await hidden.promise;
  let isThrough = false;
  const second = carryOut(office.editor, "hide", other, hide).then(() => {
    isThrough = true;
  });
  const waiting = "select from pg_locks where locktype = 'advisory' and not granted";
  await vi.waitFor(async () => expect((await asOwner(db.ownerUrl, waiting)).rowCount || isThrough).toBeTruthy());
  // Who writes meanwhile does not wait.
  expect(await typeIn(office.reporter, bystander, { headline: "Trong lúc đó" })).toMatchObject({ saved: true });
  letGo.resolve();
  await Promise.all([first, second]);
  expect(await lastAnnounced(office.siteId)).toEqual(["/*"]);
});
