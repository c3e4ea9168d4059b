import { type Bell, makeBell } from "./bell.ts";
import { inTime } from "./in-time.ts";

/** A connection on which somebody listens. */
export type Connection = {
  /** Gives it up; it is closed, not used again. */
  hangUp(): void;
};

/**
 * Opens a connection.
 * @param onWake there is something to hear: look now
 * @param onLost it broke, and is of no more use
 */
export type Open<C extends Connection> = (onWake: () => void, onLost: (error: Error) => void) => Promise<C>;

/** Waits until it rings, or so long. @throws what the connection broke of */
type Rung = (atMostMs: number) => Promise<void>;

type How<C extends Connection> = {
  open: Open<C>;
  /** Rings as well for whatever else the listener waits for. */
  bell: Bell;
  /** A connection takes its time to be made, in milliseconds. */
  opensWithinMs: number;
};

/**
 * Listens on one connection, until it breaks or `work` is done.
 * @throws what it broke of, or could not be opened for
 */
export async function listen<C extends Connection>(
  { open, bell, opensWithinMs }: How<C>,
  work: (connection: C, rung: Rung) => Promise<void>,
): Promise<void> {
  let lost: Error | undefined;
  const opening = open(bell.ring, (error) => {
    lost ??= error;
    bell.ring();
  });
  const connection = await inTime(opening, opensWithinMs).catch((error: unknown) => {
    // One that opens after our patience ended is hung up, not leaked.
    opening.then((late) => late.hangUp()).catch(() => undefined);
    throw error;
  });
  try {
    await work(connection, async (atMostMs) => {
      await bell.rung(atMostMs);
      if (lost) throw lost;
    });
  } finally {
    connection.hangUp();
  }
}

type Keeping<C extends Connection> = Omit<How<C>, "bell"> & {
  /** Between two tries to open a connection again, in milliseconds; the first one is made at once. */
  retryMs: number;
  /** Aborted when nobody listens any more. */
  over: AbortSignal;
  /** Nothing is heard from now on: told once, however often it is tried again. */
  onAway(error: unknown): void;
  /** It is heard again. */
  onBack?(): void;
};

/**
 * Listens until it is over; a connection that broke is opened anew.
 * @param work says with `hears` that the connection does what it is for
 */
export async function keepListening<C extends Connection>(
  { retryMs, over, onAway, onBack, ...how }: Keeping<C>,
  work: (connection: C, rung: Rung, hears: () => void) => Promise<void>,
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
      await listen({ ...how, bell }, (connection, rung) => work(connection, rung, hears));
    } catch (error) {
      if (over.aborted) return;
      if (isAway) await rest.rung(retryMs);
      else onAway(error);
      isAway = true;
    }
  }
}
