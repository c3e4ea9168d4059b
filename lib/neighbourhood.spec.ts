import { expect, test } from "vitest";
import { neighbourhood } from "./neighbourhood.ts";

test.each([
  ["2001:db8::1", "2001:db8:0:0:9::1"],
  ["2001:db8::", "2001:db8:0:0:ffff:ffff:ffff:ffff"],
  ["::1", "::2"],
  ["2001:DB8::1", "2001:db8::2"],
  ["fe80::1%eth0", "fe80::2%eth0"],
  ["::FFFF:203.0.113.7", "0:0:0:0:0:ffff:203.0.113.7"],
])("%s and %s are of one customer", (one, other) => {
  expect(neighbourhood(one)).toBe(neighbourhood(other));
});

test.each([
  ["2001:db8::1", "2001:db8:0:1::1"],
  ["203.0.113.7", "203.0.113.8"],
  ["::ffff:203.0.113.7", "::ffff:203.0.113.8"],
  ["::FFFF:203.0.113.7", "0:0:0:0:0:ffff:203.0.113.8"],
  ["64:ff9b::203.0.113.7", "64:ff9b::203.0.113.8"],
])("%s and %s are of two", (one, other) => {
  expect(neighbourhood(one)).not.toBe(neighbourhood(other));
});
