import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { spellCut, WHOLE } from "#features/text/picture-cut.ts";
import type { Answer } from "./apart.ts";
import { makeAll } from "./make-all.ts";
import { apart, BLUE, claiming, colourAt, halves, plain, RED } from "./testing.ts";

async function made(bytes: Buffer, cut: string): Promise<Extract<Answer, { drawn: unknown }>> {
  const answer = await makeAll(bytes, cut);
  if ("failure" in answer) throw new Error(`${answer.failure}: ${answer.because}`);
  return answer;
}
const HEIC = join(import.meta.dirname, "fixtures/red-and-blue.heic");
const [LEFT, RIGHT] = [
  { ...WHOLE, width: 5_000 },
  { ...WHOLE, x: 5_000, width: 5_000 },
];

describe("of a picture that is red on its left and blue on its right", () => {
  const picture = async () => (await halves(96, 64)).png().toBuffer();

  // Where red and blue are afterwards, from the left and the top by share.
  test.each([
    [0, [0.1, 0.5], [0.9, 0.5]],
    [90, [0.5, 0.1], [0.5, 0.9]],
    [180, [0.9, 0.5], [0.1, 0.5]],
    [270, [0.5, 0.9], [0.5, 0.1]],
  ] as const)("turned by %i degrees both are where they belong", async (turn, [redX, redY], [blueX, blueY]) => {
    const { width, height, drawn } = await made(await picture(), spellCut({ ...WHOLE, turn }));
    expect([width, height]).toEqual(turn % 180 === 0 ? [96, 64] : [64, 96]);
    for (const { bytes } of drawn) {
      expect(apart(await colourAt(bytes, redX, redY), RED)).toBeLessThan(12);
      expect(apart(await colourAt(bytes, blueX, blueY), BLUE)).toBeLessThan(12);
    }
  });

  test.each([
    ["the left half", LEFT, RED],
    ["the right half", RIGHT, BLUE],
    ["the upper half of what was turned to the right", { ...WHOLE, turn: 90, height: 5_000 }, RED],
    ["the right half of what was turned upside down", { ...RIGHT, turn: 180 }, RED],
  ] as const)("%s has nothing of the other colour", async (_, cut, colour) => {
    const { width, height, drawn, placeholder } = await made(await picture(), spellCut(cut));
    expect([width, height].toSorted((a, b) => a - b)).toEqual([48, 64]);
    expect(placeholder).toMatch(/^data:/);
    for (const { bytes } of drawn) {
      for (const at of [0.08, 0.5, 0.92]) expect(apart(await colourAt(bytes, at, 0.5), colour)).toBeLessThan(12);
    }
  });

  test("a camera that was held upright is upright before it is turned and cut", async () => {
    const held = await (await halves(96, 64)).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    // Red is above by then; turned to the left it is on the left.
    const { width, height, drawn } = await made(held, spellCut({ ...LEFT, turn: 270 }));
    expect([width, height]).toEqual([48, 64]);
    for (const { bytes } of drawn) expect(apart(await colourAt(bytes, 0.5, 0.5), RED)).toBeLessThan(12);
  });

  test("a phone's HEIC is cut as well", async () => {
    const { width, height, drawn } = await made(readFileSync(HEIC), spellCut({ ...RIGHT, turn: 180 }));
    expect([width, height]).toEqual([32, 48]);
    for (const { bytes } of drawn) expect(apart(await colourAt(bytes, 0.5, 0.5), RED)).toBeLessThan(30);
  });
});

test("sizes are those of what is left, and no wider than that", async () => {
  const { width, height, drawn } = await made(await plain(2_000, 1_000).png().toBuffer(), spellCut({ ...LEFT, y: 0 }));
  expect([width, height]).toEqual([1_000, 1_000]);
  expect([...new Set(drawn.map((one) => one.width))]).toEqual([200, 360, 540, 720]);
});

test("the smallest part of the smallest picture is a pixel", async () => {
  const { width, height } = await made(await plain(3, 2).png().toBuffer(), "0-9900-9900-100-100");
  expect([width, height]).toEqual([1, 1]);
});

test("a picture that claims too many pixels is refused, however little of it is asked for", async () => {
  expect(await makeAll(claiming(60_000, 60_000), "0-0-0-100-100")).toMatchObject({ failure: "too_many_pixels" });
});

test("what is no cut is a bug of ours, and no picture's fault", async () => {
  await expect(makeAll(await plain(3, 2).png().toBuffer(), "0-0-0-1")).rejects.toThrow("no cut");
});
