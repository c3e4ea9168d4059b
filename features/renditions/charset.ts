/**
 * What old programs have written, as a text: UTF-8 where it is that, else what Windows wrote in Vietnam where it is plainly
 * that, else what it wrote in the West. TCVN3 and VNI cannot be told from Western text, and stay as they look.
 */
export function legacyText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const vietnamese = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
    return isPlainlyVietnamese(vietnamese) ? vietnamese : new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Windows-1258 spells tones as letters of their own, which Western text has in places where they are none: each must have found
 * a vowel that takes it, and there must be one.
 */
function isPlainlyVietnamese(text: string): boolean {
  const apart = text.normalize("NFD");
  const tones = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0;
  const placed =
    apart.match(/[aeiouy][\u0302\u0306\u031b]?[\u0300\u0301\u0303\u0309\u0323][\u0302\u0306]?/gi)?.length ?? 0;
  const ownLetters = /[ăơưđ]/i.test(text) || /[\u1ea0-\u1ef9]/.test(text);
  return placed > 0 && placed === tones && ownLetters;
}
