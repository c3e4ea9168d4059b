/** What the fonts of pictures for sharing are cut to: Latin letters of Europe, all Vietnamese ones, and the signs of news. */
export const SHARE_LETTERS: readonly string[] = [
  ...from(0x20, 0x7e),
  ...from(0xa1, 0xac),
  ...from(0xae, 0xff),
  ..."ĂăĐđĨĩŨũƠơƯư",
  ...from(0x1ea0, 0x1ef9),
  ..."–—‘’“”…•₫",
];

function from(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
}
