/** What the process that unpacks a picture may take, and as what it ends when it would take more. */
export const LIMITS = {
  /** Resident memory, in bytes. */
  memory: { most: 640 * 1024 * 1024, exitCode: 71 },
  /** Seconds of work, however long it had to wait for its turn. A picture of 100 megapixels takes about a fifth. */
  seconds: { most: 45, exitCode: 72 },
} as const;

/** Whoever does not end by itself is ended after so long, in milliseconds: what is checked above cannot be while a decoder holds everything up. */
export const ENDED_AFTER_MS = 200_000;
