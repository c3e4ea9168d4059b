import { expect, test } from "vitest";
import { signIn } from "#features/accounts/sign-in.ts";
import * as commands from "./commands.ts";
import { openLink, setPasswordWith } from "./links.ts";
import { peopleFor } from "./queries.ts";
import { emailOf, HERE, offices, tokenOf, WORDS } from "./testing.ts";

const at = offices();

test("only an administrator of the site does anything to accounts", async () => {
  for (const role of ["reporter", "editor", "approver"]) {
    const one = await at.staff({ role });
    expect(() => commands.administrator(one)).toThrow(/quản trị/);
    await expect(peopleFor(one)).rejects.toThrow(/quản trị/);
  }
});

test("an invited reporter sets a password once and signs in with the role", async () => {
  const email = emailOf();
  const { link, hours } = await commands.invite(await at.admin(), {
    name: "Bế Văn Đàn",
    email,
    role: "reporter",
    sectionId: null,
  });
  expect(hours).toBe(0);
  expect(await openLink(tokenOf(link))).toMatchObject({ purpose: "invitation", person: { name: "Bế Văn Đàn" } });
  await expect(setPasswordWith(tokenOf(link), "ngắn")).rejects.toThrow(/ít nhất 12/);
  await setPasswordWith(tokenOf(link), WORDS);
  expect(await signIn(email, WORDS, HERE)).toMatchObject({ ok: true });
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/đã được dùng/);
  await expect(openLink("khong-co")).rejects.toThrow(/không đúng/);
});

test("an address can have one account only, in whatever case it is typed", async () => {
  const by = await at.admin();
  const email = emailOf();
  await commands.invite(by, { name: "A", email, role: "reporter", sectionId: null });
  await expect(
    commands.invite(by, { name: "B", email: ` ${email.toUpperCase()}`, role: "reporter", sectionId: null }),
  ).rejects.toThrow(/Đã có tài khoản/);
  await expect(commands.invite(by, { name: "B", email: "a b@c", role: "reporter", sectionId: null })).rejects.toThrow(
    /e-mail/,
  );
});

test("a role is for a section of the site, once", async () => {
  const by = await at.admin();
  const subject = await at.account({ role: "reporter" });
  const here = await at.section();
  await commands.giveRole(by, subject.personId, { role: "editor", sectionId: here });
  await expect(commands.giveRole(by, subject.personId, { role: "editor", sectionId: here })).rejects.toThrow(/đã có/);
  await expect(commands.giveRole(by, subject.personId, { role: "editor", sectionId: 999_999 })).rejects.toThrow(
    /chuyên mục/,
  );
  await expect(commands.giveRole(by, subject.personId, { role: "administrator", sectionId: here })).rejects.toThrow(
    /cả trang/,
  );
});

test("people of another site are none of an administrator's business", async () => {
  const by = await at.admin();
  const stranger = await at.account({ role: "reporter", at: await at.newSite() });
  await expect(commands.switchOff(by, stranger.personId)).rejects.toThrow(/Không có người này/);
  await expect(commands.resetWayIn(by, stranger.personId)).rejects.toThrow(/Không có người này/);
  await expect(commands.giveRole(by, stranger.personId, { role: "editor", sectionId: null })).rejects.toThrow(
    /Không có/,
  );
});

test("switching off and a changed role count at the next click", async () => {
  const by = await at.admin();
  const [one, two] = [await at.staff({ role: "reporter" }), await at.staff({ role: "editor" })];
  await commands.switchOff(by, one.personId);
  await commands.giveRole(by, two.personId, { role: "reporter", sectionId: null });
  expect([await at.isIn(one), await at.isIn(two)]).toEqual([false, false]);
  await expect(commands.switchOff(by, one.personId)).rejects.toThrow(/đang bị khóa/);
  await commands.switchOn(by, one.personId);
  expect(await at.isIn(one)).toBe(false);
  const [grant] = await at.rows("select id from grants where person_id = $1 and role = 'reporter'", [two.personId]);
  const again = await at.signedIn(two.personId);
  await commands.endRole(by, grant.id);
  expect(await at.isIn(again)).toBe(false);
});

test("the last administrator can be neither switched off nor ended, even when two try at once", async () => {
  const [one, two] = [await at.staff({ role: "administrator" }), await at.staff({ role: "administrator" })];
  const done = await Promise.allSettled([
    commands.switchOff(commands.administrator(one), two.personId),
    commands.switchOff(commands.administrator(two), one.personId),
  ]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const left = (await at.isIn(one)) ? one : two;
  const [grant] = await at.rows("select id from grants where person_id = $1", [left.personId]);
  await expect(commands.endRole(commands.administrator(left), grant.id)).rejects.toThrow(/duy nhất/);
});

test("an administrator sees the people of their site with their roles", async () => {
  const one = await at.staff({ role: "administrator" });
  const here = await at.section();
  await commands.invite(commands.administrator(one), {
    name: "Âu Cơ",
    email: emailOf(),
    role: "reporter",
    sectionId: here,
  });
  const { people, places } = await peopleFor(one);
  expect(people).toHaveLength(2);
  expect(people.find(({ name }) => name === "Âu Cơ")).toMatchObject({
    hasPassword: false,
    switchedOff: false,
    lastSeenAt: null,
    roles: [{ role: "reporter", waits: false }],
  });
  expect(people.find(({ id }) => id === one.personId)?.lastSeenAt).toBeInstanceOf(Date);
  expect(places).toMatchObject([{ id: here, depth: 0 }]);
});

test("what was done to accounts is written down", async () => {
  const by = await at.admin();
  const subject = await at.account({ role: "reporter" });
  await commands.switchOff(by, subject.personId);
  await commands.switchOn(by, subject.personId);
  expect(
    await at.rows("select kind, by_id from office_events where person_id = $1 order by id", [subject.personId]),
  ).toEqual([
    { kind: "switched_off", by_id: by.personId },
    { kind: "switched_on", by_id: by.personId },
  ]);
});
