import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AnnouncementLook } from "#features/publishing/follow.ts";
import type { Subscription } from "#features/publishing/subscription.ts";
import { log } from "#lib/log.ts";
import { startFollower } from "./follower.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(log, "error").mockImplementation(() => undefined);
  vi.spyOn(log, "info").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A database that answers looks at once, until it falls silent; the connection is not told. */
function aDatabase() {
  let isSilent = false;
  let server = "begun at eight";
  const line: Subscription = {
    look: () =>
      isSilent ? new Promise(() => undefined) : Promise.resolve({ server, horizon: 100n, announcements: [] }),
    hangUp: () => undefined,
  };
  return {
    open: async () => (isSilent ? new Promise<Subscription>(() => undefined) : line),
    fallSilent: () => {
      isSilent = true;
    },
    speakAgain: (as = server) => {
      isSilent = false;
      server = as;
    },
  };
}

function following({ open }: Pick<ReturnType<typeof aDatabase>, "open">) {
  const states: string[] = [];
  const follower = startFollower(
    {
      onHearing: (missed) => states.push(missed ? "hears, and may have missed some" : "hears, and has missed none"),
      onDeaf: () => states.push("deaf"),
      onNews: () => undefined,
    },
    { open },
  );
  return { states, follower };
}

test("a connection that falls silent is noticed within 0.8 s, at whatever moment it does", async () => {
  for (const after of [0, 1, 150, 299, 300, 301]) {
    const database = aDatabase();
    const { states, follower } = following(database);
    await vi.advanceTimersByTimeAsync(1_000 + after);
    expect(states).toEqual(["hears, and may have missed some"]);
    database.fallSilent();
    await vi.advanceTimersByTimeAsync(800);
    expect(states).toEqual(["hears, and may have missed some", "deaf"]);
    database.speakAgain();
    await vi.advanceTimersByTimeAsync(5_000);
    const done = follower.stop();
    await vi.runAllTimersAsync();
    await done;
  }
});

test("an answer that is only late is heard all the same, on the same connection, and nothing was missed", async () => {
  const answers: (() => void)[] = [];
  let isLate = false;
  let opened = 0;
  const look = () => {
    const { promise, resolve } = Promise.withResolvers<AnnouncementLook>();
    const answer = () => resolve({ server: "begun at eight", horizon: 100n, announcements: [] });
    if (isLate) answers.push(answer);
    else answer();
    return promise;
  };
  const open = async () => {
    opened += 1;
    return { look, hangUp: () => undefined };
  };
  const { states, follower } = following({ open });
  await vi.advanceTimersByTimeAsync(1_000);
  isLate = true;
  await vi.advanceTimersByTimeAsync(800);
  expect(states).toEqual(["hears, and may have missed some", "deaf"]);
  isLate = false;
  for (const answer of answers) answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe("hears, and has missed none");
  expect([states.length, opened]).toEqual([3, 1]);
  const done = follower.stop();
  await vi.runAllTimersAsync();
  await done;
});

test("of a database that is exchanged under an open connection nobody knows either", async () => {
  const database = aDatabase();
  const { states, follower } = following(database);
  await vi.advanceTimersByTimeAsync(1_000);
  database.speakAgain("restored at nine");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(states).toEqual(["hears, and may have missed some", "deaf", "hears, and may have missed some"]);
  const done = follower.stop();
  await vi.runAllTimersAsync();
  await done;
});

test("a server that went on has told everything; of one that was started anew nobody knows", async () => {
  const database = aDatabase();
  const { states, follower } = following(database);
  await vi.advanceTimersByTimeAsync(1_000);
  for (const [as, heard] of [
    ["begun at eight", "hears, and has missed none"],
    ["begun at nine", "hears, and may have missed some"],
  ] as const) {
    states.length = 0;
    database.fallSilent();
    await vi.advanceTimersByTimeAsync(800);
    database.speakAgain(as);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states[0]).toBe("deaf");
    expect(states.at(-1)).toBe(heard);
  }
  const done = follower.stop();
  await vi.runAllTimersAsync();
  await done;
});
