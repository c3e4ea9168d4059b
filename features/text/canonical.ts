import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import type { BodyDoc } from "./body.ts";
import type { Content, Kind } from "./kind.ts";
import { visibleBody, visibleForm } from "./visible-form.ts";

/**
 * RFC 8785 JSON of all that is visible. Equal texts, equal strings, in this program and in every later one.
 *
 * @param body as for `digestOf`
 */
export function canonicalText(kind: Kind, content: Content, body = bodyOf(content)): string {
  return Buffer.concat(pieces(kind, content, body)).toString();
}

/** The body's part of the canonical text, in UTF-8: nearly all of the work, and the same whatever stands around it. */
export function spellBody(body: BodyDoc): Uint8Array {
  return spelt(visibleBody(body));
}

/**
 * SHA-256 (hex) of the canonical text, unsalted: says whether two texts are equal. Never shown.
 *
 * @param body its body as `spellBody` spells it, where that was done before
 */
export function digestOf(kind: Kind, content: Content, body = bodyOf(content)): string {
  return hashOf(pieces(kind, content, body));
}

/**
 * SHA-256 (hex) over the salt's bytes and the canonical text. The salt is what makes erasure real: without it
 * nobody can find out an erased text by hashing guesses.
 *
 * @param salt 16 bytes, or their hex.
 * @param body as for `digestOf`
 */
export function contentHash(kind: Kind, salt: Uint8Array | string, content: Content, body = bodyOf(content)): string {
  const bytes = typeof salt === "string" ? Buffer.from(salt, "hex") : salt;
  if (bytes.length !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes, not ${bytes.length}`);
  return hashOf([bytes, ...pieces(kind, content, body)]);
}

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

const SALT_BYTES = 16;
const NO_BODY: BodyDoc = { type: "doc", content: [] };

/** Null where the kind has none. */
function bodyOf({ body }: Content): Uint8Array | null {
  return body === undefined ? null : spellBody(body);
}

/** The canonical text, cut at the body. Keys stand in the order that RFC 8785 asks for. */
function pieces(kind: Kind, content: Content, body: Uint8Array | null): Uint8Array[] {
  const form = visibleForm(kind, body === null ? content : { ...content, body: NO_BODY });
  const fields = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));
  const members = fields.flatMap(([key, value], at) => [
    Buffer.from(`${at === 0 ? "{" : ","}${JSON.stringify(key)}:`),
    key === "body" && body !== null ? body : spelt(value),
  ]);
  return [...(members.length === 0 ? [Buffer.from("{")] : members), Buffer.from("}")];
}

function spelt(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("what is visible has a canonical form");
  return Buffer.from(text);
}

function hashOf(bytes: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const piece of bytes) hash.update(piece);
  return hash.digest("hex");
}
