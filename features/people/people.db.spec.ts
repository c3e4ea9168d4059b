import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedDemoPeople } from "#db/seed/people.ts";
import { aDatabase, asOwner, bend, type TestDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import type { Staff } from "#features/identity/actor.ts";
import { signIn } from "#features/identity/sign-in.ts";
import { staffOfSession } from "#features/identity/store.ts";
import * as commands from "./commands.ts";
import { firstAdministratorLink, openLink, setPasswordWith } from "./links.ts";
import { demoAccountsExist, noticesFor, peopleFor } from "./queries.ts";
import * as second from "./second-person.ts";

const WORDS = "con mèo mướp thích ngủ";
let db: TestDatabase;
let siteId: number;
let many = 0;

const rows = async (sql: string, values: unknown[] = []) => (await asOwner(db.ownerUrl, sql, values)).rows;
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
const emailOf = () => `nguoi-${++many}@mot.vn`;

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  [{ id: siteId }] = await rows("insert into sites (key, name) values ($1, 'Phường Một') returning id", [`s${++many}`]);
});

/** Somebody signed in, on a site of this test's own. */
async function staff(...roles: { role: string; sectionId?: number }[]): Promise<Staff> {
  const { personId, email } = await account(...roles);
  return in_(personId, email);
}

async function in_(personId: number, email: string): Promise<Staff> {
  const [{ id }] = await rows(
    "insert into sessions (person_id, expires_at) values ($1, now() + interval '1 hour') returning id",
    [personId],
  );
  const host = `h${siteId}`;
  await rows("update sites set host = $1 where id = $2", [host, siteId]);
  const found = await staffOfSession(id, [host, host]);
  if (!found) throw new Error(`${email} is not in`);
  return found;
}

async function account(...roles: { role: string; sectionId?: number }[]) {
  const email = emailOf();
  const [{ id }] = await rows("insert into people (email, name, password_hash) values ($1, $1, 'x') returning id", [
    email,
  ]);
  for (const { role, sectionId } of roles) {
    await rows("insert into grants (person_id, site_id, role, section_id) values ($1, $2, $3, $4)", [
      id,
      siteId,
      role,
      sectionId,
    ]);
  }
  return { personId: id as number, email };
}

const isIn = async ({ sessionId }: Staff) => (await staffOfSession(sessionId, [`h${siteId}`, ""])) !== null;
const admin = async () => commands.administrator(await staff({ role: "administrator" }));
const operator = () => ({ siteId, personId: null });
const passes = (hours: number) =>
  bend(
    db.ownerUrl,
    `update grants set effective_from = effective_from - make_interval(hours => ${hours}), given_at = given_at - make_interval(hours => ${hours})`,
  ).then(() =>
    rows(
      `update one_time_links set usable_from = usable_from - make_interval(hours => ${hours}), created_at = created_at - make_interval(hours => ${hours}), expires_at = expires_at - make_interval(hours => ${hours})`,
    ),
  );

test("only an administrator of the site does anything to accounts", async () => {
  for (const role of ["reporter", "editor", "approver"]) {
    const one = await staff({ role });
    expect(() => commands.administrator(one)).toThrow(/quản trị/);
    await expect(peopleFor(one)).rejects.toThrow(/quản trị/);
  }
});

test("an invited reporter sets a password once and signs in with the role", async () => {
  const email = emailOf();
  const { link, hours } = await commands.invite(await admin(), {
    name: "Bế Văn Đàn",
    email,
    role: "reporter",
    sectionId: null,
  });
  expect(hours).toBe(0);
  expect(await openLink(tokenOf(link))).toMatchObject({ purpose: "invitation", person: { name: "Bế Văn Đàn" } });
  await expect(setPasswordWith(tokenOf(link), "ngắn")).rejects.toThrow(/ít nhất 12/);
  await setPasswordWith(tokenOf(link), WORDS);
  expect(await signIn(email, WORDS, { address: "::1", device: null })).toMatchObject({ ok: true });
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/đã được dùng/);
  await expect(openLink("khong-co")).rejects.toThrow(/không đúng/);
});

