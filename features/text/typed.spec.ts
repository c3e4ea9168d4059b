import { expect, test } from "vitest";
import { lengthOver, line, lines } from "./typed.ts";

const NOTHING = "\u200b\u2060\u00ad";

test("what nobody sees takes no room of what is typed, however much of it came with a few words", () => {
  const pasted = `${NOTHING.repeat(2_000)}Họp\u202e giao ban\t8 giờ\u0000${" ".repeat(5_000)}`;
  expect(line(40).parse(pasted)).toBe("Họp giao ban 8 giờ");
  expect(lines(40).parse(`${pasted.trimEnd()}\r\nPhòng 1${NOTHING}`)).toBe("Họp giao ban 8 giờ\nPhòng 1");
  expect(lengthOver(pasted, 40)).toBeNull();
});

test("markup is words like any others, and decomposed letters are kept composed", () => {
  expect(line(60).parse('<b onclick="x()">Chủ tịch</b>'.normalize("NFD"))).toBe('<b onclick="x()">Chủ tịch</b>');
});

test("what is too long is refused as a whole, and a person is told so wherever the server would", () => {
  for (const text of [
    "a".repeat(41),
    "á".normalize("NFD").repeat(41),
    NOTHING.repeat(700_000),
    "a".repeat(2_000_000),
  ]) {
    expect(line(40).safeParse(text).success).toBe(false);
    expect(lengthOver(text, 40)).toBeGreaterThan(40);
  }
  expect(lengthOver("á".normalize("NFD").repeat(40), 40)).toBeNull();
});
