import { expect, test } from "vitest";
import { withoutInvisible } from "./invisible.ts";

test.each([
  ["a left-to-right mark", "\u200E"],
  ["a right-to-left mark", "\u200F"],
  ["an Arabic letter mark", "\u061C"],
  ["an override that turns words round", "\u202E"],
  ["an isolate", "\u2066"],
  ["a blank without width", "\u200B"],
  ["a word joiner", "\u2060"],
  ["a soft hyphen", "\u00AD"],
  ["a byte order mark", "\uFEFF"],
  ["a joiner between Latin letters", "\u200D"],
  ["a Hangul filler", "\u3164"],
  ["a half-wide Hangul filler", "\uFFA0"],
  ["a tag", "\u{E0041}"],
  ["a selector that hides a byte", "\u{E0101}"],
  ["a look for a letter that has one only", "\uFE0F"],
  ["a combining grapheme joiner", "\u034F"],
  ["an annotation's anchor", "\uFFF9"],
  ["a Braille pattern without a dot", "\u2800"],
])("%s between two letters is left out", (_, unseen) => {
  expect(withoutInvisible(`Hồ${unseen}Sen`)).toBe("HồSen");
});

test.each(["❤️", "👩‍🌾", "👍🏽", "1️⃣", "🏳️‍🌈", "نامه‌ای", "क्‍ष", "không dấu cách", "x – y"])(
  "«%s» stays as it is",
  (text) => {
    expect(withoutInvisible(text)).toBe(text);
  },
);
