import { sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { oneDatabase } from "#db/testing.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { signOut } from "#features/sessions/commands.ts";
import { staffOfSession } from "#features/sessions/store.ts";
import { hashPassword } from "#lib/password.ts";
import { changePassword } from "./commands.ts";
import { signIn } from "./sign-in.ts";

/** Each time a password is weighed, and how heavy that was: what the time of an answer is made of. */
const derived = vi.hoisted((): object[] => []);
/** What happens while a password is weighed, the next time. */
const meanwhile = vi.hoisted(() => ({ happens: async (): Promise<unknown> => undefined }));
vi.mock("node:crypto", async (original) => {
  const real = await original<typeof import("node:crypto")>();
  const argon2: typeof real.argon2 = (method, { memory, passes, parallelism, tagLength, ...rest }, done) => {
    const cost = { memory, passes, parallelism, tagLength };
    derived.push(cost);
    const happened = meanwhile.happens();
    meanwhile.happens = async () => undefined;
    void happened.then(() => real.argon2(method, { ...rest, ...cost }, done));
  };
  return { ...real, argon2 };
});

const WORDS = "con mèo mướp thích ngủ";
const HERE = { address: "198.51.100.7", device: null };
const { rows } = oneDatabase();
let siteId: number;
let people = 0;

/** A pause that has just begun: a busy machine may have counted some seconds of it. */
const aPauseOf = (seconds: number) => ({
  ...{ ok: false, why: "wait" },
  seconds: expect.toSatisfy((left: number) => left <= seconds && left > seconds - 5),
});
const age = (interval: string) => rows(`update sign_in_tries set at = at - interval '${interval}'`);

beforeAll(async () => {
  [{ id: siteId }] = await rows(
    "insert into sites (key, name, host) values ('mot', 'Phường Một', 'mot.vn') returning id",
  );
});
beforeEach(() => rows("delete from sign_in_tries"));

async function somebody(): Promise<{ id: number; email: string }> {
  const email = `nguoi-${++people}@mot.vn`;
  const [{ id }] = await rows(
    "insert into people (email, name, password_hash) values ($1, 'Lê Văn Tám', $2) returning id",
    [email, await hashPassword(WORDS)],
  );
  await rows("insert into grants (person_id, site_id, role) values ($1, $2, 'reporter')", [id, siteId]);
  return { id, email };
}

async function sessionOf(email: string, from: Parameters<typeof signIn>[2] = HERE) {
  const answer = await signIn(email, WORDS, from);
  if (!answer.ok) throw new Error(answer.why);
  return answer;
}

const staffOf = (sessionId: string, at = siteId) => staffOfSession(sessionId, at);

test("the right password opens a session of twelve hours that knows the person and their roles", async () => {
  const { id, email } = await somebody();
  const { sessionId } = await sessionOf(`  ${email.toUpperCase()} `);
  expect(await staffOf(sessionId)).toEqual({
    personId: id,
    name: "Lê Văn Tám",
    email,
    sessionId,
    siteId,
    grants: [{ role: "reporter", sectionId: null }],
  });
  const [session] = await rows("select expires_at - created_at as lasts from sessions where id = $1", [sessionId]);
  expect(session.lasts).toMatchObject({ hours: 12 });
});

test("who asks is looked for by a plan that the database keeps: it is done at every click", async () => {
  const { sessionId } = await sessionOf((await somebody()).email);
  for (let click = 0; click < 10; click += 1) await staffOf(sessionId);
  const { rows: plans } = await database().execute(
    sql`select generic_plans from pg_prepared_statements where name = 'staff_of_session'`,
  );
  expect(Number(plans[0]?.generic_plans)).toBeGreaterThan(0);
});

test("decomposed letters are the same password", async () => {
  const { email } = await somebody();
  expect(await signIn(email, WORDS.normalize("NFD"), HERE)).toMatchObject({ ok: true });
});

test("a wrong password, an unknown address, an account without a password and a switched-off person get one answer", async () => {
  const { email, id } = await somebody();
  const no = { ok: false, why: "wrong" };
  expect(await signIn(email, `${WORDS}.`, HERE)).toEqual(no);
  expect(await signIn("khong-co@mot.vn", WORDS, HERE)).toEqual(no);
  await rows("insert into people (email, name) values ('moi@mot.vn', 'Người mới')");
  expect(await signIn("moi@mot.vn", "", HERE)).toEqual(no);
  await rows("update people set switched_off_at = now() where id = $1", [id]);
  expect(await signIn(email, WORDS, HERE)).toEqual(no);
});

test("whether an address is known cannot be told from the time the answer takes: the same work is done", async () => {
  const { email } = await somebody();
  const off = await somebody();
  await rows("update people set switched_off_at = now() where id = $1", [off.id]);
  for (const typed of [email, "khong-co@mot.vn", off.email]) {
    derived.length = 0;
    await signIn(typed, "sai", HERE);
    expect([typed, derived]).toEqual([typed, [{ memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }]]);
  }
});

test("nor from how often the database is asked, by a browser with a device cookie that is nobody's", async () => {
  const { email } = await somebody();
  const asked = vi.spyOn(pg.Pool.prototype, "connect");
  const times = async (typed: string) => {
    asked.mockClear();
    expect(await signIn(typed, "sai", { ...HERE, device: "máy lạ" })).toMatchObject({ why: "wrong" });
    return asked.mock.calls.length;
  };
  expect(await times("khong-co@mot.vn")).toBe(await times(email));
  asked.mockRestore();
});

test("an ended, expired or invented session is nobody's", async () => {
  const { email, id } = await somebody();
  const [first, second, third] = [await sessionOf(email), await sessionOf(email), await sessionOf(email)];
  await signOut(first.sessionId);
  await rows(
    "update sessions set created_at = now() - interval '13 hours', expires_at = now() - interval '1 hour' where id = $1",
    [second.sessionId],
  );
  expect(await staffOf(first.sessionId)).toBeNull();
  expect(await staffOf(second.sessionId)).toBeNull();
  expect(await staffOf("00000000-0000-4000-8000-000000000000")).toBeNull();
  expect(await staffOf(third.sessionId)).not.toBeNull();
  await rows("update people set switched_off_at = now() where id = $1", [id]);
  expect(await staffOf(third.sessionId)).toBeNull();
});

test.each([
  ["is switched off", "switched_off_at = now()"],
  ["gets another password", "password_hash = 'another'"],
])("whoever %s while the old password is weighed does not come in with it", async (_, change) => {
  const { email, id } = await somebody();
  meanwhile.happens = () => rows(`update people set ${change} where id = $1`, [id]);
  expect(await signIn(email, WORDS, HERE)).toEqual({ ok: false, why: "wrong" });
  expect(await rows("select from sessions where person_id = $1", [id])).toEqual([]);
});

test("roles count on their own site, from their hour, until they end", async () => {
  const { email, id } = await somebody();
  const { sessionId } = await sessionOf(email);
  const [other] = await rows("insert into sites (key, name) values ('hai', 'Phường Hai') returning id");
  await rows(
    "insert into grants (person_id, site_id, role, effective_from) values ($1, $2, 'approver', now() + interval '1 day')",
    [id, siteId],
  );
  await rows("insert into grants (person_id, site_id, role, ended_at) values ($1, $2, 'editor', now())", [id, siteId]);
  expect((await staffOf(sessionId))?.grants).toEqual([{ role: "reporter", sectionId: null }]);
  expect(await staffOf(sessionId, other.id)).toMatchObject({ siteId: other.id, grants: [] });
});

test("being seen is written down at most once a minute", async () => {
  const { sessionId } = await sessionOf((await somebody()).email);
  const seen = async () =>
    (await rows("select last_seen_at::text as at from sessions where id = $1", [sessionId]))[0].at;
  const first = await seen();
  await staffOf(sessionId);
  expect(await seen()).toBe(first);
  await rows("update sessions set last_seen_at = now() - interval '61 seconds' where id = $1", [sessionId]);
  const old = await seen();
  await staffOf(sessionId);
  expect(await seen()).not.toBe(old);
});

test("after five wrong passwords the right one has to wait too, longer each time, and a success starts anew", async () => {
  const { email } = await somebody();
  for (let i = 0; i < 5; i++) expect(await signIn(email, "sai", HERE)).toMatchObject({ why: "wrong" });
  expect(await signIn(email, WORDS, HERE)).toEqual(aPauseOf(30));
  await age("30 seconds");
  expect(await signIn(email, "sai", HERE)).toMatchObject({ why: "wrong" });
  expect(await signIn(email, WORDS, HERE)).toEqual(aPauseOf(60));
  await age("60 seconds");
  await sessionOf(email);
  for (let i = 0; i < 4; i++) expect(await signIn(email, "sai", HERE)).toMatchObject({ why: "wrong" });
  await sessionOf(email);
});

test("what failed more than a quarter of an hour ago is forgotten", async () => {
  const { email } = await somebody();
  const fail = async () => {
    for (let i = 0; i < 4; i++) expect(await signIn(email, "sai", HERE)).toMatchObject({ why: "wrong" });
  };
  await fail();
  await age("901 seconds");
  await fail();
  await sessionOf(email);
});

test("an account that does not exist is throttled like one that does", async () => {
  for (let i = 0; i < 5; i++) await signIn("ma@mot.vn", "sai", HERE);
  expect(await signIn("MA@mot.vn ", "sai", HERE)).toMatchObject({ why: "wait" });
});

test("forty tries at once get no further than five", async () => {
  const { email } = await somebody();
  const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(email, "sai", HERE)));
  expect(answers.filter((answer) => !answer.ok && answer.why === "wrong")).toHaveLength(5);
});

