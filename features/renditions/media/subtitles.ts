import { hasSecretStamp } from "#features/files/secret.ts";
import { wordsOfVtt } from "#features/files/subtitles.ts";
import type { Answer } from "../apart.ts";
import { MOST_TEXT } from "../limits.ts";

/** The words of subtitles, or why players would show none. */
export async function lookIntoSubtitles(bytes: Buffer): Promise<Answer> {
  const words = await wordsOfVtt(bytes);
  if (words === null) return { failure: "broken_subtitles", because: "a line that cannot be read" };
  const text = words.join("\n");
  if (hasSecretStamp(text)) return { failure: "secret", because: "its words" };
  return { pages: null, text: text.slice(0, MOST_TEXT), picture: null };
}
