import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StructuredData } from "#components/site/structured-data.tsx";
import { documentPath, picturePath } from "#features/addresses/public.ts";
import { shownOf } from "#features/files/picture.ts";
import { renditionsOf } from "#features/files/testing.ts";
import type { PictureFile } from "#features/files/types.ts";
import { article } from "#features/kinds/article.ts";
import { lastsUntil } from "#features/reading/lasts.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import { emptyContent } from "#features/text/content.ts";
import { validateBody } from "#features/text/document.ts";
import { articleThings } from "./article-data.ts";
import { articleMetadata } from "./article-metadata.ts";
import { ArticleView } from "./article-view.tsx";

const section = { id: 2, parentId: null, name: "Thông báo", slug: "thong-bao" };
const anArticle = (change: Partial<LiveArticle["content"]> = {}, rest: Partial<LiveArticle> = {}): LiveArticle => ({
  number: 31,
  content: { ...emptyContent(article), headline: "Phường họp", slug: "phuong-hop", sectionId: 2, ...change },
  pictures: new Map(),
  share: null,
  notes: [],
  sectionPath: [section],
  tags: [],
  authors: new Map(),
  shownAt: new Date("2021-06-23T03:27:00Z"),
  updatedAt: null,
  views: 1265,
  ...rest,
});
const site = { name: "Cổng phường", agency: "UBND phường", language: "vi" } as Site;
const origin = "https://phuong.example";

/** What a page says of an article to machines. */
const dataOf = (shown: LiveArticle) =>
  renderToStaticMarkup(<StructuredData things={articleThings(site, shown, origin)} />).replace(/<\/?script[^>]*>/g, "");

