import { expect, test } from "vitest";
import { decode } from "./decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : part)));

test("a byte order mark and every line end are taken", () => {
  expect(decode(utf8("\uFEFFSen\r\nHồ\r"))).toBe("Sen\r\nHồ\r");
});

test.each([
  ["nothing", new Uint8Array(), null, /empty/],
  ["UTF-16", joined([0xff, 0xfe], [0x53, 0x00]), 1, /UTF-16/],
  ["a zero byte", joined("Sen\nHồ", [0]), 2, /binary \(a zero byte at offset 8\)/],
  ["Windows-1258", joined("Sen\nH", [0xf4, 0xcc], "\n"), 2, /byte 0xF4 at offset 5/],
  ["a letter cut in two at the end", joined("Sen H", [0xe1, 0xbb]), 1, /byte 0xE1 at offset 5/],
  ["a wrong byte behind an honest U+FFFD", joined("a\uFFFD\nb", [0xc0]), 2, /byte 0xC0 at offset 6/],
  ["an escape", joined("Sen\n", [0x1b], "[31mHồ"), 2, /U\+001B/],
  ["a letter that was converted twice", utf8("Sen\nHá\u0091"), 2, /U\+0091/],
])("refused: %s", (_, bytes, line, reason) => {
  expect(() => decode(bytes)).toThrow(expect.objectContaining({ line, reason: expect.stringMatching(reason) }));
});

test("an honest U+FFFD is text", () => {
  expect(decode(utf8("a\uFFFDb"))).toBe("a\uFFFDb");
});
