import { expect, test } from "vitest";
import { readAnswer } from "./sign-in.ts";

test.each([
  [true, "http://x/desk", { in: true }],
  [false, "http://x/login?error=wrong", { in: false, why: "wrong" }],
  [false, "http://x/login?error=wait-30", { in: false, why: "wait", seconds: 30 }],
  [false, "http://x/login?error=Call%20this%20number", { in: false, why: "failed" }],
  [true, "http://x/api/auth/signin?csrf=true", { in: false, why: "failed" }],
  [false, "http://x/desk", { in: false, why: "failed" }],
])("an answer %s %s is understood", (ok, url, said) => {
  expect(readAnswer(ok, { url })).toEqual(said);
});

test("what the server refuses it says in its own words", () => {
  const sentence = "Trang đăng nhập đã cũ. Hãy tải lại trang.";
  expect(readAnswer(false, { sentence })).toEqual({ in: false, why: "refused", sentence });
});