const html = (shown: LiveArticle) => renderToStaticMarkup(<ArticleView article={shown} />);
const paragraph = (text: string) =>
  validateBody({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

/** What a reader sees, tags left out. */
const text = (shown: LiveArticle) => renderToStaticMarkup(<ArticleView article={shown} />).replace(/<[^>]*>/g, "");

test("the date line is the one that readers know", () => {
  expect(text(anArticle())).toContain("Ngày đăng 23/06/2021 | 10:27 | Lượt xem: 1.265");
});

test("a text that replaced an earlier one says when", () => {
  const updatedAt = new Date("2021-06-24T07:05:00Z");
  expect(text(anArticle({}, { updatedAt }))).toContain("Cập nhật lúc 14:05 ngày 24/6/2021");
});

test("a text under review is shown with the same component, before it has a date", () => {
  expect(text(anArticle({}, { shownAt: null, views: null, sectionPath: [] }))).toBe("Phường họpChưa đăng");
});

const names = [{ name: "Trần Hạ Vy", post: "", personId: 4 }];

test("a hidden author is hidden from machines too", () => {
  const hidden = anArticle({ byline: { hidden: true, names } });
  const told = [text(hidden), dataOf(hidden), JSON.stringify(articleMetadata(site, hidden, origin))];
  for (const one of told) expect(one).not.toContain("Trần Hạ Vy");
  expect(articleMetadata(site, hidden, origin).other).toMatchObject({ "DC.creator": "UBND phường" });
  expect(text(anArticle({ byline: { hidden: false, names } }))).toContain("Trần Hạ Vy");
});

test("a correction is titled once, by us or by its writer", () => {
  const times = (note: string, at: Date | null) =>
    text(anArticle({}, { notes: [{ kind: "correction", text: note, at }] })).split(/đính chính/i).length - 1;
  for (const at of [null, new Date("2021-06-24T07:05:00Z")]) {
    expect(times("Số cây là 640.", at)).toBe(1);
    expect(times("Đính chính: số cây là 640.", at)).toBe(1);
  }
});

test("readers find every note, each with its own date and as what it is", () => {
  const notes: LiveArticle["notes"] = [
    { kind: "update", text: "Thêm ý kiến của phường.", at: new Date("2021-06-26T02:00:00Z") },
    { kind: "correction", text: "Ông An là Phó Chủ tịch.", at: new Date("2021-06-25T02:00:00Z") },
    { kind: "correction", text: "Đính chính: số cây là 640.", at: new Date("2021-06-24T07:05:00Z") },
  ];
  expect(text(anArticle({}, { notes }))).toContain(
    "Cập nhật lúc 09:00 ngày 26/6/2021: Thêm ý kiến của phường.Đính chính lúc 09:00 ngày 25/6/2021: Ông An là Phó Chủ tịch.Lúc 14:05 ngày 24/6/2021: Đính chính: số cây là 640.",
  );
  const called = (shown: LiveArticle["notes"]) =>
    html(anArticle({}, { notes: shown })).match(/<aside[^>]*label="([^"]*)"/)?.[1];
  expect(called(notes)).toBe("Đính chính và cập nhật");
  expect(called(notes.slice(0, 1))).toBe("Cập nhật");
  expect(called(notes.slice(1))).toBe("Đính chính");
});

test("a caption whose picture is awaited is told to staff alone, not to readers and not to machines", () => {
  const figure = { type: "figure", attrs: { credit: "An" }, content: [{ type: "text", text: "Quang cảnh hội nghị" }] };
  const awaited = anArticle({ body: validateBody({ type: "doc", content: [figure] }) });
  expect(text(awaited)).not.toContain("Quang cảnh");
  expect(dataOf(awaited)).not.toContain("Quang cảnh");
  const forStaff = renderToStaticMarkup(<ArticleView article={awaited} marksAwaited />);
  expect(forStaff).toContain("Quang cảnh hội nghị");
  expect(forStaff).toContain("bạn đọc không thấy");
});

test("machines are told of the first picture that is there, and of none where there is none", () => {
  const [gone, one] = ["ab".repeat(32), "cd".repeat(32)];
  const content = [gone, one].map((file) => ({ type: "figure", attrs: { file, alt: `Ảnh ${file.slice(0, 2)}` } }));
  const body = validateBody({ type: "doc", content });
  const picture = {
    sha256: one,
    cut: "",
    state: "ready",
    mediaType: "image/jpeg",
    width: 3000,
    height: 2000,
    renditions: renditionsOf(3000, 2000),
  };
  const pictures = shownOf([picture as PictureFile], picturePath, documentPath);
  const url = `https://phuong.example${picturePath(one, 1440, "jpeg")}`;
  const shown = anArticle({ body }, { pictures });
  expect(articleMetadata(site, shown, origin).openGraph).toMatchObject({
    images: [{ url, width: 1440, height: 960, alt: "Ảnh cd" }],
  });
  expect(articleThings(site, shown, origin)[0].image).toMatchObject({
    "@type": "ImageObject",
    url,
    width: "1440",
  });
  expect(articleMetadata(site, anArticle(), origin).openGraph).not.toHaveProperty("images");
  expect(articleThings(site, anArticle(), origin)[0]).not.toHaveProperty("image");
});

test("a source without a name is told by its address, as machines spell it where its letters mislead", () => {
  expect(text(anArticle({ source: { name: "", url: "https://bao.example/a" } }))).toContain("https://bao.example/a");
  expect(text(anArticle({ source: { name: "", url: "https://bаo.example/a" } }))).toContain(
    "https://xn--bo-7kc.example/a",
  );
});

test("a source is a link only when its address is a safe one", () => {
  const linked = renderToStaticMarkup(
    <ArticleView article={anArticle({ source: { name: "Báo", url: "https://bao.example/a" } })} />,
  );
  expect(linked).toContain('<a href="https://bao.example/a" rel="external">Báo</a>');
  expect(
    renderToStaticMarkup(<ArticleView article={anArticle({ source: { name: "Báo", url: "javascript:x" } })} />),
  ).not.toContain("javascript");
});

test("an abbreviation says its words in a headline as well, and all of them are listed for those who cannot point at one", () => {
  const content = { headline: "UBND phường họp", standfirst: "Bàn về CCHC.", body: paragraph("HĐND và UBND cùng dự.") };
  const shown = html(anArticle(content));
  expect(shown).toContain('<h1><abbr title="Ủy ban nhân dân">UBND</abbr> phường họp</h1>');
  expect(shown).toContain('<abbr title="cải cách hành chính">CCHC</abbr>');
  const [, list = ""] = /<details class="abbreviations">(.*?)<\/details>/.exec(shown) ?? [];
  expect([...list.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, short]) => short)).toEqual([
    ...["UBND", "CCHC", "HĐND"],
  ]);
  expect(html(anArticle())).not.toContain("abbreviations");
  expect(JSON.stringify(articleMetadata(site, anArticle(content), origin))).not.toContain("Ủy ban");
});

