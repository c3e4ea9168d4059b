/** What the process that unpacks a file may take, and as what it ends when it would take more. */
export const LIMITS = {
  /** Resident memory, in bytes. */
  memory: { most: 640 * 1024 * 1024, exitCode: 71 },
  /** Seconds of work, however long it had to wait for its turn. A picture of 100 megapixels takes about a fifth. */
  seconds: { most: 45, exitCode: 72 },
} as const;

/** Whoever does not end by itself is ended after so long, in milliseconds: what is checked above cannot be while a decoder holds everything up. */
export const ENDED_AFTER_MS = 200_000;

/** The same of a picture for sharing, which takes a third of a second on a core of its own. */
export const SHARE_ENDED_AFTER_MS = 60_000;

/** The most pages of a PDF: readers on a phone open no more, and the worker reads them in its time. */
export const MOST_PAGES = 3_000;

/** Of the words of a document so many are kept, in UTF-16 units: a book of five hundred pages. */
export const MOST_TEXT = 1_000_000;
