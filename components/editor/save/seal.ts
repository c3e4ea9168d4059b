import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { concatBytes, utf8ToBytes } from "@noble/ciphers/utils.js";

const NONCE_BYTES = 24;

/** What the sealed words belong to: they open for nothing else. */
export type Belonging = { personId: number; documentId: number; tab: string; edit: number };

/** Seals words with a key of 32 bytes. A new nonce each time stands in front of them. */
export function seal(key: Uint8Array, belonging: Belonging, text: string): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return concatBytes(nonce, xchacha20poly1305(key, nonce, said(belonging)).encrypt(utf8ToBytes(text)));
}

/** @returns null when they were sealed with another key, for something else, or were tampered with */
export function unseal(key: Uint8Array, belonging: Belonging, sealed: Uint8Array): string | null {
  try {
    const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), said(belonging));
    return new TextDecoder().decode(cipher.decrypt(sealed.subarray(NONCE_BYTES)));
  } catch {
    return null;
  }
}

const said = ({ personId, documentId, tab, edit }: Belonging) =>
  utf8ToBytes([personId, documentId, tab, edit].join("/"));
