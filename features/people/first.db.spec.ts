import { expect, test } from "vitest";
import { seedDemoPeople } from "#db/seed/people.ts";
import { oneDatabase } from "#db/testing.ts";
import { hold } from "#db/testing-locks.ts";
import { transaction } from "#db/transaction.ts";
import { signIn } from "#features/accounts/sign-in.ts";
import { staffOfSession } from "#features/sessions/store.ts";
import { firstAdministratorLink, openLink, setPasswordWith } from "./links.ts";
import { HERE, tokenOf, WORDS } from "./testing.ts";

const { db, rows } = oneDatabase();

test("the first administrator's link that is used while a start makes a newer one is refused as replaced", async () => {
  const link = (await firstAdministratorLink()) ?? "";
  const others = await hold(db.ownerUrl, "select pg_advisory_xact_lock(7405002)");
  const newer = firstAdministratorLink();
  await others.waitFor(1);
  const first = { name: "A", email: "a@b.vn", siteName: "Phường Đông Hồ" };
  const older = setPasswordWith(tokenOf(link), WORDS, first).catch((error: unknown) => error);
  await others.waitFor(2);
  await others.letGo();
  expect(await older).toMatchObject({ code: "not_found", sentence: expect.stringContaining("thay bằng") });
  expect(await openLink(tokenOf((await newer) ?? ""))).toMatchObject({ purpose: "first_administrator" });
});

test("the first administrator comes by link, once, into an empty install, and names the site if there is none", async () => {
  const [old, link] = [await firstAdministratorLink(), await firstAdministratorLink()];
  if (!old || !link) throw new Error("no link");
  await expect(openLink(tokenOf(old))).rejects.toThrow(/thay/);
  expect(await openLink(tokenOf(link))).toMatchObject({ purpose: "first_administrator", needsSite: true });
  await expect(setPasswordWith(tokenOf(link), WORDS, { name: "A", email: "a@b.vn" })).rejects.toThrow(/tên trang/);
  await expect(setPasswordWith(tokenOf(link), WORDS, { name: "", email: "a@b.vn" })).rejects.toThrow(/họ và tên/);
  await setPasswordWith(tokenOf(link), WORDS, { name: "A", email: "A@b.vn", siteName: "Phường Đông Hồ" });
  const answer = await signIn("a@b.vn", WORDS, HERE);
  if (!answer.ok) throw new Error("not in");
  const [site, ...more] = await rows("select id, key, name from sites");
  expect([site, more]).toEqual([{ id: expect.any(Number), key: "phuong-dong-ho", name: "Phường Đông Hồ" }, []]);
  const one = await staffOfSession(answer.sessionId, site.id);
  expect(one?.grants).toEqual([{ role: "administrator", sectionId: null }]);
  expect(await firstAdministratorLink()).toBeNull();
});

test("demo people sign in with the demo's password and are known for what they are", async () => {
  const [{ id: siteId }] = await rows("insert into sites (key, name) values ('demo', 'Demo') returning id");
  const made = await transaction((tx) => seedDemoPeople(tx, siteId, "sen hồ mùa nước nổi"));
  expect(Object.keys(made)).toEqual(["reporter", "editor", "approver", "approver2", "admin"]);
  expect(await signIn("approver2@demo.example", "sen hồ mùa nước nổi", HERE)).toMatchObject({
    ok: true,
  });
});
