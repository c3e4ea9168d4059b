import type { Archive } from "#db/testing-archive.ts";
import { sectionPath } from "#features/addresses/public.ts";
import { deskDocument } from "#features/desk/desk-document.ts";
import { filterOf, type ListFilter } from "#features/desk/list-filter.ts";
import { articleList, deskHome, pageList } from "#features/desk/queries.ts";
import { batchesDone, batchesWaiting } from "#features/importing/queries.ts";
import { outbox, ownMails } from "#features/mail/queries.ts";
import { find } from "#features/reading/find.ts";
import { frontPage } from "#features/reading/front.ts";
import { PAGE_SIZE } from "#features/reading/page-size.ts";
import { goneDocument, liveArticle, pageLinks, sectionPage, sectionTree } from "#features/reading/queries.ts";
import { NUMBERS_IN_A_FILE, sitemap, sitemapPart } from "#features/reading/sitemap.ts";
import { countInSection } from "#features/reading/store.ts";

/** @param round counts from 0: each asks for something else where that is possible */
type Ask = (round: number) => Promise<unknown>;

/** Everything that is asked of an archive, by what it is called in the report: another list is another line. */
export async function listsOf(archive: Archive): Promise<[what: string, ask: Ask][]> {
  return [...(await siteLists(archive)), ...deskLists(archive)];
}

const ORIGIN = "https://luu-tru.example";

async function siteLists({ siteId, base, articles, large, small }: Archive): Promise<[string, Ask][]> {
  const pagesOf = async (id: number) => Math.ceil((await countInSection(siteId, id)) / PAGE_SIZE);
  const last = await pagesOf(large.id);
  const shown = (await countInSection(siteId, large.id)).toLocaleString("en");
  const number = (round: number) => aLiveOne({ base, articles }, round);
  const runs = Math.floor((base + articles) / NUMBERS_IN_A_FILE);
  return [
    ["home", () => frontPage(siteId, null)],
    [`front of a section of ${shown}`, () => frontPage(siteId, large.id)],
    ["menu: sections and pages", () => Promise.all([sectionTree(siteId), pageLinks(siteId)])],
    [`section of ${shown}, first page`, () => sectionPage(siteId, large.id, 1)],
    [
      `section of ${shown}, a page in the middle`,
      (round) => sectionPage(siteId, large.id, Math.ceil(last / 2) + round),
    ],
    [`section of ${shown}, last page`, () => sectionPage(siteId, large.id, last)],
    ["smaller section, first page", () => sectionPage(siteId, small.id, 1)],
    ["address of the last page", () => find(siteId, sectionPath(large.slug, last), "")],
    ["address of an article", (round) => find(siteId, `/x/x-${number(round)}`, "")],
    ["address of an older system", (round) => find(siteId, `/cu/${number(round) - base - 3}.html`, "")],
    ["article", (round) => liveArticle(siteId, number(round))],
    ["withdrawn article", (round) => goneDocument(siteId, number(round) - 8)],
    ["sitemap, its index", () => sitemap(siteId, ORIGIN)],
    [
      `sitemap, a file of ${NUMBERS_IN_A_FILE}`,
      (round) => sitemapPart(siteId, ORIGIN, 2 + (round % Math.max(1, runs))),
    ],
  ];
}

/** The number of a live article; those of all rounds lie all over the archive. */
function aLiveOne({ base, articles }: Pick<Archive, "base" | "articles">, round: number): number {
  return base + 50 * Math.floor(((round * 0.618) % 1) * (articles / 50)) + 15;
}

/** What the desk asks for people who have their role on the whole site, and in one section of it. */
function deskLists({ siteId, people, small, ...archive }: Archive): [string, Ask][] {
  const usual = filterOf({});
  const administrator = { siteId, grants: [{ role: "administrator", sectionId: null }] as const };
  const filters: [string, Partial<ListFilter>][] = [
    ["all articles, first page", {}],
    ["all articles, further on", { cursor: { way: "after", at: "2016-01-01T00:00:00Z", id: 1 } }],
    ["all articles by the date that readers see, oldest first", { date: "published", oldestFirst: true }],
    ["all articles of a section", { sectionId: small.id }],
    ["all articles of a person", { personId: people.reporter }],
    ["all articles of one month", { date: "published", from: "2015-01-01", until: "2015-01-31" }],
    ["all articles with certain words", { words: "họp bàn việc chung" }],
    ["all articles with words that nobody wrote", { words: "khong co o dau" }],
    ["what is withdrawn", { stand: "withdrawn" }],
    ["what is under review", { stand: "in_review" }],
  ];
  const ofStaff = Object.entries(people).flatMap(([role, personId]) => {
    const staff = { siteId, personId };
    const as = (what: string, ask: Ask): [string, Ask] => [`${role.replaceAll("_", " ")}: ${what}`, ask];
    return [
      as("desk home", () => Promise.all([deskHome(staff), batchesWaiting(staff)])),
      ...filters.map(([what, filter]) => as(what, () => articleList(staff, { ...usual, ...filter }))),
      as("batches", () => Promise.all([batchesWaiting(staff), batchesDone(staff, null)])),
      as("pages that stand for themselves", () => pageList(staff)),
      as("own messages", () => ownMails(staff, null)),
      as("an article's page", (round) => deskDocument(staff, aLiveOne(archive, round))),
    ];
  });
  return [...ofStaff, ["administrator: messages of the site", () => outbox(administrator, null)]];
}
