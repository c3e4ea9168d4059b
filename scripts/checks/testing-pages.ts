import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { translationPath } from "#features/addresses/english.ts";
import type { Drawable } from "#features/addresses/inside.ts";
import { weekPath } from "#features/addresses/lists.ts";
import { paperPath } from "#features/addresses/papers.ts";
import { choose as chooseForFront } from "#features/arranging/commands.ts";
import type { Fact } from "#features/facts/facts.ts";
import { importFile } from "#features/importing/import-file.ts";
import { newBand, usualBands } from "#features/kinds/front.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import {
  anOffice,
  type Office,
  published,
  type Root,
  rootOf,
  seen,
  submitted,
  typeIn,
} from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import {
  publishAtRoot,
  publishedPage,
  publishedPaper,
  publishedTopic,
  publishedTranslation,
  publishedWeek,
  typeAtRoot,
} from "#features/moves/testing-root.ts";
import { find } from "#features/reading/find.ts";
import { siteByKey } from "#features/reading/queries.ts";
import { sitemap, sitemapPart } from "#features/reading/sitemap.ts";
import type { Choice } from "#features/topics/choice.ts";
import { choose } from "#features/topics/commands.ts";
import { daysAfter, isoDayOf, mondayOf, weekOf } from "#lib/dates.ts";
import { makePageCache } from "#server/page-cache.ts";
import { drawn } from "./testing-drawing.ts";

/** A page as it was kept: whatever readers, their browsers and search engines get of it. */
type Page = { words: string; size: number; keep: true; until: null };

/** Every page is a site's own but those whose names begin so. */
const ELSEWHERE = "elsewhere: ";
export const isElsewhere = (name: string) => name.startsWith(ELSEWHERE);

/**
 * A site for all tests of a spec file, with a page of each kind, and another site. Every page is drawn by its own file and its own
 * queries, and kept as the front keeps it.
 *
 * @param whileDrawn goes on while a page is drawn that is not kept
 */
