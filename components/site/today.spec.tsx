import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NO_LEAD } from "#features/kinds/lead.ts";
import type { EnglishCard } from "#features/reading/english.ts";
import { lastsUntil } from "#features/reading/lasts.ts";
import type { Site } from "#features/reading/types.ts";
import { CardItem } from "./card.tsx";
import { sampleCard } from "./design/samples.ts";
import { EnglishList } from "./english/english-list.tsx";
import { SiteHeader } from "./site-header.tsx";

/** 23:40 of the last day of November, where it is still afternoon in London. */
const now = new Date("2026-11-30T16:40:00Z");
const MIDNIGHT = Date.parse("2026-11-30T17:00:00Z");
const today = new Date("2026-11-29T17:00:00Z");
const yesterday = new Date("2026-11-29T16:59:00Z");
const said = (html: string) => [...html.matchAll(/<time[^>]*>([^<]*)<\/time>/g)].map(([, words]) => words);

test("what says which day it is says so until midnight here", () => {
  const site = { ...({ name: "Phường", agency: "", menu: [] } as unknown as Site), english: { name: "" } } as Site;
  const around = { site, tree: [], pages: [], emblem: null, banners: { shown: [], until: null } };
  const head = renderToStaticMarkup(<SiteHeader {...around} now={now} />);
  expect(head).toContain("Thứ Hai, 30/11/2026");
  expect(lastsUntil(head)).toBe(MIDNIGHT);
});

test.each(["lead", "full", "strip", "listed", "line"] as const)(
  "in a list (%s) what came today says its hour, what is older its date",
  (look) => {
    const card = (shownAt: Date) =>
      renderToStaticMarkup(<CardItem card={sampleCard(1, { shownAt })} level={3} {...{ look, now }} />);
    expect([...said(card(today)), ...said(card(yesterday))]).toEqual(["Hôm nay, 00:00", "29/11/2026"]);
  },
);

test("in English what came today says its hour as well, until midnight here; a list without such lasts", () => {
  const card = { number: 1, path: "/en/1", title: "One", standfirst: "", lead: NO_LEAD, picture: null, endsAt: null };
  const list = (...moments: Date[]) => {
    const cards = moments.map((shownAt, number) => ({ ...card, number, shownAt }) as EnglishCard);
    return renderToStaticMarkup(<EnglishList {...{ own: [], cards, page: 1, pages: 1, now }} />);
  };
  expect(said(list(today, yesterday))).toEqual(["Today, 00:00", "29 November 2026"]);
  expect([lastsUntil(list(today, yesterday)), lastsUntil(list(yesterday))]).toEqual([MIDNIGHT, null]);
});
