import { describe, expect, test } from "vitest";
import { sessions } from "#db/schema/people.ts";
import { macOf, type SealKey, sealedText } from "#db/seal.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { verdict, withoutKey } from "./testing.ts";
import { INVENTED, opened } from "./testing-forger.ts";

const { db, office } = oneOffice();
const { sql, owner } = withoutKey(db);

const FORGED = "what_decides_is_sealed";

describe("whoever has the app's role and not its key", () => {
  test("is refused whatever they have set for their connection", async () => {
    const opens = `insert into sessions (person_id, expires_at, seal) values (${office.approver.personId}, now() + interval '1 hour', '${INVENTED}')`;
    for (const set of [
      "search_path = pg_temp, public",
      "standard_conforming_strings = off",
      "datestyle = 'SQL, DMY'",
      "timezone = 'Asia/Kathmandu'",
      "transform_null_equals = on",
      "role = none",
    ]) {
      expect([set, await verdict(sql, `set local ${set}`, opens)]).toEqual([set, FORGED]);
    }
  });

  test("reads no key, and does not see which seals were used", async () => {
    for (const statement of [
      "select * from seal_keys",
      "insert into seal_keys (inner_pad, outer_pad) values (sha512('x'), sha512('y'))",
      "delete from seal_keys",
      "select * from spent_seals",
      "delete from spent_seals",
      "truncate spent_seals",
      "select mac_of('x')",
    ]) {
      expect([statement, await verdict(sql, statement)]).toEqual([statement, "42501"]);
    }
  });
});

describe("a seal", () => {
  const at = new Date(Math.floor(Date.now() / 1000) * 1000);
  const keyInForce = () => db.sealKeys[0] as SealKey;
  const row = () => ({
    id: crypto.randomUUID(),
    personId: office.approver.personId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + 3_600_000),
  });
  const sealBy = (key: SealKey, seen: ReturnType<typeof row>, nonce: string, how: "insert" | "update" = "insert") =>
    `${nonce}.${macOf(key, sealedText(nonce, how, sessions, how === "insert" ? "-" : seen.id, seen))}`;
  const insert = (seen: ReturnType<typeof row>, seal: string): [string, unknown[]] => [
    "insert into sessions (id, person_id, created_at, expires_at, seal) values ($1, $2, $3, $4, $5)",
    [seen.id, seen.personId, seen.createdAt, seen.expiresAt, seal],
  ];
  const nonceOf = (ms: number, end: string) => ms.toString(16).padStart(12, "0") + end.padStart(20, "0");

  test("that is of the very row is taken, whatever is set for the connection", async () => {
    const seen = row();
    for (const set of ["datestyle = 'SQL, DMY'", "timezone = 'Asia/Kathmandu'", "intervalstyle = 'iso_8601'"]) {
      const sealed = sealBy(keyInForce(), seen, nonceOf(Date.now(), "a0"));
      expect(await verdict(sql, `set local ${set}`, insert(seen, sealed))).toBe("allowed");
    }
    expect(await verdict(sql, insert(seen, sealBy(keyInForce(), seen, nonceOf(Date.now(), "a1"))))).toBe("allowed");
  });
  test("of another row, of another way of writing it, or with another key is not", async () => {
    const [seen, other] = [row(), row()];
    const nonce = nonceOf(Date.now(), "b1");
    const otherKey = { inner: Buffer.alloc(64, 1), outer: Buffer.alloc(64, 2) };
    expect(await verdict(sql, insert(seen, sealBy(keyInForce(), other, nonce)))).toBe(FORGED);
    expect(await verdict(sql, insert(seen, sealBy(keyInForce(), seen, nonce, "update")))).toBe(FORGED);
    expect(await verdict(sql, insert(seen, sealBy(otherKey, seen, nonce)))).toBe(FORGED);
    expect(
      await verdict(sql, insert(seen, `${nonceOf(Date.now(), "b2")}${sealBy(keyInForce(), seen, nonce).slice(32)}`)),
    ).toBe(FORGED);
  });
  test("is used once, also for the row that it is of, and also where what used it is there no more", async () => {
    const seen = row();
    const seal = sealBy(keyInForce(), seen, nonceOf(Date.now(), "c1"));
    expect(await verdict(sql, insert(seen, seal), insert(seen, seal))).toBe("a_seal_is_used_once");
    await sql(...insert(seen, seal));
    await owner("delete from sessions where id = $1", [seen.id]);
    expect(await verdict(sql, insert(seen, seal))).toBe("a_seal_is_used_once");
    expect(await verdict(owner, insert(seen, seal))).toBe("a_seal_is_used_once");
  });
  test("is used within a day, for so long the used ones are remembered", async () => {
    const seen = row();
    const made = (hoursAgo: number) => sealBy(keyInForce(), seen, nonceOf(Date.now() - hoursAgo * 3_600_000, "d1"));
    expect(await verdict(sql, insert(seen, made(23)))).toBe("allowed");
    expect(await verdict(sql, insert(seen, made(25)))).toBe("a_seal_is_used_once");
    expect(await verdict(sql, insert(seen, made(-25)))).toBe("a_seal_is_used_once");
  });
  test("goes with what the owner changes by hand: the row says that it was not the app", async () => {
    const id = await opened(db, office.reporter);
    await owner("update sessions set expires_at = expires_at - interval '1 hour' where id = $1", [id]);
    expect(await owner.one("select seal from sessions where id = $1", [id])).toBe(null);
  });
});
