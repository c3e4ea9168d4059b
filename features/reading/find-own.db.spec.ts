import { expect, test } from "vitest";
import { anOffice, rootOf as peopleAtRoot, published } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { find } from "./find.ts";
import { liveArticle, sectionTree, slugsAtRoot, withoutHeldWays } from "./queries.ts";

const { rows, bend } = oneOffice();

const lookedAt = (siteId: number, path: string) => find(siteId, path, "");
/** As before there were such pages: by the hand of the owner, whom no rule stops. */
const named = (id: number, slug: string) => bend("update sections set slug = $1 where id = $2", [slug, id]);

test("what is said of all of a site is there before anything is published, and its lists are not", async () => {
  const { siteId } = await anOffice();
  for (const [path, kind] of [
    ["/luu-tru", "archive"],
    ["/dinh-chinh", "corrections"],
    ["/so-do", "overview"],
    ["/thong-ke", "statistics"],
  ] as const)
    expect(await lookedAt(siteId, path)).toMatchObject({ kind, path });
  for (const path of [
    "/dinh-chinh/trang/2",
    "/luu-tru/2026",
    "/tu-khoa/hoi-thao",
    "/tac-gia/le-thu",
    "/tu-khoa",
    "/tac-gia",
  ])
    expect(await lookedAt(siteId, path)).toEqual({ kind: "unknown" });
});

test("a section that has such an address keeps it, with all below it; the program's own page is not there then", async () => {
  const office = await anOffice();
  const id = await published(office);
  await named(office.party, "tac-gia");
  expect(await lookedAt(office.siteId, "/tac-gia")).toMatchObject({ kind: "section", id: office.party });
  expect(await lookedAt(office.siteId, "/tac-gia/le-thu")).toEqual({ kind: "unknown" });
  const path = `/tac-gia/khai-mac-hoi-thao-phuong-${id}`;
  expect(await lookedAt(office.siteId, path)).toEqual({ kind: "article", path, number: id });
  const [article, tree] = [await liveArticle(office.siteId, id), await sectionTree(office.siteId)];
  expect(article && withoutHeldWays(article, slugsAtRoot(tree, [])).authors).toEqual(new Map([["Lê Thử", null]]));
});

test("a section that readers do not know yet holds no address", async () => {
  const office = await anOffice();
  await published(office);
  await named(office.elsewhere, "thong-ke");
  expect(await lookedAt(office.siteId, "/thong-ke")).toMatchObject({ kind: "statistics" });
});

test("a page that stands for itself keeps such an address as well", async () => {
  const office = await anOffice();
  const page = await publishedPage(await peopleAtRoot(office));
  await bend("update documents set slug = 'so-do' where id = $1", [page]);
  expect(await lookedAt(office.siteId, "/so-do")).toMatchObject({ kind: "own_page", number: page });
});

test("an article's old address under such a segment leads to the article", async () => {
  const office = await anOffice();
  const id = await published(office);
  expect(await lookedAt(office.siteId, `/tu-khoa/khai-mac-${id}`)).toMatchObject({ kind: "article", number: id });
});

test("a section that is called otherwise has its old addresses, each of which leads to what it is called today", async () => {
  const office = await anOffice();
  const id = await published(office);
  const [site, party] = [office.siteId, office.party];
  const renamed = async (slug: string) => named(party, slug);
  await renamed("doan-the");
  await renamed("cac-doan-the");
  for (const old of ["/dang-doan-the", "/doan-the"]) {
    expect(await lookedAt(site, old)).toEqual({ kind: "section", path: "/cac-doan-the", id: party, page: 1 });
    expect(await lookedAt(site, `${old}/khai-mac-hoi-thao-phuong-${id}`)).toMatchObject({
      path: `/cac-doan-the/khai-mac-hoi-thao-phuong-${id}`,
    });
    expect(await lookedAt(site, `${old}/rss.xml`)).toMatchObject({ kind: "feed", path: "/cac-doan-the/rss.xml" });
    expect(await lookedAt(site, `${old}/trang/2`)).toEqual({ kind: "unknown" });
  }
  await renamed("dang-doan-the");
  for (const old of ["/dang-doan-the", "/doan-the", "/cac-doan-the"])
    expect(await lookedAt(site, old)).toMatchObject({ path: "/dang-doan-the", id: party });
});

test("an address that another section takes is that one's once readers know it, also after both have moved on", async () => {
  const office = await anOffice();
  await published(office, { secondSectionIds: [] });
  const [site, party, elsewhere] = [office.siteId, office.party, office.elsewhere];
  await named(party, "doan-the");
  await named(elsewhere, "dang-doan-the");
  // Nothing stands there yet: who kept the address still finds what he knew under it.
  expect(await lookedAt(site, "/dang-doan-the")).toMatchObject({ path: "/doan-the", id: party });
  await published(office, { secondSectionIds: [elsewhere] });
  expect(await lookedAt(site, "/dang-doan-the")).toMatchObject({ path: "/dang-doan-the", id: elsewhere });
  await named(elsewhere, "thong-bao-moi");
  expect(await lookedAt(site, "/dang-doan-the")).toMatchObject({ path: "/thong-bao-moi", id: elsewhere });
  expect(await rows("select slug, section_id from section_slugs where site_id = $1 order by slug", [site])).toEqual([
    { slug: "dang-doan-the", section_id: elsewhere },
    { slug: "thong-bao", section_id: elsewhere },
  ]);
});

test("a page that takes an address which a section had is what stands there", async () => {
  const office = await anOffice();
  await published(office);
  await named(office.party, "doan-the");
  const page = await publishedPage(await peopleAtRoot(office), { slug: "dang-doan-the" });
  expect(await lookedAt(office.siteId, "/dang-doan-the")).toMatchObject({ kind: "own_page", number: page });
});
