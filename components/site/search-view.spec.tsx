import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NOTHING_ASKED } from "#features/addresses/public.ts";
import { lastsUntil } from "#features/reading/lasts.ts";
import type { Result } from "#features/search/queries.ts";
import { readQuestion } from "#features/search/question.ts";
import { SearchView } from "./search-view.tsx";

const now = new Date("2026-11-30T05:00:00Z");
const result = (change: Partial<Result>): Result => ({
  ...{ number: 7, kind: "article", path: "/thong-bao/cup-nuoc-7", excerpt: [], isInFile: false, section: null },
  title: [{ text: "Cúp nước", isHit: true }],
  language: "vi",
  ...{ shownAt: new Date("2025-11-30T05:00:00Z"), endsAt: null, holds: null },
  ...change,
});
const drawn = (change: Partial<Result>) => {
  const found = { question: readQuestion("cúp nước"), results: [result(change)], count: 1, isMore: false };
  const rest = { page: 1, pages: 1, isSome: false, meant: null, isOfMeant: false };
  return renderToStaticMarkup(
    <SearchView asked={{ ...NOTHING_ASKED, words: "cúp nước" }} tree={[]} now={now} found={{ ...found, ...rest }} />,
  );
};

test("what is found and holds no more is marked, and what holds is not, until it ends", () => {
  const over = drawn({ endsAt: new Date("2025-12-01T05:00:00Z") });
  expect(over).toContain("Đã hết hiệu lực");
  expect(lastsUntil(over)).toBeNull();
  const endsAt = new Date("2026-12-01T05:00:00Z");
  const holds = drawn({ endsAt });
  expect(holds).not.toContain("hiệu lực");
  expect(lastsUntil(holds)).toBe(endsAt.getTime());
  expect(drawn({})).not.toContain("hiệu lực");
});

test("a paper that is found says whether it holds", () => {
  const paper = (endsOn: string | null) => drawn({ kind: "paper", holds: { effectiveOn: "2020-08-01", endsOn } });
  expect(paper("2025-09-01")).toContain('<span class="standing ended">');
  expect(paper(null)).toContain('<span class="standing in_force">');
  expect(lastsUntil(paper("2026-12-05"))).toBe(new Date("2026-12-04T17:00:00Z").getTime());
});
