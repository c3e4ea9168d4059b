import { expect, test } from "vitest";
import { isMark } from "./mark.ts";

test.each(["1:1:", "745:745:", "745:750:745,747", "12345678901:12345678903:12345678901"])("%s is a snapshot", (text) =>
  expect(isMark(text)).toBe(true),
);

test.each([
  "",
  "745",
  "745:740:",
  "745:750:747,745",
  "745:750:744",
  "745:750:750",
  "0:1:",
  "1:2:x",
  "1:1:;select",
  `1:${"9".repeat(30)}:`,
])("%s is none that Postgres would read", (text) => expect(isMark(text)).toBe(false));
