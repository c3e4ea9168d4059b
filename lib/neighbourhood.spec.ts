import { expect, test } from "vitest";
import { neighbourhood } from "./neighbourhood.ts";

test.each([
  ["2001:db8::1", "2001:db8:0:0:9::1"],
  ["2001:db8::", "2001:db8:0:0:ffff:ffff:ffff:ffff"],
  ["::1", "::2"],
])("%s and %s are of one customer", (one, other) => {
  expect(neighbourhood(one)).toBe(neighbourhood(other));
});

test.each([
  ["2001:db8::1", "2001:db8:0:1::1"],
  ["203.0.113.7", "203.0.113.8"],
  ["::ffff:203.0.113.7", "::ffff:203.0.113.8"],
])("%s and %s are of two", (one, other) => {
  expect(neighbourhood(one)).not.toBe(neighbourhood(other));
});
