import { expect, test } from "vitest";
import { seedDemoPeople } from "#db/seed/people.ts";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { signIn } from "#features/identity/sign-in.ts";
import { staffOfSession } from "#features/identity/store.ts";
import { firstAdministratorLink, openLink, setPasswordWith } from "./links.ts";
import { HERE, tokenOf, WORDS } from "./testing.ts";

const { rows } = oneDatabase();

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
  const one = await staffOfSession(answer.sessionId, ["", ""]);
  expect(one?.grants).toEqual([{ role: "administrator", sectionId: null }]);
  expect(await rows("select key, name from sites")).toEqual([{ key: "phuong-dong-ho", name: "Phường Đông Hồ" }]);
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