test("a stranger who fails does not lock out a browser that its person has signed in with before", async () => {
  const { email } = await somebody();
  const { device } = await sessionOf(email);
  for (let i = 0; i < 5; i++) await signIn(email, "sai", { address: "203.0.113.9", device: null });
  expect(await signIn(email, WORDS, HERE)).toMatchObject({ why: "wait" });
  expect(await signIn(email, WORDS, { ...HERE, device })).toMatchObject({ ok: true, device });
  await rows("update known_devices set seen_at = now() - interval '180 days'");
  expect(await signIn(email, WORDS, { ...HERE, device })).toMatchObject({ why: "wait" });
});

test("a known browser is throttled by its own count, and is known for its own people alone", async () => {
  const [one, two] = [await somebody(), await somebody()];
  const { device } = await sessionOf(one.email);
  for (let i = 0; i < 5; i++) await signIn(one.email, "sai", { ...HERE, device });
  expect(await signIn(one.email, WORDS, { ...HERE, device })).toMatchObject({ why: "wait" });
  for (let i = 0; i < 5; i++) await signIn(two.email, "sai", HERE);
  expect(await signIn(two.email, WORDS, { ...HERE, device })).toMatchObject({ why: "wait" });
  await age("30 seconds");
  expect(await sessionOf(two.email, { ...HERE, device })).toMatchObject({ device });
  await sessionOf(one.email, { ...HERE, device });
});

