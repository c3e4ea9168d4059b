import { hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Fact } from "#features/facts/facts.ts";
import type { Reply } from "./reply.ts";

/** What a cache in front of us is told beside what readers are; it keeps these words to itself. */
export type ToCaches = (request: IncomingMessage, reply: Reply) => readonly string[];

/** What a page was drawn from, in words that say nothing: eight digits for each fact. */
export const surrogateKey = (fact: Fact): string => hash("sha256", fact, "hex").slice(0, 8);

/** More than a page has; in its head they take 2.7 KB, which every cache takes. */
const MOST_KEYS = 300;

/** @returns null where there are too many: no cache keeps such a page */
export function surrogateKeys(facts: readonly Fact[]): string | null {
  return facts.length > MOST_KEYS ? null : facts.map(surrogateKey).join(" ");
}

const NOTHING: readonly string[] = [];

type How = {
  /** How long a page may be sent that we could not have forgotten, in milliseconds. */
  keepForMs: number;
  /** Whether we hear what is announced, and every cache hears it of us. */
  canForget: () => boolean;
  /** Milliseconds since 1970. */
  now?: () => number;
};

/**
 * Says to a cache that asks for itself (`Surrogate-Capability`, of W3C's "Edge Architecture Specification") for how many seconds it
 * may keep a page, and by which keys it is told to forget it. Of what we do not keep ourselves under exactly this address, of what a
 * query chooses, and while we cannot have it forgotten, nothing is said, and it keeps nothing.
 */
export function makeToCaches({ keepForMs, canForget, now = Date.now }: How): ToCaches {
  return ({ headers, url = "/" }, { keep, keys, until }) => {
    if (!keep || !keys || headers["surrogate-capability"] === undefined || url.includes("?") || !canForget())
      return NOTHING;
    const seconds = Math.floor(Math.min(keepForMs, until === null ? keepForMs : until - now()) / 1_000);
    return seconds < 1 ? NOTHING : ["X-Accel-Expires", String(seconds), "Surrogate-Key", keys];
  };
}
