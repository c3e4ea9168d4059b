import { describe, expect, test } from "vitest";
import { BANNER_LIMITS, type BannerContent, banner, isOwnAddress } from "./banner.ts";
import {
  type Blank,
  blanksOf,
  fits,
  patternOf,
  SENTENCE_IDS,
  SENTENCES,
  type SentenceId,
  spelt,
} from "./banner-sentences.ts";

const NOW = new Date("2026-11-30T16:00:00.000Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();

/** Something for each blank that fits it. */
const FILLED: Record<Blank, string> = {
  place: "tổ 5, đường Trần Phú",
  spot: "đường Trần Phú, ngõ 32",
  phone: "114",
  lasts: "30 phút",
  from: "22:00 ngày 30/11/2026",
  until: "04:00 ngày 01/12/2026",
  utility: "nước sạch",
  service: "tra cứu kết quả hồ sơ",
};
const filled = (id: SentenceId) => blanksOf(id).map((blank) => FILLED[blank]);

function fixed(id: SentenceId, change: Partial<BannerContent> = {}): BannerContent {
  const blanks = change.blanks ?? filled(id);
  const said = { sentence: id, blanks, words: spelt(id, blanks), level: SENTENCES[id].level };
  return { version: 1, ...said, link: "", begins: null, ends: later(5), ...change };
}
const own = (change: Partial<BannerContent> = {}): BannerContent => ({
  ...{ version: 1, level: "urgent", sentence: "", blanks: [], words: "Chợ đóng cửa sớm.", link: "" },
  ...{ begins: null, ends: later(5), ...change },
});
const gaps = (content: BannerContent, now = NOW) =>
  banner.gaps(content, { now }).map(({ field, blocks }) => `${field} ${blocks}`);

describe("a fixed sentence", () => {
  test.each(SENTENCE_IDS)("%s lacks nothing once its blanks are filled in, and has room for it", (id) => {
    expect(gaps(fixed(id))).toEqual([]);
    expect(banner.needsTwo?.(fixed(id))).toBeNull();
    expect(fixed(id).words).toMatch(new RegExp(patternOf(id)));
    expect(banner.shape.safeParse(fixed(id)).success).toBe(true);
    const longest = blanksOf(id).map(() => "x".repeat(BANNER_LIMITS.blank));
    expect(spelt(id, longest).length).toBeLessThanOrEqual(BANNER_LIMITS.words);
    expect(blanksOf(id).length).toBeLessThanOrEqual(BANNER_LIMITS.blanks);
    // Each blank is of its own kind, so that what was filled in is found again in another sentence.
    expect(new Set(blanksOf(id)).size).toBe(blanksOf(id).length);
  });

  test.each(SENTENCE_IDS)("%s is not sent while a blank of it is open", (id) => {
    const open = fixed(id, { blanks: blanksOf(id).map(() => "") });
    expect(open.words).toContain("(…)");
    expect(gaps(open)).toEqual(blanksOf(id).map(() => "blanks submit"));
    expect(open.words).not.toMatch(new RegExp(patternOf(id)));
  });

  test("says what it says: neither other words, nor another level, nor a blank too many goes with it", () => {
    for (const change of [
      { words: "Chủ tịch đã từ chức." },
      { words: `${fixed("flood").words} Chủ tịch đã từ chức.` },
      { words: ` ${fixed("flood").words}` },
      { level: "outage" as const },
    ])
      expect(gaps(fixed("flood", change))).toEqual(["sentence submit"]);
    const more = fixed("flood", { blanks: [...filled("flood"), "Chủ tịch đã từ chức"] });
    expect(gaps(more)).toEqual(["sentence submit"]);
  });

  test("is of all places as people say it, but where there has to be another way", () => {
    const everywhere = (id: SentenceId) =>
      fixed(id, {
        blanks: blanksOf(id).map((blank) =>
          blank === "spot" ? "toàn địa bàn" : { ...FILLED, place: "toàn địa bàn" }[blank],
        ),
      });
    for (const id of SENTENCE_IDS) {
      const { words } = everywhere(id);
      expect(words).not.toContain("tại toàn địa bàn");
      expect(gaps(everywhere(id))).toEqual(id === "road" ? ["blanks submit"] : []);
      expect(new RegExp(patternOf(id)).test(words), id).toBe(id !== "road");
    }
    expect(everywhere("flood").words).toContain("Nước đang lên nhanh trên toàn địa bàn.");
    expect(everywhere("storm").words).toContain("Bão đang vào toàn địa bàn.");
    const said = everywhere("flood").words.replace("trên", "tại");
    expect(said).not.toMatch(new RegExp(patternOf("flood")));
  });

  test("ends after it begins", () => {
    const blanks = ["nước sạch", "tổ 5", FILLED.until, FILLED.from];
    expect(gaps(fixed("supply", { blanks }))).toEqual(["blanks submit"]);
  });
});

describe("a blank", () => {
  test.each<[Blank, string[]]>([
    [
      "place",
      [
        ...["tổ 5", "tổ dân phố 12A", "khu phố Bến Đá", "đường Trần Phú, ngõ 32", "phường Thượng Sen", "toàn địa bàn"],
        ...["tổ dân phố 5 và tổ dân phố 7", "khu phố 3, phường Sen Hồ", "tổ 1, tổ 2, tổ 3, tổ 4 và tổ 5"],
      ],
    ],
    ["spot", ["đường Trần Phú", "ngõ 32 và ngõ 34, đường Trần Phú"]],
    ["phone", ["114", "0901234567", "0225 384 1234", "18001"]],
    ["lasts", ["30 phút", "2 giờ", "3 ngày"]],
    ["until", ["04:30 ngày 01/12/2026", "23:59 ngày 31/5/2026"]],
    ["utility", ["điện"]],
  ])("for %s takes what is usual", (blank, said) => {
    for (const one of said) expect(fits(blank, one), one).toBe(true);
  });

  test.each<[Blank, string[]]>([
    [
      "place",
      [
        ...[
          "",
          "…",
          "tổ 5.",
          "tổ 5; chủ tịch đã từ chức",
          "nhà ông Ba",
          "đường trần phú",
          "đường Trần Phú vì chủ tịch trốn",
        ],
        ...[
          "Tổ 5",
          "tổ",
          "tổ 5,",
          "tổ 5, ",
          "tổ 12345",
          "tổ 5\nđường Trần Phú",
          "http://noi-khac.example",
          "tổ <b>5</b>",
        ],
        ...["đường Một Hai Ba Bốn Năm", "đường Nguyennnnn", "xã toàn địa bàn", "tổ 5 vàtổ 7", "tổ 5 và"],
        ...["trường Chủ Tịch Từ Chức, xã Dân Đòi Lại Đất, phường Quan Tham Lấy Hết", "phố Một, đường Hai"],
        ...["xã Dân Đòi, tổ 5, xã Lại Đất", "xã Dân và xã Đòi", Array(10).fill("tổ 1").join(", ")],
      ],
    ],
    ["spot", ["", "toàn địa bàn", "xã Dân Đòi Lại Đất, xã Sen"]],
    ["phone", ["", "12", "114 hoặc 115", "090123456789", "+84901234567", "０９０", "114.", "tel:114"]],
    ["lasts", ["", "0 giờ", "2", "2 giờ và hơn", "mãi mãi", "1000 ngày"]],
    ["until", ["", "25:00 ngày 01/12/2026", "10:00 ngày 31/02/2026", "sáng mai", "10:00 ngày 1/12/2026 hoặc muộn hơn"]],
    ["utility", ["", "điện và nước", "Điện"]],
    ["service", ["", "mọi việc"]],
  ])("for %s has no room for words of one's own", (blank, said) => {
    for (const one of said) expect(fits(blank, one), one).toBe(false);
  });
});

describe("words of one's own", () => {
  test("take two people, and a sentence or nothing yet does not", () => {
    expect(banner.needsTwo?.(own())).toContain("hai người");
    expect(banner.needsTwo?.(own({ words: "" }))).toBeNull();
  });

  test("are there, and short", () => {
    expect(gaps(own())).toEqual([]);
    expect(gaps(own({ words: "" }))).toEqual(["words submit"]);
    expect(gaps(own({ words: "x".repeat(BANNER_LIMITS.ownWords + 1) }))).toEqual(["words submit"]);
  });
});

describe("a banner is shown", () => {
  test("until an hour that has not passed, and no longer than two weeks", () => {
    expect(gaps(own({ ends: null }))).toEqual(["ends submit"]);
    expect(gaps(own({ ends: NOW.toISOString() }))).toEqual(["ends submit"]);
    expect(gaps(own({ ends: later(14 * 24) }))).toEqual([]);
    expect(gaps(own({ ends: later(14 * 24 + 1) }))).toEqual(["ends submit"]);
  });

  test("as long as its sentence says, where a banner may be shown so long", () => {
    const road = (until: string, ends: string) => fixed("road", { blanks: ["đường Trần Phú", until], ends });
    expect(gaps(road("10:00 ngày 02/12/2026", "2026-12-01T03:00:00.000Z"))).toEqual(["ends submit"]);
    expect(gaps(road("10:00 ngày 02/12/2026", "2026-12-02T02:59:00.000Z"))).toEqual(["ends submit"]);
    expect(gaps(road("10:00 ngày 02/12/2026", "2026-12-02T03:00:00.000Z"))).toEqual([]);
    expect(gaps(road("10:00 ngày 02/12/2026", "2026-12-02T05:00:00.000Z"))).toEqual([]);
    expect(gaps(road("10:00 ngày 02/12/2026", NOW.toISOString()))).toEqual(["ends submit", "ends submit"]);
    expect(gaps(road("10:00 ngày 31/12/2026", later(13 * 24)))).toEqual([]);
  });

  test("from a later hour on where it is a planned outage, before its end and not too far ahead", () => {
    const planned = (begins: number, ends: number) => fixed("service", { begins: later(begins), ends: later(ends) });
    expect(gaps(planned(24, 48))).toEqual([]);
    expect(gaps(planned(20 * 24, 34 * 24))).toEqual([]);
    expect(gaps(planned(20 * 24, 35 * 24))).toEqual(["ends submit"]);
    expect(gaps(planned(48, 24))).toEqual(["begins submit"]);
    expect(gaps(planned(61 * 24, 62 * 24))).toEqual(["begins submit"]);
    expect(gaps(fixed("flood", { begins: later(1) }))).toEqual(["begins submit"]);
  });

  test("the law has the same farthest end", () => {
    expect(BANNER_LIMITS.days + BANNER_LIMITS.daysAhead).toBe(74);
  });
});

test("it leads to addresses of its own site, and nowhere else", () => {
  for (const link of ["/", "/tin-tuc", "/tin-tuc/ngung-cap-nuoc-12"]) expect(isOwnAddress(link), link).toBe(true);
  for (const link of [
    "//noi-khac.example",
    "/\\noi-khac.example",
    "https://noi-khac.example",
    "javascript:alert(1)",
    "/a?q=Chủ",
    "/a#b",
    "/../x",
    "/a//b",
    "tin-tuc",
    "/a b",
  ])
    expect(isOwnAddress(link), link).toBe(false);
  expect(gaps(own({ link: "/tin-tuc" }))).toEqual([]);
  expect(gaps(own({ link: "//noi-khac.example" }))).toEqual(["link submit"]);
});

test("no banner is one of another level or sentence, with another field, or with hours longer than any", () => {
  const isIn = (change: object) => banner.shape.safeParse({ ...own(), ...change }).success;
  expect(isIn({})).toBe(true);
  for (const change of [
    { level: "calm" },
    { sentence: "other" },
    { html: "<b>" },
    { ends: "9".repeat(61) },
    { blanks: Array(5).fill("") },
  ])
    expect(isIn(change)).toBe(false);
  expect(banner.shape.parse(own({ ends: "2026-12-01T04:30:00+07:00" }))).toMatchObject({
    ends: "2026-11-30T21:30:00.000Z",
  });
});
