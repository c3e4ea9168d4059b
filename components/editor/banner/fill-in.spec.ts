import { expect, test } from "vitest";
import { type BannerContent, banner } from "#features/kinds/banner.ts";
import { emptyContent } from "#features/text/content.ts";
import { chosen, filledIn, NOTHING_TYPED, remembered } from "./fill-in.ts";

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
    chosen(sentence, isOwn, remembered(NOTHING_TYPED, fields));

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
  expect(after(choose("road"), fill(0, "Tổ 5 và Tổ 7")).blanks).toEqual(["tổ 5 và tổ 7", ""]);
});

test("another sentence takes over what fits it, and words of one's own take over nothing", () => {
  const flood = after(choose("flood"), fill(0, "tổ 5"), fill(1, "114"));
  expect(choose("storm")(flood)).toMatchObject({ blanks: ["tổ 5", "", "114"], level: "emergency" });
  expect(choose("road")(flood)).toMatchObject({ blanks: ["tổ 5", ""], level: "urgent" });
  expect(choose("swindle")(flood)).toMatchObject({ blanks: ["114"], level: "urgent" });
  expect(choose("", true)(flood)).toEqual({ sentence: "", blanks: [], words: "" });
});

test("what was typed is there again after a look at something else", () => {
  let typed = NOTHING_TYPED;
  const look =
    (sentence: Fields["sentence"], isOwn = false) =>
    (fields: Fields) => {
      typed = remembered(typed, fields);
      return chosen(sentence, isOwn, typed);
    };
  const begins = "2026-11-30T15:00:00.000Z";
  const own = { words: "Chợ Bến Đá đóng cửa sớm.", level: "outage" as const, begins };
  const flood = after(look("", true), () => own, look("flood"), fill(0, "tổ 5"), fill(1, "114"));
  const swindle = after(() => flood, look(""), look("swindle"));
  expect(swindle).toMatchObject({ sentence: "swindle", blanks: ["114"] });
  const road = after(() => swindle, fill(0, "113"), look("road"));
  expect(road.blanks).toEqual(["tổ 5", ""]);
  expect(after(() => road, look("flood")).blanks).toEqual(["tổ 5", "113"]);
  expect(after(() => road, look("", true))).toMatchObject({ sentence: "", blanks: [], ...own });
  expect(after(() => road, look("service"))).toMatchObject({ begins });
  expect(after(() => road, look("", true), look("", true))).toMatchObject(own);
});

test("what was planned for later is there at once where the sentence is no outage", () => {
  const begins = "2026-11-30T15:00:00.000Z";
  const planned = { ...after(choose("service")), begins };
  expect(choose("supply")(planned)).toMatchObject({ begins });
  expect(choose("fire")(planned)).toMatchObject({ begins: null });
});

test("its end follows the hour in the sentence until another one was said", () => {
  const until = (said: string) => fill(1, said);
  const road = after(choose("road"), until("04:30 ngày 01/12/2026"));
  expect(road.ends).toBe("2026-11-30T21:30:00.000Z");
  expect(filledIn(road, 1, "05:30 ngày 01/12/2026").ends).toBe("2026-11-30T22:30:00.000Z");
  const own = { ...road, ends: "2026-11-30T23:00:00.000Z" };
  expect(filledIn(own, 1, "05:30 ngày 01/12/2026").ends).toBeUndefined();
  expect(after(() => own, until("")).ends).toBe(own.ends);
});

test("an hour that is read otherwise while it is typed leaves no end behind", () => {
  // "10:00 2/12", key by key: first an hour of tomorrow, then none, then what is meant.
  const begun = [choose("road"), fill(1, "10:00 ngày 01/12/2026"), fill(1, "")];
  expect(after(...begun).ends).toBeNull();
  expect(after(...begun, fill(1, "10:00 ngày 02/12/2026")).ends).toBe("2026-12-02T03:00:00.000Z");
});