test("no text can end the block of data for machines", () => {
  const hostile = anArticle({ headline: "</script><script>alert(1)</script>" });
  const block = renderToStaticMarkup(<StructuredData things={articleThings(site, hostile, origin)} />);
  const [, data = ""] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(block) ?? [];
  expect(JSON.parse(data)["@graph"][0]).toMatchObject({
    headline: "</script><script>alert(1)</script>",
    mainEntityOfPage: "https://phuong.example/thong-bao/phuong-hop-31",
    datePublished: "2021-06-23T10:27:00+07:00",
  });
});

test("machines are told of each correction with its day, as it was told to readers, and of no update as one", () => {
  const at = new Date("2021-06-25T03:00:00Z");
  const told: LiveArticle["notes"] = [
    { kind: "update", text: "Thêm ảnh.", at },
    { kind: "correction", text: "Có 12 đội.", at },
  ];
  const corrected = anArticle({}, { notes: told });
  expect(articleThings(site, corrected, origin)[0].correction).toEqual([
    { "@type": "CorrectionComment", text: "Có 12 đội.", datePublished: "2021-06-25T10:00:00+07:00" },
  ]);
  expect(articleThings(site, anArticle(), origin)[0]).not.toHaveProperty("correction");
});

test("machines are told by whom an article is published, with the emblem where the site has one", () => {
  const sizes = [360, 512].map((width) => ({ address: `/_tep/x/${width}.jpeg`, width }));
  const emblem = { width: 512, height: 256, placeholder: "", sources: [{ format: "jpeg" as const, sizes }] };
  expect(articleThings(site, anArticle(), origin, emblem)[0].publisher).toMatchObject({
    name: "UBND phường",
    logo: { "@type": "ImageObject", url: `${origin}/_tep/x/512.jpeg`, width: "512", height: "256" },
  });
  expect(articleThings(site, anArticle(), origin)[0].publisher).not.toHaveProperty("logo");
});

test("machines are told the way from the home page down to an article", () => {
  const [, way] = articleThings(site, anArticle(), origin);
  expect(way.itemListElement).toMatchObject([
    { position: 1, name: "Trang chủ", item: "https://phuong.example/" },
    { position: 2, item: "https://phuong.example/thong-bao" },
    { position: 3, item: "https://phuong.example/thong-bao/phuong-hop-31" },
  ]);
});

test("machines are told when a later text replaced the first one, and else that none did", () => {
  const updatedAt = new Date("2021-06-24T07:05:00Z");
  const modified = (shown: LiveArticle) => articleThings(site, shown, origin)[0].dateModified;
  expect(modified(anArticle({}, { updatedAt }))).toBe("2021-06-24T14:05:00+07:00");
  expect(modified(anArticle())).toBe("2021-06-23T10:27:00+07:00");
});