export function readersPages(
  whileDrawn: (name: string, draw: () => Promise<string>) => Promise<string> = (_, draw) => draw(),
) {
  const { db, rows, office } = oneOffice();
  const cache = makePageCache<Page>({ maxBytes: 100_000_000, keepForMs: 600_000 });
  cache.setKeeping(true);
  const root = {} as Root;
  const ids = {
    first: 0,
    plain: 0,
    hidden: 0,
    gone: 0,
    merged: 0,
    contact: 0,
    quiet: 0,
    paper: 0,
    older: 0,
    gonePaper: 0,
    draft: 0,
    front: 0,
    site: 0,
    topic: 0,
    week: 0,
    lastWeek: 0,
    english: 0,
    englishPage: 0,
  };
  /** The pages that are looked at, by a name of the test's own. */
  const pages = new Map<string, () => Promise<unknown>>();
  const kinds = new Set<Drawable["kind"] | "moved">();
  let key = "";
  let heardUntil = 0;

  const lookAt = (...paths: string[]) => {
    for (const path of paths)
      pages.set(path, async () => {
        const [asked = "", query] = path.split("?");
        const found = await find(office.siteId, asked, query === undefined ? "" : `?${query}`);
        kinds.add(found.kind);
        return found.kind === "moved" ? found : [found, await drawn(key, found)];
      });
  };
  const placeOf = (name: string) => ({ siteId: office.siteId, path: name });
  // What is counted ends with the hour, whoever counts, and these tests may go on over it.
  // The form of a question has another secret each time it is drawn, and is kept nowhere but here.
  const wordsOf = async (name: string) =>
    JSON.stringify(await pages.get(name)?.())
      .replace(/"data-lasts-until":"[^"]*:00:00\.000Z"/g, "")
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");

  /** Draws whatever is not kept. */
  async function drawAll(): Promise<void> {
    for (const name of pages.keys()) {
      if (cache.find(placeOf(name))) continue;
      await cache.make(placeOf(name), async () => {
        const words = await whileDrawn(name, () => wordsOf(name));
        return { words, size: words.length, keep: true, until: null };
      });
      expect(cache.find(placeOf(name)), `${name} is kept`).toBeDefined();
    }
  }

  async function hear(): Promise<void> {
    const news = await rows("select id, facts from announcements where id > $1 order by id", [heardUntil]);
    for (const { id, facts } of news) {
      heardUntil = Number(id);
      cache.forget(facts as Fact[]);
    }
  }

  /** @returns which pages a change has made forgotten, in the order of their names */
  async function forgottenBy(change: () => Promise<unknown>): Promise<string[]> {
    await hear();
    await drawAll();
    await change();
    await hear();
    const stale: string[] = [];
    const forgotten: string[] = [];
    for (const name of pages.keys()) {
      const kept = cache.find(placeOf(name));
      if (!kept) forgotten.push(name);
      else if (kept.words !== (await wordsOf(name))) stale.push(name);
    }
    expect(stale, "kept, though it says something else by now").toEqual([]);
    return forgotten.sort();
  }

  /** The front of a section that says what of it is read most, and which notices it has. */
  async function arrangeSection(): Promise<void> {
    const ofNews = await start(root.editor, "front");
    const notices = { ...newBand("articles", "thong-bao"), rule: { by: "form" as const, form: "notice" as const } };
    const bands = [...usualBands(office.news), newBand("most_read", "doc-nhieu"), notices];
    await typeAtRoot(root.editor, ofNews, { sectionId: office.news, bands });
    await publishAtRoot(root, ofNews);
  }

  beforeAll(async () => {
    Object.assign(root, await rootOf(office));
    const far = await anOffice();
    [{ key }] = await rows("select key from sites where id = $1", [office.siteId]);
    // Enough for a second page of the section: what stands last is on it. No two say the same.
    ids.first = await published(office, { headline: "Bài đầu", slug: "bai-dau" });
    for (let count = 0; count < 20; count += 1)
      ids.plain = await published(office, { headline: `Bài thứ ${count}`, slug: "khai-mac-hoi-thao-phuong" });
    ids.hidden = await published(office, { slug: "tam-go" });
    ids.gone = await published(office, { slug: "da-go" });
    ids.merged = await published(office, { slug: "da-gop" });
    await carryOut(office.editor, "hide", ids.hidden, { reason: "Chờ kiểm tra" });
    await carryOut(office.approver, "withdraw", ids.gone, { reason: "expired" });
    await carryOut(office.approver, "withdraw", ids.merged, { reason: "merged", mergedIntoId: ids.first });
    ids.contact = await publishedPage(root);
    ids.quiet = await publishedPage(root, { title: "Lịch tiếp dân", slug: "lich-tiep-dan", place: "none" });
    ids.older = await publishedPaper(root, { reference: "1/2025/QĐ-UBND", slug: "quy-che-cu" });
    ids.paper = await publishedPaper(root, { replaces: [ids.older] });
    ids.gonePaper = await publishedPaper(root, { reference: "9/2026/QĐ-UBND", slug: "da-go" });
    await carryOut(root.approver, "withdraw", ids.gonePaper, { reason: "error" });
    ids.week = await publishedWeek(root, MONDAY);
    ids.lastWeek = await publishedWeek(root, daysAfter(MONDAY, -7));
    ids.draft = await submitted(office, { slug: "dang-cho", secondSectionIds: [office.elsewhere] });
    ids.front = await start(root.editor, "front");
    await publishAtRoot(root, ids.front);
    await chooseForFront(root.editor, { sectionId: null, base: 0, over: 0 }, () => [
      { band: "lead", slot: 1, article: ids.plain, until: null },
    ]);
    await arrangeSection();
    ids.site = await start(root.editor, "site");
    await published(far);

    lookAt(
      ...[
        "/",
        "/robots.txt",
        "/.well-known/security.txt",
        "/opensearch.xml",
        "/manifest.webmanifest",
        "/rss",
        "/sitemap.xml",
        "/sitemap-news.xml",
        "/khong-co",
        "/tim-kiem",
        "/lien-he",
        "/lich-tiep-dan",
        "/trang-moi",
        "/thong-bao",
      ],
      ...[...FEEDS, ...API_LISTS, "/api/v1/sections", "/api/v1/openapi.json", "/api/v1/x"],
      ...[ids.first, ids.plain, ids.hidden, ids.gone, ids.draft].map(inApi),
      ...["/tin-tuc", "/tin-tuc/trang/2", "/dang-doan-the", "/dang-doan-the/trang/2", "/cu/bai.html"],
      ...[article(ids.first, "bai-dau"), article(ids.plain), article(ids.draft, "dang-cho")],
      ...[article(ids.hidden, "tam-go"), article(ids.gone, "da-go"), article(ids.merged, "da-gop")],
    );
    lookAt(
      ...PAPER_LISTS,
      `/van-ban?sau=${ids.paper}`,
      paperPath("quy-che", ids.paper),
      paperPath("quy-che-cu", ids.older),
      paperPath("da-go", ids.gonePaper),
    );
    lookAt("/hoi-dap", "/hoi-dap/rss.xml", "/hoi-dap/gui", "/hoi-dap/tra-cuu");
    lookAt(...WEEKS);
    lookAt(...DATES, ...AUTHORS, "/tu-khoa/hoi-thao", "/dinh-chinh", "/so-do", "/thong-ke");
    // In parts, as those of a large site are.
    pages.set(INDEX_OF_SITEMAPS, async () => {
      const site = await siteByKey(key);
      return sitemap(site?.id ?? 0, "https://thu.example", 7);
    });
    for (const part of [1, 2]) {
      pages.set(`/sitemap-${part}.xml`, async () => {
        const site = await siteByKey(key);
        return sitemapPart(site?.id ?? 0, "https://thu.example", part, 7);
      });
    }
    const [other] = await rows("select key from sites where id = $1", [far.siteId]);
    pages.set(`${ELSEWHERE}home`, () => drawn(other.key, { kind: "home" }));
    pages.set(`${ELSEWHERE}section`, () => drawn(other.key, { kind: "section", id: far.party, page: 1 }));
  }, 120_000);

  const site = {
    ...{ db, rows, office, root, ids, pages, kinds, lookAt, drawAll, forgottenBy },
    /** The names of this site's pages. */
    everything: () => [...pages.keys()].filter((name) => !isElsewhere(name)).sort(),
    /** Other words of an article that is live. */
    async updated(id: number, change: Parameters<typeof typeIn>[2], move: "revise" | "correct" = "revise") {
      await carryOut(office.reporter, move, id, {});
      await typeIn(office.reporter, id, change);
      await carryOut(office.reporter, "submit", id, {});
      await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    },
    /** Other words of a page that is live. */
    async updatedAtRoot(id: number, change: Parameters<typeof typeAtRoot>[2]) {
      await carryOut(root.editor, "revise", id, {});
      await typeAtRoot(root.editor, id, change);
      await publishAtRoot(root, id);
    },
    /** A topic with two of the articles, one of them pinned, and its pages. */
    async withTopic() {
      ids.topic = await publishedTopic(root, { slug: "vong-ho" });
      for (const id of [ids.first, ids.plain]) await site.chosen("added", id);
      await site.chosen("pinned", ids.first);
      lookAt("/chu-de", ...TOPIC);
    },
    /** English sisters of an article and of a page, and what is said in English of what readers do not get. */
    async withEnglish() {
      ids.english = await publishedTranslation(root, ids.first);
      ids.englishPage = await publishedTranslation(root, ids.contact, { title: "Contact", slug: "contact" });
      lookAt(...ENGLISH, ...englishOf(ids.english), "/en/khong-co");
      await carryOut(root.editor, "correct", ids.english, {});
      await typeAtRoot(root.editor, ids.english, { correction: "There are 12 teams." });
      await publishAtRoot(root, ids.english);
      lookAt(ENGLISH_CORRECTIONS);
      lookAt(
        translationPath("contact", ids.englishPage),
        translationPath("da-go", ids.gone),
        translationPath("tam-go", ids.hidden),
      );
    },
    /** A press for an article in it. */
    chosen: (choice: Choice, articleId: number) => choose(office.editor, { topicId: ids.topic, articleId, choice }),
  };
  return site;
}

