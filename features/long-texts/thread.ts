import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { spellBody } from "#features/text/canonical.ts";
import { compare } from "#features/text/compare.ts";
import { parseContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import type { Outcome } from "#lib/outcome.ts";
import { Refusal } from "#lib/refusal.ts";

// What is done with long texts beside the readers' thread. Strings and bytes come and go: objects of 2 MB would be
// copied piece by piece, and hold up the other side for as long as the work itself.

/** A text without its body, which comes as JSON, and as it is hashed; null where its kind has none. */
type Read = { head: Content; body: string | null; spelling: Uint8Array | null };

/** A text from outside, as JSON, in the form in which it is kept; its body as JSON, and as it is hashed. */
export function read([kind, given]: readonly [KindName, string]): Outcome<Read> {
  try {
    const { body, ...head } = parseContent(kindOf({ kind }), JSON.parse(given));
    if (body === undefined) return { ok: true, value: { head, body: null, spelling: null } };
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
export function compareTexts([kind, before, after]: readonly [KindName, string, string]): string {
  return JSON.stringify(compare(kindOf({ kind }), JSON.parse(before), JSON.parse(after)));
}
