import { describe, expect, test } from "vitest";
import { type Choice, inForce, type Pin, Pins, pinned, standingOf, swapped, unpinned } from "./pins.ts";

const pin = (band: string, slot: number, article: number): Pin => ({ band, slot, article, until: null });
const hour = (at: number) => new Date(Date.UTC(2026, 10, 30, at));
const choice = (number: number, at: number, article: number, cancels: number | null = null): Choice => ({
  ...{ number, takesEffectAt: hour(at), cancels, pins: cancels === null ? [pin("lead", 0, article)] : [] },
});

describe("what is in force", () => {
  test("is nothing, where nobody has chosen", () => {
    expect(inForce([], hour(9))).toEqual({ number: 0, pins: [], until: null });
  });
  test("is the last whose hour has come, until the next one's", () => {
    const choices = [choice(1, 7, 11), choice(2, 12, 12), choice(3, 9, 13)];
    expect(inForce(choices, hour(8))).toMatchObject({ number: 1, until: hour(9) });
    expect(inForce(choices, hour(9))).toMatchObject({ number: 3, until: hour(12) });
    expect(inForce(choices, hour(13))).toMatchObject({ number: 2, until: null });
  });
  test("of two for one hour is the one that was made later", () => {
    expect(inForce([choice(1, 7, 11), choice(2, 7, 12)], hour(8)).number).toBe(2);
  });
  test("is no pin whose hour has passed", () => {
    const ends = { ...choice(1, 7, 11), pins: [{ ...pin("lead", 0, 11), until: hour(9).toISOString() }] };
    expect(inForce([ends], hour(8)).pins).toHaveLength(1);
    expect(inForce([ends], hour(9))).toMatchObject({ number: 1, pins: [] });
  });
  test("is none that was taken back before its hour, nor what took it back", () => {
    const choices = [choice(1, 7, 11), choice(2, 12, 12), choice(3, 8, 0, 2)];
    expect(standingOf(choices).map(({ number }) => number)).toEqual([1]);
    expect(inForce(choices, hour(13))).toMatchObject({ number: 1, until: null });
  });
});

describe("an article is", () => {
  const pins = [pin("lead", 0, 1), pin("lead", 1, 2), pin("newest", 0, 3)];
  test("put into a slot, in which nothing else stands then, and into no second one", () => {
    expect(pinned(pins, pin("lead", 0, 3))).toEqual([pin("lead", 1, 2), pin("lead", 0, 3)]);
  });
  test("taken out of it", () => {
    expect(unpinned(pins, { band: "lead", slot: 1 })).toEqual([pins[0], pins[2]]);
    expect(unpinned(pins, { band: "lead", slot: 4 })).toEqual(pins);
  });
  test("changed for what stands elsewhere", () => {
    expect(swapped(pins, { band: "lead", slot: 0, article: 1 }, { band: "newest", slot: 0 })).toEqual([
      pin("lead", 1, 2),
      pin("newest", 0, 1),
      pin("lead", 0, 3),
    ]);
  });
  test("put there from where its rule had it, which that slot is left to again", () => {
    expect(swapped([], { band: "newest", slot: 2, article: 9 }, { band: "lead", slot: 0 })).toEqual([
      pin("lead", 0, 9),
    ]);
  });
  test("moved with its hour", () => {
    const ends = { ...pin("lead", 0, 1), until: hour(12).toISOString() };
    expect(swapped([ends], { band: "lead", slot: 0, article: 1 }, { band: "lead", slot: 1 })).toEqual([
      { ...ends, slot: 1 },
    ]);
  });
});

test("what came from outside has each article and each slot once", () => {
  expect(Pins.safeParse([pin("lead", 0, 1), pin("lead", 1, 2)]).success).toBe(true);
  expect(Pins.safeParse([pin("lead", 0, 1), pin("lead", 1, 1)]).success).toBe(false);
  expect(Pins.safeParse([pin("lead", 0, 1), pin("lead", 0, 2)]).success).toBe(false);
});
