import { describe, expect, test } from "vitest";
import { emptyContent, parseContent } from "#features/text/content.ts";
import type { GapFacts } from "#features/text/gaps.ts";
import { calledWeek, type Entry, inOrder, isMonday, newEntry, WEEK_LIMITS, type WeekContent, week } from "./week.ts";

const MONDAY = "2026-11-30";
let count = 0;
const entry = (change: Partial<Entry> = {}): Entry => {
  count += 1;
  const words = { from: "08:00", leaders: "Chủ tịch", what: "Giao ban", place: "Phòng họp 1" };
  return { ...newEntry(1, `muc-${count}`), ...words, ...change };
};
const whole = (change: Partial<WeekContent> = {}): WeekContent => ({
  ...emptyContent(week),
  ...{ monday: MONDAY, ...calledWeek(MONDAY), entries: [entry()] },
  ...change,
});
const gaps = (change: Partial<WeekContent>, facts?: GapFacts) =>
  week.gaps(whole(change), facts).map(({ field, blocks }) => `${field} ${blocks}`);
const said = (change: Partial<WeekContent>) => week.gaps(whole(change)).map(({ sentence }) => sentence);

describe("what is missing", () => {
  test("is nothing, of a whole week", () => {
    expect(gaps({})).toEqual([]);
  });

  test("is its week and an entry, of an empty one", () => {
    expect(week.gaps(emptyContent(week)).map(({ field }) => field)).toEqual(["monday", "entries"]);
  });

  test("is said of all entries at once, in one sentence for each kind, by day and place", () => {
    const entries = [
      entry({ from: "" }),
      entry({ day: 3, leaders: "", what: "" }),
      entry({ day: 3, from: "", when: "all_day", leaders: "" }),
      entry({ day: 7, from: "09:00", to: "08:30", place: "" }),
    ];
    expect(said({ entries })).toEqual([
      "Chưa ghi giờ: Thứ Hai, mục 1.",
      "Giờ kết thúc không sau giờ bắt đầu: Chủ Nhật, mục 1.",
      "Chưa ghi nội dung công việc: Thứ Tư, mục 1.",
      "Chưa ghi lãnh đạo: Thứ Tư, mục 1; Thứ Tư, mục 2.",
      "Chưa ghi địa điểm: Chủ Nhật, mục 1.",
    ]);
    expect(gaps({ entries: [entry({ place: "" })] })).toEqual(["entries advice"]);
    expect(gaps({ entries: [entry({ place: "", state: "cancelled" })] })).toEqual([]);
  });

  test("is an hour that is understood: what was typed instead is kept, and keeps the week back", () => {
    const entries = [
      entry({ to: "nửa buổi" }),
      entry({ from: "25:00", to: "09:00" }),
      entry({ from: "08:00", to: "10:30" }),
    ];
    expect(said({ entries })).toEqual(["Chưa hiểu giờ: Thứ Hai, mục 1; Thứ Hai, mục 2."]);
    expect(gaps({ entries })).toEqual(["entries submit"]);
    expect(parseContent(week, whole({ entries })).entries).toMatchObject([{ to: "nửa buổi" }, { from: "25:00" }, {}]);
    expect(said({ entries: [entry({ from: "", to: "09:00" })] })).toEqual(["Chưa ghi giờ: Thứ Hai, mục 1."]);
  });

  test("is a week of its own: one that readers know elsewhere is refused, one being written is pointed out", () => {
    expect(gaps({}, { takenWeeks: new Set([MONDAY]) })).toEqual(["monday submit"]);
    expect(gaps({}, { openWeeks: new Set([MONDAY]) })).toEqual(["monday advice"]);
    expect(gaps({}, { takenWeeks: new Set(["2026-12-07"]), openWeeks: new Set(["2026-12-07"]) })).toEqual([]);
  });
});

