import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import subsetFont from "subset-font";
import { describe, expect, test } from "vitest";
import { SHARE_SIZE } from "#features/files/share-picture.ts";
import { charactersIn } from "#scripts/font-cmap.ts";
import { drawShareApart } from "../apart.ts";
import { drawShare } from "./draw.ts";
import { SHARE_LETTERS } from "./letters.ts";

const SITE = "Trang thông tin điện tử Phường Sen Hồ";
const words = (headline: string, change = {}) => ({ number: 7, headline, section: "Hoạt động", site: SITE, ...change });

const LONG =
  "Phê duyệt Đề án sắp xếp, tổ chức lại các chi bộ, tổ dân phố trực thuộc Đảng bộ phường Sen Hồ giai đoạn 2026–2030; giao chỉ tiêu 1.250 tỷ đồng vốn đầu tư công và phân công các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn";
const HEADLINES = [
  ...["Khai mạc hội thảo", "Ễ Ộ Ự Ẵ Ặ Ỡ: NHỮNG DẤU CHỒNG KHÓ NHẤT", LONG, `${LONG} ${LONG}`],
  ...["W".repeat(300), "<b>x</b> & <span size='900pt'>y", "🎉", ""],
];

/** How many of its pixels are dark, row by row. */
async function darkRows(png: Buffer): Promise<number[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, y) => {
    const row = data.subarray(y * info.width * info.channels, (y + 1) * info.width * info.channels);
    return row.filter((level) => level < 110).length;
  });
}

describe("a picture for sharing", () => {
  test.each(HEADLINES)("is a PNG of its size, under 60 kB: %s", async (headline) => {
    const png = await drawShare(words(headline));
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...SHARE_SIZE });
    expect(png.length).toBeLessThan(60_000);
  });
  test("has its headline in five lines at most, between the section and the site, and nothing at its sides", async () => {
    for (const headline of [LONG, `${LONG} ${LONG}`.slice(0, 300), "W".repeat(300)]) {
      const png = await drawShare(words(headline));
      const rows = (await darkRows(png)).slice(120, 525);
      const high = rows.findLastIndex((dark) => dark > 0) - rows.findIndex((dark) => dark > 0);
      // Five lines of the letters that so long a headline is set in.
      expect(high).toBeGreaterThan(150);
      expect(high).toBeLessThan(300);
      expect(rows.at(-1)).toBe(0);
      const side = await sharp(png).extract({ left: 1_125, top: 60, width: 75, height: 460 }).png().toBuffer();
      expect(Math.max(...(await darkRows(side)))).toBe(0);
    }
  });
  test("is the same for the same words, and another one for others: headline, section and site are on it", async () => {
    const one = await drawShare(words("Họp dân"));
    expect(one.equals(await drawShare(words("Họp dân")))).toBe(true);
    for (const other of [
      words("Hợp dân"),
      words("Họp dân", { section: "Tin" }),
      words("Họp dân", { site: "Xã Thử" }),
    ]) {
      expect(one.equals(await drawShare(other))).toBe(false);
    }
  });
  test("is drawn in a process of its own, as here", async () => {
    const apart = await drawShareApart(words("Họp dân"), new AbortController().signal);
    expect(apart.equals(await drawShare(words("Họp dân")))).toBe(true);
  });
  test("that nobody waits for any more is given up at once", async () => {
    const ending = new AbortController();
    const drawing = drawShareApart(words("Họp dân"), ending.signal);
    ending.abort(new Error("the worker was asked to go"));
    await expect(drawing).rejects.toThrow("asked to go");
  });
});

test("the fonts that it is set in have every letter that is drawn", async () => {
  const folder = join(import.meta.dirname, "fonts");
  for (const face of ["serif", "sans"]) {
    const parts = readdirSync(folder).filter((name) => name.startsWith(`${face}-`));
    expect(parts).toHaveLength(2);
    const had = new Set<number>();
    for (const part of parts) {
      const font = await subsetFont(readFileSync(join(folder, part)), null, {
        targetFormat: "sfnt",
        keepAllGlyphs: true,
      });
      for (const code of charactersIn(font)) had.add(code);
    }
    const lacks = SHARE_LETTERS.filter((letter) => !had.has(letter.codePointAt(0) ?? 0));
    expect(lacks).toEqual([]);
  }
});
