import { type Announcement, type Followed, follow } from "#features/publishing/follow.ts";
import { type Line, openLine } from "#features/publishing/line.ts";
import { makeBell } from "#lib/bell.ts";
import { log } from "#lib/log.ts";

export type Follower = { stop(): Promise<void> };

type Listener = {
  /**
   * Announcements are heard from now on.
   * @param missed whether some may have been missed before, and nothing that was made until now may be kept; else each has been told
   */
  onHearing(missed: boolean): void;
  onNews(news: readonly Announcement[]): void;
  /** Announcements may be missed from now on, until `onHearing`. */
  onDeaf(): void;
};

/** Between two looks when nobody wakes us, in milliseconds. NOTIFY is the quick way, this the sure one. */
const LOOK_EVERY_MS = 300;

/**
 * A look that takes longer counts as a lost connection, in milliseconds: a dead network says nothing at all. With the time between
 * two looks it is noticed within 0.8 s; who is only slow costs nobody anything, for we go on from where we were.
 */
const PATIENCE_MS = 450;

/** A connection takes its time to be made, in milliseconds. */
const OPENS_WITHIN_MS = 2_000;

/** Between two tries to connect again, in milliseconds; the first one is made at once. */
const RETRY_MS = 250;

type Ways = { open: typeof openLine; lookEveryMs: number; patienceMs: number; opensWithinMs: number };
const USUAL: Ways = {
  open: openLine,
  lookEveryMs: LOOK_EVERY_MS,
  patienceMs: PATIENCE_MS,
  opensWithinMs: OPENS_WITHIN_MS,
};

/** Follows what is announced for as long as the process lives, and says when it cannot. */
export function startFollower(listener: Listener, ways: Partial<Ways> = {}): Follower {
  const { open, lookEveryMs, patienceMs, opensWithinMs } = { ...USUAL, ...ways };
  const bell = makeBell();
  const rest = makeBell();
  let stopped = false;
  let told = false;
  let last: { server: string; followed: Followed } | undefined;
  const done = keepFollowing();
  return {
    stop: () => {
      stopped = true;
      bell.ring();
      rest.ring();
      return done;
    },
  };

  async function keepFollowing(): Promise<void> {
    while (!stopped) {
      try {
        await followUntilLost();
      } catch (error) {
        if (stopped) return;
        // An outage of minutes is one line, not one for each try.
        const wasTold = told;
        if (!told) log.error("announcements are not heard", error);
        told = true;
        listener.onDeaf();
        if (wasTold) await rest.rung(RETRY_MS);
      }
    }
  }

  async function followUntilLost(): Promise<void> {
    let lost: Error | null = null;
    const line = await openInTime((error) => {
      lost = error;
      bell.ring();
    });
    try {
      const { server, horizon } = await inTime(line.look(null), patienceMs);
      // The same run of the server remembers all that it was told, and what was seen of it. Of another one nobody knows that.
      const before = last?.server === server ? last.followed : null;
      // What was announced before the first look of all is nobody's news.
      let followed = before;
      for (let isFirst = true; !stopped; isFirst = false) {
        if (lost) throw lost;
        const step = follow(followed, await inTime(line.look(followed?.horizon ?? horizon), patienceMs));
        followed = step.followed;
        last = { server, followed };
        if (step.news.length > 0) listener.onNews(step.news);
        if (isFirst) {
          if (told) log.info("announcements are heard again");
          told = false;
          listener.onHearing(before === null);
        }
        await bell.rung(lookEveryMs);
      }
    } finally {
      line.hangUp();
    }
  }

  /** A line that opens after our patience ended is hung up, not leaked. */
  async function openInTime(onLost: (error: Error) => void): Promise<Line> {
    const opening = open(bell.ring, onLost);
    try {
      return await inTime(opening, opensWithinMs);
    } catch (error) {
      opening.then((late) => late.hangUp()).catch(() => undefined);
      throw error;
    }
  }
}

async function inTime<T>(work: Promise<T>, atMostMs: number): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const late = new Error(`The database did not answer within ${atMostMs} ms.`);
  // What came while this process had no time itself is heard first.
  const timer = setTimeout(() => setImmediate(() => limit.reject(late)), atMostMs);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
