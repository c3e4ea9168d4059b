import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import type { Staff } from "./actor.ts";
import { journalKey, signOut } from "./commands.ts";

const { rows } = oneDatabase();
let siteId: number;
let people = 0;

beforeAll(async () => {
  [{ id: siteId }] = await rows(
    "insert into sites (key, name, host) values ('mot', 'Phường Một', 'mot.vn') returning id",
  );
});

async function somebody(): Promise<number> {
  const [{ id }] = await rows("insert into people (email, name) values ($1, 'Lê Văn Tám') returning id", [
    `nguoi-${++people}@mot.vn`,
  ]);
  return id;
}

async function signedIn(personId: number): Promise<Staff> {
  const [{ id: sessionId }] = await rows(
    "insert into sessions (person_id, expires_at) values ($1, now() + interval '12 hours') returning id",
    [personId],
  );
  return { personId, name: "Lê Văn Tám", email: "", sessionId, siteId, grants: [] };
}

test("a browser gets the same key for its person until they sign out there, also in a later session", async () => {
  const [person, browser] = [await somebody(), randomUUID()];
  const morning = await signedIn(person);
  const first = await journalKey(morning, browser);
  expect(first.key).toHaveLength(32);
  expect(await journalKey(morning, browser)).toEqual(first);
  const evening = await signedIn(person);
  expect(await journalKey(evening, browser)).toEqual(first);
  await signOut(evening.sessionId);
  const after = await journalKey(await signedIn(person), browser);
  expect(after.id).not.toBe(first.id);
  expect(after.key.equals(first.key)).toBe(false);
});

test("two people at one computer, and one person at two, have keys of their own, and signing out forgets one of them", async () => {
  const [counter, home] = [randomUUID(), randomUUID()];
  const [first, second] = [await signedIn(await somebody()), await signedIn(await somebody())];
  const atHome = await signedIn(first.personId);
  const keys = [await journalKey(first, counter), await journalKey(second, counter), await journalKey(atHome, home)];
  expect(new Set(keys.map(({ key }) => key.toString("hex"))).size).toBe(3);
  await signOut(first.sessionId);
  expect(await journalKey(second, counter)).toEqual(keys[1]);
  expect(await journalKey(atHome, home)).toEqual(keys[2]);
  expect(await journalKey(await signedIn(first.personId), counter)).not.toEqual(keys[0]);
});

test("signing out in a session that never asked for the browser's key forgets it all the same, and nobody else's", async () => {
  const browser = randomUUID();
  const [morning, neighbour] = [await signedIn(await somebody()), await signedIn(await somebody())];
  const keys = [await journalKey(morning, browser), await journalKey(neighbour, browser)];
  const evening = await signedIn(morning.personId);
  await signOut(evening.sessionId, browser);
  expect(await journalKey(await signedIn(morning.personId), browser)).not.toEqual(keys[0]);
  expect(await journalKey(neighbour, browser)).toEqual(keys[1]);
});
