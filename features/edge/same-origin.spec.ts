import { expect, test } from "vitest";
import { isFromUs } from "./same-origin.ts";

const HERE = "http://desk.vn";
const SAFE = "https://desk.vn";

test.each([
  ["a browser's page of ours", { "sec-fetch-site": "same-origin", origin: HERE }, HERE],
  ["one that says only where it is from", { origin: HERE }, HERE],
  ["one that says only how far it is", { "sec-fetch-site": "same-origin" }, HERE],
  ["one whose site is asked with its usual port", { origin: HERE, host: "DESK.vn:80" }, HERE],
  ["one that came to the proxy by https", { origin: SAFE, "x-newsroom-scheme": "https" }, HERE],
  ["one behind a proxy that says nothing, at a site of https", { origin: SAFE, "x-newsroom-scheme": "http" }, SAFE],
  ["one at another site of the same install", { origin: "https://hai.vn", "x-forwarded-host": "hai.vn" }, SAFE],
])("%s is ours", (_, headers, siteUrl) => {
  expect(isFromUs(new Headers({ host: "desk.vn", ...headers }), siteUrl)).toBe(true);
});

test.each([
  ["who says nothing", {}, HERE],
  ["another site", { "sec-fetch-site": "cross-site", origin: HERE }, HERE],
  ["another name of ours", { "sec-fetch-site": "same-site", origin: HERE }, HERE],
  ["an address that somebody typed", { "sec-fetch-site": "none" }, HERE],
  ["another origin, whatever else is said", { "sec-fetch-site": "same-origin", origin: "http://evil.vn" }, HERE],
  ["another port", { origin: "http://desk.vn:8080" }, HERE],
  ["an opaque origin", { origin: "null" }, HERE],
  ["no origin at all", { origin: "desk.vn" }, HERE],
  ["the other scheme", { origin: SAFE }, HERE],
  ["a page without TLS at a site that has it", { origin: HERE }, SAFE],
  ["the same with a proxy that says http", { origin: HERE, "x-newsroom-scheme": "http" }, SAFE],
  ["a host that is none", { origin: "http://a b", host: "a b" }, HERE],
])("%s is not", (_, headers, siteUrl) => {
  expect(isFromUs(new Headers({ host: "desk.vn", ...headers }), siteUrl)).toBe(false);
});
