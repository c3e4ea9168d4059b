import { expect, test } from "vitest";
import * as commands from "./commands.ts";
import { noticesFor } from "./queries.ts";
import * as second from "./second-person.ts";
import { emailOf, offices } from "./testing.ts";

const at = offices();

test("an approver's role waits a day, and a second approver or administrator makes it count at once", async () => {
  const by = await at.admin();
  const approver = await at.staff({ role: "approver" });
  const editor = await at.staff({ role: "editor" });
  const subject = await at.staff({ role: "editor" });
  expect(await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null })).toEqual({ hours: 24 });
  expect(await at.isIn(subject)).toBe(true);
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ about: "role", role: "approver", waits: true, mayAgree: true, mayObject: true });
  const id = notice?.id ?? 0;
  expect(await noticesFor(editor)).toEqual([]);
  expect(await noticesFor(subject)).toMatchObject([{ mayAgree: false, mayObject: true }]);
  await expect(second.agreeToRole(editor, id)).rejects.toThrow(/người duyệt khác/);
  await expect(second.agreeToRole(subject, id)).rejects.toThrow(/người duyệt khác/);
  expect(await at.rank(subject.personId, await at.section())).toBe(2);
  await second.agreeToRole(approver, id);
  expect(await at.isIn(subject)).toBe(false);
  expect(await at.rank(subject.personId, await at.section())).toBe(3);
  await expect(second.agreeToRole(approver, id)).rejects.toThrow(/đã được quyết định/);
  expect(await noticesFor(approver)).toEqual([]);
});

test("the administrator who gave a role does not agree to it", async () => {
  const one = await at.staff({ role: "administrator" }, { role: "reporter" });
  const subject = await at.account({ role: "reporter" });
  await commands.giveRole(commands.administrator(one), subject.personId, { role: "administrator", sectionId: null });
  const [notice] = await noticesFor(one);
  expect(notice).toMatchObject({ mayAgree: false, mayObject: true });
  await expect(second.agreeToRole(one, notice?.id ?? 0)).rejects.toThrow(/khác/);
});

test("a role nobody answered is in force after a day, and the notice stays for a while", async () => {
  const by = await at.admin();
  const approver = await at.staff({ role: "approver" });
  const subject = await at.account({ role: "reporter" });
  await commands.giveRole(by, subject.personId, { role: "administrator", sectionId: null });
  await at.passes(25);
  expect((await at.signedIn(subject.personId)).grants).toContainEqual({ role: "administrator", sectionId: null });
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ waits: false, mayAgree: false, mayObject: false });
  await expect(second.objectToRole(approver, notice?.id ?? 0)).rejects.toThrow(/đã có hiệu lực/);
});

test("a role that comes into force by waiting ends the sessions from before, like every change of a role", async () => {
  const by = await at.admin();
  const subject = await at.account({ role: "editor" });
  const before = await at.signedIn(subject.personId);
  await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  expect(await at.isIn(before)).toBe(true);
  await at.rows("update sessions set created_at = created_at - interval '2 hours' where id = $1", [before.sessionId]);
  await at.passes(25);
  expect(await at.isIn(before)).toBe(false);
  expect(await at.isIn(await at.signedIn(subject.personId))).toBe(true);
});

test("one objection and the role never counts", async () => {
  const by = await at.admin();
  const approver = await at.staff({ role: "approver" });
  const subject = await at.account({ role: "editor" });
  await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  await second.objectToRole(approver, (await noticesFor(approver))[0]?.id ?? 0);
  await at.passes(48);
  expect((await at.signedIn(subject.personId)).grants).toEqual([{ role: "editor", sectionId: null }]);
});

test("one administrator agrees to what the operator asked for", async () => {
  const one = await at.staff({ role: "administrator" });
  const { hours } = await commands.invite(at.operator(), {
    name: "Mới",
    email: emailOf(),
    role: "approver",
    sectionId: null,
  });
  expect(hours).toBe(24);
  const [notice] = await noticesFor(one);
  expect(notice).toMatchObject({ askedBy: null, mayAgree: true });
  await second.agreeToRole(one, notice?.id ?? 0);
});