test("two hundred failures from one address slow its strangers, not its known browsers, nor other addresses", async () => {
  const { email } = await somebody();
  const { device } = await sessionOf(email);
  await rows(
    `insert into sign_in_tries (account_hash, address_hash, succeeded, at)
     select 'a' || n, (select address_hash from sign_in_tries limit 1), false, now() - interval '5 minutes' from generate_series(1, 200) n`,
  );
  expect(await signIn(email, WORDS, HERE)).toEqual(aPauseOf(600));
  expect(await signIn(email, WORDS, { ...HERE, device })).toMatchObject({ ok: true });
  expect(await signIn(email, WORDS, { ...HERE, address: "192.0.2.1" })).toMatchObject({ ok: true });
});

test("whoever takes another address of the same IPv6 network for each try is slowed all the same", async () => {
  const { email } = await somebody();
  const from = (last: string) => ({ address: `2001:db8:7:8:${last}`, device: null });
  await signIn("khong-co@mot.vn", "sai", from(":1"));
  await rows(
    `insert into sign_in_tries (account_hash, address_hash, succeeded)
     select 'v6-' || n, (select address_hash from sign_in_tries limit 1), false from generate_series(1, 200) n`,
  );
  expect(await signIn(email, WORDS, from("9:a:b:c"))).toMatchObject({ why: "wait" });
  expect(await signIn(email, WORDS, { address: "2001:db8:7:9::1", device: null })).toMatchObject({ ok: true });
});

