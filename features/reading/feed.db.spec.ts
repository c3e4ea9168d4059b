import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { FEED_FORMATS, type FeedFormat } from "#features/addresses/machines.ts";
import { readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, type Office, published, publishedOld, seen, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { feed } from "./feed.ts";
import { written } from "./feed-formats.ts";
import { siteByKey } from "./queries.ts";
import { jsonFaults, textsIn, xmlFaults } from "./testing-schemas.ts";

const ORIGIN = "https://phuong.example";
/** What breaks markup where somebody forgets to write it otherwise. */
const HARD = `Hội thao “<5 tuổi> & 'AT&amp;T'” ]]> </title><script>`;
const NAMES = {
  a: "http://www.w3.org/2005/Atom",
  dc: "http://purl.org/dc/elements/1.1/",
  media: "http://search.yahoo.com/mrss/",
};

const { office, rows } = oneOffice();
let ids: { plain: number; hard: number; gone: number };

async function sent(of: Office, format: FeedFormat, sectionId?: number): Promise<string> {
  const [{ key }] = await rows("select key from sites where id = $1", [of.siteId]);
  const site = await siteByKey(key);
  if (!site) throw new Error(`no site ${key}`);
  const found = await feed(site, ORIGIN, sectionId === undefined ? { of: "site" } : { of: "section", id: sectionId });
  if (!found) throw new Error("no feed");
  return written(found, format);
}
const titles = async (of: Office, sectionId?: number): Promise<string[]> =>
  JSON.parse(await sent(of, "json", sectionId)).items.map(({ title }: { title: string }) => title);

beforeAll(async () => {
  const { siteId, reporter } = office;
  const { id: tag } = await transaction((tx) =>
    tagCalled(tx, { siteId, personId: reporter.personId, because: "draft" }, `<b>"5" & 6`),
  );
  const picture = await readyFile(reporter);
  const lead = { ...NO_LEAD, file: picture.sha256, alt: HARD, caption: HARD, credit: HARD };
  const names = [
    { name: HARD, post: "", personId: null },
    { name: "Lê Thử", post: "", personId: null },
  ];
  const plain = await published(office, { headline: "Bài thường" });
  const hard = await published(office, {
    ...{ headline: HARD, standfirst: `${HARD}\nDòng hai`, lead, tagIds: [tag], byline: { hidden: false, names } },
  });
  const gone = await published(office, { headline: "Sẽ gỡ" });
  ids = { plain, hard, gone };
});

describe.each(["of a site", "of a section"] as const)("feeds %s", (of) => {
  const section = () => (of === "of a site" ? undefined : office.party);

  test("are what their specifications say, whatever stands in an article", async () => {
    expect(xmlFaults("rss", await sent(office, "rss", section()))).toEqual([]);
    expect(xmlFaults("atom", await sent(office, "atom", section()))).toEqual([]);
    expect(jsonFaults("jsonfeed-1.1", JSON.parse(await sent(office, "json", section())))).toEqual([]);
  });

  test("say the same words in each format, letter for letter", async () => {
    const rss = await sent(office, "rss", section());
    const atom = await sent(office, "atom", section());
    const { items } = JSON.parse(await sent(office, "json", section()));
    const headlines = ["Sẽ gỡ", HARD, "Bài thường"];
    expect(textsIn(rss, "/rss/channel/item/title")).toEqual(headlines);
    expect(textsIn(atom, "/a:feed/a:entry/a:title", NAMES)).toEqual(headlines);
    expect(items.map(({ title }: { title: string }) => title)).toEqual(headlines);
    expect(textsIn(rss, "/rss/channel/item[2]/dc:creator", NAMES)).toEqual([HARD, "Lê Thử"]);
    expect(textsIn(atom, "/a:feed/a:entry[2]/a:author/a:name", NAMES)).toEqual([HARD, "Lê Thử"]);
    expect(textsIn(rss, "/rss/channel/item[2]/category")).toEqual(["Đảng - đoàn thể", `<b>"5" & 6`]);
    expect(textsIn(atom, "/a:feed/a:entry[2]/a:category/@term", NAMES)).toEqual(["Đảng - đoàn thể", `<b>"5" & 6`]);
  });

  test("name each article by its number, and everything by its whole address", async () => {
    const guids = [ids.gone, ids.hard, ids.plain].map((id) => `tag:phuong.example,2026:${id}`);
    const rss = await sent(office, "rss", section());
    const atom = await sent(office, "atom", section());
    expect(textsIn(rss, "/rss/channel/item/guid")).toEqual(guids);
    expect(textsIn(atom, "/a:feed/a:entry/a:id", NAMES)).toEqual(guids);
    const addresses = [
      ...textsIn(rss, "//link"),
      ...textsIn(atom, "//a:link/@href", NAMES),
      ...textsIn(rss, "//media:content/@url", NAMES),
    ];
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.startsWith(`${ORIGIN}/`))).toEqual([]);
  });

  test("show the picture of an article in a form that every program knows, with whose it is", async () => {
    const rss = await sent(office, "rss", section());
    const [url] = textsIn(rss, "/rss/channel/item[2]/media:content/@url", NAMES);
    expect(url).toMatch(/^https:\/\/phuong\.example\/_tep\/[0-9a-f]{64}\/\d+\.jpeg$/);
    expect(textsIn(rss, "/rss/channel/item[2]/media:content/media:credit", NAMES)).toEqual([HARD]);
    const atom = await sent(office, "atom", section());
    expect(textsIn(atom, "/a:feed/a:entry[2]/a:link[@rel='enclosure']/@href", NAMES)).toEqual([url]);
    expect(JSON.parse(await sent(office, "json", section())).items[1].image).toBe(url);
  });
});