test("two people who press at once with one link do not both set a password", async () => {
  const { link } = await commands.invite(await admin(), {
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

test("an address can have one account only, in whatever case it is typed", async () => {
  const by = await admin();
  const email = emailOf();
  await commands.invite(by, { name: "A", email, role: "reporter", sectionId: null });
  await expect(
    commands.invite(by, { name: "B", email: ` ${email.toUpperCase()}`, role: "reporter", sectionId: null }),
  ).rejects.toThrow(/Đã có tài khoản/);
  await expect(commands.invite(by, { name: "B", email: "a b@c", role: "reporter", sectionId: null })).rejects.toThrow(
    /e-mail/,
  );
});

test("an approver's role waits a day, and a second approver or administrator makes it count at once", async () => {
  const by = await admin();
  const approver = await staff({ role: "approver" });
  const editor = await staff({ role: "editor" });
  const subject = await staff({ role: "editor" });
  expect(await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null })).toEqual({ hours: 24 });
  expect(await isIn(subject)).toBe(true);
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ about: "role", role: "approver", waits: true, mayAgree: true, mayObject: true });
  const id = notice?.id ?? 0;
  expect(await noticesFor(editor)).toEqual([]);
  expect(await noticesFor(subject)).toMatchObject([{ mayAgree: false, mayObject: true }]);
  await expect(second.agreeToRole(editor, id)).rejects.toThrow(/người duyệt khác/);
  await expect(second.agreeToRole(subject, id)).rejects.toThrow(/người duyệt khác/);
  expect(await rows("select rank_in_section($1, $2) as rank", [subject.personId, await section()])).toEqual([
    { rank: 2 },
  ]);
  await second.agreeToRole(approver, id);
  expect(await isIn(subject)).toBe(false);
  expect(await rows("select rank_in_section($1, $2) as rank", [subject.personId, await section()])).toEqual([
    { rank: 3 },
  ]);
  await expect(second.agreeToRole(approver, id)).rejects.toThrow(/đã được quyết định/);
  expect(await noticesFor(approver)).toEqual([]);
});

async function section(): Promise<number> {
  const [{ id }] = await rows("insert into sections (site_id, name, slug) values ($1, $2, $2) returning id", [
    siteId,
    `c-${++many}`,
  ]);
  return id;
}

test("the administrator who gave a role does not agree to it", async () => {
  const one = await staff({ role: "administrator" }, { role: "approver" });
  const subject = await account({ role: "editor" });
  await commands.giveRole(commands.administrator(one), subject.personId, { role: "administrator", sectionId: null });
  const [notice] = await noticesFor(one);
  expect(notice).toMatchObject({ mayAgree: false, mayObject: true });
  await expect(second.agreeToRole(one, notice?.id ?? 0)).rejects.toThrow(/khác/);
});

test("a role nobody answered is in force after a day, and the notice stays for a while", async () => {
  const by = await admin();
  const approver = await staff({ role: "approver" });
  const subject = await account({ role: "editor" });
  await commands.giveRole(by, subject.personId, { role: "administrator", sectionId: null });
  await passes(25);
  expect((await in_(subject.personId, "")).grants).toContainEqual({ role: "administrator", sectionId: null });
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ waits: false, mayAgree: false, mayObject: false });
  await expect(second.objectToRole(approver, notice?.id ?? 0)).rejects.toThrow(/đã có hiệu lực/);
});

test("one objection and the role never counts", async () => {
  const by = await admin();
  const approver = await staff({ role: "approver" });
  const subject = await account({ role: "editor" });
  await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  await second.objectToRole(approver, (await noticesFor(approver))[0]?.id ?? 0);
  await passes(48);
  expect((await in_(subject.personId, "")).grants).toEqual([{ role: "editor", sectionId: null }]);
});

test("a role is for a section of the site, once", async () => {
  const by = await admin();
  const subject = await account({ role: "reporter" });
  const here = await section();
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
  const by = await admin();
  const elsewhere = siteId;
  [{ id: siteId }] = await rows("insert into sites (key, name) values ($1, 'Hai') returning id", [`s${++many}`]);
  const stranger = await account({ role: "reporter" });
  expect(by.siteId).toBe(elsewhere);
  await expect(commands.switchOff(by, stranger.personId)).rejects.toThrow(/Không có người này/);
  await expect(commands.resetWayIn(by, stranger.personId)).rejects.toThrow(/Không có người này/);
  await expect(commands.giveRole(by, stranger.personId, { role: "editor", sectionId: null })).rejects.toThrow(
    /Không có/,
  );
});

