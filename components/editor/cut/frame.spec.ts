import { expect, test } from "vitest";
import { pixelsOf, spellCut, WHOLE } from "#features/text/picture-cut.ts";
import { focusTurned, inRatio, listedPart, RATIOS, sidesOf, turnedBy } from "./frame.ts";

const PICTURE = { width: 1600, height: 1200 };
const CUT = { turn: 0, x: 1_000, y: 2_000, width: 5_000, height: 3_000 } as const;

test("four quarter turns one way, or one each way, lead back", () => {
  for (const way of ["left", "right"] as const) {
    const back = way === "left" ? "right" : "left";
    expect(turnedBy(turnedBy(CUT, way), back)).toEqual(CUT);
    expect([1, 2, 3, 4].reduce((cut) => turnedBy(cut, way), CUT as Parameters<typeof turnedBy>[0])).toEqual(CUT);
    expect(focusTurned(focusTurned({ x: 2, y: 9 }, way), back)).toEqual({ x: 2, y: 9 });
  }
});

test("what is left of a picture is left of it when it is turned", () => {
  // The left half, turned to the right, is the upper half.
  expect(turnedBy({ ...WHOLE, width: 5_000 }, "right")).toEqual({ ...WHOLE, turn: 90, height: 5_000 });
  expect(turnedBy({ ...WHOLE, width: 5_000 }, "left")).toEqual({ ...WHOLE, turn: 270, y: 5_000, height: 5_000 });
  expect(focusTurned({ x: 0, y: 3 }, "right")).toEqual({ x: 7, y: 0 });
  expect(focusTurned(null, "right")).toBeNull();
});

test.each(RATIOS.filter((ratio) => ratio !== "free"))(
  "a part in %s has that shape, and lies in the picture",
  (ratio) => {
    for (const turn of [0, 90] as const) {
      const cut = inRatio(PICTURE, { ...CUT, turn }, ratio);
      const { width, height } = pixelsOf(PICTURE, cut);
      expect(Math.abs(width / height - (sidesOf(ratio) ?? 0))).toBeLessThan(0.01);
      expect(cut.x).toBeGreaterThanOrEqual(0);
      expect(cut.x + cut.width).toBeLessThanOrEqual(10_000);
      expect(cut.y).toBeGreaterThanOrEqual(0);
      expect(cut.y + cut.height).toBeLessThanOrEqual(10_000);
    }
  },
);

test("a shape is the largest there is, near where the part was; any shape leaves it alone", () => {
  expect(spellCut(inRatio(PICTURE, CUT, "4:3"))).toBe("");
  expect(inRatio(PICTURE, { ...CUT, x: 5_000 }, "1:1")).toMatchObject({ x: 2_500, width: 7_500, height: 10_000 });
  expect(inRatio(PICTURE, CUT, "free")).toEqual(CUT);
});

test("lists show the largest part of their shape, with the point as far in sight as it can be", () => {
  expect(listedPart({ width: 600, height: 900 }, null)).toEqual({ left: 0, top: 250, width: 600, height: 400 });
  expect(listedPart({ width: 600, height: 900 }, { x: 5, y: 0 })).toMatchObject({ top: 0 });
  expect(listedPart({ width: 2_000, height: 400 }, { x: 10, y: 5 })).toMatchObject({ left: 1_400, width: 600 });
});
