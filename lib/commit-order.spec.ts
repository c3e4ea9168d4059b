import { expect, test } from "vitest";
import { advance, type Look, type Position } from "./commit-order.ts";

type Event = { id: number; xact: bigint };
const START: Position = { base: 0, horizon: 0n, seen: [] };

/** A history with transactions that are still running, looked at as the database is. */
function look(from: Position, visible: readonly Event[], running: bigint, atMost = 100): Look<Event> {
  const unheard = visible
    .filter(({ id, xact }) => id > from.base && xact >= from.horizon && !from.seen.includes(id))
    .sort((one, other) => one.id - other.id);
  const owed = unheard.slice(0, atMost);
  const rest = unheard.slice(atMost).map(({ xact }) => xact);
  return {
    horizon: running,
    owed,
    rest: owed.at(-1)?.xact === 0n ? null : (lowest(rest) ?? null),
    heard: visible.filter(({ id }) => from.seen.includes(id)),
  };
}

test("what commits late, behind faster ones, is neither skipped nor are the others heard again", () => {
  const early = { id: 1, xact: 10n };
  const [late, fast] = [
    { id: 2, xact: 11n },
    { id: 3, xact: 12n },
  ];
  const first = look(START, [early, fast], 11n);
  expect(first.owed).toEqual([early, fast]);
  const place = advance(START, first);
  expect(place).toEqual({ base: 0, horizon: 11n, seen: [3] });
  const second = look(place, [early, late, fast], 13n);
  expect(second.owed).toEqual([late]);
  expect(advance(place, second)).toEqual({ base: 0, horizon: 13n, seen: [] });
});

test("the oldest history is gone through by its ids, and nothing of it is remembered one by one", () => {
  const old = Array.from({ length: 25 }, (_, n) => ({ id: n + 1, xact: 0n }));
  const all = [...old, { id: 26, xact: 7n }];
  let place = START;
  const heard: number[] = [];
  for (let found = look(place, all, 9n, 10); found.owed.length > 0; found = look(place, all, 9n, 10)) {
    heard.push(...found.owed.map(({ id }) => id));
    place = advance(place, found);
    expect(place.seen).toEqual([]);
  }
  expect(heard).toEqual(all.map(({ id }) => id));
});

test("whatever commits when, each event is heard once, and an article's in their order", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const next = random(seed);
    const all: (Event & { commits: number; article: number })[] = [];
    const clock: number[] = [];
    for (let id = 1; id <= 40; id++) {
      const article = Math.floor(next() * 4);
      // An event is written after the one before it in its article was committed.
      const after = Math.max(id, ...all.filter((one) => one.article === article).map(({ commits }) => commits));
      const commits = after + Math.floor(next() * 12);
      all.push({ id, article, commits, xact: BigInt(1 + Math.max(0, id - Math.floor(next() * 5))) });
      clock.push(commits);
    }
    const end = Math.max(...clock) + 1;
    let place = START;
    const heard: typeof all = [];
    for (let now = 0; now <= 3 * end; now += 1 + Math.floor(next() * 6)) {
      const visible = all.filter(({ commits }) => commits < now);
      const running = all.filter(({ commits }) => commits >= now).map(({ xact }) => xact);
      const horizon = lowest(running) ?? 1_000n;
      const found = look(place, visible, horizon, 1 + Math.floor(next() * 4));
      heard.push(...found.owed.map(({ id }) => all[id - 1] as (typeof all)[number]));
      place = advance(place, found);
    }
    expect([seed, heard.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([seed, all.map(({ id }) => id)]);
    for (let article = 0; article < 4; article++) {
      const ofArticle = (events: typeof all) => events.filter((one) => one.article === article).map(({ id }) => id);
      expect([seed, ofArticle(heard)]).toEqual([seed, ofArticle(all)]);
    }
  }
});

function lowest(numbers: bigint[]): bigint | undefined {
  return numbers.sort((one, other) => (one < other ? -1 : 1))[0];
}

/** Numbers from 0 to 1, the same ones for a seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