test("two who answer at once are not both heard", async () => {
  const by = await at.admin();
  const [one, two] = [await at.staff({ role: "approver" }), await at.staff({ role: "administrator" })];
  const subject = await at.account({ role: "editor" });
  for (const answer of [
    (id: number) => [second.agreeToRole(one, id), second.agreeToRole(two, id)],
    (id: number) => [second.agreeToRole(one, id), second.objectToRole(two, id)],
  ]) {
    const section = await at.section();
    await commands.giveRole(by, subject.personId, { role: "approver", sectionId: section });
    const id = (await noticesFor(one))[0]?.id ?? 0;
    const done = await Promise.allSettled(answer(id));
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(second.objectToRole(two, id)).rejects.toThrow(/đã được quyết định/);
  }
});

test("a role that is taken back while somebody agrees to it is over, whoever came first", async () => {
  const by = await at.admin();
  const one = await at.staff({ role: "approver" });
  const subject = await at.account({ role: "editor" });
  for (let i = 0; i < 5; i++) {
    const section = await at.section();
    await commands.giveRole(by, subject.personId, { role: "approver", sectionId: section });
    const id = (await noticesFor(one))[0]?.id ?? 0;
    const [taken] = await Promise.allSettled([commands.endRole(by, id), second.agreeToRole(one, id)]);
    expect(taken.status).toBe("fulfilled");
    expect(await at.rank(subject.personId, section)).toBe(2);
  }
});

test("a role that was asked for twice at once is asked for once", async () => {
  const by = await at.admin();
  const subject = await at.account({ role: "editor" });
  const ask = () => commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  const done = await Promise.allSettled([ask(), ask()]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an approver whose account is switched on again waits for a second person; the other roles count at once", async () => {
  const by = await at.admin();
  const approver = await at.staff({ role: "approver" });
  const section = await at.section();
  const { personId } = await at.account({ role: "approver", sectionId: section }, { role: "reporter" });
  await commands.switchOff(by, personId);
  expect(await commands.switchOn(by, personId)).toEqual({ hours: 24 });
  expect(await at.rank(personId, section)).toBe(1);
  const subject = await at.signedIn(personId);
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ about: "role", role: "approver", waits: true, mayAgree: true });
  await expect(second.agreeToRole(subject, notice?.id ?? 0)).rejects.toThrow(/khác/);
  await second.agreeToRole(approver, notice?.id ?? 0);
  expect(await at.rank(personId, section)).toBe(3);
  expect(await at.isIn(subject)).toBe(false);
});

test("one objection, and an administrator who is switched on again is none", async () => {
  const by = await at.admin();
  const approver = await at.staff({ role: "approver" });
  const { personId } = await at.account({ role: "administrator" });
  await commands.switchOff(by, personId);
  await commands.switchOn(by, personId);
  await second.objectToRole(approver, (await noticesFor(approver))[0]?.id ?? 0);
  await at.passes(48);
  expect((await at.signedIn(personId)).grants).toEqual([]);
});

test("an approver's role that came into force while the account was off waits anew", async () => {
  const by = await at.admin();
  const { personId } = await at.account({ role: "reporter" });
  await commands.giveRole(by, personId, { role: "approver", sectionId: null });
  await commands.switchOff(by, personId);
  await at.passes(25);
  expect(await commands.switchOn(by, personId)).toEqual({ hours: 24 });
  expect((await at.signedIn(personId)).grants).toEqual([{ role: "reporter", sectionId: null }]);
});

test("the operator switches the only administrator on at once, with the role", async () => {
  const { personId } = await at.account({ role: "administrator" });
  await commands.switchOff(at.operator(), personId);
  expect(await commands.switchOn(at.operator(), personId)).toEqual({ hours: 0 });
  expect((await at.signedIn(personId)).grants).toEqual([{ role: "administrator", sectionId: null }]);
});

