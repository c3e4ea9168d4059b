import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, submitted } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { until } from "#lib/until.ts";
import { type Follower, follow } from "./follow.ts";
import { startFollowing } from "./following.ts";
import type { Event } from "./store.ts";

const { office, rows } = officeForEach();

let heard: Event[];
let running: ReturnType<typeof startFollowing>[];
beforeEach(async () => {
  heard = [];
  running = [];
  await rows("delete from followers");
});
afterEach(() => Promise.all(running.map((one) => one.stop())));

function aFollower(change: Partial<Follower> = {}): Follower {
  return { name: "tested", from: "now", hear: async (_, events) => void heard.push(...events), ...change };
}

const NEVER_MS = 3_600_000;
const WITHIN_MS = 20_000;
const all = async (follower: Follower) => {
  while ((await follow(follower)) > 0);
};

test("a follower from now on hears nothing of what was, and everything that comes", async () => {
  await submitted(office);
  await all(aFollower());
  expect(heard).toEqual([]);
  const id = await submitted(office);
  await all(aFollower());
  expect(heard.map(({ documentId, seq, happening }) => [documentId, seq, happening.kind])).toEqual(
    (await rows("select document_id, seq, kind from events where document_id = $1 order by seq", [id])).map(
      ({ document_id, seq, kind }) => [document_id, seq, kind],
    ),
  );
  expect(heard.at(-1)).toMatchObject({ actorId: office.reporter.personId, at: expect.any(Date) });
});

test("a follower from the beginning hears it all, also what was written before anybody followed", async () => {
  await submitted(office);
  const [{ n }] = await rows("select count(*)::int as n from events");
  const beginning = aFollower({ from: "beginning" });
  while ((await follow(beginning, 2)) > 0);
  expect(heard.map(({ id }) => id)).toEqual((await rows("select id::int from events order by id")).map(({ id }) => id));
  expect(heard).toHaveLength(n);
});

test("what a follower fails at is heard again, and what it had written by then is not there", async () => {
  await all(aFollower());
  await submitted(office);
  const broken = aFollower({
    async hear(tx) {
      await tx.execute("insert into known_devices (token_hash, person_id) select 'half done', min(id) from people");
      throw new Error("no");
    },
  });
  await expect(follow(broken)).rejects.toThrow("no");
  expect(await rows("select from known_devices where token_hash = 'half done'")).toEqual([]);
  await all(aFollower());
  expect(heard.length).toBeGreaterThan(0);
});

test("of two processes one hears what there is, and the other waits for nobody", async () => {
  await all(aFollower());
  await submitted(office);
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: isAtIt, resolve: atIt } = Promise.withResolvers<void>();
  const slow = follow(
    aFollower({
      async hear(_, events) {
        atIt();
        await mayGoOn;
        heard.push(...events);
      },
    }),
  );
  await isAtIt;
  expect(await follow(aFollower())).toBe(0);
  goOn();
  expect(await slow).toBe(heard.length);
});

test("a move wakes who follows, long before the next look", async () => {
  await all(aFollower());
  const id = await submitted(office);
  running.push(startFollowing([aFollower()], NEVER_MS));
  expect(await until(() => heard.length > 0, WITHIN_MS)).toBe(true);
  // What rings is heard once somebody listens.
  await until(
    async () => (await rows("select from pg_stat_activity where query = 'listen toasoan_history'")).length > 0,
    WITHIN_MS,
  );
  const before = heard.length;
  await carryOut(office.editor, "return", id, { reason: "other", words: "Xem lại" });
  expect(await until(() => heard.length > before, WITHIN_MS)).toBe(true);
});

test("without a bell the looks go on by themselves, and one follower's failure is not another's", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const broken = aFollower({ name: "broken", from: "beginning", hear: () => Promise.reject(new Error("no")) });
  await all(aFollower());
  running.push(startFollowing([broken, aFollower()], 20));
  expect(await until(() => said.mock.calls.join().includes("the follower broken failed"), WITHIN_MS)).toBe(true);
  await submitted(office);
  await rows("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen toasoan_history'");
  const before = heard.length;
  await submitted(office);
  expect(await until(() => heard.length > before, WITHIN_MS)).toBe(true);
  expect(said.mock.calls.filter(([line]) => String(line).includes("the follower broken failed"))).toHaveLength(1);
});

test("one event that cannot be heard holds up nothing that stands before it, and is logged once", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const isSubmit = ({ happening }: Event) => happening.kind === "moved" && happening.move === "submit";
  const hear: Follower["hear"] = async (_, events) => {
    if (events.some(isSubmit)) throw new Error("this one cannot be heard");
    heard.push(...events);
  };
  await all(aFollower());
  const before = [await drafted(office), await drafted(office)];
  const id = await submitted(office);
  running.push(startFollowing([aFollower({ hear })], 20));
  expect(await until(() => heard.some(({ documentId }) => documentId === id), WITHIN_MS)).toBe(true);
  expect(new Set(heard.map(({ documentId }) => documentId))).toEqual(new Set([...before, id]));
  expect(said.mock.calls.filter(([line]) => String(line).includes("the follower tested failed"))).toHaveLength(1);
});
