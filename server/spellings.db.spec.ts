import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { redirects } from "#db/schema/publishing.ts";
import { sealed } from "#db/seal.ts";
import { transaction } from "#db/transaction.ts";
import { englishPath, translationPath } from "#features/addresses/english.ts";
import { archivePath, questionsPath, topicPath, topicsPath, weekPath, weeksPath } from "#features/addresses/lists.ts";
import {
  apiArticlePath,
  apiArticlesPath,
  apiDescriptionPath,
  apiSearchPath,
  apiSectionsPath,
  feedPath,
  manifestPath,
  openSearchPath,
  securityPath,
} from "#features/addresses/machines.ts";
import { paperPath, papersPath } from "#features/addresses/papers.ts";
import { sitemapPath } from "#features/addresses/public.ts";
import { askPath, lookUpPath } from "#features/addresses/questions.ts";
import { attachmentOf, readyFile } from "#features/files/testing.ts";
import { published, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import {
  publishedPage,
  publishedPaper,
  publishedTopic,
  publishedTranslation,
  publishedWeek,
} from "#features/moves/testing-root.ts";
import { find, findOldAddress } from "#features/reading/find.ts";
import type { Site } from "#features/reading/types.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { isoDayOf, weekOf } from "#lib/dates.ts";
import { makePageCache } from "./page-cache.ts";
import { makeReader } from "./reader.ts";
import type { Reply } from "./reply.ts";

/*
 * Each kind of address in each wrong spelling, over HTTP: one step leads to the right one.
 */

const { office } = oneOffice();
const today = isoDayOf(new Date());
const WEEK = "2026-11-30";
/** Where an older system had the article: what people typed there had Vietnamese letters. */
const OLD = "/tin/lễ-hội-đình-làng.html";

/** The kinds, by a path that is made once the office is there. */
const KINDS = {
  home: "/",
  article: "",
  section: "/tin-tuc",
  "further page of a section": "/tin-tuc/trang/2",
  "page that stands for itself": "/lien-he",
  tag: "/tu-khoa/hoi-thao",
  "further page of a tag": "/tu-khoa/hoi-thao/trang/2",
  author: "/tac-gia/le-thu",
  archive: "/luu-tru",
  year: archivePath(today.slice(0, 4)),
  month: archivePath(today.slice(0, 7)),
  day: archivePath(today),
  "further page of a day": archivePath(today, 2),
  corrections: "/dinh-chinh",
  "corrections in English": "/en/corrections",
  "sitemap for people": "/so-do",
  statistics: "/thong-ke",
  "page of a document": "",
  "feeds for people": "/rss",
  feed: "/rss.xml",
  "feed of a section": "/tin-tuc/atom.xml",
  "feed of a tag": "/tu-khoa/hoi-thao/feed.json",
  "feed of an author": "/tac-gia/le-thu/rss.xml",
  search: "/tim-kiem",
  robots: "/robots.txt",
  sitemap: "/sitemap.xml",
  "part of a sitemap": sitemapPath(1),
  "sitemap of news": sitemapPath("news"),
  papers: papersPath,
  paper: "",
  topics: topicsPath(),
  topic: topicPath("di-tron-mot-vong-ho"),
  "feed of a topic": feedPath("rss", topicPath("di-tron-mot-vong-ho")),
  weeks: weeksPath,
  week: weekPath(weekOf(WEEK)),
  questions: questionsPath(),
  "form of a question": askPath,
  "form of a code": lookUpPath,
  "feed of answers": feedPath("atom", questionsPath()),
  "list of all in English": englishPath(),
  "page in English": "",
  "feed of all in English": feedPath("json", englishPath()),
  "list for programs": apiArticlesPath,
  "article for programs": "",
  "sections for programs": apiSectionsPath,
  "description for programs": apiDescriptionPath,
  manifest: manifestPath,
  "description of the search": openSearchPath,
  "place for researchers of security": securityPath,
};

/** Ways of spelling a path otherwise; the same path where one makes no difference. */
const SPELLINGS: Record<string, (path: string) => string> = {
  "in capitals": (path) => path.toUpperCase(),
  "with a capital": (path) => path.replace(/[a-z]/, (letter) => letter.toUpperCase()),
  "with a slash at its end": (path) => (path === "/" ? path : `${path}/`),
  "with two slashes at its end": (path) => (path === "/" ? path : `${path}//`),
  "with two slashes within": (path) => path.replace(/(.)\//, "$1//"),
  "with letters that are percent-encoded": (path) =>
    path.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  "with every sign percent-encoded": (path) =>
    path.replace(/[^/]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`),
  "with all of that": (path) =>
    path === "/"
      ? path
      : `${path.replace(/[a-z](?=[a-z])/, (letter) => `%${letter.toUpperCase().charCodeAt(0).toString(16)}`)}//`,
};

let base = "";
let end = () => undefined as unknown;
beforeAll(async () => {
  const { siteId, reporter } = office;
  const tag = await transaction((tx) => tagCalled(tx, { siteId, personId: null, because: "demo" }, "hội thao"));
  const pdf = await readyFile(reporter, undefined, { mediaType: "application/pdf", name: "Kế hoạch.pdf" });
  const first = await published(office, {
    tagIds: [tag.id],
    body: { type: "doc", content: [attachmentOf(pdf.sha256)] },
  });
  for (let count = 0; count < 20; count += 1) await published(office, { tagIds: [tag.id] });
  const root = await rootOf(office);
  await publishedPage(root);
  await publishedTopic(root);
  await publishedWeek(root, WEEK);
  KINDS.article = `/dang-doan-the/khai-mac-hoi-thao-phuong-${first}`;
  KINDS.paper = paperPath("quy-che", await publishedPaper(root));
  KINDS["page in English"] = translationPath("ward-sports-day", await publishedTranslation(root, first));
  KINDS["article for programs"] = apiArticlePath(first);
  await database()
    .insert(redirects)
    .values(sealed(redirects, { siteId, fromPath: OLD, toDocumentId: first }));
  KINDS["page of a document"] = `/tep/${pdf.id}/ke-hoach`;
  const cache = makePageCache<Reply>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  const site = { id: siteId, key: "thu", host: null } as Site;
  const reader = makeReader({
    sites: { of: () => site, reload: async () => undefined },
    ...{ cache, throttle: { admits: () => true }, searches: { admits: () => true }, find, findOldAddress },
    draw: async () => ({ status: 200, type: "text/html; charset=utf-8", body: Buffer.from("<p>trang</p>") }),
    hadDatabaseSince: () => true,
    inOneSnapshot: (work) => work(),
    ...{ headersForAll: {}, fontsAhead: "" },
  });
  const server = createServer((request, response) => void reader.answer(request, response, "203.0.113.7")).listen(0);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  end = () => server.close();
}, 120_000);
afterAll(() => end());

const get = async (path: string) => {
  const { status, headers } = await fetch(base + path, { redirect: "manual" });
  return [status, headers.get("location")];
};

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])("a %s", (kind) => {
  test("is there in its right spelling", async () => {
    expect(await get(KINDS[kind])).toEqual([200, null]);
  });

  test.each(Object.keys(SPELLINGS))("%s leads there in one step", async (how) => {
    const wrong = SPELLINGS[how]?.(KINDS[kind]) ?? "";
    expect([wrong, await get(wrong)]).toEqual([wrong, wrong === KINDS[kind] ? [200, null] : [308, KINDS[kind]]]);
  });
});

test("a date without its zeros leads to the one with them", async () => {
  const [year, month, day] = today.split("-").map(Number);
  const short = `/luu-tru/${year}/${month}/${day}`;
  expect(await get(short)).toEqual(short === KINDS.day ? [200, null] : [308, KINDS.day]);
});

test("an address of Vietnamese letters leads on in one step, from whatever keyboard they come", async () => {
  const decomposed = OLD.normalize("NFD");
  expect(decomposed).not.toBe(OLD);
  for (const one of [OLD, decomposed, `/${decomposed}//`])
    for (const spelt of [encodeURI(one), encodeURI(one).toLowerCase()])
      expect([spelt, await get(spelt)]).toEqual([spelt, [308, KINDS.article]]);
  for (const words of ["/dang-doan-the/hội-thao", "/đảng/Lễ-Hội"].map((one) => one.normalize("NFD"))) {
    const [, number = ""] = /-(\d+)$/.exec(KINDS.article) ?? [];
    expect(await get(encodeURI(`${words}-${number}`))).toEqual([308, KINDS.article]);
  }
});

test("what programs look for keeps its words where the address was spelt otherwise", async () => {
  const right = `${apiSearchPath}?q=h%E1%BB%99i`;
  expect(await get(right)).toEqual([200, null]);
  for (const wrong of [right.replace("/api", "/API"), right.replace("?", "/?"), right.replace("/v1", "//v1")])
    expect([wrong, await get(wrong)]).toEqual([wrong, [308, right]]);
});

test("the bytes of a file are asked for in small letters", async () => {
  const right = `/_tep/${"ab".repeat(32)}/ke-hoach.pdf`;
  for (const wrong of [right.toUpperCase(), `/${right}`, right.replace("_", "%5F"), `${right}/`])
    expect(await get(wrong)).toEqual([308, right]);
  for (const none of [`/_tep/${"ab".repeat(31)}/ke-hoach.pdf`, "/_TEP/ke-hoach.pdf"])
    expect((await get(none))[0]).toBe(404);
});
