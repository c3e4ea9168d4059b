import { log } from "#lib/log.ts";

export type Grace = {
  /** Announcements are not heard from now on. */
  begin(): void;
  /** They are heard again. */
  end(): void;
};

type How = {
  /** How long finished pages are sent while somebody may have decided otherwise, in milliseconds. */
  graceMs: number;
  /** Whether nobody can decide anything meanwhile. */
  nobodyCan: () => Promise<boolean>;
  forgetAll: () => void;
  /** Between two looks whether that is still so, in milliseconds. */
  everyMs?: number;
};

/**
 * What becomes of finished pages while announcements are not heard: for a while they are sent all the same, so that an outage takes
 * nothing down that lies in memory; then they are forgotten, unless nobody can change what they say.
 */
export function makeGrace({ graceMs, nobodyCan, forgetAll, everyMs = 1_000 }: How): Grace {
  let waiting: NodeJS.Timeout | undefined;
  const waitFor = (ms: number) => {
    waiting = setTimeout(look, ms).unref();
  };
  async function look(): Promise<void> {
    const own = waiting;
    const isSafe = await nobodyCan();
    if (waiting !== own) return;
    if (isSafe) return waitFor(everyMs);
    log.warn("finished pages are no longer sent: announcements were not heard for too long");
    forgetAll();
  }
  return {
    begin() {
      if (waiting === undefined) waitFor(graceMs);
    },
    end() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
