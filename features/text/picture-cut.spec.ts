import { expect, test } from "vitest";
import { LEAST, PARTS, partsOf, pictureKey, pixelsOf, readCut, spellCut, turned, WHOLE } from "./picture-cut.ts";

const cut = { turn: 90, x: 1_000, y: 0, width: 5_000, height: 10_000 } as const;

test("a cut is spelt in one way, and read back from that", () => {
  expect(spellCut(cut)).toBe("90-1000-0-5000-10000");
  expect(readCut("90-1000-0-5000-10000")).toEqual(cut);
});

test("the whole picture as it came is no cut; turned it is one", () => {
  expect(spellCut(WHOLE)).toBe("");
  expect(readCut("")).toEqual(WHOLE);
  expect(spellCut({ ...WHOLE, turn: 180 })).toBe("180-0-0-10000-10000");
});

test.each([
  ["parts of parts", { ...cut, x: 999.6, width: 4_999.5 }, "90-1000-0-5000-10000"],
  ["what reaches beyond the right edge", { ...cut, x: 9_000 }, "90-5000-0-5000-10000"],
  ["what begins before the left one", { ...cut, x: -3 }, "90-0-0-5000-10000"],
  ["what is wider than the picture", { ...cut, width: 20_000 }, "90-0-0-10000-10000"],
  ["a sliver", { ...cut, width: 3 }, `90-1000-0-${LEAST}-10000`],
  ["a hair's breadth from whole", { ...WHOLE, x: 0.2, width: PARTS - 0.4 }, ""],
])("%s is drawn in to a cut that there is", (_, given, spelt) => {
  expect(spellCut(given)).toBe(spelt);
});

test.each([
  ...["0-0-0-10000-10000", "45-0-0-5000-5000", "90-01000-0-5000-10000", "90-1000-0-5000", "90-6000-0-5000-10000"],
  ...[
    "90-1000-0-5000-10001",
    "90-1000-0-0-10000",
    "90--1-0-5000-10000",
    "90-1000-0-5000-10000-",
    " 90-0-0-10000-10000",
  ],
  ...["90-1000-0-5e3-10000", "../90", "cut", "90-0-0-10000-10000\n"],
])("%j is no cut", (spelt) => {
  expect(readCut(spelt)).toBeNull();
});

test("in pixels it lies in the turned picture, inside of it, however small that is", () => {
  expect(turned({ width: 400, height: 300 }, 270)).toEqual({ width: 300, height: 400 });
  expect(pixelsOf({ width: 400, height: 300 }, cut)).toEqual({ left: 30, top: 0, width: 150, height: 400 });
  for (const width of [1, 2, 3, 97]) {
    for (const x of [0, 3_333, 9_900]) {
      const at = pixelsOf({ width, height: 5 }, { turn: 0, x, y: 0, width: 100, height: PARTS });
      expect(at.width).toBeGreaterThan(0);
      expect(at.left).toBeGreaterThanOrEqual(0);
      expect(at.left + at.width).toBeLessThanOrEqual(width);
    }
  }
});

test("two cuts that meet in a picture share no pixel and leave none out", () => {
  const [one, other] = [0, 3_333].map((x) =>
    pixelsOf({ width: 1_001, height: 10 }, { turn: 0, x, y: 0, width: x === 0 ? 3_333 : 6_667, height: PARTS }),
  );
  expect((one?.left ?? 0) + (one?.width ?? 0)).toBe(other?.left);
  expect((other?.left ?? 0) + (other?.width ?? 0)).toBe(1_001);
});

test("a use is the file, and the cut where there is one", () => {
  for (const use of [
    { file: "ab", cut: "" },
    { file: "ab", cut: "90-1000-0-5000-10000" },
  ]) {
    expect(partsOf(pictureKey(use))).toEqual(use);
  }
});
