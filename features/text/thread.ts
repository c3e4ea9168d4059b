import type { Outcome } from "#lib/outcome.ts";
import { Refusal } from "#lib/refusal.ts";
import { spellBody } from "./canonical.ts";
import { compare } from "./compare.ts";
import { type Content, parseContent } from "./content.ts";

// What is done with long texts beside the readers' thread. Strings and bytes come and go: objects of 2 MB would be
// copied piece by piece, and hold up the other side for as long as the work itself.

/** A text from outside, as JSON, in the form in which it is kept; its body as JSON, and as it is hashed. */
export function read(given: string): Outcome<{ head: Omit<Content, "body">; body: string; spelling: Uint8Array }> {
  try {
    const { body, ...head } = parseContent(JSON.parse(given));
    return { ok: true, value: { head, body: JSON.stringify(body), spelling: spellBody(body) } };
  } catch (error) {
    // Of an error that goes from thread to thread its class is lost.
    if (error instanceof Refusal) return { ok: false, code: error.code, sentence: error.sentence };
    throw error;
  }
}

/** A body, as JSON, as it is hashed. */
export function spell(body: string): Uint8Array {
  return spellBody(JSON.parse(body));
}

/** What changed from one text to a later one, all as JSON. */
export function compareTexts([before, after]: readonly [string, string]): string {
  return JSON.stringify(compare(JSON.parse(before), JSON.parse(after)));
}
