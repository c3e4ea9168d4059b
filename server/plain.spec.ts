import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { plainPage } from "./plain.ts";

test("a page that stands when all else is down brings its own styles, and its policy lets these in and nothing else", () => {
  const { headers, page } = plainPage(503);
  const style = /<style>(.*)<\/style>/s.exec(page.toString())?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = headers["Content-Security-Policy"];
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  expect(policy).not.toMatch(/script|unsafe/);
});

test("a failure says by what name to ask about it, and a page that says what to do does not", () => {
  const words = (status: 500 | 404, request?: string) => plainPage(status, request).page.toString();
  expect(words(500, "k3f9-x2m7")).toContain("<p>Mã yêu cầu, để báo cho người quản trị: <code>k3f9-x2m7</code></p>");
  expect(words(500)).not.toContain("Mã yêu cầu");
  expect(words(404, "k3f9-x2m7")).not.toContain("k3f9-x2m7");
});
