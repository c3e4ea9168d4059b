import { type Bell, makeBell } from "./bell.ts";
import { inTime } from "./in-time.ts";

/** A connection on which somebody listens. */
export type Line = {
  /** Gives it up; it is closed, not used again. */
  hangUp(): void;
};

/**
 * Opens a line.
 * @param onWake there is something to hear: look now
 * @param onLost it broke, and is of no more use
 */
export type Open<L extends Line> = (onWake: () => void, onLost: (error: Error) => void) => Promise<L>;

/** Waits until it rings, or so long. @throws what the line broke of */
type Rung = (atMostMs: number) => Promise<void>;

type How<L extends Line> = {
  open: Open<L>;
  /** Rings as well for whatever else the listener waits for. */
  bell: Bell;
  /** A connection takes its time to be made, in milliseconds. */
  opensWithinMs: number;
};

/**
 * Listens on one line, until it breaks or `work` is done.
 * @throws what it broke of, or could not be opened for
 */
export async function listen<L extends Line>(
  { open, bell, opensWithinMs }: How<L>,
  work: (line: L, rung: Rung) => Promise<void>,
): Promise<void> {
  let lost: Error | undefined;
  const opening = open(bell.ring, (error) => {
    lost ??= error;
    bell.ring();
  });
  const line = await inTime(opening, opensWithinMs).catch((error: unknown) => {
    // One that opens after our patience ended is hung up, not leaked.
    opening.then((late) => late.hangUp()).catch(() => undefined);
    throw error;
  });
  try {
    await work(line, async (atMostMs) => {
      await bell.rung(atMostMs);
      if (lost) throw lost;
    });
  } finally {
    line.hangUp();
  }
}

type Keeping<L extends Line> = Omit<How<L>, "bell"> & {
  /** Between two tries to open a line again, in milliseconds; the first one is made at once. */
  retryMs: number;
  /** Aborted when nobody listens any more. */
  over: AbortSignal;
  /** Nothing is heard from now on: told once, however often it is tried again. */
  onAway(error: unknown): void;
  /** It is heard again. */
  onBack?(): void;
};

/**
 * Listens until it is over; a line that broke is opened anew.
 * @param work says with `hears` that the line does what it is for
 */
export async function keepListening<L extends Line>(
  { retryMs, over, onAway, onBack, ...how }: Keeping<L>,
  work: (line: L, rung: Rung, hears: () => void) => Promise<void>,
): Promise<void> {
  const [bell, rest] = [makeBell(), makeBell()];
  over.addEventListener("abort", () => {
    bell.ring();
    rest.ring();
  });
  let isAway = false;
  const hears = () => {
    if (isAway) onBack?.();
    isAway = false;
  };
  while (!over.aborted) {
    try {
      await listen({ ...how, bell }, (line, rung) => work(line, rung, hears));
    } catch (error) {
      if (over.aborted) return;
      if (isAway) await rest.rung(retryMs);
      else onAway(error);
      isAway = true;
    }
  }
}
