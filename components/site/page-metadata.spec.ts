import { expect, test } from "vitest";
import type { Picture } from "#features/files/picture.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { site as siteKind } from "#features/kinds/site.ts";
import { topic } from "#features/kinds/topic.ts";
import type { Card, LiveTopic, Site } from "#features/reading/types.ts";
import { emptyContent } from "#features/text/content.ts";
import { listMetadata, topicMetadata } from "./page-metadata.ts";

const ORIGIN = "https://x.example";
const site = { ...emptyContent(siteKind), name: "Phường Sen Hồ", language: "vi" } as unknown as Site;
const picture = (name: string): Picture => ({
  ...{ width: 1440, height: 960, placeholder: "" },
  sources: [{ format: "jpeg", sizes: [{ address: `/_tep/${name}.jpeg`, width: 1440 }] }],
});
const card = (name: string | null) =>
  ({ lead: NO_LEAD, picture: name === null ? null : picture(name), shownAt: new Date() }) as unknown as Card;
const emblem = picture("emblem");
const urls = ({ openGraph }: ReturnType<typeof listMetadata>) =>
  ((openGraph?.images ?? []) as { url: string }[]).map(({ url }) => url.replace(`${ORIGIN}/_tep/`, ""));

const list = { name: "Hội thao", description: "Bài về hội thao", path: "/tu-khoa/hoi-thao" };

test("a list is shared with the first picture that it shows, on each of its pages, and without one with the emblem", () => {
  const cards = [card(null), card("first"), card("second")];
  expect(urls(listMetadata(site, ORIGIN, { ...list, cards, emblem }))).toEqual(["first.jpeg"]);
  expect(urls(listMetadata(site, ORIGIN, { ...list, page: 2, pages: 2, cards, emblem }))).toEqual(["first.jpeg"]);
  expect(urls(listMetadata(site, ORIGIN, { ...list, cards: [card(null)], emblem }))).toEqual(["emblem.jpeg"]);
  expect(urls(listMetadata(site, ORIGIN, { ...list, emblem: null }))).toEqual([]);
});

test("a list has a sister in English on its first page alone", () => {
  const of = (page: number) => listMetadata(site, ORIGIN, { ...list, page, pages: 2, emblem, english: "/en/x" });
  expect(of(1).alternates?.languages).toMatchObject({ en: `${ORIGIN}/en/x`, vi: `${ORIGIN}/tu-khoa/hoi-thao` });
  expect(of(2).alternates?.languages).toBeUndefined();
});

test("a topic is shared with its own picture, else the first of what stands in it, else what was drawn of its headline, else the emblem", () => {
  const content = { ...emptyContent(topic), title: "Vòng hồ", slug: "vong-ho" };
  const live: LiveTopic = { number: 7, content, pictures: new Map(), share: null, shownAt: null, updatedAt: null };
  const shown = { page: 1, pages: 2, pinned: [card(null)], cards: [card("first")], emblem };
  const share = { path: "/_tep/drawn.png", width: 1200, height: 630 };
  const withOwn = { ...content, lead: { ...NO_LEAD, file: "11".repeat(32) } };
  const pictures = new Map([["11".repeat(32), picture("own")]]);
  const of = (topic: LiveTopic, change: Partial<typeof shown> = {}) =>
    urls(topicMetadata(site, ORIGIN, topic, { ...shown, ...change }));
  expect(of({ ...live, content: withOwn, pictures })).toEqual(["own.jpeg"]);
  expect(of({ ...live, share })).toEqual(["first.jpeg"]);
  expect(of({ ...live, share }, { cards: [] })).toEqual(["drawn.png"]);
  expect(of(live, { cards: [] })).toEqual(["emblem.jpeg"]);
  // On further pages its own words do not stand.
  expect(of({ ...live, content: withOwn, pictures }, { page: 2 })).toEqual(["first.jpeg"]);
});
