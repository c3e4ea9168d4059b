import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Fact } from "#features/facts/facts.ts";
import { importFile } from "#features/importing/import-file.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import {
  anOffice,
  giveAtOnce,
  type Office,
  published,
  type Root,
  rootOf,
  seen,
  submitted,
  typeIn,
} from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { find } from "#features/reading/find.ts";
import { siteByKey } from "#features/reading/queries.ts";
import { reads } from "#features/reading/reads.ts";
import { sitemapPart } from "#features/reading/sitemap.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { makePageCache, type PageCache } from "#server/page-cache.ts";
import { drawn } from "./testing-drawing.ts";

/*
 * Every kind of reader's page is drawn by its own file and its own queries. Then each thing that readers see is changed, by the
 * commands that change it. After each change every page is drawn once more, and whichever says something else now must have been
 * forgotten, by what the transaction announced alone; which others were forgotten with it is said beside each change.
 */

const { rows, office } = oneOffice();
/** A page as it was kept: whatever readers, their browsers and search engines get of it. */
type Page = { words: string; size: number; keep: true; until: null };
let cache: PageCache<Page>;
let root: Root;
let far: Office;
let key: string;
let heardUntil = 0;

/** The pages that are looked at, by a name of the test's own. */
const pages = new Map<string, () => Promise<unknown>>();

const atAddress = (path: string) => async () => {
  const found = await find(office.siteId, path, "");
  return found.kind === "moved" ? found : [found, await drawn(key, found)];
};

/** Draws whatever is not kept. */
async function drawAll(): Promise<void> {
  for (const [name, draw] of pages) {
    if (cache.find(placeOf(name))) continue;
    await cache.make(placeOf(name), async () => {
      const words = JSON.stringify(await draw());
      return { words, size: words.length, keep: true, until: null };
    });
    expect(cache.find(placeOf(name)), `${name} is kept`).toBeDefined();
  }
}

const placeOf = (name: string) => ({ siteId: office.siteId, path: name });

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
  for (const [name, draw] of pages) {
    const kept = cache.find(placeOf(name));
    if (!kept) forgotten.push(name);
    else if (kept.words !== JSON.stringify(await draw())) stale.push(name);
  }
  expect(stale, "kept, though it says something else by now").toEqual([]);
  return forgotten.sort();
}

const everything = () => [...pages.keys()].filter((name) => !name.startsWith("elsewhere")).sort();
const all = (...names: string[]) => names.sort();

async function updated(id: number, change: Parameters<typeof typeIn>[2], move: "revise" | "correct" = "revise") {
  await carryOut(office.reporter, move, id, {});
  await typeIn(office.reporter, id, change);
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
}

async function updatedAtRoot(id: number, change: Parameters<typeof typeAtRoot>[2]) {
  await carryOut(root.editor, "revise", id, {});
  await typeAtRoot(root.editor, id, change);
  await publishAtRoot(root, id);
}

const ids = { first: 0, hidden: 0, gone: 0, merged: 0, contact: 0, quiet: 0, draft: 0, site: 0, plain: 0 };
const article = (id: number, slug = "khai-mac-hoi-thao-phuong") => `/dang-doan-the/${slug}-${id}`;

beforeAll(async () => {
  cache = makePageCache<Page>({ maxBytes: 100_000_000, keepForMs: 600_000 });
  cache.setKeeping(true);
  root = await rootOf(office);
  far = await anOffice();
  [{ key }] = await rows("select key from sites where id = $1", [office.siteId]);
  // Enough for a second page of the section: what stands last is on it.
  ids.first = await published(office, { headline: "Bài đầu", slug: "bai-dau" });
  for (let count = 0; count < 20; count += 1) ids.plain = await published(office);
  ids.hidden = await published(office, { slug: "tam-go" });
  ids.gone = await published(office, { slug: "da-go" });
  ids.merged = await published(office, { slug: "da-gop" });
  await carryOut(office.editor, "hide", ids.hidden, { reason: "Chờ kiểm tra" });
  await carryOut(office.approver, "withdraw", ids.gone, { reason: "expired" });
  await carryOut(office.approver, "withdraw", ids.merged, { reason: "merged", mergedIntoId: ids.first });
  ids.contact = await publishedPage(root);
  ids.quiet = await publishedPage(root, { title: "Lịch tiếp dân", slug: "lich-tiep-dan", place: "none" });
  ids.draft = await submitted(office, { slug: "dang-cho", secondSectionIds: [office.elsewhere] });
  ids.site = await start(root.editor, "site");
  await published(far);

  for (const path of [
    ...["/", "/robots.txt", "/sitemap.xml", "/khong-co", "/lien-he", "/lich-tiep-dan", "/trang-moi", "/thong-bao"],
    ...["/tin-tuc", "/tin-tuc/trang/2", "/dang-doan-the", "/dang-doan-the/trang/2", "/cu/bai.html"],
    ...[article(ids.first, "bai-dau"), article(ids.plain), article(ids.draft, "dang-cho")],
    ...[article(ids.hidden, "tam-go"), article(ids.gone, "da-go"), article(ids.merged, "da-gop")],
  ]) {
    pages.set(path, atAddress(path));
  }
  // In parts, as those of a large site are.
  for (const part of [1, 2]) {
    pages.set(`/sitemap-${part}.xml`, async () => {
      const site = await siteByKey(key);
      return sitemapPart(site?.id ?? 0, "https://thu.example", part, 7);
    });
  }
  const [other] = await rows("select key from sites where id = $1", [far.siteId]);
  pages.set("elsewhere: home", () => drawn(other.key, { kind: "home" }));
  pages.set("elsewhere: section", () => drawn(other.key, { kind: "section", id: far.party, page: 1 }));
}, 120_000);

