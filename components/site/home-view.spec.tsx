import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { picturesOf } from "#features/files/picture.ts";
import { renditionsOf } from "#features/files/testing.ts";
import type { PictureFile } from "#features/files/types.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import type { Card } from "#features/reading/types.ts";
import { HomeView } from "./home-view.tsx";

const section = { id: 2, parentId: null, name: "Thông báo", slug: "thong-bao" };
const card = (number: number, isNews: boolean): Card => ({
  ...{ number, path: `/thong-bao/bai-${number}`, kicker: "", headline: `Bài ${number}`, standfirst: "Tóm tắt." },
  ...{ lead: NO_LEAD, picture: null },
  ...{ kind: "news", endsAt: null, shownAt: new Date("2019-06-23T03:27:00Z"), isNews, section },
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

test("a list keeps in sight of a picture what its text says, without inline style; its middle needs no word", () => {
  const file = {
    sha256: "ab".repeat(32),
    cut: "",
    state: "ready",
    mediaType: "image/jpeg",
    width: 800,
    height: 600,
    renditions: renditionsOf(800, 600),
  };
  const [picture = null] = picturesOf(
    [file as PictureFile],
    (use, width, format) => `/${use}/${width}.${format}`,
  ).values();
  const shown = (focus: Card["lead"]["focus"]) =>
    renderToStaticMarkup(
      <HomeView newest={[{ ...card(1, true), picture, lead: { ...NO_LEAD, focus } }]} sections={[]} />,
    );
  expect(shown({ x: 0, y: 10 })).toContain('<a class="card-picture fx-0 fy-10"');
  expect(shown(null)).toContain('<a class="card-picture"');
  expect(shown({ x: 0, y: 10 })).not.toContain("style=");
});

test("the styles know every tenth", () => {
  const css = readFileSync(new URL("./lists.css", import.meta.url), "utf8");
  for (let tenth = 0; tenth <= 10; tenth += 1) {
    expect(css).toContain(`.fx-${tenth} {\n  --across: ${tenth * 10}%;`);
    expect(css).toContain(`.fy-${tenth} {\n  --down: ${tenth * 10}%;`);
  }
});
