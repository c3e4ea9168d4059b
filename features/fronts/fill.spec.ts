import { describe, expect, test } from "vitest";
import { type Band, newBand, SLOTS, type Template, usualBands } from "#features/kinds/front.ts";
import { withComing } from "./ahead.ts";
import { type Filled, fill, type Placed, type Source } from "./fill.ts";
import type { Pin } from "./pins.ts";

const now = new Date("2026-11-30T05:00:00Z");
const DAY_MS = 86_400_000;
const NEWS = { id: 5, name: "Tin tức", slug: "tin-tuc" };

/** An article; the smaller its number, the newer. */
const one = (number: number, change: Partial<Placed> = {}): Placed => ({
  ...{ number, shownAt: new Date(now.getTime() - number * 60_000), endsAt: null, isNews: true },
  ...change,
});
const upTo = (count: number) => Array.from({ length: count }, (_, at) => one(at + 1));

function sourceOf(cards: Placed[], forms: Record<string, number[]> = {}): Source<Placed> {
  const numbered = (numbers: readonly number[]) => cards.filter(({ number }) => numbers.includes(number));
  return {
    newest: async (limit) => cards.filter(({ isNews }) => isNews).slice(0, limit),
    inSection: async (_, limit) => cards.slice(0, limit),
    withTag: async (_, limit) => cards.slice(0, limit),
    inTopic: async (_, limit) => ({ pinned: cards.slice(0, 1), others: cards.slice(1, limit) }),
    ofForm: async (form, limit, of) => numbered(forms[of === null ? form : `${form} ${of}`] ?? []).slice(0, limit),
    mostRead: async (hours, limit, of) =>
      (of === null ? cards : cards.filter(({ number }) => number % 2 === 0))
        .toSorted((one, other) => (hours === 24 ? other.number - one.number : one.number - other.number))
        .slice(0, limit),
    byNumber: async (numbers) => numbered(numbers),
    eachSection: async (without, limit) => [
      { section: NEWS, cards: cards.filter(({ number }) => !without.includes(number)).slice(0, limit) },
    ],
  };
}

const band = (template: Template, change: Partial<Band> = {}): Band => ({
  ...newBand(template, template.replace("_", "-")),
  ...change,
});
const pin = (bandId: string, slot: number, article: number, until: string | null = null): Pin => ({
  ...{ band: bandId, slot, article, until },
});
const at = { now, ofSection: null };
const numbers = ({ bands }: Filled<Placed>) =>
  Object.fromEntries(
    bands.map(({ band: { id }, lists }) => [
      id,
      lists.map(({ slots }) => slots.map(({ card, isPinned }) => (isPinned ? -card.number : card.number))),
    ]),
  );

describe("a front is filled", () => {
  test("by its bands' rules from the top down, and nothing stands twice", async () => {
    const bands = [band("lead"), band("newest"), band("sections"), band("most_read", { slots: 3 })];
    const filled = await fill({ bands, newDays: null }, [], sourceOf(upTo(22)), at);
    expect(numbers(filled)).toEqual({
      lead: [[1, 2, 3, 4, 5]],
      newest: [[6, 7, 8, 9, 10, 11]],
      sections: [[12, 13, 14, 15]],
      "most-read": [
        [22, 21, 20],
        [16, 17, 18],
      ],
    });
  });

  test("of what is read most without numbers of places: it is said of a list whether all of its first stand in it", async () => {
    const wholes = async (bands: Band[]) => {
      const { bands: filled } = await fill({ bands, newDays: null }, [], sourceOf(upTo(12)), at);
      return filled.at(-1)?.lists.map(({ of }) => of !== null && "hours" in of && of.isWhole);
    };
    const most = band("most_read", { slots: 3 });
    expect(await wholes([most])).toEqual([true, true]);
    expect(await wholes([band("lead", { slots: 3 }), most])).toEqual([true, false]);
    expect(await wholes([band("most_read", { slots: 7 })])).toEqual([true, false]);
  });

  test("without bands that have nothing to show; tiles are always there", async () => {
    const bands = [band("lead"), band("notices"), band("tiles", { tiles: [{ words: "Nộp hồ sơ", address: "/x" }] })];
    const filled = await fill({ bands, newDays: null }, [], sourceOf([]), at);
    expect(numbers(filled)).toEqual({ tiles: [] });
  });

  test("as usual where nobody has arranged it", async () => {
    const source = sourceOf(upTo(20), { notice: [7, 8], photo_story: [9] });
    const filled = await fill({ bands: usualBands(null), newDays: null }, [], source, at);
    expect(Object.keys(numbers(filled))).toEqual(["lead", "notices", "pictures", "sections", "most-read"]);
    expect(numbers(filled).notices).toEqual([[7, 8]]);
  });

  test("with what came from an older system in no list of news, nor what is older than the front says", async () => {
    const cards = [
      one(1, { isNews: false }),
      one(2),
      one(3, { shownAt: new Date(now.getTime() - 8 * DAY_MS) }),
      one(4),
    ];
    const bands = [band("lead"), band("newest")];
    expect(numbers(await fill({ bands, newDays: null }, [], sourceOf(cards), at))).toEqual({ lead: [[2, 3, 4]] });
    expect(numbers(await fill({ bands, newDays: 7 }, [], sourceOf(cards), at))).toEqual({ lead: [[2, 4]] });
  });
});

