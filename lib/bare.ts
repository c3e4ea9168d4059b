import { nfd } from "./nfc.ts";

/** Small letters without marks, đ as d: how people look for things when they are in a hurry. */
export function bare(text: string): string {
  return nfd(text).toLowerCase().replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** `bare` without blanks and signs besides. Other scripts stay. */
export function bareLetters(text: string): string {
  return bare(text).replace(/[^\p{L}\p{N}]/gu, "");
}
