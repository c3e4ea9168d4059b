import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { plainHeaders, plainPage } from "./plain.ts";

test("a page that stands when all else is down brings its own styles, and its policy lets these in and nothing else", () => {
  const style = /<style>(.*)<\/style>/s.exec(plainPage(503).toString())?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = plainHeaders(503)["Content-Security-Policy"];
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  expect(policy).not.toMatch(/script|unsafe/);
});
