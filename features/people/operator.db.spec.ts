import { expect, test } from "vitest";
import { signIn } from "#features/accounts/sign-in.ts";
import { setPasswordWith } from "./links.ts";
import { ORDERS } from "./operator.ts";
import { HERE, offices, tokenOf, WORDS } from "./testing.ts";

const at = offices();
const site = async () => (await at.rows("select key from sites where id = $1", [at.siteId]))[0].key as string;
const linkIn = (said: string) => tokenOf(/https?:\S+/.exec(said)?.[0] ?? "");

test("whoever is locked out gets a link from the operator, and the link lets them in", async () => {
  const { email } = await at.account({ role: "reporter" });
  const said = await ORDERS.reset({ email: ` ${email.toUpperCase()}`, site: await site() });
  expect(said).toMatch(/at once/);
  await setPasswordWith(linkIn(said), WORDS);
  expect(await signIn(email, WORDS, HERE)).toMatchObject({ ok: true });
});

test("the only administrator is let in at once, an approver beside others after a day", async () => {
  const admin = await at.account({ role: "administrator" });
  const said = await ORDERS.reset({ email: admin.email, site: await site() });
  await setPasswordWith(linkIn(said), WORDS);
  const approver = await at.account({ role: "approver" });
  const later = await ORDERS.reset({ email: approver.email, site: await site() });
  expect(later).toMatch(/in 24 hours, or as soon as another/);
  await expect(setPasswordWith(linkIn(later), WORDS)).rejects.toThrow(/dùng được từ/);
});

test("an order for nobody or for no site is refused in a sentence", async () => {
  await expect(ORDERS.reset({})).rejects.toThrow(/whose account/);
  await expect(ORDERS.reset({ email: "khong-co@mot.vn" })).rejects.toThrow(/person -- list/);
  const { email } = await at.account({ role: "reporter" });
  await expect(ORDERS.off({ email, site: "khong-co" })).rejects.toThrow(/no site khong-co: choose one of/);
  await expect(ORDERS.add({ email, role: "owner" })).rejects.toThrow(/--role/);
  await expect(ORDERS.add({ email: "a@b.vn", role: "editor" })).rejects.toThrow(/--name/);
  await expect(ORDERS.add({ email: "a@b.vn", role: "editor", name: "A", section: "x" })).rejects.toThrow(
    /no section x/,
  );
});

test("the operator switches off and on, and the list tells", async () => {
  const { email } = await at.account({ role: "approver" });
  await at.account({ role: "administrator" });
  const who = { email, site: await site() };
  expect(await ORDERS.off(who)).toMatch(/out at the next click/);
  expect(await ORDERS.list(who)).toMatch(new RegExp(`${email} .* off +approver`));
  expect(await ORDERS.on(who)).toMatch(
    /can sign in again\. Roles of editor, approver and administrator count in 24 hours/,
  );
  expect(await ORDERS.list(who)).toMatch(new RegExp(`${email} .* on +approver \\(waits\\)`));
});
