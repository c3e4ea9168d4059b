import { beforeAll, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { archivePath } from "#features/addresses/lists.ts";
import { readyCut, readyFile, renditionsOf } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, aText, published, publishedOld } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { isoDayOf } from "#lib/dates.ts";
import { siteById } from "./queries.ts";
import { newsSitemap, sitemap, sitemapPart } from "./sitemap.ts";
import { textsIn, xmlFaults } from "./testing-schemas.ts";

const origin = "https://thu.example";
const locations = (xml: string | null) =>
  [...(xml ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => url.replace(origin, ""));

const IMAGES = { image: "http://www.google.com/schemas/sitemap-image/1.1" };

const { office, rows } = oneOffice();
let ids: number[];
beforeAll(async () => {
  ids = [await published(office), await published(office), await published(office), await published(office)];
  await carryOut(office.approver, "withdraw", ids[3] ?? 0, { reason: "error" });
});

const address = (at: number) => `/dang-doan-the/khai-mac-hoi-thao-phuong-${ids[at]}`;

/** All of these are of one author and this month. */
const lists = () => ["/tac-gia/le-thu", archivePath(isoDayOf(new Date()).slice(0, 7))];

test("one file holds the home page, the sections that have articles, lists of two and more, and every live article", async () => {
  const xml = await sitemap(office.siteId, origin);
  expect(xml).toContain("<urlset");
  expect(locations(xml)).toEqual([
    ...["/", "/tin-tuc", "/dang-doan-the", ...lists()],
    ...[address(0), address(1), address(2)],
  ]);
  const changed = new Map(
    [...xml.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(([, url, at]) => [url, at]),
  );
  const of = (path: string) => changed.get(origin + path);
  // A list is of the hour of the newest that it lists; a month may still gain something at either end.
  for (const list of ["/", "/tin-tuc", "/dang-doan-the", "/tac-gia/le-thu"])
    expect([list, of(list)]).toEqual([list, of(address(2))]);
  expect(of(lists()[1] ?? "")).toBeUndefined();
  expect([0, 1, 2].every((at) => of(address(at)) !== undefined)).toBe(true);
  expect(await sitemapPart(office.siteId, origin, 1)).toBeNull();
});

test("too many for one file are parted, and the parts hold each address once", async () => {
  const index = await sitemap(office.siteId, origin, 2);
  expect(index).toContain("<sitemapindex");
  expect(locations(index)).toEqual(["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]);
  // Each is of the hour of the last that is in it, and the first, whose lists name all, of the last of all.
  const lasts = (xml: string | null) => [...(xml ?? "").matchAll(/<lastmod>([^<]*)</g)].map(([, at]) => at ?? "");
  const inFiles = await Promise.all(
    [2, 3].map(async (part) => lasts(await sitemapPart(office.siteId, origin, part, 2))),
  );
  const [second = "", third = ""] = inFiles.map((all) => all.toSorted().at(-1));
  expect(lasts(index)).toEqual([third, second, third]);
  const parts = await Promise.all([1, 2, 3].map((part) => sitemapPart(office.siteId, origin, part, 2)));
  expect(parts.map(locations)).toEqual([
    ["/", "/tin-tuc", "/dang-doan-the", ...lists()],
    [address(0), address(1)],
    [address(2)],
  ]);
  for (const part of [0, 4, 1.5, 858_994, 9_999_999_999]) {
    expect(await sitemapPart(office.siteId, origin, part, 2)).toBeNull();
  }
});

test("a tag or an author that gathers one article alone is left for readers to find", async () => {
  const own = await anOffice();
  const [often, once] = await Promise.all(
    ["Hội thao", "Lễ hội sen"].map((name) =>
      transaction((tx) => tagCalled(tx, { siteId: own.siteId, personId: null, because: "demo" }, name)),
    ),
  );
  const { byline } = aText(own.party);
  const [name] = byline.names;
  const alone = { ...byline, names: name ? [{ ...name, name: "Chỉ Một Bài" }] : [] };
  await published(own, { tagIds: [often?.id ?? 0, once?.id ?? 0] });
  await published(own, { tagIds: [often?.id ?? 0], byline: alone });
  const found = locations(await sitemap(own.siteId, origin)).filter((path) => /^\/(?:tu-khoa|tac-gia)/.test(path));
  expect(found).toEqual(["/tu-khoa/hoi-thao"]);
});

test("an old article says of itself that it has not changed since its own date", async () => {
  const own = await anOffice();
  await publishedOld(own, { datedAt: "2019-06-23T03:27:00.000Z" });
  expect(await sitemap(own.siteId, origin)).toContain("<lastmod>2019-06-23T03:27:00.000Z</lastmod>");
});

test("an address stays in its file, whatever goes before it, and a file that nothing is left in is named no more", async () => {
  const own = await anOffice();
  const five = [
    await published(own),
    await published(own),
    await published(own),
    await published(own),
    await published(own),
  ];
  const filesWith = async () => {
    const named = locations(await sitemap(own.siteId, origin, 2)).map((path) => Number(/\d+/.exec(path)?.[0]));
    const parts = await Promise.all(named.map((part) => sitemapPart(own.siteId, origin, part, 2)));
    return new Map(named.map((part, at) => [part, locations(parts[at] ?? null).filter((path) => /-\d+$/.test(path))]));
  };
  const before = await filesWith();
  const pathOf = (id: number | undefined) => `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  expect([...before.values()].flat()).toEqual(five.map(pathOf));
  expect([...before.values()].every((paths) => paths.length <= 2)).toBe(true);
  const [first, second, ...others] = five;
  for (const id of [first, second]) await carryOut(own.approver, "withdraw", id ?? 0, { reason: "error" });
  const after = await filesWith();
  for (const id of others) {
    const fileOf = (files: typeof before) => [...files].find(([, paths]) => paths.includes(pathOf(id)))?.[0];
    expect(fileOf(after)).toBe(fileOf(before));
  }
  expect([...after].filter(([part, paths]) => part !== 1 && paths.length === 0)).toEqual([]);
});

test("every file is what the protocol says, whatever an address holds", async () => {
  expect(xmlFaults("sitemap", await sitemap(office.siteId, origin))).toEqual([]);
  expect(xmlFaults("sitemap", await sitemap(office.siteId, origin, 2))).toEqual([]);
  for (const part of [1, 2]) {
    expect(xmlFaults("sitemap", (await sitemapPart(office.siteId, origin, part, 2)) ?? "")).toEqual([]);
  }
});

test("the sitemap of news has what came out here within two days, with its picture, and nothing that is old or gone", async () => {
  const own = await anOffice();
  const site = await siteById(own.siteId);
  const now = new Date();
  expect(xmlFaults("sitemap-news", await newsSitemap(site, origin, now))).toEqual([]);
  const picture = await readyFile(own.reporter);
  const headline = `Hội thao <"5 tuổi"> & 'hai'`;
  await published(own, { headline, lead: { ...NO_LEAD, file: picture.sha256, alt: "Sân đình", credit: "Lê Thử" } });
  await publishedOld(own, { datedAt: "2019-06-23T03:27:00.000Z" });
  const gone = await published(own, { headline: "Sẽ gỡ" });
  await carryOut(own.approver, "withdraw", gone, { reason: "error" });
  const xml = await newsSitemap(site, origin, now);
  expect(xmlFaults("sitemap-news", xml)).toEqual([]);
  const names = { news: "http://www.google.com/schemas/sitemap-news/0.9", ...IMAGES };
  expect(textsIn(xml, "//news:title", names)).toEqual([headline]);
  expect(textsIn(xml, "//news:name", names)).toEqual(["Phường Thử"]);
  expect(textsIn(xml, "//image:loc", names)).toEqual([
    expect.stringMatching(/^https:\/\/thu\.example\/_tep\/.+\.jpeg$/),
  ]);
  const later = new Date(now.getTime() + 49 * 3_600_000);
  expect(textsIn(await newsSitemap(site, origin, later), "//news:title", names)).toEqual([]);
});

test("an article stands with the picture beside its headline, whole or cut, and one without any stands alone", async () => {
  const own = await anOffice();
  const site = await siteById(own.siteId);
  const [whole, parted] = [await readyFile(own.reporter), await readyFile(own.reporter)];
  const cut = "90-0-0-5000-10000";
  await readyCut(parted.id, cut);
  const lead = { ...NO_LEAD, alt: "Sân đình", credit: "Lê Thử" };
  await published(own);
  await published(own, { lead: { ...lead, file: whole.sha256 } });
  const last = await published(own, { lead: { ...lead, file: parted.sha256, cut } });
  const shown = [`${origin}/_tep/${whole.sha256}/1440.jpeg`, `${origin}/_tep/${parted.sha256}/${cut}/800.jpeg`];
  const xml = await sitemap(own.siteId, origin);
  expect(xmlFaults("sitemap", xml)).toEqual([]);
  expect(textsIn(xml, "//image:loc", IMAGES)).toEqual(shown);
  // What search engines are told of the newest is told of all.
  expect(textsIn(await newsSitemap(site, origin, new Date()), "//image:loc", IMAGES)).toEqual(shown.toReversed());
  await carryOut(own.approver, "withdraw", last, { reason: "error" });
  expect(textsIn(await sitemap(own.siteId, origin), "//image:loc", IMAGES)).toEqual(shown.slice(0, 1));
  await carryOut(own.approver, "restore", last, {});
  expect(textsIn(await sitemap(own.siteId, origin), "//image:loc", IMAGES)).toEqual(shown);
});

test("a picture that was made anew stands there in a size that there is", async () => {
  const own = await anOffice();
  const file = await readyFile(own.reporter);
  await published(own, { lead: { ...NO_LEAD, file: file.sha256, alt: "Sân đình", credit: "Lê Thử" } });
  await rows("update files set renditions = $2 where id = $1", [file.id, JSON.stringify(renditionsOf(900, 600))]);
  expect(textsIn(await sitemap(own.siteId, origin), "//image:loc", IMAGES)).toEqual([
    `${origin}/_tep/${file.sha256}/900.jpeg`,
  ]);
});