test("machines are told what is asked and how the office answers, and never who asked", () => {
  const quoted = { type: "paragraph", attrs: { id: "b", align: null }, content: [{ type: "text", text: "Ai khai?" }] };
  const body = {
    type: "doc",
    content: [
      { type: "blockquote", attrs: { id: "a" }, content: [quoted] },
      { ...quoted, attrs: { id: "c", align: null }, content: [{ type: "text", text: "Cả hai đều khai được." }] },
    ],
  } as LiveArticle["content"]["body"];
  const [, , page] = articleThings(site, anArticle({ kind: "qa", headline: "Khai tạm trú", body }), origin);
  const url = "https://phuong.example/thong-bao/phuong-hop-31";
  const date = "2021-06-23T10:27:00+07:00";
  expect(page).toEqual({
    ...{ "@type": "QAPage", url, inLanguage: "vi" },
    mainEntity: [
      {
        ...{ "@type": "Question", name: "Khai tạm trú", text: "Ai khai?", answerCount: 1 },
        acceptedAnswer: {
          ...{ "@type": "Answer", text: "Cả hai đều khai được.", url, datePublished: date, dateModified: date },
          author: {
            ...{ "@type": "GovernmentOrganization", "@id": "https://phuong.example/#co-quan" },
            ...{ name: "UBND phường", url: "https://phuong.example/" },
          },
        },
      },
    ],
  });
  expect(articleThings(site, anArticle({ body }), origin)).toHaveLength(2);
  expect(articleThings(site, anArticle({ kind: "qa" }), origin)).toHaveLength(2);
});

test("machines are told where the same is said in English, while it is", () => {
  expect(articleThings(site, anArticle(), origin, null, "/en/ward-meets-32")[0].workTranslation).toEqual({
    ...{ "@type": "CreativeWork", url: "https://phuong.example/en/ward-meets-32", inLanguage: "en" },
  });
  expect(articleThings(site, anArticle(), origin)[0]).not.toHaveProperty("workTranslation");
});

test("machines are told when a notice holds no more, and nothing of it of what is no notice", () => {
  const validUntil = "2026-01-07T01:00:00.000Z";
  const [notice] = articleThings(site, anArticle({ kind: "notice", validUntil }), origin);
  expect(notice.expires).toBe("2026-01-07T08:00:00+07:00");
  expect(articleThings(site, anArticle({ validUntil }), origin)[0]).not.toHaveProperty("expires");
});

test("no element of the metadata is empty", () => {
  const values = Object.values(articleMetadata(site, anArticle(), origin).other ?? {});
  expect(values.length).toBeGreaterThan(5);
  expect(values).not.toContain("");
});

test("what is no plain news says what it is", () => {
  expect(text(anArticle())).not.toContain("Tin");
  expect(text(anArticle({ kind: "interview" }))).toContain("Phỏng vấn");
  expect(html(anArticle({ kind: "photo_story" }))).toContain('class="article form-photo_story"');
});

test("a notice holds until its hour, as long as its page is kept; then it says that it does not", () => {
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const still = anArticle({ kind: "notice", validUntil: soon });
  expect(text(still)).toContain("Thông báo có hiệu lực đến");
  expect(lastsUntil(html(still))).toBe(Date.parse(soon));
  const over = anArticle({ kind: "notice", validUntil: "2021-06-24T10:00:00.000Z" });
  expect(text(over)).toContain("Thông báo này đã hết hiệu lực lúc 17:00 ngày 24/6/2021.");
  expect(lastsUntil(html(over))).toBeNull();
});

test("an hour that was said while it was a notice means nothing once it is none", () => {
  const news = anArticle({ kind: "news", validUntil: "2021-06-24T10:00:00.000Z" });
  expect(text(news)).not.toContain("hiệu lực");
});

test("in an interview a paragraph that is bold as a whole asks; elsewhere it is bold", () => {
  const words = (said: string, bold: boolean) => ({ type: "text", text: said, marks: bold ? [{ type: "bold" }] : [] });
  const body = {
    type: "doc",
    content: [
      { type: "paragraph", content: [words("Vì sao chọn bờ hồ?", true)] },
      { type: "paragraph", content: [words("Vì ", false), words("gần", true), words(" dân.", false)] },
    ],
  };
  const asked = html(anArticle({ kind: "interview", body: validateBody(body) }));
  expect(asked.match(/<p class="question">.*?<\/p>/g)).toHaveLength(1);
  expect(asked).toContain('<p class="question"><strong>Vì sao chọn bờ hồ?</strong></p>');
  expect(html(anArticle({ body: validateBody(body) }))).not.toContain("question");
});