test("an editor is made, switched on and let in anew by two, like an approver", async () => {
  const by = await at.admin();
  const [approver, section] = [await at.staff({ role: "approver" }), await at.section()];
  const { personId } = await at.account({ role: "reporter" });
  const agree = async () => {
    const [notice] = await noticesFor(approver);
    const [about, id] = [notice?.about, notice?.id ?? 0];
    await (about === "role" ? second.agreeToRole(approver, id) : second.agreeToReset(approver, id));
  };
  expect(await commands.giveRole(by, personId, { role: "editor", sectionId: section })).toEqual({ hours: 24 });
  expect(await at.rank(personId, section)).toBe(1);
  expect((await commands.resetWayIn(by, personId)).hours).toBe(24);
  expect(await noticesFor(approver)).toMatchObject([{ about: "role", role: "editor" }, { about: "reset" }]);
  await agree();
  expect(await at.rank(personId, section)).toBe(2);
  await agree();
  await commands.switchOff(by, personId);
  expect(await commands.switchOn(by, personId)).toEqual({ hours: 24 });
  expect(await at.rank(personId, section)).toBe(1);
  await agree();
  expect(await at.rank(personId, section)).toBe(2);
});

test("another editor is no second person", async () => {
  const by = await at.admin();
  const [editor, subject] = [await at.staff({ role: "editor" }), await at.account({ role: "reporter" })];
  await commands.giveRole(by, subject.personId, { role: "editor", sectionId: null });
  expect(await noticesFor(editor)).toEqual([]);
  const [{ id }] = await at.rows("select id from grants where person_id = $1 and role = 'editor'", [subject.personId]);
  await expect(second.agreeToRole(editor, id)).rejects.toThrow(/người duyệt khác/);
});

test("the only administrator of a new office gets a first approver after a day, or at once with the operator", async () => {
  const one = await at.staff({ role: "administrator" });
  const who = () => ({ name: "Mới", email: emailOf(), role: "approver", sectionId: null }) as const;
  const rolesLeft = () =>
    at.rows(
      "select effective_from <= now() as counts from grants where site_id = $1 and role = 'approver' order by id",
      [at.siteId],
    );
  expect(await commands.invite(commands.administrator(one), who())).toMatchObject({ hours: 24 });
  await at.passes(24);
  await commands.invite(at.operator(), who());
  const [notice] = (await noticesFor(one)).filter(({ waits }) => waits);
  await second.agreeToRole(one, notice?.id ?? 0);
  expect(await rolesLeft()).toEqual([{ counts: true }, { counts: true }]);
});

test.each(["editor", "approver"] as const)(
  "nobody is made administrator and %s, in either order or by either door",
  async (role) => {
    const by = await at.admin();
    const [admin, other] = [await at.account({ role: "administrator" }), await at.account({ role })];
    const section = await at.section();
    for (const doer of [by, at.operator()]) {
      for (const sectionId of [null, section]) {
        await expect(commands.giveRole(doer, admin.personId, { role, sectionId })).rejects.toThrow(/Không ai vừa là/);
      }
      await expect(commands.giveRole(doer, other.personId, { role: "administrator", sectionId: null })).rejects.toThrow(
        /Không ai vừa là/,
      );
    }
    const there = { siteId: await at.newSite(), personId: null };
    await expect(commands.giveRole(there, admin.personId, { role, sectionId: null })).rejects.toThrow(
      /Không ai vừa là/,
    );
  },
);

test("whoever is invited as an editor is not made administrator while the first role waits", async () => {
  const by = await at.admin();
  const email = emailOf();
  await commands.invite(by, { name: "Mới", email, role: "editor", sectionId: null });
  const [{ id }] = await at.rows("select id from people where email = $1", [email]);
  const role = { role: "administrator", sectionId: null } as const;
  await expect(commands.giveRole(by, id, role)).rejects.toThrow(/Không ai vừa là/);
  await at.passes(25);
  await expect(commands.giveRole(by, id, role)).rejects.toThrow(/Không ai vừa là/);
});
