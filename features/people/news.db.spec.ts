import { beforeEach, expect, test } from "vitest";
import * as commands from "./commands.ts";
import { newsFor, putNewsAway } from "./news.ts";
import { noticesFor } from "./queries.ts";
import * as second from "./second-person.ts";
import { emailOf, offices } from "./testing.ts";

const at = offices();
let by: commands.Doer;
let approver: Awaited<ReturnType<typeof at.staff>>;
beforeEach(async () => {
  by = await at.admin();
  approver = await at.staff({ role: "approver" });
});

const told = async (who = approver) => (await newsFor(who))?.news ?? [];

test("an approver is told of a new account with its role, who made it and when, until it is put away", async () => {
  const email = emailOf();
  const section = await at.section();
  await commands.invite(by, { name: "Âu Cơ", email, role: "reporter", sectionId: section });
  const [one] = await told();
  expect(one).toMatchObject({ deed: "made", person: { name: "Âu Cơ", email }, hours: 0, at: expect.any(Date) });
  expect(one?.roles).toEqual([{ role: "reporter", sectionName: expect.any(String), hours: 0 }]);
  expect(one?.by).toBe((await at.rows("select name from people where id = $1", [by.personId]))[0].name);
  await putNewsAway(approver, one?.ids ?? []);
  expect(await told()).toEqual([]);
});

test("each approver is told by themselves, of what is done since they are one", async () => {
  const other = await at.staff({ role: "approver", sectionId: await at.section() });
  await commands.invite(by, { name: "Mới", email: emailOf(), role: "reporter", sectionId: null });
  await putNewsAway(approver, (await told())[0]?.ids ?? []);
  expect(await told(other)).toHaveLength(1);
  expect(await told(await at.staff({ role: "approver" }))).toEqual([]);
});

test("an approver is told of a role, a reset and a switching on, by the operator too", async () => {
  const { personId } = await at.account({ role: "reporter" });
  await commands.giveRole(by, personId, { role: "editor", sectionId: null });
  await commands.resetWayIn(at.operator(), personId);
  await commands.switchOff(by, personId);
  await commands.switchOn(by, personId);
  expect(await told()).toMatchObject([
    { deed: "role", roles: [{ role: "editor", hours: 24 }] },
    { deed: "reset", roles: [], hours: 24, by: null },
    { deed: "switched_on", roles: [] },
  ]);
});

test("roles that begin anew with a switching on are told with it", async () => {
  const { personId } = await at.account({ role: "editor" });
  await commands.switchOff(by, personId);
  await commands.switchOn(by, personId);
  expect(await told()).toMatchObject([{ deed: "switched_on", roles: [{ role: "editor", hours: 24 }] }]);
});

test("what another approver has agreed to is told as well", async () => {
  await commands.invite(by, { name: "Mới", email: emailOf(), role: "editor", sectionId: null });
  const other = await at.staff({ role: "approver" });
  await second.agreeToRole(other, (await noticesFor(other))[0]?.id ?? 0);
  expect(await told()).toMatchObject([{ deed: "made", roles: [{ role: "editor" }] }]);
});

test("a reset that the operator asked for at another site is told where its person works; a role there is not", async () => {
  const there = { siteId: await at.newSite(), personId: null };
  const { personId } = await at.account({ role: "reporter" });
  await commands.resetWayIn(there, personId);
  await commands.giveRole(there, personId, { role: "reporter", sectionId: null });
  expect(await told()).toMatchObject([{ deed: "reset" }]);
});

test("nobody but approvers is told, and nothing is put away that was not told", async () => {
  await commands.invite(by, { name: "Mới", email: emailOf(), role: "reporter", sectionId: null });
  for (const role of ["reporter", "editor", "administrator"]) {
    const one = await at.staff({ role });
    expect(await newsFor(one)).toBeNull();
    await putNewsAway(one, (await told())[0]?.ids ?? []);
  }
  const elsewhere = await at.newSite();
  const stranger = await at.signedIn((await at.account({ role: "approver", at: elsewhere })).personId, elsewhere);
  await putNewsAway(stranger, (await told())[0]?.ids ?? []);
  expect(await at.rows("select from office_events_seen where person_id = $1", [stranger.personId])).toEqual([]);
  expect(await told()).toHaveLength(1);
});

test("of many the oldest come first, and what follows is counted and comes after them", async () => {
  const { personId } = await at.account({ role: "reporter" });
  for (let i = 0; i < 22; i += 1) await commands.resetWayIn(by, personId);
  const first = await newsFor(approver);
  expect(first).toMatchObject({ more: 2, news: { length: 20 } });
  await putNewsAway(approver, first?.news.flatMap(({ ids }) => ids) ?? []);
  expect(await newsFor(approver)).toMatchObject({ more: 0, news: { length: 2 } });
});
