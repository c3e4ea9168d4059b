import * as canonical from "#features/text/canonical.ts";
import type { Content, Kind } from "#features/text/kind.ts";
import { spell } from "./on-thread.ts";

// The hashes of `canonical.ts`, wherever readers are served as well: a long body is spelt on the thread.

/** @throws {Refusal} `slow_down` when too many long texts wait */
export async function digestOf(kind: Kind, content: Content): Promise<string> {
  return canonical.digestOf(kind, content, await spelling(content));
}

/** @throws {Refusal} `slow_down` when too many long texts wait */
export async function canonicalText(kind: Kind, content: Content): Promise<string> {
  return canonical.canonicalText(kind, content, await spelling(content));
}

/** @throws {Refusal} `slow_down` when too many long texts wait */
export async function contentHash(kind: Kind, salt: Uint8Array, content: Content): Promise<string> {
  return canonical.contentHash(kind, salt, content, await spelling(content));
}

async function spelling({ body }: Content): Promise<Uint8Array | null> {
  return body === undefined ? null : spell(body);
}
