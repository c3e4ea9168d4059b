import { logFailure } from "#db/outage.ts";
import { type Bell, makeBell } from "#lib/bell.ts";
import { keepListening } from "#lib/listening.ts";
import { type Follower, follow } from "./follow.ts";
import { listenToHistory } from "./store.ts";

type Following = { stop(): Promise<void> };

/** Between two looks when nobody rings, in milliseconds. NOTIFY is the quick way, this the sure one. */
const LOOK_EVERY_MS = 2_000;

/** A connection takes its time to be made, in milliseconds. */
const OPENS_WITHIN_MS = 5_000;

/** The longest that anybody can wait. */
const FOR_EVER_MS = 2 ** 31 - 1;

/** Lets followers hear what happens, for as long as the process lives. Each goes on by itself when another one fails. */
export function startFollowing(followers: readonly Follower[], lookEveryMs = LOOK_EVERY_MS): Following {
  const over = new AbortController();
  const bells = followers.map(makeBell);
  const ear = bells.length > 0 ? ringFor(bells, over.signal, lookEveryMs) : undefined;
  const all = followers.map((follower, at) =>
    keepFollowing(follower, bells[at] ?? makeBell(), over.signal, lookEveryMs),
  );
  return {
    async stop() {
      over.abort();
      for (const bell of bells) bell.ring();
      await Promise.all([ear, ...all]);
    },
  };
}

async function keepFollowing(follower: Follower, bell: Bell, over: AbortSignal, lookEveryMs: number): Promise<void> {
  let said = "";
  while (!over.aborted) {
    try {
      // After a failure one event at a time, until nothing is left: what stands before the one that cannot be heard is heard.
      while (!over.aborted && (await follow(follower, said === "" ? undefined : 1)) > 0);
      said = "";
    } catch (error) {
      // The same batch is tried again at the next look; one line for as long as it fails alike.
      if (said !== String(error)) logFailure(`the follower ${follower.name} failed`, error);
      said = String(error);
    }
    if (!over.aborted) await bell.rung(lookEveryMs);
  }
}

/** Rings when the history grows. While nobody can be heard the looks go on by themselves. */
function ringFor(bells: readonly Bell[], over: AbortSignal, retryMs: number): Promise<void> {
  const onAway = (error: unknown) => logFailure("the history is not heard", error);
  const how = { open: listenToHistory, opensWithinMs: OPENS_WITHIN_MS, retryMs, over, onAway };
  return keepListening(how, async (_line, rung, hears) => {
    hears();
    while (!over.aborted) {
      await rung(FOR_EVER_MS);
      for (const bell of bells) bell.ring();
    }
  });
}