test("a new password needs the old one, ends every session, and is held to the rules", async () => {
  const { email, id } = await somebody();
  const { sessionId } = await sessionOf(email);
  const staff = (await staffOf(sessionId)) as Staff;
  await expect(changePassword(staff, "sai", "ba con vịt xòe ra")).rejects.toThrow(/hiện tại không đúng/);
  await expect(changePassword(staff, "", "ba con vịt xòe ra")).rejects.toMatchObject({
    code: "bad_input",
    fields: { present: "Cần nhập mật khẩu hiện tại." },
  });
  await expect(changePassword(staff, WORDS, "lê văn tám 2026")).rejects.toThrow(/dễ đoán/);
  await expect(changePassword(staff, WORDS, "Phường Một 2026")).rejects.toThrow(/dễ đoán/);
  expect(await staffOf(sessionId)).not.toBeNull();
  await changePassword(staff, WORDS, "ba con vịt xòe ra");
  expect(await staffOf(sessionId)).toBeNull();
  expect(await signIn(email, WORDS, HERE)).toMatchObject({ why: "wrong" });
  expect(await signIn(email, "ba con vịt xòe ra", HERE)).toMatchObject({ ok: true });
  expect(await rows("select ended_because from sessions where person_id = $1 and ended_at is not null", [id])).toEqual([
    { ended_because: "password_changed" },
  ]);
});

test("a password that was set elsewhere while the old one was weighed is not written over", async () => {
  const { email, id } = await somebody();
  const staff = (await staffOf((await sessionOf(email)).sessionId)) as Staff;
  meanwhile.happens = () => rows("update people set password_hash = 'another' where id = $1", [id]);
  await expect(changePassword(staff, WORDS, "ba con vịt xòe ra")).rejects.toThrow(/vừa được đổi ở nơi khác/);
  expect(await rows("select password_hash as kept from people where id = $1", [id])).toEqual([{ kept: "another" }]);
});

test("whoever sits down at an open desk cannot try passwords there for ever", async () => {
  const { sessionId } = await sessionOf((await somebody()).email);
  const staff = (await staffOf(sessionId)) as Staff;
  for (let i = 0; i < 5; i++) await expect(changePassword(staff, "sai", "")).rejects.toThrow(/không đúng/);
  await expect(changePassword(staff, WORDS, "ba con vịt xòe ra")).rejects.toThrow(/Thử lại sau (30|2[6-9]) giây/);
});

test("signing in over a session ends it, whosever it was, and a wrong password leaves it", async () => {
  const [mine, theirs] = [await somebody(), await somebody()];
  const before = await sessionOf(theirs.email);
  const elsewhere = await sessionOf(theirs.email);
  expect(await signIn(mine.email, "sai", { ...HERE, session: before.sessionId })).toMatchObject({ why: "wrong" });
  expect(await staffOf(before.sessionId)).toMatchObject({ personId: theirs.id });

  const after = await sessionOf(mine.email, { ...HERE, session: before.sessionId });
  expect(await staffOf(before.sessionId)).toBeNull();
  expect(await staffOf(after.sessionId)).toMatchObject({ personId: mine.id });
  expect(await staffOf(elsewhere.sessionId)).toMatchObject({ personId: theirs.id });

  const again = await sessionOf(mine.email, { ...HERE, session: after.sessionId });
  expect(await staffOf(after.sessionId)).toBeNull();
  expect(await staffOf(again.sessionId)).toMatchObject({ personId: mine.id });
});
