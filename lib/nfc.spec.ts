import { expect, test } from "vitest";
import { cleanLine, nfc, nfd } from "./nfc.ts";

const MARKS = "\u0315\u0300\u05AE\u0317";

test("of a run of marks thirty stay, and the letters around it", () => {
  for (const form of [nfc, nfd]) {
    const text = form(`x${MARKS.repeat(40_000)}y`);
    expect([...text].filter((letter) => /\p{M}/u.test(letter))).toHaveLength(30);
    expect([text.at(0), text.at(-1)]).toEqual(["x", "y"]);
  }
});

test("Vietnamese letters are the same in whatever form they come, thirty to a word and more", () => {
  const words = "nghiêng nước nghiêng thành ệ".repeat(50);
  expect(nfc(words.normalize("NFD"))).toBe(words.normalize("NFC"));
  expect(nfd(words)).toBe(words.normalize("NFD"));
});

test("what is clean is clean: cleaning it again changes nothing", () => {
  for (const text of [`a${MARKS.repeat(20)}`, "e\u200B\u0323", "👩\u200D\u200B🌾", "  Hồ\u00ADSen\t"]) {
    expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
  }
});