const lists = ["/", "/dang-doan-the", "/dang-doan-the/trang/2", "/tin-tuc", "/tin-tuc/trang/2"];
const sitemaps = ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"];

test("what nobody has published changes nothing for readers", async () => {
  const writing = async () => {
    const id = await submitted(office);
    await carryOut(office.editor, "return", id, { reason: "quality", words: "Bổ sung số liệu" });
    await carryOut(office.reporter, "revise", ids.first, {});
    await typeIn(office.reporter, ids.first, { headline: "Chưa ai duyệt" });
    await carryOut(office.reporter, "discard", ids.first, {});
  };
  expect(await forgottenBy(writing)).toEqual([]);
});

test("a new article changes the lists of its section and of those above it, the home page and the sitemap", async () => {
  expect(await forgottenBy(() => published(office))).toEqual(all(...lists, ...sitemaps));
});

test("other words of a live article change its page and the lists that show them, and no other page of these", async () => {
  const words = () => updated(ids.first, { headline: "Bài đầu, sửa tít" });
  expect(await forgottenBy(words)).toEqual(
    all(
      ...[article(ids.first, "bai-dau"), "/dang-doan-the/trang/2", "/tin-tuc/trang/2"],
      // It is named where another one was merged into it.
      ...[article(ids.merged, "da-gop"), ...sitemaps],
    ),
  );
});

test("a correction changes the page that carries it", async () => {
  const corrected = () => updated(ids.first, { correction: "Số đội là 12." }, "correct");
  expect(await forgottenBy(corrected)).toContain(article(ids.first, "bai-dau"));
});

test("an article that is hidden, given back or withdrawn changes what showed it, and its own address", async () => {
  const around = all(...lists, ...sitemaps, article(ids.plain));
  const by = (...move: Parameters<typeof carryOut>) => forgottenBy(() => carryOut(...move));
  expect(await by(office.editor, "hide", ids.plain, { reason: "Chờ kiểm tra" })).toEqual(around);
  expect(await by(office.approver, "restore", ids.plain, {})).toEqual(around);
  expect(await by(office.approver, "withdraw", ids.plain, { reason: "error" })).toEqual(around);
  expect(await by(office.approver, "restore", ids.plain, {})).toEqual(around);
});

test("an article into which another was merged takes the way to it along when it goes, and brings it back", async () => {
  const around = all(...lists, ...sitemaps, article(ids.first, "bai-dau"), article(ids.merged, "da-gop"));
  const by = (...move: Parameters<typeof carryOut>) => forgottenBy(() => carryOut(...move));
  expect(await by(office.approver, "withdraw", ids.first, { reason: "expired" })).toEqual(around);
  expect(await by(office.approver, "restore", ids.first, {})).toEqual(around);
});

test("what was hidden or gone and comes back changes its own address and the lists, and no other notice", async () => {
  const around = (id: number, slug: string) => all(...lists, ...sitemaps, article(id, slug));
  const back = (id: number) => forgottenBy(() => carryOut(office.approver, "restore", id, {}));
  expect(await back(ids.hidden)).toEqual(around(ids.hidden, "tam-go"));
  expect(await back(ids.gone)).toEqual(around(ids.gone, "da-go"));
});

test("the first article of a section opens it, on every page of this site", async () => {
  const opening = async () =>
    carryOut(office.approver, ["approve", "publish"], ids.draft, await seen(office.approver, ids.draft));
  expect(await forgottenBy(opening)).toEqual(everything());
  // From now on it is a page as the others are.
  expect(await forgottenBy(() => published(office, { secondSectionIds: [office.elsewhere] }))).toEqual(
    all("/thong-bao", ...lists, ...sitemaps),
  );
});