test("switching off and a changed role count at the next click", async () => {
  const by = await admin();
  const [one, two] = [await staff({ role: "reporter" }), await staff({ role: "reporter" })];
  await commands.switchOff(by, one.personId);
  await commands.giveRole(by, two.personId, { role: "editor", sectionId: null });
  expect([await isIn(one), await isIn(two)]).toEqual([false, false]);
  await expect(commands.switchOff(by, one.personId)).rejects.toThrow(/đang bị khóa/);
  await commands.switchOn(by, one.personId);
  expect(await isIn(one)).toBe(false);
  const [grant] = await rows("select id from grants where person_id = $1 and role = 'editor'", [two.personId]);
  const again = await in_(two.personId, "");
  await commands.endRole(by, grant.id);
  expect(await isIn(again)).toBe(false);
});

test("the last administrator can be neither switched off nor ended, even when two try at once", async () => {
  const [one, two] = [await staff({ role: "administrator" }), await staff({ role: "administrator" })];
  const done = await Promise.allSettled([
    commands.switchOff(commands.administrator(one), two.personId),
    commands.switchOff(commands.administrator(two), one.personId),
  ]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const left = (await isIn(one)) ? one : two;
  const [grant] = await rows("select id from grants where person_id = $1", [left.personId]);
  await expect(commands.endRole(commands.administrator(left), grant.id)).rejects.toThrow(/duy nhất/);
});

test("a reporter's way in is reset at once; the old password works until the link is used", async () => {
  const email = emailOf();
  const by = await admin();
  const { link } = await commands.invite(by, { name: "Cao Bá Nhạ", email, role: "reporter", sectionId: null });
  await setPasswordWith(tokenOf(link), WORDS);
  const session = await signIn(email, WORDS, { address: "::1", device: null });
  if (!session.ok) throw new Error("not in");
  const [{ id }] = await rows("select id from people where email = $1", [email]);
  const reset = await commands.resetWayIn(by, id);
  expect(reset.hours).toBe(0);
  expect(await staffOfSession(session.sessionId, ["", ""])).not.toBeNull();
  await setPasswordWith(tokenOf(reset.link), `${WORDS} trưa`);
  expect(await staffOfSession(session.sessionId, ["", ""])).toBeNull();
  expect(await rows("select count(*)::int as n from known_devices where person_id = $1", [id])).toEqual([{ n: 0 }]);
  expect(await signIn(email, WORDS, { address: "::1", device: null })).toMatchObject({ why: "wrong" });
});

test("an approver's way in waits for a second person, who may be an approver", async () => {
  const by = await admin();
  const approver = await staff({ role: "approver" });
  const subject = await staff({ role: "approver" });
  const { link, hours } = await commands.resetWayIn(by, subject.personId);
  expect(hours).toBe(24);
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/dùng được từ/);
  const [notice] = await noticesFor(approver);
  expect(notice).toMatchObject({ about: "reset", waits: true, mayAgree: true });
  expect(await noticesFor(subject)).toMatchObject([{ mayAgree: false, mayObject: true }]);
  await expect(second.agreeToReset(subject, notice?.id ?? 0)).rejects.toThrow(/khác/);
  await second.agreeToReset(approver, notice?.id ?? 0);
  await setPasswordWith(tokenOf(link), WORDS);
  expect(await isIn(subject)).toBe(false);
});

test("whoever did not ask for a reset stops it", async () => {
  const by = await admin();
  const subject = await staff({ role: "approver" });
  const { link } = await commands.resetWayIn(by, subject.personId);
  await second.objectToReset(subject, (await noticesFor(subject))[0]?.id ?? 0);
  await passes(25);
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/hết hạn/);
});

test("a reset that was asked for before a role was given does not open the role's door", async () => {
  const by = await admin();
  const subject = await account({ role: "reporter" });
  const { link } = await commands.resetWayIn(by, subject.personId);
  await commands.giveRole(by, subject.personId, { role: "approver", sectionId: null });
  await expect(setPasswordWith(tokenOf(link), WORDS)).rejects.toThrow(/thay/);
});

