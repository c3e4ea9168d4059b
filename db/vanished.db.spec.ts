import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, database, openDatabase, type Side } from "./client.ts";
import { isOutage } from "./outage.ts";
import { aDatabase, type TestDatabase } from "./testing.ts";
import { aGate, type Gate } from "./testing-gate.ts";
import { transaction } from "./transaction.ts";

let db: TestDatabase;
let gate: Gate;
beforeEach(async () => {
  db = await aDatabase();
  await closeDatabase();
  gate = await aGate(db.appUrl);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  openDatabase({ ...db, appUrl: gate.url });
});
afterEach(async () => {
  vi.useRealTimers();
  await db.close();
  await gate.close();
});

/** How many connections a side has, and when it gives an answer up, in milliseconds: a second after the server would. */
const SIDES: [Side, number, number][] = [
  ["front", 8, 9_000],
  ["desk", 10, 21_000],
];
/** How long a busy machine may take. As much of the other clock goes by, which is less than either side waits. */
const SOON = { timeout: 5_000 };
const ask = (side: Side) => database(side).execute(sql`select 1 as one`);
const together = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "answered",
    (error) => (isOutage(error) ? "outage" : error),
  );

test.each(SIDES)("a server that vanishes is given up by the %s, and asked anew when it is back", async (...side) => {
  const [name, connections, limit] = side;
  await together(connections, () => ask(name));
  gate.fallSilent();
  const asked = together(connections, () => outcome(ask(name)));
  await vi.waitFor(() => expect(gate.asking()).toBe(connections), SOON);
  gate.open();
  vi.advanceTimersByTime(limit);
  expect(new Set(await asked)).toEqual(new Set(["outage"]));
  expect(await together(connections, () => outcome(ask(name)))).toEqual(Array(connections).fill("answered"));
});

test.each(SIDES)("a transaction of the %s that it leaves alone ends with the one statement", async (...side) => {
  const [name, connections, limit] = side;
  const inside = () =>
    outcome(
      transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        await everybodyIsInside.arrive();
        await tx.execute(sql`select 2`);
      }, name),
    );
  const everybodyIsInside = aMeeting(connections, () => gate.fallSilent());
  const left = together(connections, inside);
  await vi.waitFor(() => expect(gate.asking()).toBe(connections), SOON);
  gate.open();
  vi.advanceTimersByTime(limit);
  expect(new Set(await left)).toEqual(new Set(["outage"]));
  expect(await together(connections, () => outcome(ask(name)))).toEqual(Array(connections).fill("answered"));
});

test.each(SIDES)("a transaction of the %s that could not even begin keeps no connection", async (...side) => {
  const [name, connections, limit] = side;
  await together(connections, () => ask(name));
  gate.fallSilent();
  const begun = together(connections, () => outcome(transaction((tx) => tx.execute(sql`select 1`), name)));
  await vi.waitFor(() => expect(gate.asking()).toBe(connections), SOON);
  gate.open();
  vi.advanceTimersByTime(limit);
  expect(new Set(await begun)).toEqual(new Set(["outage"]));
  expect(await together(connections, () => outcome(ask(name)))).toEqual(Array(connections).fill("answered"));
});

/** Nobody goes on before all are there. */
function aMeeting(size: number, begin: () => void): { arrive(): Promise<void> } {
  const all = Promise.withResolvers<void>();
  let here = 0;
  return {
    arrive() {
      here += 1;
      if (here === size) {
        begin();
        all.resolve();
      }
      return all.promise;
    },
  };
}