/** An article's own addresses: its page, and what programs of others get of it. */
export const ownOf = (id: number, slug?: string) => [article(id, slug), inApi(id)];

export const article = (id: number, slug = "khai-mac-hoi-thao-phuong") => `/dang-doan-the/${slug}-${id}`;

/** The list of papers, whole, narrowed, and from somewhere on. */
export const PAPER_LISTS = ["/van-ban", "/van-ban?loai=quyet-dinh", "/van-ban?hieu-luc=con-hieu-luc"];

const MONDAY = mondayOf(isoDayOf(new Date()));
/** The calendars of this week and the last one. */
export const WEEKS = ["/lich-cong-tac", weekPath(weekOf(MONDAY)), weekPath(weekOf(daysAfter(MONDAY, -7)))];

/** The feeds in which the newest of the office's section stand. */
export const FEEDS = ["/rss.xml", "/atom.xml", "/feed.json", "/dang-doan-the/rss.xml", "/tin-tuc/feed.json"];

/** What programs of others get of the office's newest, whole or section by section. */
export const API_LISTS = [
  "/api/v1/articles",
  "/api/v1/articles?section=dang-doan-the",
  "/api/v1/articles?section=tin-tuc",
];
/** The topic's own pages. */
export const TOPIC = ["/chu-de/vong-ho", "/chu-de/vong-ho/atom.xml"];

