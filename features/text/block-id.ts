/** Ten characters of 32: short in every stored text, and no two blocks of an article meet. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export const BLOCK_ID = /^[A-Za-z0-9_-]{4,40}$/;

export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}
