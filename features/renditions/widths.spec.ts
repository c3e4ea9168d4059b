import { expect, test } from "vitest";
import { sizesFor } from "./widths.ts";

test.each([
  [
    "a camera's",
    { width: 6000, height: 4000 },
    [200, 360, 540, 720, 1080, 1440, 2160],
    [133, 240, 360, 480, 720, 960, 1440],
  ],
  ["one between two widths", { width: 1000, height: 500 }, [200, 360, 540, 720], [100, 180, 270, 360]],
  ["one that is exactly as wide", { width: 720, height: 720 }, [200, 360, 540, 720], [200, 360, 540, 720]],
  ["one that is narrower than a phone", { width: 300, height: 200 }, [200, 300], [133, 200]],
  ["one that is as wide as the smallest", { width: 200, height: 100 }, [200], [100]],
  ["a small one", { width: 100, height: 80 }, [100], [80]],
  ["one pixel", { width: 1, height: 1 }, [1], [1]],
  ["a long strip of a conversation", { width: 1080, height: 40_000 }, [200, 360], [7_407, 13_333]],
  ["a longer one", { width: 1080, height: 60_000 }, [200, 294], [11_111, 16_333]],
  ["a thread", { width: 3, height: 60_000 }, [1], [16_383]],
  ["a thread that lies", { width: 60_000, height: 1 }, [200, 360, 540, 720, 1080, 1440, 2160], [1, 1, 1, 1, 1, 1, 1]],
])("%s picture", (_, size, widths, heights) => {
  const sizes = sizesFor(size);
  expect(sizes.map(({ width }) => width)).toEqual(widths);
  expect(sizes.map(({ height }) => height)).toEqual(heights);
});
