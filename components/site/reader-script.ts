/**
 * The address of all that is in `scripts`. The number counts on when pages and scripts change together: a browser may use a file that
 * it fetched yesterday (`server/files.ts`).
 */
export const READER_SCRIPT = "/reader.js?2";
