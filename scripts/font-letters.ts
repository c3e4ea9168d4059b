/** The 134 letters of Vietnamese that are not plain Latin: twelve vowels with five tones, six letters without, đ. */
export const VIETNAMESE: readonly string[] = [...marked()].filter((letter) => letter > "\u007f");

/** What our fonts are cut to: ASCII, every Vietnamese letter, and the signs of news and official papers. */
export const LETTERS = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)),
  ...VIETNAMESE,
  ..."\u00a0\u2011–—‘’“”«»…·•′″°%‰§©®±×÷²³¼½¾€₫",
].join("");

function* marked(): Generator<string> {
  const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  for (const vowel of "aăâeêioôơuưy") {
    for (const tone of tones) {
      const letter = (vowel + tone).normalize("NFC");
      yield letter;
      yield letter.toUpperCase();
    }
  }
  yield* "đĐ";
}
