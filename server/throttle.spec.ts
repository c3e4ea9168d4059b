import { expect, test } from "vitest";
import { makeThrottle } from "./throttle.ts";

function withClock() {
  let time = 0;
  const throttle = makeThrottle({ burst: 3, perSecond: 2, now: () => time });
  return { throttle, wait: (ms: number) => (time += ms) };
}

test("an address may ask its burst at once, and then as fast as tokens come back", () => {
  const { throttle, wait } = withClock();
  const ask = () => throttle.admits("203.0.113.7");
  expect([ask(), ask(), ask(), ask()]).toEqual([true, true, true, false]);
  wait(500);
  expect([ask(), ask()]).toEqual([true, false]);
  wait(60_000);
  expect([ask(), ask(), ask(), ask()]).toEqual([true, true, true, false]);
});

test("one address does not slow another", () => {
  const { throttle } = withClock();
  for (let asked = 0; asked < 10; asked += 1) throttle.admits("203.0.113.7");
  expect(throttle.admits("203.0.113.8")).toBe(true);
});

test("addresses of one IPv6 network count as one", () => {
  const { throttle } = withClock();
  const asked = ["2001:db8::1", "2001:db8::2", "2001:db8:0:0:9::1", "2001:db8::4"].map((one) => throttle.admits(one));
  expect(asked).toEqual([true, true, true, false]);
  expect(throttle.admits("2001:db8:0:1::1")).toBe(true);
});

test("whoever asks whether there is a token left takes none", () => {
  const { throttle, wait } = withClock();
  for (let asked = 0; asked < 5; asked += 1) expect(throttle.hasLeft("site")).toBe(true);
  expect(["site", "site", "site", "site"].map((one) => throttle.admits(one))).toEqual([true, true, true, false]);
  expect(throttle.hasLeft("site")).toBe(false);
  wait(500);
  expect(throttle.hasLeft("site")).toBe(true);
});
