import { beforeEach, expect, test } from "vitest";
import * as commands from "./commands.ts";
import { ORDERS } from "./operator.ts";
import { noticesFor, peopleFor } from "./queries.ts";
import * as second from "./second-person.ts";
import { offices } from "./testing.ts";

const at = offices();
let there: number;
beforeEach(async () => {
  there = await at.newSite();
});

/** Somebody who left this site for the other one, and what they are there. */
async function moved(role: string) {
  const { personId, email } = await at.account({ role: "reporter" }, { role, at: there });
  const [grant] = await at.rows("select id from grants where person_id = $1 and site_id = $2", [personId, at.siteId]);
  await commands.endRole(at.operator(), grant.id);
  return { personId, email };
}

test("an administrator gets no link to the account of somebody who works for another site", async () => {
  const by = await at.admin();
  const both = await at.account({ role: "reporter" }, { role: "reporter", at: there });
  await expect(commands.resetWayIn(by, both.personId)).rejects.toThrow(/còn vai trò ở trang khác/);
  await expect(commands.switchOff(by, both.personId)).rejects.toThrow(/còn vai trò ở trang khác/);
});

test("whoever left for another site is none of this site's business any more", async () => {
  const one = await at.staff({ role: "administrator" });
  const by = commands.administrator(one);
  const { personId, email } = await moved("editor");
  expect((await peopleFor(one)).people.map(({ id }) => id)).not.toContain(personId);
  const role = { role: "reporter", sectionId: null } as const;
  await expect(commands.resetWayIn(by, personId)).rejects.toThrow(/Không có người này/);
  await expect(commands.switchOff(by, personId)).rejects.toThrow(/Không có người này/);
  await expect(commands.giveRole(by, personId, role)).rejects.toThrow(/Không có người này/);
  await expect(commands.invite(by, { ...role, name: "A", email })).rejects.toThrow(/người vận hành/);
  await commands.switchOff(at.operator(), personId);
  await expect(commands.switchOn(by, personId)).rejects.toThrow(/Không có người này/);
  await commands.switchOn(at.operator(), personId);
});

test("whoever has no role anywhere any more can be taken back where they had one", async () => {
  const one = await at.staff({ role: "administrator" });
  const { personId } = await at.account({ role: "editor" });
  const [grant] = await at.rows("select id from grants where person_id = $1", [personId]);
  const by = commands.administrator(one);
  await commands.endRole(by, grant.id);
  expect((await peopleFor(one)).people.find(({ id }) => id === personId)?.roles).toEqual([]);
  await commands.giveRole(by, personId, { role: "editor", sectionId: null });
  await expect(commands.switchOff({ siteId: there, personId: one.personId }, personId)).rejects.toThrow(/Không có/);
});

test("a reset of an approver is asked of the site where that is, not of one that was left", async () => {
  const { personId } = await moved("approver");
  const [left, asked] = [await at.staff({ role: "approver" }), await at.account({ role: "approver", at: there })];
  expect(await commands.resetWayIn(at.operator(), personId)).toMatchObject({ hours: 24 });
  const [link] = await at.rows("select id from one_time_links where person_id = $1", [personId]);
  expect(await noticesFor(left)).toEqual([]);
  await expect(second.agreeToReset(left, link.id)).rejects.toThrow(/đã được quyết định/);
  await expect(second.objectToReset(left, link.id)).rejects.toThrow(/đã được quyết định/);
  const answers = await at.signedIn(asked.personId, there);
  expect(await noticesFor(answers)).toMatchObject([{ about: "reset", id: link.id, mayAgree: true }]);
  await second.agreeToReset(answers, link.id);
});

test("the approver of a site where somebody only writes does not agree to the way in of another site's approver", async () => {
  const { personId } = await at.account({ role: "reporter" }, { role: "approver", at: there });
  await at.account({ role: "administrator", at: there });
  const here = await at.staff({ role: "approver" });
  expect(await commands.resetWayIn(at.operator(), personId)).toMatchObject({ hours: 24 });
  const [link] = await at.rows("select id from one_time_links where person_id = $1", [personId]);
  expect(await noticesFor(here)).toEqual([]);
  await expect(second.agreeToReset(here, link.id)).rejects.toThrow(/đã được quyết định/);
});

test("an approver does not answer for the roles of another site", async () => {
  const by = await at.admin();
  const subject = await at.account({ role: "editor" });
  await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  const [grant] = await at.rows("select id from grants where person_id = $1 and role = 'approver'", [subject.personId]);
  const stranger = await at.signedIn((await at.account({ role: "administrator", at: there })).personId, there);
  await expect(second.agreeToRole(stranger, grant.id)).rejects.toThrow(/đã được quyết định/);
  await expect(second.objectToRole(stranger, grant.id)).rejects.toThrow(/đã được quyết định/);
  await expect(commands.endRole(commands.administrator(stranger), grant.id)).rejects.toThrow(/không còn/);
});

test("the operator at the machine helps whoever works for several sites, from any of them", async () => {
  const both = await at.account({ role: "reporter" }, { role: "reporter", at: there });
  expect((await commands.resetWayIn(at.operator(), both.personId)).hours).toBe(0);
  const elsewhere = await at.account({ role: "reporter", at: there });
  expect((await commands.resetWayIn(at.operator(), elsewhere.personId)).hours).toBe(0);
});

test("the operator adds a role on another site to an account that is there", async () => {
  const { email, personId } = await at.account({ role: "reporter", at: there });
  const [{ key }] = await at.rows("select key from sites where id = $1", [at.siteId]);
  expect(await ORDERS.add({ email, role: "editor", site: key })).toMatch(/has an account already.* at once/);
  expect((await at.signedIn(personId)).grants).toEqual([{ role: "editor", sectionId: null }]);
});

test("switched on by the operator, somebody waits on each site for the people of that site", async () => {
  await at.account({ role: "administrator", at: there });
  const { personId } = await at.account({ role: "approver" }, { role: "approver", at: there });
  await commands.switchOff(at.operator(), personId);
  expect(await commands.switchOn(at.operator(), personId)).toEqual({ hours: 24 });
  expect((await at.signedIn(personId)).grants).toEqual([{ role: "approver", sectionId: null }]);
  expect((await at.signedIn(personId, there)).grants).toEqual([]);
});
