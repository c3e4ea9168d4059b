import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NO_LEAD } from "#features/kinds/lead.ts";
import type { Card } from "#features/reading/types.ts";
import { HomeView } from "./home-view.tsx";

const section = { id: 2, parentId: null, name: "Thông báo", slug: "thong-bao" };
const card = (number: number, isNews: boolean): Card => ({
  ...{ number, path: `/thong-bao/bai-${number}`, kicker: "", headline: `Bài ${number}`, standfirst: "Tóm tắt." },
  ...{ lead: NO_LEAD, picture: null },
  ...{ kind: "news", shownAt: new Date("2019-06-23T03:27:00Z"), isNews, section },
});
const looks = (newest: Card[], cards: Card[]) => {
  const sections = cards.length === 0 ? [] : [{ section, cards }];
  const html = renderToStaticMarkup(<HomeView newest={newest} sections={sections} />);
  return [...html.matchAll(/<article class="card (\w+)">.*?>(Bài \d)</g)].map(
    ([, look, headline]) => `${headline} ${look}`,
  );
};

test("the newest leads the page, and the first of a section leads there", () => {
  expect(looks([card(1, true), card(2, true)], [card(3, true), card(4, true)])).toEqual([
    "Bài 1 lead",
    "Bài 2 line",
    "Bài 3 full",
    "Bài 4 line",
  ]);
});

test("an old article leads nowhere, not even where there is nothing else", () => {
  expect(looks([], [card(3, false), card(4, false)])).toEqual(["Bài 3 line", "Bài 4 line"]);
});