/** All that the site has in English, and the feed of it. */
export const ENGLISH = ["/en", "/en/rss.xml"];

/** What was wrong in it. */
export const ENGLISH_CORRECTIONS = "/en/corrections";

/** An English sister's own page. */
export const englishOf = (id: number) => [translationPath("ward-sports-day", id)];

/** The same of one article. */
export const inApi = (id: number) => `/api/v1/articles/${id}`;

/** The pages on which a change of a list of the office's section shows, and those of the sitemap. */
export const LISTS = [
  "/",
  "/dang-doan-the",
  "/dang-doan-the/trang/2",
  "/tin-tuc",
  "/tin-tuc/trang/2",
  ...FEEDS,
  ...API_LISTS,
];
const [YEAR, MONTH, DAY] = isoDayOf(new Date()).split("-");
/** The archive down to the day of all that is published here. */
export const DATES = [
  ...["/luu-tru", `/luu-tru/${YEAR}`, `/luu-tru/${YEAR}/${MONTH}`],
  ...[`/luu-tru/${YEAR}/${MONTH}/${DAY}`, `/luu-tru/${YEAR}/${MONTH}/${DAY}/trang/2`],
];
/** The pages of whoever writes all of it. */
export const AUTHORS = ["/tac-gia/le-thu", "/tac-gia/le-thu/trang/2", "/tac-gia/le-thu/rss.xml"];
/** Where an article that comes or goes shows beside its sections; the last one says how many these list. */
export const BESIDE_LISTS = [...DATES, ...AUTHORS, "/so-do"];
/** What `/sitemap.xml` is of a large site. */
const INDEX_OF_SITEMAPS = "/sitemap-parted.xml";
export const SITEMAPS = [
  ...["/sitemap.xml", INDEX_OF_SITEMAPS, "/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-news.xml"],
];

/** Has the reporter import an article into a section that is called so; `folder` is for its file. */
export async function importedFrom(
  folder: string,
  { siteId, reporter }: Office,
  section: string,
  oldUrl: string | null,
) {
  const path = join(folder, "trang.txt");
  writeFileSync(path, `${section}\n\nMở lại cầu Ao Cả\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai, ${section}.\n`);
  const run = {
    ...{ siteId, origin: "http://phuong.example", personId: reporter.personId },
    ...{ email: "reporter@thu.example", section: null, live: false, makeSections: true },
  };
  const old = oldUrl === null ? null : { path: oldUrl, host: null };
  const kept = { batchId: null, met: new Set<string>() };
  return importFile({ ...run, oldUrl: old }, kept, { name: "trang.txt", path }, false, new Date());
}
