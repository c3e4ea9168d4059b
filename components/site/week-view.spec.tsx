import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { say } from "#features/reading/words.ts";
import { NoWeekView } from "./week-view.tsx";

const link = (slug: string, monday: string) => ({
  ...{ slug, monday, path: `/lich-cong-tac/${slug}` },
  ...{ year: Number(slug.slice(0, 4)), number: Number(slug.slice(-2)) },
});
const beside = {
  ...{ year: 2026, before: link("2026-w45", "2026-11-02"), after: null },
  ...{ ofYear: [], yearBefore: null, yearAfter: null },
};
const shown = (taken: "hidden" | "withdrawn" | null) =>
  renderToStaticMarkup(<NoWeekView monday="2026-11-30" {...{ taken, beside }} />).replace(/<[^>]*>/g, " ");

test("a week without a calendar is awaited; one that readers had is said to be looked over, or taken down", () => {
  expect(shown(null)).toMatch(/tuần này \(.*\) chưa được đăng\./);
  expect(shown("hidden")).toMatch(/tuần này \(.*\) đang được rà soát\./);
  expect(shown("withdrawn")).toMatch(/tuần này \(.*\) đã được gỡ\./);
  for (const taken of ["hidden", "withdrawn"] as const) expect(shown(taken)).not.toContain("chưa được đăng");
});

test("what an English text that was taken down, or is looked over, is called is no article", () => {
  expect(say("gone.title", { kind: "translation" })).toBe("Bản tiếng Anh này đã được gỡ");
  expect(say("hidden.title", { kind: "translation" })).toBe("Bản tiếng Anh này đang được rà soát");
});
