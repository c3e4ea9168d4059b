import { type Announcement, type AnnouncementLook, type Followed, follow } from "#features/publishing/follow.ts";
import { type Subscription, subscribe } from "#features/publishing/subscription.ts";
import { inTime } from "#lib/in-time.ts";
import { keepListening } from "#lib/listening.ts";
import { log } from "#lib/log.ts";

export type AnnouncementFollower = { stop(): Promise<void> };

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
 * A look that takes longer may not come at all, in milliseconds: a dead network says nothing. With the time between two looks it
 * is noticed within 0.8 s.
 */
const PATIENCE_MS = 450;

/** A connection that has not answered a look for so long is given up, in milliseconds. Of a busy machine it only comes late. */
const HANGS_UP_AFTER_MS = 2_000;

/** A connection takes its time to be made, in milliseconds. */
const OPENS_WITHIN_MS = 2_000;

/** Between two tries to connect again, in milliseconds; the first one is made at once. */
const RETRY_MS = 250;

type Ways = {
  open: typeof subscribe;
  lookEveryMs: number;
  patienceMs: number;
  hangsUpAfterMs: number;
  opensWithinMs: number;
};
const USUAL: Ways = {
  open: subscribe,
  lookEveryMs: LOOK_EVERY_MS,
  patienceMs: PATIENCE_MS,
  hangsUpAfterMs: HANGS_UP_AFTER_MS,
  opensWithinMs: OPENS_WITHIN_MS,
};

/** Follows what is announced for as long as the process lives, and says when it cannot. */
export function startFollower(listener: Listener, ways: Partial<Ways> = {}): AnnouncementFollower {
  const { open, lookEveryMs, patienceMs, hangsUpAfterMs, opensWithinMs } = { ...USUAL, ...ways };
  const over = new AbortController();
  let isHearing = false;
  let last: { server: string; followed: Followed } | undefined;
  const how = { open, opensWithinMs, retryMs: RETRY_MS, over: over.signal, onAway, onBack };
  const done = keepListening(how, followUntilLost);
  return {
    stop: () => {
      over.abort();
      return done;
    },
  };

  function onAway(error: unknown): void {
    log.error("announcements are not heard", error);
    deafen();
  }

  function onBack(): void {
    log.info("announcements are heard again");
  }

  async function followUntilLost(
    line: Subscription,
    rung: (atMostMs: number) => Promise<void>,
    hears: () => void,
  ): Promise<void> {
    const { server, horizon } = await looked(line, null);
    // The same database in the same run of its server remembers all that it was told, and what was seen of it. Of another one
    // nobody knows that.
    const before = last?.server === server ? last.followed : null;
    // What was announced before the first look of all is nobody's news.
    let followed = before;
    let missed = before === null;
    while (!over.signal.aborted) {
      const look = await looked(line, followed?.horizon ?? horizon);
      if (look.server !== server) throw new Error("The database was exchanged for another one.");
      const step = follow(followed, look);
      followed = step.followed;
      last = { server, followed };
      if (step.news.length > 0) listener.onNews(step.news);
      hears();
      if (!isHearing) {
        isHearing = true;
        listener.onHearing(missed);
      }
      missed = false;
      await rung(lookEveryMs);
    }
  }

  function deafen(): void {
    if (!isHearing) return;
    isHearing = false;
    listener.onDeaf();
  }

  /** What a look saw. While it is waited for too long, nothing is heard. */
  async function looked(line: Subscription, horizon: bigint | null): Promise<AnnouncementLook> {
    let isDone = false;
    // What came while this process had no time itself is heard first.
    const late = setTimeout(() => setImmediate(() => isDone || deafen()), patienceMs);
    try {
      return await inTime(line.look(horizon), hangsUpAfterMs);
    } finally {
      isDone = true;
      clearTimeout(late);
    }
  }
}
