import * as canonical from "./canonical.ts";
import type { Content } from "./content.ts";
import { spell } from "./on-thread.ts";

// The hashes of `canonical.ts`, wherever readers are served as well: a long body is spelt on the thread.

/** @throws {Refusal} `slow_down` when too many long texts wait */
export async function digestOf(content: Content): Promise<string> {
  return canonical.digestOf(content, await spell(content.body));
}

/** @throws {Refusal} `slow_down` when too many long texts wait */
export async function contentHash(salt: Uint8Array, content: Content): Promise<string> {
  return canonical.contentHash(salt, content, await spell(content.body));
}
