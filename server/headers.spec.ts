import { expect, test } from "vitest";
import { deskHeaders, headersForAll, READER_HEADERS } from "./headers.ts";

const policyOf = (headers: Readonly<Record<string, string>>) => headers["Content-Security-Policy"];

test("a reader page may run our files and nothing inline", () => {
  expect(policyOf(READER_HEADERS)).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policyOf(READER_HEADERS)).not.toMatch(/unsafe|nonce|data:|\*/);
});

test("desk scripts run by their nonce, and nothing may be evaluated outside development", () => {
  expect(policyOf(deskHeaders("/desk", "n1", false))).toContain("script-src 'self' 'nonce-n1';");
  expect(policyOf(deskHeaders("/desk", "n1", true))).toContain("'unsafe-eval'");
});

test.each([
  ["/desk", "'none'"],
  ["/desk/documents/12", "'none'"],
  ["/desk/documents/12/preview", "'self'"],
  ["/desk/documents/12/preview/x", "'none'"],
  ["/desk/preview", "'none'"],
  ["/login", "'none'"],
])("%s may be framed by %s", (path, who) => {
  expect(policyOf(deskHeaders(path, "n1", false))).toContain(`frame-ancestors ${who}`);
});

test("only a site reached by https promises https", () => {
  expect(headersForAll("https://senho.example")).toHaveProperty("Strict-Transport-Security");
  expect(headersForAll("http://localhost:3000")).not.toHaveProperty("Strict-Transport-Security");
});
