import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { makeSite } from "./make-site.ts";
import { everySite, siteName } from "./sites-store.ts";
import { onRecord } from "./testing.ts";

const { rows } = oneDatabase();
const { deeds, announced } = onRecord(rows);

const FIRST = { personId: null, because: "first_administrator" } as const;
const made = (name: string) => transaction((tx) => makeSite(tx, FIRST, { name }));
const sites = () => transaction(everySite);

test("a site has its key from its name; what it was made for is on record, and every page of it hears of it", async () => {
  const id = await made("  Phường  Đông Hồ ");
  expect(await sites()).toEqual([{ id, key: "phuong-dong-ho", host: null, name: "Phường Đông Hồ" }]);
  expect(await transaction((tx) => siteName(tx, id))).toBe("Phường Đông Hồ");
  const after = {
    ...{ key: "phuong-dong-ho", host: null, name: "Phường Đông Hồ" },
    ...{ language: "vi", timeZone: "Asia/Ho_Chi_Minh", demo: false },
  };
  expect(await deeds(id)).toEqual([
    { kind: "site_made", by: null, payload: { siteId: id, because: "first_administrator", before: null, after } },
  ]);
  expect(await announced(id)).toEqual([`site:${id}`]);
});

test("a site without a name, or with too long a one, is not made, and whoever names it is told what to do", async () => {
  const before = await sites();
  await expect(made("   ")).rejects.toMatchObject({
    code: "bad_input",
    sentence: expect.stringContaining("Cần ghi tên"),
  });
  await expect(made("a".repeat(201))).rejects.toMatchObject({
    ...{ code: "bad_input", sentence: expect.stringContaining("hãy rút gọn") },
  });
  expect(await sites()).toEqual(before);
});

test("each site is known by its own name", async () => {
  const [one, other] = [await made("Phường Một"), await made("Phường Hai")];
  const named = (id: number) => transaction((tx) => siteName(tx, id));
  expect([await named(one), await named(other)]).toEqual(["Phường Một", "Phường Hai"]);
});