test("a text that replaced the first one says when, under its old number and date, and a correction is told with it", async () => {
  const before = JSON.parse(await sent(office, "json")).items.at(-1);
  await carryOut(office.reporter, "correct", ids.plain, {});
  await typeIn(office.reporter, ids.plain, { correction: "Có 12 đội & <không> phải 10." });
  await carryOut(office.reporter, "submit", ids.plain, {});
  await carryOut(office.approver, ["approve", "publish"], ids.plain, await seen(office.approver, ids.plain));
  const after = JSON.parse(await sent(office, "json")).items.at(-1);
  expect([after.id, after.date_published]).toEqual([before.id, before.date_published]);
  expect(Date.parse(after.date_modified)).toBeGreaterThan(Date.parse(before.date_modified));
  expect(after.content_html).toMatch(/<p>Đính chính lúc [^<]+: Có 12 đội &amp; &lt;không&gt; phải 10\.<\/p>/);
  const [summary = ""] = textsIn(await sent(office, "rss"), "/rss/channel/item[last()]/description");
  expect(summary).toBe(after.content_html);
  const [changed = ""] = textsIn(await sent(office, "atom"), "/a:feed/a:updated", NAMES);
  expect(Date.parse(changed)).toBe(Date.parse(after.date_modified));
});

test("a second correction and an update leave in feeds what was told before, the newest first", async () => {
  for (const [move, change] of [
    ["correct", { correction: "Sân là của phường." }],
    ["revise", { update: "Thêm ý kiến của phường." }],
  ] as const) {
    await carryOut(office.reporter, move, ids.plain, {});
    await typeIn(office.reporter, ids.plain, change);
    await carryOut(office.reporter, "submit", ids.plain, {});
    await carryOut(office.approver, ["approve", "publish"], ids.plain, await seen(office.approver, ids.plain));
  }
  const { content_html: html } = JSON.parse(await sent(office, "json")).items.at(-1);
  const told = [...html.matchAll(/<p>(Cập nhật|Đính chính) lúc \S+ ngày \S+: ([^<]*)/g)].map(([, kind, words]) => [
    kind,
    words,
  ]);
  expect(told).toEqual([
    ["Cập nhật", "Thêm ý kiến của phường."],
    ["Đính chính", "Sân là của phường."],
    ["Đính chính", "Có 12 đội &amp; &lt;không&gt; phải 10."],
  ]);
});

test("a section's feed has what stands below it, too, and what is withdrawn or hidden is in none", async () => {
  expect(await titles(office, office.news)).toEqual(["Sẽ gỡ", HARD, "Bài thường"]);
  await carryOut(office.editor, "hide", ids.gone, { reason: "Chờ kiểm tra" });
  expect(await titles(office)).toEqual([HARD, "Bài thường"]);
  await carryOut(office.approver, "withdraw", ids.gone, { reason: "error" });
  for (const section of [undefined, office.party, office.news]) {
    expect(await titles(office, section)).toEqual([HARD, "Bài thường"]);
  }
});

test("what came from an older system with an old date is no news", async () => {
  const own = await anOffice();
  await publishedOld(own, { headline: "Bài cũ", datedAt: "2019-06-23T03:27:00.000Z" });
  await published(own, { headline: "Bài mới" });
  expect(await titles(own)).toEqual(["Bài mới"]);
  expect(await titles(own, own.party)).toEqual(["Bài mới"]);
});

test("where nothing came out yet a feed is empty, and what it should be all the same", async () => {
  const own = await anOffice();
  expect(xmlFaults("rss", await sent(own, "rss"))).toEqual([]);
  expect(xmlFaults("atom", await sent(own, "atom"))).toEqual([]);
  expect(jsonFaults("jsonfeed-1.1", JSON.parse(await sent(own, "json")))).toEqual([]);
});

test("a hidden byline is hidden here too: the agency stands for it", async () => {
  const own = await anOffice();
  await published(own, { byline: { hidden: true, names: [{ name: "Trần Ẩn", post: "", personId: null }] } });
  for (const format of FEED_FORMATS) expect(await sent(own, format)).not.toContain("Trần Ẩn");
  expect(textsIn(await sent(own, "rss"), "//dc:creator", NAMES)).toEqual(["Phường Thử"]);
});

test("a feed has the thirty newest", async () => {
  const own = await anOffice();
  for (let at = 1; at <= 32; at += 1) await published(own, { headline: `Bài ${at}` });
  const found = await titles(own);
  expect([found.length, found[0], found.at(-1)]).toEqual([30, "Bài 32", "Bài 3"]);
}, 60_000);
