import { expect, test } from "vitest";
import { nextTarget } from "./next-target.ts";

test.each(["/desk", "/desk/", "/desk/documents/7?tab=history#e3", "/desk?x=%2F%2Fevil.vn"])("%s is kept", (wanted) => {
  expect(nextTarget(wanted)).toBe(wanted);
});

test.each([
  "https://evil.vn/desk",
  "//evil.vn/desk",
  "/\\evil.vn/desk",
  "\\\\evil.vn",
  "/\t/evil.vn/desk",
  "javascript:alert(1)",
  "/desk/../login/one-time/x",
  "/desk/..//evil.vn",
  "/deskevil",
  "desk",
  "",
  undefined,
  null,
  ["/desk/a", "//evil.vn"],
])("%s leads to the desk's home", (wanted) => {
  expect(nextTarget(wanted)).toBe("/desk");
});
