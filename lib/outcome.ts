import type { RefusalCode } from "./refusal.ts";

/** What an action answers: a value, or an expected "no" with a sentence for the person. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: RefusalCode; sentence: string };