test("the operator waits like everybody while somebody could object, and goes on at once when nobody could", async () => {
  const subject = await account({ role: "administrator" });
  expect((await commands.resetWayIn(operator(), subject.personId)).hours).toBe(0);
  await rows("insert into people (email, name) values ($1, 'chưa có mật khẩu')", [emailOf()]);
  expect((await commands.resetWayIn(operator(), subject.personId)).hours).toBe(0);
  const other = await account({ role: "approver" });
  expect((await commands.resetWayIn(operator(), subject.personId)).hours).toBe(24);
  await commands.switchOff(operator(), other.personId);
  expect((await commands.resetWayIn(operator(), subject.personId)).hours).toBe(0);
});

test("one administrator agrees to what the operator asked for", async () => {
  const one = await staff({ role: "administrator" });
  const { hours } = await commands.invite(operator(), {
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

test("an administrator sees the people of their site with their roles", async () => {
  const one = await staff({ role: "administrator" });
  const here = await section();
  await commands.invite(commands.administrator(one), {
    name: "Âu Cơ",
    email: emailOf(),
    role: "editor",
    sectionId: here,
  });
  const { people, places } = await peopleFor(one);
  expect(people).toHaveLength(2);
  expect(people.find(({ name }) => name === "Âu Cơ")).toMatchObject({
    hasPassword: false,
    switchedOff: false,
    lastSeenAt: null,
    roles: [{ role: "editor", waits: false }],
  });
  expect(people.find(({ id }) => id === one.personId)?.lastSeenAt).toBeInstanceOf(Date);
  expect(places).toMatchObject([{ id: here, depth: 0 }]);
});

test("what was done to accounts is written down", async () => {
  const by = await admin();
  const subject = await account({ role: "reporter" });
  await commands.switchOff(by, subject.personId);
  await commands.switchOn(by, subject.personId);
  expect(
    await rows("select kind, by_id from office_events where person_id = $1 order by id", [subject.personId]),
  ).toEqual([
    { kind: "switched_off", by_id: by.personId },
    { kind: "switched_on", by_id: by.personId },
  ]);
});

test("the first administrator comes by link, once, into an empty install, and names the site if there is none", async () => {
  const empty = await fresh();
  try {
    const [old, link] = [await firstAdministratorLink(), await firstAdministratorLink()];
    if (!old || !link) throw new Error("no link");
    await expect(openLink(tokenOf(old))).rejects.toThrow(/thay/);
    expect(await openLink(tokenOf(link))).toMatchObject({ purpose: "first_administrator", needsSite: true });
    await expect(setPasswordWith(tokenOf(link), WORDS, { name: "A", email: "a@b.vn" })).rejects.toThrow(/tên trang/);
    await expect(setPasswordWith(tokenOf(link), WORDS, { name: "", email: "a@b.vn" })).rejects.toThrow(/họ và tên/);
    await setPasswordWith(tokenOf(link), WORDS, { name: "A", email: "A@b.vn", siteName: "Phường Đông Hồ" });
    const answer = await signIn("a@b.vn", WORDS, { address: "::1", device: null });
    if (!answer.ok) throw new Error("not in");
    const one = await staffOfSession(answer.sessionId, ["", ""]);
    expect(one?.grants).toEqual([{ role: "administrator", sectionId: null }]);
    expect((await asOwner(empty.ownerUrl, "select key, name from sites")).rows).toEqual([
      { key: "phuong-dong-ho", name: "Phường Đông Hồ" },
    ]);
    expect(await firstAdministratorLink()).toBeNull();
  } finally {
    await empty.back();
  }
});

test("demo people sign in with the demo's password and are known for what they are", async () => {
  expect(await demoAccountsExist()).toBe(false);
  const made = await transaction((tx) => seedDemoPeople(tx, siteId, "sen hồ mùa nước nổi"));
  expect(Object.keys(made)).toEqual(["reporter", "editor", "approver", "approver2", "admin"]);
  expect(await demoAccountsExist()).toBe(true);
  expect(await signIn("approver2@demo.example", "sen hồ mùa nước nổi", { address: "::1", device: null })).toMatchObject(
    {
      ok: true,
    },
  );
});

/** Another database in place of this file's, for a while. */
async function fresh() {
  await db.close();
  const empty = await aDatabase();
  return {
    ownerUrl: empty.ownerUrl,
    back: async () => {
      await empty.close();
      db = await aDatabase();
      [{ id: siteId }] = await rows("insert into sites (key, name) values ('lai', 'Lại') returning id");
    },
  };
}
