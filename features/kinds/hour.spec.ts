import { expect, test } from "vitest";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { article, endsAt, formChosen } from "./article.ts";
import { banner } from "./banner.ts";
import { Hour, hourInWords, hourToType, hourTyped, isUnread, LONGEST_HOUR, momentIn } from "./hour.ts";
import { site } from "./site.ts";

const WORDS = "7 rưỡi hôm nào đó";

test("an hour is kept as an instant, and words that nobody understands as they were typed", () => {
  expect(Hour.parse("2026-11-29T07:30:00+07:00")).toBe("2026-11-29T00:30:00.000Z");
  expect([Hour.parse(null), Hour.parse("  ")]).toEqual([null, null]);
  expect(Hour.parse(` ${WORDS.normalize("NFD")}\u200b `)).toBe(WORDS);
  expect(Hour.safeParse("9".repeat(LONGEST_HOUR + 1)).success).toBe(false);
});

test("words that nobody understands are no moment, and are said and typed on as they stand", () => {
  expect([momentIn(WORDS), momentIn(null), momentIn("2026-02-31T00:00:00Z")]).toEqual([null, null, null]);
  expect([hourInWords(WORDS), hourToType(WORDS), isUnread(WORDS), isUnread(null)]).toEqual([WORDS, WORDS, true, false]);
  expect(hourToType("2026-11-29T00:30:00.000Z")).toContain("29/11/2026");
  expect([hourTyped(null, ` ${WORDS} `), hourTyped(null, " "), hourTyped(new Date(0), "x")]).toEqual([
    ...[WORDS, null, "1970-01-01T00:00:00.000Z"],
  ]);
});

const gapsOf = (gaps: readonly { field: string; sentence: string; blocks: string }[]) =>
  gaps.flatMap(({ field, sentence, blocks }) => (sentence.startsWith("Chưa hiểu giờ") ? `${field} ${blocks}` : []));

test("a text with such words waits: a notice would else hold for good, and an outage be told at once", () => {
  const notice = parseContent(article, { ...emptyContent(article), kind: "notice", validUntil: WORDS });
  expect([endsAt(notice), gapsOf(article.gaps(notice))]).toEqual([null, ["validUntil submit"]]);
  expect(gapsOf(article.gaps({ ...notice, kind: "news" }))).toEqual([]);
  const outage = parseContent(banner, { ...emptyContent(banner), level: "outage", begins: WORDS, ends: WORDS });
  expect(gapsOf(banner.gaps(outage))).toEqual(["begins submit", "ends submit"]);
  expect(banner.gaps(outage).map(({ sentence }) => sentence)).not.toContain(
    "Chưa ghi giờ kết thúc: hết giờ đó thanh tự mất.",
  );
  const told = parseContent(site, { ...emptyContent(site), notice: { words: "Nghỉ lễ", until: WORDS } });
  expect(gapsOf(site.gaps(told))).toEqual(["notice submit"]);
});

test("such words go with their field, for nobody would see what they sign; an hour that is one waits for its notice", () => {
  const read = "2026-11-29T00:30:00.000Z";
  expect(formChosen("news", { validUntil: WORDS })).toEqual({ kind: "news", validUntil: null });
  expect(formChosen("news", { validUntil: read })).toEqual({ kind: "news", validUntil: read });
  expect(formChosen("notice", { validUntil: WORDS })).toEqual({ kind: "notice", validUntil: WORDS });
});
