/**
 * A text without the characters that nobody sees: with them a text reads otherwise than it was approved (direction
 * marks), is not found by search (blanks without width, soft hyphens), or carries words past every reader (tags,
 * variation selectors). The one list for the editor, the validator and names. Those that change what is seen stay where
 * they do: the joiners of emoji and of scripts that need them, the choice between a picture and a sign.
 */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** How a sign with two looks is to be shown (❤︎ ❤️), and the caps around digits (1️⃣). */
const LOOK = String.raw`(?<!\p{Extended_Pictographic}|\p{Regional_Indicator})[\uFE0E\uFE0F](?!\u20E3)`;

const PICTURE_JOINER = String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`;
/** Scripts in which a joiner, or its opposite, makes another letter shape. Source: UAX #31, 2.3. */
const JOINING = ["Arab", "Syrc", "Mong", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");
const LETTER_JOINER = String.raw`(?<=[${JOINING}])[\u200C\u200D]`;

/**
 * All that Unicode says is ignored where it cannot be shown, which is the list that grows with it: soft hyphen, U+200B to
 * U+200F, direction marks and their overrides, word joiner, byte order mark, Hangul fillers, tags; besides them the marks
 * of annotations and the Braille pattern without a dot, which are blank on every screen.
 */
const INVISIBLE = new RegExp(
  String.raw`${LOOK}|(?!${PICTURE_JOINER}|${LETTER_JOINER})(?![\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB\u2800]`,
  "gu",
);
