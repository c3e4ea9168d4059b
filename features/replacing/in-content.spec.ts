import { describe, expect, test } from "vitest";
import { figureOf } from "#features/files/testing.ts";
import { article } from "#features/kinds/article.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { emptyContent } from "#features/text/content.ts";
import { haveOneShape, type Swap, withSwapped } from "./in-content.ts";

const [OLD, NEW, OTHER] = ["a", "b", "c"].map((letter) => letter.repeat(64)) as [string, string, string];
const CUT = "90-1000-0-5000-10000";
const swap = (change: Partial<Swap> = {}): Swap => ({ old: OLD, next: NEW, ai: "none", keepsCuts: false, ...change });

const text = {
  ...emptyContent(article),
  lead: { ...NO_LEAD, file: OLD, cut: CUT, focus: { x: 2, y: 3 }, credit: "Lê Lan" },
  body: {
    type: "doc" as const,
    content: [
      figureOf(OLD, { id: "one", cut: CUT }, "Chợ nổi"),
      figureOf(OTHER, { id: "two", cut: CUT }),
      { type: "attachment" as const, attrs: { id: "three", file: OLD, title: "Kế hoạch", summary: "" } },
    ],
  },
};

describe("a file that stands in the place of another one", () => {
  test("does so in the lead, in figures and in attachments, with the words of each, shown whole", () => {
    const changed = withSwapped(text, swap());
    expect(changed?.lead).toEqual({ ...text.lead, file: NEW, cut: "", focus: null });
    expect(changed?.body?.content).toEqual([
      figureOf(NEW, { id: "one", cut: "" }, "Chợ nổi"),
      text.body.content[1],
      { type: "attachment", attrs: { id: "three", file: NEW, title: "Kế hoạch", summary: "" } },
    ]);
  });

  test("keeps the cuts and the focus where it has the shape of the old one", () => {
    const changed = withSwapped(text, swap({ keepsCuts: true }));
    expect(changed?.lead).toEqual({ ...text.lead, file: NEW });
    expect(changed?.body?.content[0]).toEqual(figureOf(NEW, { id: "one", cut: CUT }, "Chợ nổi"));
  });

  test("says what it says itself of a generative program, whatever was said of the old one", () => {
    const made = { ...text, body: { type: "doc" as const, content: [figureOf(OLD, { id: "one", ai: "made" })] } };
    expect(withSwapped(made, swap())?.body?.content).toEqual([figureOf(NEW, { id: "one", ai: "none" })]);
    expect(withSwapped(text, swap({ ai: "edited" }))?.body?.content[0]).toMatchObject({ attrs: { ai: "edited" } });
    expect(withSwapped(text, swap({ ai: "edited" }))?.body?.content[2]).toEqual({
      ...{ type: "attachment", attrs: { id: "three", file: NEW, title: "Kế hoạch", summary: "" } },
    });
  });

  test("says at least the same of what is played, and of its poster that a part of it is so: one label is about all of it", () => {
    const words = { title: "Lũ", credit: "Lê Lan", transcript: "", speechless: true };
    const film = {
      type: "video" as const,
      attrs: { id: "film", file: OLD, poster: { file: OTHER }, subtitles: null, ...words },
    };
    const played = { ...text, lead: NO_LEAD, body: { type: "doc" as const, content: [film] } };
    const attrs = (change: Partial<Swap>) => withSwapped(played, swap(change))?.body?.content[0]?.attrs;
    expect(attrs({ ai: "made" })).toEqual({ ...film.attrs, file: NEW, ai: "made" });
    expect(attrs({})).toEqual({ ...film.attrs, file: NEW });
    expect(attrs({ old: OTHER, ai: "made" })).toEqual({ ...film.attrs, poster: { file: NEW }, ai: "edited" });
    expect(attrs({ old: OTHER })).toEqual({ ...film.attrs, poster: { file: NEW } });
    const labelled = { ...film, attrs: { ...film.attrs, ai: "edited" as const } };
    const told = { ...played, body: { type: "doc" as const, content: [labelled] } };
    expect(withSwapped(told, swap())?.body?.content[0]?.attrs).toMatchObject({ file: NEW, ai: "edited" });
  });

  test("is none in a text that does not name it, nor where a text only speaks of it", () => {
    const spoken = { ...text, headline: OLD, lead: NO_LEAD, body: { type: "doc" as const, content: [] } };
    expect(withSwapped(spoken, swap())).toBeNull();
    expect(withSwapped(text, swap({ old: NEW, next: OTHER }))).toBeNull();
  });
});

test("two pictures have one shape where their sides are in one proportion, and documents have none", () => {
  expect(haveOneShape({ width: 6000, height: 4000 }, { width: 1500, height: 1000 })).toBe(true);
  expect(haveOneShape({ width: 6000, height: 4000 }, { width: 1501, height: 1000 })).toBe(true);
  expect(haveOneShape({ width: 6000, height: 4000 }, { width: 4000, height: 6000 })).toBe(false);
  expect(haveOneShape({ width: 6000, height: 4000 }, { width: 6000, height: 3900 })).toBe(false);
  expect(haveOneShape({ width: null, height: null }, { width: 10, height: 10 })).toBe(false);
});
