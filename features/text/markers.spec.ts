import { expect, it } from "vitest";
import { markerOf, NUMBER_STYLES, typedMarker } from "./markers.ts";

it("points are numbered as official papers number them", () => {
  expect(NUMBER_STYLES.map((style) => markerOf(style, 3))).toEqual(["(3)", "(3).", "3.", "c)"]);
  expect(markerOf("-", 3)).toBe("-");
});

it("letters go by the Vietnamese alphabet: đ after d, no f, and on after y", () => {
  expect([4, 5, 6, 7, 23, 24, 46, 47].map((number) => markerOf("a)", number))).toEqual([
    "d)",
    "đ)",
    "e)",
    "g)",
    "y)",
    "aa)",
    "ay)",
    "ba)",
  ]);
});

it("a typed marker is read back", () => {
  expect(typedMarker("(2). Tiếp tục")).toEqual({ style: "(1).", number: 2, length: 5 });
  expect(typedMarker("(2) Chỉ đạo")).toEqual({ style: "(1)", number: 2, length: 4 });
  expect(typedMarker("đ) Khoản")).toEqual({ style: "a)", number: 5, length: 3 });
  expect(typedMarker("- Một")).toEqual({ style: "-", number: 1, length: 2 });
});

it("a date, a price or a word is no marker", () => {
  for (const line of ["22/6/2021 họp", "2021. ", "1.265 lượt", "(2021) năm", "f) x", "-5 độ", "3/3 đại biểu"])
    expect(typedMarker(line)).toBeNull();
});
