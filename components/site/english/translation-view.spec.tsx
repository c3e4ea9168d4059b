import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { translation } from "#features/kinds/translation.ts";
import type { LiveTranslation, SaidByOriginal } from "#features/reading/english.ts";
import { lastsUntil } from "#features/reading/lasts.ts";
import type { Site } from "#features/reading/types.ts";
import { emptyContent } from "#features/text/content.ts";
import { translationThings } from "./english-data.ts";
import { translationMetadata } from "./english-metadata.ts";
import { TranslationView } from "./translation-view.tsx";

const NAMES = [{ name: "Trần Hạ Vy", post: "Phóng viên", personId: 4 }];
const said: SaidByOriginal = {
  ...{ kind: "notice", aiLabel: "", endsAt: null },
  ...{ byline: { hidden: false, names: NAMES }, source: { name: "Báo Thử", url: "" } },
};
const original = {
  ...{ kind: "article" as const, number: 31, title: "Cúp nước", path: "/thong-bao/cup-nuoc-31", changedAt: null, said },
};
const live = (
  change: Partial<LiveTranslation> = {},
  words: Partial<LiveTranslation["content"]> = {},
): LiveTranslation => ({
  number: 40,
  content: { ...emptyContent(translation), title: "No water", slug: "no-water", ...words },
  ...{ pictures: new Map(), share: { path: "/_chia-se/40.png", width: 1200, height: 630 }, original },
  ...{
    inVietnamese: new Set<string>(),
    notes: [],
    behindSince: null,
    shownAt: new Date("2021-06-23T03:27:00Z"),
    updatedAt: null,
  },
  ...change,
});
const saying = (change: Partial<SaidByOriginal>) => live({ original: { ...original, said: { ...said, ...change } } });
const html = (shown: LiveTranslation) => renderToStaticMarkup(<TranslationView translation={shown} />);
const text = (shown: LiveTranslation) => html(shown).replace(/<[^>]*>/g, "");
const site = { name: "Cổng phường", agency: "", language: "vi", english: { name: "Ward", agency: "" } } as Site;
const origin = "https://phuong.example";
const thing = (shown: LiveTranslation) => translationThings(site, origin, shown)[0];

test("what an article says that it is, its English sister says in English, and until when it holds as long as its page is kept", () => {
  const soon = new Date(Date.now() + 3_600_000);
  expect(text(saying({ endsAt: soon }))).toContain("This notice is valid until");
  expect(lastsUntil(html(saying({ endsAt: soon })))).toBe(soon.getTime());
  expect(text(saying({ endsAt: new Date("2021-06-24T10:00:00Z") }))).toContain(
    "This notice ceased to be valid on 24 June 2021, 17:00.",
  );
  expect(html(live())).toContain('<p class="form-mark">Notice</p>');
  expect(html(saying({ kind: "news" }))).not.toContain("form-mark");
});

test("whose words they are is said in English, with names and posts in Vietnamese; a hidden byline is hidden here too", () => {
  expect(html(live())).toContain("Vietnamese original by:");
  expect(html(live())).toMatch(/<div lang="vi"><div class="byline">.*Trần Hạ Vy.*Phóng viên/);
  expect(html(live())).toContain('Source: <span lang="vi">Báo Thử</span>');
  const linked = saying({ source: { name: "Báo Thử", url: "https://bao.example/1" } });
  expect(html(linked)).toContain('<a href="https://bao.example/1" rel="external" lang="vi">Báo Thử</a>');
  const unnamed = saying({ source: { name: "", url: "https://bao.example/1" } });
  expect(html(unnamed)).toContain('<a href="https://bao.example/1" rel="external">https://bao.example/1</a>');
  const hidden = saying({ byline: { hidden: true, names: NAMES } });
  for (const told of [
    html(hidden),
    JSON.stringify(thing(hidden)),
    JSON.stringify(translationMetadata(site, origin, hidden)),
  ])
    expect(told).not.toContain("Trần Hạ Vy");
});

test("what a machine did for either text is said, each in its own words", () => {
  const both = { ...saying({ aiLabel: "Có dùng AI" }), content: live({}, { aiLabel: "Translated with AI" }).content };
  expect(html(both)).toContain('<p class="ai-label">Translated with AI</p>');
  expect(html(both)).toContain(
    '<p class="ai-label">Use of AI in the Vietnamese original: <span lang="vi">Có dùng AI</span></p>',
  );
  expect(html(live())).not.toContain("ai-label");
});

test("notes of both texts are one dated list that says which text each is of, and whoever reads the older one is told so", () => {
  const at = new Date("2021-06-25T03:00:00Z");
  const notes: LiveTranslation["notes"] = [
    { kind: "correction", text: "There are 12 teams.", at, ofOriginal: false },
    { kind: "correction", text: "Có 12 đội.", at, ofOriginal: true },
    { kind: "update", text: "Update: adds a map.", at, ofOriginal: false },
  ];
  const shown = text(live({ notes, behindSince: at }));
  expect(shown).toContain("Corrected 25 June 2021, 10:00: There are 12 teams.");
  expect(shown).toContain("Vietnamese original corrected 25 June 2021, 10:00: Có 12 đội.");
  expect(shown).toContain("25 June 2021, 10:00: Update: adds a map.");
  expect(html(live({ notes }))).toContain('<span lang="vi">Có 12 đội.</span>');
  expect(shown).toContain("The Vietnamese original was changed on 25 June 2021, 10:00, after this English text");
  expect(text(live())).not.toContain("was changed");
});

test("a note that goes out next is told without a date yet", () => {
  const open = { kind: "correction" as const, text: "There are 12 teams.", at: null, ofOriginal: false };
  expect(text(live({ notes: [open] }))).toContain("Correction: There are 12 teams.");
});

test("the sister of a page says nothing of the kind", () => {
  const page = live({ original: { ...original, kind: "page", said: null } });
  expect(text(page)).toBe("English homeNo waterRead this in Vietnamese");
  expect(translationMetadata(site, origin, page).openGraph).toMatchObject({ type: "website", locale: "en_GB" });
  expect(thing(page)).toMatchObject({ "@type": "WebPage" });
});

test("machines are told of an English article whose it is, what it shows and what was wrong, and that it is one", () => {
  const at = new Date("2021-06-25T03:00:00Z");
  const told = live({
    notes: [
      { kind: "update", text: "Adds a map.", at, ofOriginal: false },
      { kind: "correction", text: "There are 12 teams.", at, ofOriginal: false },
      { kind: "correction", text: "Có 12 đội.", at, ofOriginal: true },
    ],
  });
  expect(thing(told)).toMatchObject({
    "@type": "NewsArticle",
    author: [{ "@type": "Person", name: "Trần Hạ Vy" }],
    image: { "@type": "ImageObject", url: `${origin}/_chia-se/40.png` },
    correction: [
      { "@type": "CorrectionComment", text: "There are 12 teams.", inLanguage: "en" },
      {
        "@type": "CorrectionComment",
        text: "Có 12 đội.",
        inLanguage: "vi",
        datePublished: "2021-06-25T10:00:00+07:00",
      },
    ],
  });
  expect(thing(told)).not.toHaveProperty("expires");
  expect(thing(saying({ endsAt: at }))).toHaveProperty("expires", "2021-06-25T10:00:00+07:00");
  expect(translationMetadata(site, origin, told)).toMatchObject({
    openGraph: { type: "article", locale: "en_GB", publishedTime: "2021-06-23T10:27:00+07:00" },
    other: { "DC.creator": "Trần Hạ Vy", "DC.language": "en" },
  });
});
