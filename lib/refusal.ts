import type { Problems } from "./checked.ts";

/** Every expected "no" and the HTTP status a route answers with. */
export const REFUSALS = {
  bad_input: 400,
  signed_out: 401,
  /** Signed in, but not as the person who opened the page. */
  other_person: 401,
  not_allowed: 403,
  not_found: 404,
  out_of_date: 409,
  wrong_state: 409,
  too_large: 413,
  bad_text: 422,
  not_ready: 422,
  frozen: 423,
  slow_down: 429,
  /** The database or the store of files is away, or a disk is full. */
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Too much is asked at once: whoever comes again in a moment gets through. */
export const slowDown = (options?: ErrorOptions): Refusal =>
  new Refusal("slow_down", "Máy chủ đang bận. Hãy thử lại sau giây lát.", options);

/** An expected "no". Anything else that is thrown is a bug and becomes a 500. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: RefusalCode;
  /** A sentence the person at the desk may read. Never an id, SQL or stack. */
  readonly sentence: string;
  /** What is wrong with which field. */
  readonly fields: Problems | undefined;

  constructor(code: RefusalCode, sentence: string, options?: ErrorOptions & { fields?: Problems }) {
    super(`${code}: ${sentence}`, options);
    this.code = code;
    this.sentence = sentence;
    this.fields = options?.fields;
  }
}
