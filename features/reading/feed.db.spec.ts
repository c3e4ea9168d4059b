import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import type { FeedOf } from "#features/addresses/inside.ts";
import { FEED_FORMATS, type FeedFormat } from "#features/addresses/machines.ts";
import { readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, type Office, published, publishedOld, rootOf, seen, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot, publishedTopic, publishedTranslation, typeAtRoot } from "#features/moves/testing-root.ts";
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

async function fed(of: Office, what: FeedOf) {
  const [{ key }] = await rows("select key from sites where id = $1", [of.siteId]);
  const site = await siteByKey(key);
  if (!site) throw new Error(`no site ${key}`);
  const found = await feed(site, ORIGIN, what);
  if (!found) throw new Error("no feed");
  return found;
}
/** @param followed a section by its number; the whole site where nothing is said */
async function sent(of: Office, format: FeedFormat, followed: number | FeedOf = { of: "site" }): Promise<string> {
  return written(await fed(of, typeof followed === "number" ? { of: "section", id: followed } : followed), format);
}
const titles = async (of: Office, followed?: number | FeedOf): Promise<string[]> =>
  JSON.parse(await sent(of, "json", followed)).items.map(({ title }: { title: string }) => title);

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

test("a feed says of itself what it follows: a site, a section, a tag, an author or a topic", async () => {
  const about = async (of: FeedOf) => (await fed(office, of)).about;
  const [[tag], [author]] = [
    await rows("select id from tags where site_id = $1", [office.siteId]),
    await rows("select id from authors where site_id = $1 and slug = 'le-thu'", [office.siteId]),
  ];
  const topic = await publishedTopic(await rootOf(office), { title: "Mùa lũ" });
  expect(await about({ of: "site" })).toBe("Tin tức, sự kiện và thông báo trên Phường Thử.");
  expect(await about({ of: "section", id: office.party })).toBe(
    "Các bài viết trong chuyên mục Đảng - đoàn thể trên Phường Thử.",
  );
  expect(await about({ of: "tag", id: tag.id })).toBe(`Các bài viết có từ khóa <b>"5" & 6 trên Phường Thử.`);
  expect(await about({ of: "author", id: author.id })).toBe("Các bài viết của Lê Thử trên Phường Thử.");
  expect(await about({ of: "topic", id: topic })).toBe("Các bài viết trong dòng sự kiện Mùa lũ trên Phường Thử.");
  for (const format of FEED_FORMATS)
    expect(written(await fed(office, { of: "topic", id: topic }), format)).toContain("trong dòng sự kiện Mùa lũ trên");
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

describe.each([
  ["answers", "hoi-dap", "vi", "Hỏi – đáp"],
  ["english", "en", "en", "News in English"],
] as const)("the feed of %s", (of, above, language, called) => {
  test("is what its specifications say, and says its language, its page and itself", async () => {
    const own = await anOffice();
    expect(xmlFaults("rss", await sent(own, "rss", { of }))).toEqual([]);
    const original = await published(own, { kind: "qa", headline: "Ai khai?" });
    await publishedTranslation(await rootOf(own), original, { title: HARD, standfirst: HARD, slug: "who-declares" });
    const [rss, atom] = [await sent(own, "rss", { of }), await sent(own, "atom", { of })];
    expect(xmlFaults("rss", rss)).toEqual([]);
    expect(xmlFaults("atom", atom)).toEqual([]);
    const json = JSON.parse(await sent(own, "json", { of }));
    expect(jsonFaults("jsonfeed-1.1", json)).toEqual([]);
    expect(textsIn(rss, "/rss/channel/language")).toEqual([language]);
    expect(new Set(textsIn(atom, "//a:link/@hreflang", NAMES))).toEqual(new Set([language]));
    expect(json).toMatchObject({ home_page_url: `${ORIGIN}/${above}`, feed_url: `${ORIGIN}/${above}/feed.json` });
    expect(textsIn(rss, "/rss/channel/title")[0]).toContain(called);
    expect(json.items).toHaveLength(1);
    expect(json.items[0].title).toBe(of === "english" ? HARD : "Ai khai?");
    expect(json.items[0].url).toMatch(of === "english" ? /\/en\/who-declares-\d+$/ : /-\d+$/);
  });
});

test("the feed of answers has no other articles, and that in English goes with what readers do not have", async () => {
  const own = await anOffice();
  await published(own, { headline: "Tin thường" });
  const answer = await published(own, { kind: "qa", headline: "Ai khai?" });
  await publishedTranslation(await rootOf(own), answer, { title: "Who declares?", slug: "who-declares" });
  const both = async () => [await titles(own, { of: "answers" }), await titles(own, { of: "english" })];
  expect(await both()).toEqual([["Ai khai?"], ["Who declares?"]]);
  await carryOut(own.editor, "hide", answer, { reason: "Chờ kiểm tra" });
  expect(await both()).toEqual([[], []]);
  await carryOut(own.approver, "restore", answer, {});
  expect(await both()).toEqual([["Ai khai?"], ["Who declares?"]]);
});

test("a notice says until when it holds, in each format, whenever that is", async () => {
  const own = await anOffice();
  await published(own, { headline: "Cúp nước", kind: "notice", validUntil: "2026-01-07T01:00:00.000Z" });
  for (const format of FEED_FORMATS) {
    expect(await sent(own, format)).toContain("Thông báo có hiệu lực đến 08:00 ngày 07/01/2026.");
  }
});

test("an English text says in English until when the notice holds, and what was wrong in it or has joined since", async () => {
  const own = await anOffice();
  const root = await rootOf(own);
  const notice = await published(own, { kind: "notice", validUntil: "2026-01-07T01:00:00.000Z" });
  const english = await publishedTranslation(root, notice, { title: "No water", slug: "no-water" });
  for (const [move, change] of [
    ["correct", { correction: "The street is Sen & not Sen Hồ." }],
    ["revise", { correction: "", update: "Update: adds a map." }],
  ] as const) {
    await carryOut(root.editor, move, english, {});
    await typeAtRoot(root.editor, english, change);
    await publishAtRoot(root, english);
  }
  const [item] = JSON.parse(await sent(own, "json", { of: "english" })).items;
  const moment = String.raw`\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d`;
  expect(item.content_html).toMatch(
    new RegExp(
      [
        "<p>This notice is valid until 7 January 2026, 08:00\\.</p>",
        `<p>${moment}: Update: adds a map\\.</p>`,
        `<p>Corrected ${moment}: The street is Sen &amp; not Sen Hồ\\.</p>$`,
      ].join(""),
    ),
  );
  const [rss, atom] = [await sent(own, "rss", { of: "english" }), await sent(own, "atom", { of: "english" })];
  expect(textsIn(rss, "/rss/channel/item/description")).toEqual([item.content_html]);
  expect(textsIn(atom, "/a:feed/a:entry/a:summary", NAMES)).toEqual([item.content_html]);
});
