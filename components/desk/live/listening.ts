import { ALIVE_EVERY_MS, type Word } from "#features/live/changes.ts";

type Stream = Pick<EventSource, "addEventListener" | "close">;

type Ways = {
  open(): Stream;
  /** Asks what has changed. @returns false when nobody is signed in any more */
  ask(): Promise<boolean>;
  isVisible(): boolean;
  /** 0 to 1 */
  chance?(): number;
};

type Listening = {
  /** Whether the page is looked at may have changed, or whether there is a network. */
  look(): void;
  /** Lets go of the connection, until the next look. */
  rest(): void;
  /** For good. */
  stop(): void;
};

/** Between two questions while there is no stream, in milliseconds; a quarter more or less, for all lose it at once. */
export const ASK_EVERY_MS = 20_000;
/** A stream that is not ready by then is none, in milliseconds. */
const READY_WITHIN_MS = 5_000;
/** One that has shown no sign of life for so long is dead: a laptop has slept, a network has gone. */
const SILENT_MS = 2.5 * ALIVE_EVERY_MS;

/**
 * Hears that something has changed, for a page that is looked at: by a stream, or by asking now and then while there is
 * none. A page that nobody looks at holds no connection and asks nothing; when it is looked at again it asks once.
 */
export function listen({ open, ask, isVisible, chance = Math.random }: Ways): Listening {
  let stream: Stream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: Promise<void> | undefined;
  let asksAgain = false;
  let isOver = false;

  look();
  return {
    look,
    rest: letGo,
    stop() {
      isOver = true;
      letGo();
    },
  };

  function look(): void {
    letGo();
    if (!isOver && isVisible()) connect();
  }

  function letGo(): void {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
  }

  function connect(): void {
    const own = open();
    stream = own;
    const isStill = () => stream === own;
    const hear = (word: Word, then: () => void) =>
      own.addEventListener(word, () => {
        if (!isStill()) return;
        wait(SILENT_MS, lost);
        then();
      });
    hear("ready", () => void askOnce());
    hear("changed", () => void askOnce());
    hear("alive", () => undefined);
    hear("full", () => {
      letGo();
      askNowAndThen(false);
    });
    own.addEventListener("error", () => isStill() && lost());
    wait(READY_WITHIN_MS, lost);
  }

  function lost(): void {
    letGo();
    void askOnce();
    askNowAndThen(true);
  }

  /** @param tries whether a stream is opened again as well */
  function askNowAndThen(tries: boolean): void {
    wait(ASK_EVERY_MS * (0.75 + chance() / 2), () => {
      // What it says when it is ready, or lost, is asked for then.
      if (tries) return connect();
      void askOnce();
      askNowAndThen(false);
    });
  }

  function wait(forMs: number, then: () => void): void {
    clearTimeout(timer);
    timer = isOver ? undefined : setTimeout(then, forMs);
  }

  /** One question at a time; what changes meanwhile is asked for after it. */
  function askOnce(): Promise<void> {
    asksAgain = asking !== undefined;
    asking ??= askUntilAnswered().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  async function askUntilAnswered(): Promise<void> {
    do {
      asksAgain = false;
      if (await ask()) continue;
      letGo();
      return;
    } while (asksAgain && !isOver);
  }
}
