import { setTimeout as pause } from "node:timers/promises";
import { type Announcement, type Followed, follow } from "#features/publishing/follow.ts";
import { type Line, openLine } from "#features/publishing/line.ts";
import { makeBell } from "#lib/bell.ts";
import { log } from "#lib/log.ts";

export type Follower = { stop(): Promise<void> };

type Listener = {
  /** Announcements are heard from now on. What was made before this moment may not be kept. */
  onHearing(): void;
  onNews(news: readonly Announcement[]): void;
  /** Announcements may be missed from now on, until `onHearing`. */
  onDeaf(): void;
};

/** Between two looks when nobody wakes us, in milliseconds. NOTIFY is the quick way, this the sure one. */
const LOOK_EVERY_MS = 500;

/** A look that takes longer counts as a lost connection, in milliseconds: a dead network says nothing at all. */
const PATIENCE_MS = 2_000;

/** Between two tries to connect again, in milliseconds. */
const RETRY_MS = 250;

type Ways = { open: typeof openLine; lookEveryMs: number; patienceMs: number };
const USUAL: Ways = { open: openLine, lookEveryMs: LOOK_EVERY_MS, patienceMs: PATIENCE_MS };

/** Follows what is announced for as long as the process lives, and says when it cannot. */
export function startFollower(listener: Listener, ways: Partial<Ways> = {}): Follower {
  const { open, lookEveryMs, patienceMs } = { ...USUAL, ...ways };
  const bell = makeBell();
  let stopped = false;
  let told = false;
  const done = keepFollowing();
  return {
    stop: () => {
      stopped = true;
      bell.ring();
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
        if (!told) log.error("announcements are not heard", error);
        told = true;
        listener.onDeaf();
        await pause(RETRY_MS);
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
      let followed: Followed | null = null;
      while (!stopped) {
        if (lost) throw lost;
        // The first look is at what was announced before we hear: that is nobody's news.
        const from = followed?.horizon ?? (await inTime(line.look(null), patienceMs)).horizon;
        const step = follow(followed, await inTime(line.look(from), patienceMs));
        if (followed === null) {
          if (told) log.info("announcements are heard again");
          told = false;
          listener.onHearing();
        }
        followed = step.followed;
        if (step.news.length > 0) listener.onNews(step.news);
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
      return await inTime(opening, patienceMs);
    } catch (error) {
      opening.then((late) => late.hangUp()).catch(() => undefined);
      throw error;
    }
  }
}

async function inTime<T>(work: Promise<T>, atMostMs: number): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const late = new Error(`The database did not answer within ${atMostMs} ms.`);
  const timer = setTimeout(() => limit.reject(late), atMostMs);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