describe("its week", () => {
  test.each(["2026-12-01", "2026-12-06", "1999-11-29", "2026-02-30", "30/11/2026", "", "2026-11-30T00:00:00Z"])(
    "does not begin on %s",
    (day) => {
      expect(isMonday(day)).toBe(false);
      expect(() => parseContent(week, { ...whole(), monday: day })).toThrow();
    },
  );

  test("says how it is called and where it stands, whatever was sent", () => {
    const sent = { ...whole(), title: "Lịch của người khác", slug: "2020-w01" };
    expect(parseContent(week, sent)).toMatchObject({
      title: "Lịch công tác tuần 49, từ 30/11/2026 đến 06/12/2026",
      slug: "2026-w49",
    });
    expect(parseContent(week, { ...sent, monday: null })).toMatchObject({ title: "", slug: "" });
  });

  test("is counted as ISO 8601 counts it, also where the year ends in it", () => {
    expect(calledWeek("2026-12-28").slug).toBe("2026-w53");
    expect(calledWeek("2027-01-04").slug).toBe("2027-w01");
    expect(calledWeek("2024-12-30").slug).toBe("2025-w01");
  });

  test("is the one that is offered to whoever begins it", () => {
    const by = { personId: 1, name: "Lê Thu", siteName: "Phường" };
    expect(week.begun({ ...by, week: MONDAY })).toEqual({ monday: MONDAY, ...calledWeek(MONDAY) });
    expect(week.begun(by)).toEqual({});
  });
});

describe("entries", () => {
  test("come day after day and hour after hour; parts of a day stand where they begin", () => {
    const entries = [
      entry({ id: "toi", when: "evening", from: "" }),
      entry({ id: "sau", from: "08:00" }),
      entry({ id: "mai", day: 2, from: "07:00" }),
      entry({ id: "chieu", when: "afternoon", from: "" }),
      entry({ id: "ngang", from: "08:00" }),
      entry({ id: "sang", when: "morning", from: "" }),
      entry({ id: "trua", from: "11:30" }),
      entry({ id: "ca-ngay", when: "all_day", from: "" }),
      entry({ id: "chua", from: "" }),
      entry({ id: "khong-hieu", from: "2 rưỡi hơn" }),
    ];
    expect(inOrder(entries).map(({ id }) => id)).toEqual([
      ...["ca-ngay", "sang", "sau", "ngang", "trua", "chieu", "toi", "chua", "khong-hieu", "mai"],
    ]);
  });

  test.each([
    ["of an eighth day", { day: 8 as 7 }],
    ["of no day", { day: 0 as 1 }],
    ["at more words than an hour takes", { to: "9".repeat(WEEK_LIMITS.hour + 1) }],
    ["with an hour in a part of the day", { when: "morning" as const, from: "08:00" }],
    ["that stands as nobody knows", { state: "later" as "added" }],
    ["longer than it may be", { leaders: "a".repeat(WEEK_LIMITS.leaders + 1) }],
    ["with something else", { extra: 1 } as Partial<Entry>],
  ])("an entry %s is refused", (_, change) => {
    expect(() => parseContent(week, whole({ entries: [entry(change)] }))).toThrow();
  });

  test("are bounded, and no two are the same one", () => {
    const many = (length: number) => Array.from({ length }, () => entry());
    expect(parseContent(week, whole({ entries: many(WEEK_LIMITS.entries) })).entries).toHaveLength(WEEK_LIMITS.entries);
    expect(() => parseContent(week, whole({ entries: many(WEEK_LIMITS.entries + 1) }))).toThrow();
    const one = entry();
    expect(() => parseContent(week, whole({ entries: [one, one] }))).toThrow();
  });

  test("are kept in composed letters", () => {
    const entries = [entry({ leaders: "Chủ tịch".normalize("NFD"), what: " Giao ban\r\nđầu tuần " })];
    expect(parseContent(week, whole({ entries })).entries[0]).toMatchObject({
      leaders: "Chủ tịch".normalize("NFC"),
      what: "Giao ban\nđầu tuần",
    });
  });
});
