/** What somebody asked for. */
export type RequestKind = "page" | "file" | "desk" | "api" | "stream";

/** Answers of one kind. */
export type Answers = {
  kind: RequestKind;
  /** How many, by the hundreds of their status: `statuses[2]` of 200 to 299. */
  statuses: readonly number[];
  /** How many were timed and took at most as long as the bound of the same position; the last has no bound. */
  within: readonly number[];
  /** Of those that were timed, together. */
  seconds: number;
};

export type AnswerTally = {
  /** @param seconds null for one that is counted and not timed */
  add(kind: RequestKind, status: number, seconds: number | null): void;
  all(): Answers[];
};

/**
 * Counts and times answers with a few additions each. Counters and histograms of the library of figures look their
 * labels up as text for every answer: readers' pages were served a third slower for it.
 *
 * @param bounds in seconds, rising
 */
export function makeAnswerTally(bounds: readonly number[]): AnswerTally {
  const kinds = new Map<RequestKind, { statuses: number[]; took: number[]; seconds: number }>();
  return {
    add(kind, status, seconds) {
      const counted = kinds.get(kind) ?? {
        statuses: Array(6).fill(0),
        took: Array(bounds.length + 1).fill(0),
        seconds: 0,
      };
      kinds.set(kind, counted);
      addOne(counted.statuses, Math.floor(status / 100));
      if (seconds === null) return;
      const at = bounds.findIndex((bound) => seconds <= bound);
      addOne(counted.took, at < 0 ? bounds.length : at);
      counted.seconds += seconds;
    },
    all: () =>
      [...kinds].map(([kind, { statuses, took, seconds }]) => ({ kind, statuses, within: sums(took), seconds })),
  };
}

function addOne(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** To each position what stands there and before it. */
function sums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