describe("what is older than the front says", () => {
  const old = { shownAt: new Date(now.getTime() - 8 * DAY_MS) };
  const cards = [one(1), one(2, { isNews: false }), one(3), one(4, old), one(5, old)];
  const filled = (bands: Band[], newDays: number | null, ofSection: number | null = NEWS.id) =>
    fill({ bands, newDays }, [], sourceOf(cards), { now, ofSection });
  const news = ({ bands }: Filled<Placed>) =>
    bands.flatMap(({ lists }) => lists.flatMap(({ slots }) => slots.map(({ card, isNew }) => isNew && card.number)));

  test("is in no band of the newest, whatever its look, nor is what came from an older system", async () => {
    for (const template of ["lead", "newest", "articles"] as const) {
      const slots = SLOTS[template].usual;
      expect(Object.values(numbers(await filled([band(template, { slots })], 7)))).toEqual([[[1, 3]]]);
      expect(Object.values(numbers(await filled([band(template, { slots })], null)))).toEqual([[[1, 3, 4, 5]]]);
    }
  });

  test("stands where somebody asks for a section, and is not called new there", async () => {
    const ofNews = band("articles", { rule: { by: "section", id: NEWS.id } });
    expect(numbers(await filled([ofNews], 7, null))).toEqual({ articles: [[1, 2, 3, 4]] });
    expect(news(await filled([ofNews], 7, null))).toEqual([1, false, 3, false]);
    expect(news(await filled([band("sections")], 7, null))).toEqual([1, false, 3, false]);
    expect(news(await filled([band("sections")], null, null))).toEqual([1, false, 3, 4]);
  });
});

describe("on the front of a section", () => {
  const of = { now, ofSection: NEWS.id };
  const source = sourceOf(upTo(9), { notice: [1, 2, 3], [`notice ${NEWS.id}`]: [3] });
  const filled = async (one: Band) =>
    Object.values(numbers(await fill({ bands: [one], newDays: null }, [], source, of)))[0];

  test("what is read most is of that section, and so is a kind of article", async () => {
    expect(await filled(band("most_read", { slots: 3 }))).toEqual([[8, 6, 4], [2]]);
    expect(await filled(band("articles", { rule: { by: "most_read", hours: 168 } }))).toEqual([[2, 4, 6, 8]]);
    expect(await filled(band("articles", { rule: { by: "form", form: "notice" } }))).toEqual([[3]]);
  });

  test("what has a page of its own is all of that, as its name says", async () => {
    for (const rule of [
      { by: "tag", id: 4 },
      { by: "topic", id: 4 },
      { by: "section", id: 9 },
    ] as const) {
      expect(await filled(band("articles", { rule }))).toEqual([[1, 2, 3, 4]]);
    }
  });
});

test("a band may be left to what is read most, in a day or in a week, until the full hour", async () => {
  const filled = (template: "lead" | "articles", hours: 24 | 168) =>
    fill(
      { bands: [band(template, { slots: 3, rule: { by: "most_read", hours } })], newDays: null },
      [],
      sourceOf(upTo(9)),
      at,
    );
  expect(numbers(await filled("articles", 24))).toEqual({ articles: [[9, 8, 7]] });
  expect(numbers(await filled("lead", 168))).toEqual({ lead: [[1, 2, 3]] });
  expect((await filled("articles", 24)).until).toEqual(new Date("2026-11-30T06:00:00Z"));
});

describe("what somebody has put into a slot", () => {
  const bands = [band("lead", { slots: 3 }), band("newest", { slots: 4 })];

  test("stands there, and nowhere else; the others move around it", async () => {
    const filled = await fill(
      { bands, newDays: null },
      [pin("lead", 1, 9), pin("newest", 0, 1)],
      sourceOf(upTo(12)),
      at,
    );
    expect(numbers(filled)).toEqual({ lead: [[2, -9, 3]], newest: [[-1, 4, 5, 6]] });
  });

  test("may be old: somebody has chosen it", async () => {
    const cards = [...upTo(4), one(50, { isNews: false })];
    expect(numbers(await fill({ bands, newDays: 1 }, [pin("lead", 0, 50)], sourceOf(cards), at)).lead).toEqual([
      [-50, 1, 2],
    ]);
  });

  test("leaves it to the rule when readers have it no more, and when it holds no more", async () => {
    const over = one(8, { endsAt: new Date(now.getTime() - 1) });
    const cards = [...upTo(7), over];
    const filled = (pins: Pin[]) => fill({ bands, newDays: null }, pins, sourceOf(cards), at);
    const byRule = [[1, 2, 3]];
    expect(numbers(await filled([pin("lead", 0, 99)])).lead).toEqual(byRule);
    expect(numbers(await filled([pin("lead", 0, 8)])).lead).toEqual(byRule);
  });

  test("in a slot that is gone stands nowhere by hand", async () => {
    const pins = [pin("lead", 4, 7), pin("gone", 0, 6), pin("sections", 0, 5)];
    const filled = await fill({ bands: [...bands, band("sections")], newDays: null }, pins, sourceOf(upTo(7)), at);
    expect(numbers(filled).lead).toEqual([[1, 2, 3]]);
  });
});

