import { expect, test } from "vitest";
import { hold } from "#db/testing-locks.ts";
import { signIn } from "#features/accounts/sign-in.ts";
import { staffOfSession } from "#features/sessions/store.ts";
import * as commands from "./commands.ts";
import { setPasswordWith } from "./links.ts";
import { noticesFor } from "./queries.ts";
import * as second from "./second-person.ts";
import { emailOf, HERE, offices, tokenOf, WORDS } from "./testing.ts";

const at = offices();

test("two people who press at once with one link do not both set a password", async () => {
  const { link } = await commands.invite(await at.admin(), {
    name: "A",
    email: emailOf(),
    role: "editor",
    sectionId: null,
  });
  const done = await Promise.allSettled([
    setPasswordWith(tokenOf(link), WORDS),
    setPasswordWith(tokenOf(link), `${WORDS} hai`),
  ]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a link that is used while a newer one is being made is refused like any that was replaced", async () => {
  const by = await at.admin();
  const { personId } = await at.account({ role: "reporter" });
  const { link } = await commands.resetWayIn(by, personId);
  const person = await hold(at.db.ownerUrl, `select from people where id = ${personId} for no key update`);
  const newer = commands.resetWayIn(by, personId);
  await person.waitFor(1);
  const older = setPasswordWith(tokenOf(link), WORDS).catch((error: unknown) => error);
  await person.waitFor(2);
  await person.letGo();
  expect(await older).toMatchObject({ code: "not_found", sentence: expect.stringContaining("thay bằng") });
  await setPasswordWith(tokenOf((await newer).link), WORDS);
});

test("a reporter's way in is reset at once; the old password works until the link is used", async () => {
  const email = emailOf();
  const by = await at.admin();
  const { link } = await commands.invite(by, { name: "Cao Bá Nhạ", email, role: "reporter", sectionId: null });
  await setPasswordWith(tokenOf(link), WORDS);
  const session = await signIn(email, WORDS, HERE);
  if (!session.ok) throw new Error("not in");
  const [{ id }] = await at.rows("select id from people where email = $1", [email]);
  const reset = await commands.resetWayIn(by, id);
  expect(reset.hours).toBe(0);
  expect(await staffOfSession(session.sessionId, at.siteId)).not.toBeNull();
  await setPasswordWith(tokenOf(reset.link), `${WORDS} trưa`);
  expect(await staffOfSession(session.sessionId, at.siteId)).toBeNull();
  expect(await at.rows("select count(*)::int as n from known_devices where person_id = $1", [id])).toEqual([{ n: 0 }]);
  expect(await signIn(email, WORDS, HERE)).toMatchObject({ why: "wrong" });
});

test("an approver's way in waits for a second person, who may be an approver", async () => {
  const by = await at.admin();
  const approver = await at.staff({ role: "approver" });
  const subject = await at.staff({ role: "approver" });
  const { link, hours } = await commands.resetWayIn(by, subject.personId);
  expect(hours).toBe(24);
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/dùng được từ/);
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ about: "reset", waits: true, mayAgree: true });
  expect(await noticesFor(subject)).toMatchObject([{ mayAgree: false, mayObject: true }]);
  await expect(second.agreeToReset(subject, notice?.id ?? 0)).rejects.toThrow(/khác/);
  await second.agreeToReset(approver, notice?.id ?? 0);
  await setPasswordWith(tokenOf(link), WORDS);
  expect(await at.isIn(subject)).toBe(false);
});

test("whoever did not ask for a reset stops it", async () => {
  const by = await at.admin();
  const subject = await at.staff({ role: "approver" });
  const { link } = await commands.resetWayIn(by, subject.personId);
  await second.objectToReset(subject, (await noticesFor(subject))[0]?.id ?? 0);
  await at.passes(25);
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/hết hạn/);
});

test("a reset that was asked for before a role was given does not open the role's door", async () => {
  const by = await at.admin();
  const subject = await at.account({ role: "reporter" });
  const { link } = await commands.resetWayIn(by, subject.personId);
  await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/thay/);
});

test("the operator waits like everybody while somebody could object, and goes on at once when nobody could", async () => {
  const subject = await at.account({ role: "administrator" });
  expect((await commands.resetWayIn(at.operator(), subject.personId)).hours).toBe(0);
  await at.rows("insert into people (email, name) values ($1, 'chưa có mật khẩu')", [emailOf()]);
  expect((await commands.resetWayIn(at.operator(), subject.personId)).hours).toBe(0);
  const other = await at.account({ role: "approver" });
  expect((await commands.resetWayIn(at.operator(), subject.personId)).hours).toBe(24);
  await commands.switchOff(at.operator(), other.personId);
  expect((await commands.resetWayIn(at.operator(), subject.personId)).hours).toBe(0);
});

test("a link stops working when it is used, replaced, or its account switched off", async () => {
  const by = await at.admin();
  const { personId } = await at.account({ role: "reporter" });
  const first = await commands.resetWayIn(by, personId);
  const next = await commands.resetWayIn(by, personId);
  await expect(setPasswordWith(tokenOf(first.link), WORDS)).rejects.toThrow(/thay bằng/);
  await setPasswordWith(tokenOf(next.link), WORDS);
  await expect(setPasswordWith(tokenOf(next.link), WORDS)).rejects.toThrow(/đã được dùng/);
  const last = await commands.resetWayIn(by, personId);
  await commands.switchOff(by, personId);
  await commands.switchOn(by, personId);
  await expect(setPasswordWith(tokenOf(last.link), WORDS)).rejects.toThrow(/hết hạn/);
});

test("a link lives as long as it was said to", async () => {
  const by = await at.admin();
  const { personId } = await at.account({ role: "reporter" });
  const { link } = await commands.resetWayIn(by, personId);
  await at.passes(3 * 24);
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/hết hạn/);
});
