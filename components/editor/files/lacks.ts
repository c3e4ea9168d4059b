/** The words of one use of a picture. */
export type PictureWords = { caption: string; credit: string; alt: string; decorative: boolean };

/** What a picture lacks before readers may get it, as its keys in the messages. */
export type Lack = "file" | "caption" | "credit" | "alt" | "rights";

/**
 * @param isAwaited there is no picture yet, and none on its way
 * @param isUnsaid nobody has said yet by what right it is shown
 */
export function lacksOf(
  { caption, credit, alt, decorative }: PictureWords,
  isAwaited: boolean,
  isUnsaid: boolean,
): Lack[] {
  const lacking: [Lack, boolean][] = [
    ["file", isAwaited],
    ["caption", caption.trim() === "" && !decorative],
    ["credit", credit === ""],
    ["alt", alt === "" && !decorative && !isAwaited],
    ["rights", isUnsaid],
  ];
  return lacking.flatMap(([lack, isLacking]) => (isLacking ? lack : []));
}