test("an article that leaves a second section changes that one alone, and its own page", async () => {
  const leaving = () => updated(ids.draft, { secondSectionIds: [] });
  const own = article(ids.draft, "dang-cho");
  expect(await forgottenBy(leaving)).toEqual(
    // Its card stands in the lists above: it is among the newest.
    all("/", "/thong-bao", "/dang-doan-the", "/tin-tuc", own, ...sitemaps),
  );
});

test("an article that moves to another section has another address, and changes what it leaves and comes into", async () => {
  for (const { personId } of [office.reporter, office.approver]) {
    const role = personId === office.reporter.personId ? "reporter" : "approver";
    await giveAtOnce({ personId, siteId: office.siteId, sectionId: office.elsewhere, role });
  }
  const forgotten = await forgottenBy(() => updated(ids.first, { sectionId: office.elsewhere }));
  expect(forgotten).toEqual(
    all(...lists, ...sitemaps, "/thong-bao", article(ids.first, "bai-dau"), article(ids.merged, "da-gop")),
  );
});

test("a page comes into the menu of every other one, changes its name there, and goes", async () => {
  let id = 0;
  const making = async () => {
    id = await publishedPage(root, { title: "Trang mới", slug: "trang-moi", place: "menu" });
  };
  for (const change of [
    making,
    () => updatedAtRoot(id, { title: "Trang đổi tên" }),
    () => updatedAtRoot(id, { place: "footer" }),
    () => carryOut(root.editor, "hide", id, { reason: "Sai giờ" }),
    () => carryOut(root.approver, "restore", id, {}),
    () => carryOut(root.approver, "withdraw", id, { reason: "expired" }),
  ]) {
    // Nothing but the robots' file is without a menu.
    expect(await forgottenBy(change)).toEqual(everything().filter((name) => name !== "/robots.txt"));
  }
});

test("other words of a page change the page alone, and the sitemap", async () => {
  const paragraph = { type: "paragraph" as const, attrs: { id: newBlockId(), align: null } };
  const text = { type: "text" as const, text: "Trụ sở mở cửa cả thứ Bảy." };
  const words = () =>
    updatedAtRoot(ids.contact, { body: { type: "doc", content: [{ ...paragraph, content: [text] }] } });
  expect(await forgottenBy(words)).toEqual(all("/lien-he", ...sitemaps));
});

test("what the site says of itself is on every page of it", async () => {
  const saying = async () => {
    await typeAtRoot(root.editor, ids.site, { name: "Phường Thử Mới", phone: "0200 111 111" });
    await publishAtRoot(root, ids.site);
  };
  expect(await forgottenBy(saying)).toEqual(everything());
});

test("a section that is made, and an older system's address that leads here from now on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-shown-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await giveAtOnce({ personId: office.reporter.personId, siteId: office.siteId, sectionId: null, role: "reporter" });
  const run = {
    ...{ siteId: office.siteId, origin: "http://phuong.example", personId: office.reporter.personId },
    ...{ email: "reporter@thu.example", section: null, live: false, makeSections: true },
  };
  const imported = (words: string, oldUrl: string | null) => {
    const path = join(folder, "trang.txt");
    writeFileSync(path, `${words}\n\nMở lại cầu Ao Cả\nNgày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai, ${words}.\n`);
    const kept = { batchId: null, met: new Set<string>() };
    const old = oldUrl === null ? null : { path: oldUrl, host: null };
    return importFile({ ...run, oldUrl: old }, kept, { name: "trang.txt", path }, false, new Date());
  };
  expect(await forgottenBy(() => imported("Chuyện hồ", null))).toEqual(everything());
  // Only where nothing of ours was found under that very address somebody has asked for it.
  const movedOn = article(ids.first, "bai-dau");
  let number: number | null = null;
  const leading = async () => {
    ({ number } = await imported("Đảng - đoàn thể", "/cu/bai.html"));
  };
  expect(await forgottenBy(leading)).toEqual(all("/cu/bai.html", "/khong-co", movedOn));
  const publishing = async () => {
    await carryOut(office.reporter, "submit", number ?? 0, {});
    await carryOut(office.approver, ["approve", "publish"], number ?? 0, await seen(office.approver, number ?? 0));
  };
  expect(await forgottenBy(publishing)).toContain("/cu/bai.html");
});

test("every query that readers' pages ask is asked by a page that was looked at here", async () => {
  const spies = Object.entries(reads).map(([name]) => [name, vi.spyOn(reads, name as keyof typeof reads)] as const);
  for (const draw of pages.values()) await draw();
  const never = spies.filter(([, spy]) => spy.mock.calls.length === 0).map(([name]) => name);
  // The front's own list of sites, read again whenever one of them is announced.
  expect(never).toEqual(["findSites"]);
});
