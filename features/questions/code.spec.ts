import { expect, test } from "vitest";
import { codeFor, codeTyped, hashOfCode } from "./code.ts";

const SECRET = "7b1b6a34-9d2c-4a63-8a51-1a6b5a0f1c11";

test("a code is three groups of four signs that are not taken for one another", () => {
  for (let at = 0; at < 200; at += 1) expect(codeFor(SECRET, [`${at}`])).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-?){3}$/);
});

test("the same form has one code; other words, another secret or words that run into the next field have another one", () => {
  const codes = [
    codeFor(SECRET, ["Giờ tiếp dân", "Sáng thứ Bảy có làm việc không?"]),
    codeFor(SECRET, ["Giờ tiếp dân", "Chiều thứ Bảy có làm việc không?"]),
    codeFor(SECRET.replace("7", "8"), ["Giờ tiếp dân", "Sáng thứ Bảy có làm việc không?"]),
    codeFor(SECRET, ["Giờ tiếp dânSáng thứ Bảy", " có làm việc không?"]),
  ];
  expect(new Set(codes).size).toBe(4);
  expect(codeFor(SECRET, ["Giờ tiếp dân", "Sáng thứ Bảy có làm việc không?"])).toBe(codes[0]);
});

test.each([
  ["K7QF-02XM-9TWD"],
  ["k7qf02xm9twd"],
  [" K7QF 02XM 9TWD\n"],
  ["K7QF–O2XM—9TWD"],
  ["k7qf.o2xm.9twd"],
  ["K7QF-02XM-9TWD"],
])("%s is read as the same code", (typed) => {
  expect(codeTyped(typed)).toBe("K7QF-02XM-9TWD");
});

test("I and L are read as one, O as nought", () => {
  expect(codeTyped("IL00-OOOO-1111")).toBe("1100-0000-1111");
});

test.each(["", "K7QF-02XM-9TW", "K7QF-02XM-9TWDD", "K7QF-02XM-9TW*", "ố".repeat(12), "0".repeat(5_000_000)])(
  "what can be no code is none",
  (typed) => {
    expect(codeTyped(typed)).toBeNull();
  },
);

test("what is kept of a code is its SHA-256", () => {
  expect(hashOfCode("K7QF-02XM-9TWD")).toMatch(/^[0-9a-f]{64}$/);
});
