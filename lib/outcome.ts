import type { Problems } from "./checked.ts";
import type { RefusalCode } from "./refusal.ts";

/** What an action answers: a value, or an expected "no" with a sentence for the person, and with sentences of single fields. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: RefusalCode; sentence: string; fields?: Problems };
