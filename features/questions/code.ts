import { createHash } from "node:crypto";

/** Digits and letters that are not taken for one another; 32 of them are five bits each. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Sixty bits: whoever may guess a million times a second needs eighteen thousand years. */
const LENGTH = 12;
const GROUP = 4;

/**
 * The code by which a question is looked up: made of a secret that its form came with and of its words, so that the same form sent
 * twice has one code, and nobody who knows the words alone has it.
 *
 * @returns "K7QF-02XM-9TWD"
 */
export function codeFor(secret: string, words: readonly string[]): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([secret, ...words]))
    .digest();
  const signs = Array.from({ length: LENGTH }, (_, at) => SIGNS[(digest[at] ?? 0) % SIGNS.length]).join("");
  return signs.replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
}

/** A code as somebody types it off a paper, in its one spelling, whatever stands between its signs; null of what can be none. */
export function codeTyped(typed: string): string | null {
  if (typed.length > 200) return null;
  const signs = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.·_]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return [...signs].length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign))
    ? signs.replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-")
    : null;
}

/** What is kept of a code. */
export const hashOfCode = (code: string): string => createHash("sha256").update(code).digest("hex");
