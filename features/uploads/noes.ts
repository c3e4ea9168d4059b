import { ERRORS } from "@tus/server";
import { Refusal, type RefusalCode } from "#lib/refusal.ts";
import { TOO_LARGE } from "./receive.ts";

/**
 * What is to be thrown where tus says no: words of ours, for its own are English and for programmers.
 * @param thrown what was thrown to it, or a "no" of its own, which is a status and a text
 * @param status of its answer, where nothing was thrown
 * @returns a `Refusal`; a bug stays what it is
 */
export function noFor(thrown: unknown, status = statusOf(thrown)): unknown {
  if (thrown instanceof Error && statusOf(thrown) === undefined) return thrown;
  if (status === undefined || (status >= 500 && !NOES[status])) return new Error(`tus failed: ${textOf(thrown)}`);
  const [code, sentence] = NOES[thrown === ERRORS.ABORTED ? 409 : status] ?? STRANGE;
  return new Refusal(code, sentence, { cause: thrown });
}

type No = readonly [RefusalCode, string];

const STRANGE: No = [
  "bad_input",
  "Không nhận được tệp vì yêu cầu không đúng cách đưa tệp lên. Hãy tải lại trang rồi thử lại.",
];
const GONE: No = ["not_found", "Không còn phần đã đưa lên của tệp này. Hãy đưa tệp lên lại từ đầu."];

/** By tus' status. Source: @tus/utils, constants.js. */
const NOES: Record<number, No> = {
  404: GONE,
  409: ["out_of_date", "Phần gửi lên không nối tiếp phần đã nhận. Hãy thử lại."],
  410: GONE,
  413: ["too_large", TOO_LARGE],
  // A length that is said later, parts in parallel.
  501: STRANGE,
};

function statusOf(thrown: unknown): number | undefined {
  const isTus = typeof thrown === "object" && thrown !== null && "status_code" in thrown;
  return isTus ? Number(thrown.status_code) : undefined;
}

const textOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "body" in thrown ? String(thrown.body).trim() : String(thrown);
