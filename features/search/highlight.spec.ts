import { expect, test } from "vitest";
import { type Piece, readerOf } from "./highlight.ts";
import { readQuestion } from "./question.ts";

const reader = (said: string) => readerOf(readQuestion(said));
const shown = (pieces: readonly Piece[] | null) =>
  (pieces ?? []).map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

test.each([
  ["giao ban quan", "Giao ban Quận ủy", "[Giao ban Quận] ủy"],
  ["hoà", "Hòa giải", "[Hòa] giải"],
  ["bán", "Bạn bán bàn", "Bạn [bán] bàn"],
  ["bán", "Bạn bàn", "[Bạn bàn]"],
  ["covid19", "Dịch Covid - 19 đã qua", "Dịch [Covid - 19] đã qua"],
  ["UBND", "Ủy ban nhân dân phường", "[Ủy ban nhân dân] phường"],
  ["06/2021/NQ-HĐND", "Nghị quyết 6/2021/NQ-HĐND", "Nghị quyết [6/2021/NQ-HĐND]"],
  ["<b>", "a <b>chữ</b>", "a <[b]>chữ</[b]>"],
  ["khác", "Không có", "Không có"],
])("of %s in “%s” is marked what was found, letters as they are", (said, text, expected) => {
  expect(shown(reader(said).whole(text))).toBe(expected);
});

test("pieces put together are the text, whatever stands in it", () => {
  const text = "Ước <mark>mơ</mark> &amp; ƯỚC  mơ".repeat(3);
  expect(
    reader("uoc mo")
      .whole(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

test("of many lines the one is shown in which most stands side by side", () => {
  const lines = ["Quận có nhiều việc, ban nhiều giấy.", "Buổi giao ban quận dài.", "Không gì cả."];
  expect(shown(reader("giao ban quận").best(lines))).toBe("Buổi [giao ban quận] dài.");
  expect(reader("thuyền").best(lines)).toBeNull();
});

test("a long line is cut around what was found, at whole words", () => {
  const line = `${"một hai ba bốn năm ".repeat(60)}thuyền nan ${"sáu bảy tám ".repeat(60)}`;
  const found = shown(reader("thuyền nan").best([line]));
  expect(found).toContain("[thuyền nan]");
  expect(found.length).toBeLessThan(280);
  expect(found).toMatch(/^… \S+ .* \S+ …$/u);
});

test("a phrase in quotes has to stand there letter for letter, in one line", () => {
  const { hasPhrases } = reader("“bán giao”");
  expect(hasPhrases(["Họ bán giao tận nơi."])).toBe(true);
  expect(hasPhrases(["Bàn giao nhà.", "bán", "giao"])).toBe(false);
  expect(reader('"ban giao"').hasPhrases(["Bàn giao nhà."])).toBe(true);
});
