import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import type { Content } from "./content.ts";
import { visibleForm } from "./visible-form.ts";

/** RFC 8785 JSON of all that is visible, with a version number (`"v":1`). Equal texts, equal strings. */
export function canonicalText(content: Content): string {
  const text = canonicalize(visibleForm(content));
  if (text === undefined) throw new Error("a text has a canonical form");
  return text;
}

/** SHA-256 (hex) of the canonical text, unsalted: says whether two texts are equal. Never shown. */
export function digestOf(content: Content): string {
  return createHash("sha256").update(canonicalText(content)).digest("hex");
}

/**
 * SHA-256 (hex) over the salt's bytes and the canonical text. The salt is what makes erasure real: without it
 * nobody can find out an erased text by hashing guesses.
 *
 * @param salt 16 bytes, or their hex.
 */
export function contentHash(salt: Uint8Array | string, content: Content): string {
  const bytes = typeof salt === "string" ? Buffer.from(salt, "hex") : salt;
  if (bytes.length !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes, not ${bytes.length}`);
  return createHash("sha256").update(bytes).update(canonicalText(content)).digest("hex");
}

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

const SALT_BYTES = 16;
