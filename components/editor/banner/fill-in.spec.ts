import { expect, test } from "vitest";
import { type BannerContent, banner } from "#features/kinds/banner.ts";
import { emptyContent } from "#features/text/content.ts";
import { chosen, filledIn } from "./fill-in.ts";

const { version: _, ...EMPTY } = emptyContent(banner) as BannerContent;
type Fields = typeof EMPTY;
function after(...steps: ((fields: Fields) => Partial<Fields>)[]): Fields {
  const fields = { ...EMPTY };
  for (const step of steps) Object.assign(fields, step(fields));
  return fields;
}
const fill = (place: number, said: string) => (fields: Fields) => filledIn(fields, place, said);
const choose =
  (sentence: Fields["sentence"], isOwn = false) =>
  (fields: Fields) =>
    chosen(fields, sentence, isOwn);

test("what is chosen and filled in lacks nothing but its end", () => {
  const filled = after(choose("flood"), fill(0, " tổ 5,  đường Trần Phú "), fill(1, "114"));
  expect(filled.words).toBe(
    "Nước đang lên nhanh tại tổ 5, đường Trần Phú. Người dân rời ngay đến nơi cao; cần cứu giúp, gọi 114.",
  );
  const kept = banner.shape.parse({ version: 1, ...filled }) as BannerContent;
  expect(banner.gaps(kept).map(({ field }) => field)).toEqual(["ends"]);
});

test("a place that a phone begins with a capital is the place", () => {
  expect(after(choose("fire"), fill(0, "Tổ 5, Đường Trần Phú")).blanks).toEqual(["tổ 5, đường Trần Phú", ""]);
});

test("another sentence takes over what fits it, and words of one's own take over nothing", () => {
  const flood = after(choose("flood"), fill(0, "tổ 5"), fill(1, "114"));
  expect(chosen(flood, "storm", false)).toMatchObject({ blanks: ["tổ 5", "", "114"], level: "emergency" });
  expect(chosen(flood, "swindle", false)).toMatchObject({ blanks: ["114"], level: "urgent" });
  expect(chosen(flood, "", true)).toEqual({ sentence: "", blanks: [], words: "" });
});

test("what was planned for later is there at once where the sentence is no outage", () => {
  const begins = "2026-11-30T15:00:00.000Z";
  const planned = { ...after(choose("service")), begins };
  expect(chosen(planned, "supply", false)).toMatchObject({ begins });
  expect(chosen(planned, "fire", false)).toMatchObject({ begins: null });
});

test("its end follows the hour in the sentence until another one was said", () => {
  const until = (said: string) => fill(1, said);
  const road = after(choose("road"), until("04:30 ngày 01/12/2026"));
  expect(road.ends).toBe("2026-11-30T21:30:00.000Z");
  expect(filledIn(road, 1, "05:30 ngày 01/12/2026").ends).toBe("2026-11-30T22:30:00.000Z");
  const own = { ...road, ends: "2026-11-30T23:00:00.000Z" };
  expect(filledIn(own, 1, "05:30 ngày 01/12/2026").ends).toBeUndefined();
  expect(filledIn(road, 1, "").ends).toBeUndefined();
});