describe("a front says until when it is true:", () => {
  const until = async (bands: Band[], cards: Placed[], pins: Pin[] = [], newDays: number | null = null) =>
    (await fill({ bands, newDays }, pins, sourceOf(cards, { notice: [1, 2, 3] }), at)).until?.getTime() ?? null;
  const soon = now.getTime() + 90_000;

  test("for good, where nothing in it ends", async () => {
    expect(await until([band("lead")], upTo(3))).toBeNull();
  });
  test("to the hour of what was put there", async () => {
    expect(await until([band("lead")], upTo(3), [pin("lead", 0, 2, new Date(soon).toISOString())])).toBe(soon);
  });
  test("to the end of a notice that it shows", async () => {
    expect(await until([band("notices")], [one(1, { endsAt: new Date(soon) }), one(2), one(3)])).toBe(soon);
  });
  test("to when the first of its news is old", async () => {
    const cards = [one(1), one(2, { shownAt: new Date(soon - DAY_MS) }), one(3)];
    expect(await until([band("lead")], cards, [], 1)).toBe(soon);
  });
  test("to when the first of a band is old, which is drawn large until then", async () => {
    const cards = [one(1, { shownAt: new Date(soon - DAY_MS) }), one(2), one(3)];
    expect(await until([band("sections")], cards, [], 1)).toBe(soon);
    const ofNews = band("articles", { rule: { by: "section", id: NEWS.id } });
    expect(await until([ofNews], cards, [], 1)).toBe(soon);
  });
  test("to the full hour, where it says what is read most", async () => {
    expect(await until([band("most_read")], upTo(3))).toBe(new Date("2026-11-30T06:00:00Z").getTime());
  });
});

test("a notice that holds no more stands nowhere, however many of them came before those that do", async () => {
  const over = Array.from({ length: 20 }, (_, at) => one(at + 1, { endsAt: new Date(now.getTime() - 1) }));
  const cards = [...over, one(30), one(31)];
  const source = sourceOf(cards, { notice: cards.map(({ number }) => number) });
  const filled = async (one: Band) =>
    Object.values(numbers(await fill({ bands: [one], newDays: null }, [], source, at)));
  expect(await filled(band("notices"))).toEqual([[[30, 31]]]);
  expect(await filled(band("articles", { rule: { by: "form", form: "notice" } }))).toEqual([[[30, 31]]]);
  expect(await filled(band("articles", { rule: { by: "section", id: NEWS.id } }))).toEqual([[[30, 31]]]);
});

test("what will go live stands where it will, and what it replaces does not", async () => {
  const comes = (number: number, change: Partial<Placed>) => ({
    ...{
      card: one(number, change),
      listedIn: [NEWS.id],
      tagIds: [3],
      topics: [{ id: 8, isPinned: number === 40 }],
      form: "notice",
      section: NEWS,
    },
  });
  const later = new Date(now.getTime() + 60_000);
  const source = withComing(sourceOf(upTo(6), { notice: [2] }), [
    comes(40, { shownAt: later }),
    comes(2, { endsAt: later, shownAt: new Date(now.getTime() - 120_000) }),
  ]);
  const filled = await fill(
    { bands: [band("lead"), band("notices")], newDays: null },
    [pin("notices", 0, 40)],
    source,
    at,
  );
  expect(numbers(filled)).toEqual({ lead: [[1, 2, 3, 4, 5]], notices: [[-40]] });
  expect(filled.bands[0]?.lists[0]?.slots[1]?.card.endsAt).toEqual(later);
  const { pinned, others } = await source.inTopic(8, 4);
  expect([pinned, others].map((cards) => cards.map(({ number }) => number))).toEqual([
    [40, 1],
    [2, 3],
  ]);
  expect((await source.inTopic(9, 3)).pinned.map(({ number }) => number)).toEqual([1]);
  expect((await source.newest(3)).map(({ number }) => number)).toEqual([40, 1, 2]);
  expect((await source.eachSection([40], 2))[0]?.cards.map(({ number }) => number)).toEqual([1, 2]);
});

test("each template has as many slots as it usually has, and no fewer or more than it may", () => {
  for (const { least, most, usual } of Object.values(SLOTS)) {
    expect(usual).toBeGreaterThanOrEqual(least);
    expect(usual).toBeLessThanOrEqual(most);
  }
});
