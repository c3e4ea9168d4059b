import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { picturesOf } from "#features/files/picture.ts";
import { renditionsOf } from "#features/files/testing.ts";
import type { PictureFile } from "#features/files/types.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import type { FrontBand, FrontPage } from "#features/reading/front.ts";
import type { Card } from "#features/reading/types.ts";
import { FrontView } from "./front-view.tsx";

const section = { id: 2, parentId: null, name: "Thông báo", slug: "thong-bao" };
const card = (number: number, isNews: boolean): Card => ({
  ...{ number, path: `/thong-bao/bai-${number}`, kicker: "", headline: `Bài ${number}`, standfirst: "Tóm tắt." },
  ...{ lead: NO_LEAD, picture: null },
  ...{ kind: "news", endsAt: null, shownAt: new Date("2019-06-23T03:27:00Z"), isNews, section },
});
const band = (
  template: FrontBand["template"],
  cards: Card[],
  of: FrontBand["lists"][number]["of"] = null,
): FrontBand => ({
  ...{ id: template, template, title: "", tiles: [], of: null },
  lists: [{ key: template, of, slots: cards.map((card) => ({ card, isPinned: false, isNew: card.isNews })) }],
});
const now = new Date("2026-11-30T05:00:00Z");
const drawn = (...bands: FrontBand[]) =>
  renderToStaticMarkup(<FrontView front={{ bands, until: null } satisfies FrontPage} now={now} />);
const looks = (newest: Card[], cards: Card[]) => {
  const html = drawn(
    ...(newest.length === 0 ? [] : [band("lead", newest)]),
    ...(cards.length === 0 ? [] : [band("sections", cards, { name: section.name, path: "/thong-bao" })]),
  );
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

test("an article older than the front lets news be leads nowhere either, unless somebody has put it there", () => {
  const look = (slot: { isNew: boolean; isPinned: boolean }) => {
    const one = band("articles", []);
    return /class="card (\w+)"/.exec(
      drawn({ ...one, lists: [{ key: "a", of: null, slots: [{ card: card(1, true), ...slot }] }] }),
    )?.[1];
  };
  expect(look({ isNew: true, isPinned: false })).toBe("full");
  expect(look({ isNew: false, isPinned: false })).toBe("line");
  expect(look({ isNew: false, isPinned: true })).toBe("full");
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
    drawn(band("lead", [{ ...card(1, true), picture, lead: { ...NO_LEAD, focus } }]));
  expect(shown({ x: 0, y: 10 })).toContain('<a class="card-picture fx-0 fy-10"');
  expect(shown(null)).toContain('<a class="card-picture"');
  expect(shown({ x: 0, y: 10 })).not.toContain("style=");
});

test("what came today stands behind its hour, what is older behind its date", () => {
  const html = drawn(band("newest", [{ ...card(1, true), shownAt: new Date("2026-11-30T02:05:00Z") }, card(2, true)]));
  expect([...html.matchAll(/<time [^>]*>([^<]*)<\/time>/g)].map(([, words]) => words)).toEqual(["09:05", "23/06/2019"]);
});

test("a front of another hour says of what came on that day at what hour it came, be it arranged or not", () => {
  const html = drawn(band("lead", [{ ...card(1, true), shownAt: new Date("2026-11-30T02:05:00Z") }, card(2, true)]));
  expect([...html.matchAll(/<time [^>]*>([^<]*)<\/time>/g)].map(([, words]) => words)).toEqual([
    ...["Hôm nay, 09:05", "23/06/2019"],
  ]);
});

test("a band is called by its own title, by what it is of, or by what it is", () => {
  const named = band("articles", [card(1, true)]);
  const titles = [
    named,
    { ...named, of: { name: "Thông báo", path: "/thong-bao" } },
    { ...named, title: "Đại hội" },
  ].map((one) => /<h2[^>]*>(?:<a[^>]*>)?([^<]*)/.exec(drawn(one))?.[1]);
  expect(titles).toEqual(["Tin bài", "Thông báo", "Đại hội"]);
});

test("what is read most stands in two lists with names, and tiles lead where they say", () => {
  const ranked = (isWhole: boolean) => drawn(band("most_read", [card(1, true)], { hours: 24, isWhole }));
  expect(ranked(true)).toContain("Trong 24 giờ</h3>");
  expect(ranked(false)).toContain("Trong 24 giờ, ngoài các bài đã có trên trang</h3>");
  const tiles = { ...band("tiles", []), lists: [], tiles: [{ words: "Nộp hồ sơ", address: "https://dvc.example/" }] };
  expect(drawn(tiles)).toContain('<a href="https://dvc.example/">Nộp hồ sơ</a>');
});

test("a page says until when it is true, and words where nothing stands on it", () => {
  const until = new Date("2026-12-01T00:00:00Z");
  const html = renderToStaticMarkup(<FrontView front={{ bands: [band("lead", [card(1, true)])], until }} now={now} />);
  expect(html).toContain('data-lasts-until="2026-12-01T00:00:00.000Z"');
  expect(
    renderToStaticMarkup(<FrontView front={{ bands: [], until: null }} now={now} nothing="Chưa có bài." />),
  ).toContain("Chưa có bài.");
});

test("the styles know every tenth", () => {
  const css = readFileSync(new URL("./lists.css", import.meta.url), "utf8");
  for (let tenth = 0; tenth <= 10; tenth += 1) {
    expect(css).toContain(`.fx-${tenth} {\n  --across: ${tenth * 10}%;`);
    expect(css).toContain(`.fy-${tenth} {\n  --down: ${tenth * 10}%;`);
  }
});
