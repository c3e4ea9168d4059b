import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { attachmentOf, readyFile } from "#features/files/testing.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { giveAtOnce, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { aBanner, hoursAhead, publishAtRoot, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { reads } from "#features/reading/reads.ts";
import { newBlockId } from "#features/text/block-id.ts";
import {
  API_LISTS,
  AUTHORS,
  article,
  BESIDE_LISTS,
  DATES,
  ENGLISH,
  ENGLISH_CORRECTIONS,
  englishOf,
  FEEDS,
  importedFrom,
  LISTS,
  ownOf,
  readersPages,
  SITEMAPS,
  TOPIC,
} from "./testing-pages.ts";

/*
 * Each thing that readers see is changed, by the commands that change it. After each change every page is drawn once more, and
 * whichever says something else now must have been forgotten, by what the transaction announced alone; which others were forgotten
 * with it is said beside each change.
 */

const {
  office,
  root,
  ids,
  pages,
  lookAt,
  everything,
  forgottenBy,
  updated,
  updatedAtRoot,
  withTopic,
  withEnglish,
  chosen,
} = readersPages();

/** The sitemap says of a page where it is; the feeds of an author and of answers are there while no page has taken what they stand under. */
const WITHOUT_MENU =
  /^\/(?:robots\.txt|\.well-known|opensearch|manifest|api|(?:(?!hoi-dap)[a-z-]+\/)?(?:rss\.xml|atom\.xml|feed\.json)$)/;

const all = (...names: string[]) => names.sort();

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
  // The one before leads to it from now on. What has none before it might get one, on whatever day.
  const beside = [article(ids.plain), article(ids.first, "bai-dau")];
  expect(await forgottenBy(() => published(office))).toEqual(all(...LISTS, ...BESIDE_LISTS, ...SITEMAPS, ...beside));
});

test("other words of a live article change its page and the lists that show them, and no other page of these", async () => {
  const words = () => updated(ids.first, { headline: "Bài đầu, sửa tít" });
  expect(await forgottenBy(words)).toEqual(
    all(
      ...[...ownOf(ids.first, "bai-dau"), "/dang-doan-the/trang/2", "/tin-tuc/trang/2", ...FEEDS, ...API_LISTS],
      ...[DATES.at(-1) ?? "", ...AUTHORS.slice(1)],
      // Fronts of sections look at more articles than they show.
      ...["/dang-doan-the", "/tin-tuc"],
      // It is named where another one was merged into it.
      ...[article(ids.merged, "da-gop"), ...SITEMAPS],
    ),
  );
});

test("a correction changes the page that carries it, and the one that lists all of them", async () => {
  const corrected = () => updated(ids.first, { correction: "Số đội là 12." }, "correct");
  expect(await forgottenBy(corrected)).toEqual(expect.arrayContaining([article(ids.first, "bai-dau"), "/dinh-chinh"]));
});

test("an article that is hidden, given back or withdrawn changes what showed it, and its own address", async () => {
  const around = all(...LISTS, ...BESIDE_LISTS, ...SITEMAPS, ...ownOf(ids.plain), article(ids.first, "bai-dau"));
  const by = (...move: Parameters<typeof carryOut>) => forgottenBy(() => carryOut(...move));
  expect(await by(office.editor, "hide", ids.plain, { reason: "Chờ kiểm tra" })).toEqual(around);
  expect(await by(office.approver, "restore", ids.plain, {})).toEqual(around);
  expect(await by(office.approver, "withdraw", ids.plain, { reason: "error" })).toEqual(around);
  expect(await by(office.approver, "restore", ids.plain, {})).toEqual(around);
});

test("an article into which another was merged takes the way to it along when it goes, and brings it back", async () => {
  const named = [...ownOf(ids.first, "bai-dau"), article(ids.merged, "da-gop"), "/dinh-chinh", article(ids.plain)];
  const around = all(...LISTS, ...BESIDE_LISTS, ...SITEMAPS, ...named);
  const by = (...move: Parameters<typeof carryOut>) => forgottenBy(() => carryOut(...move));
  expect(await by(office.approver, "withdraw", ids.first, { reason: "expired" })).toEqual(around);
  expect(await by(office.approver, "restore", ids.first, {})).toEqual(around);
});

test("what was hidden or gone and comes back changes its own address and the lists, and no other notice", async () => {
  const beside = [article(ids.first, "bai-dau"), article(ids.plain)];
  const around = (id: number, slug: string, ...more: string[]) =>
    all(...LISTS, ...BESIDE_LISTS, ...SITEMAPS, ...ownOf(id, slug), ...beside, ...more);
  const back = (id: number) => forgottenBy(() => carryOut(office.approver, "restore", id, {}));
  expect(await back(ids.hidden)).toEqual(around(ids.hidden, "tam-go"));
  expect(await back(ids.gone)).toEqual(around(ids.gone, "da-go", article(ids.hidden, "tam-go")));
});

test("the first article of a section opens it, on every page of this site", async () => {
  const opening = async () =>
    carryOut(office.approver, ["approve", "publish"], ids.draft, await seen(office.approver, ids.draft));
  expect(await forgottenBy(opening)).toEqual(everything());
  // From now on it is a page as the others are.
  expect(await forgottenBy(() => published(office, { secondSectionIds: [office.elsewhere] }))).toEqual(
    all(
      ...["/thong-bao", ...LISTS, ...BESIDE_LISTS, ...SITEMAPS],
      ...[article(ids.first, "bai-dau"), article(ids.plain)],
      ...[article(ids.hidden, "tam-go"), article(ids.gone, "da-go"), article(ids.draft, "dang-cho")],
    ),
  );
});

test("an article that leaves a second section changes that one alone, and its own page", async () => {
  const leaving = () => updated(ids.draft, { secondSectionIds: [] });
  expect(await forgottenBy(leaving)).toEqual(
    // Its card stands in the lists above: it is among the newest.
    all(
      ...["/", "/thong-bao", "/dang-doan-the", "/tin-tuc", ...ownOf(ids.draft, "dang-cho")],
      ...[...FEEDS, ...API_LISTS, ...SITEMAPS],
      ...["/so-do", "/tac-gia/le-thu", "/tac-gia/le-thu/rss.xml", DATES.at(-2) ?? ""],
    ),
  );
});

test("an article that moves to another section has another address, and changes what it leaves and comes into", async () => {
  for (const { personId } of [office.reporter, office.approver]) {
    const role = personId === office.reporter.personId ? "reporter" : "approver";
    await giveAtOnce({ personId, siteId: office.siteId, sectionId: office.elsewhere, role });
  }
  const forgotten = await forgottenBy(() => updated(ids.first, { sectionId: office.elsewhere }));
  expect(forgotten).toEqual(
    all(
      ...[...LISTS, ...SITEMAPS, "/thong-bao", ...ownOf(ids.first, "bai-dau"), article(ids.merged, "da-gop")],
      ...["/so-do", "/dinh-chinh", ...AUTHORS.slice(1), DATES.at(-1) ?? ""],
      ...[
        article(ids.hidden, "tam-go"),
        article(ids.gone, "da-go"),
        article(ids.draft, "dang-cho"),
        article(ids.plain),
      ],
    ),
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
    // Nothing but what machines read is without a menu.
    expect(await forgottenBy(change)).toEqual(everything().filter((name) => !WITHOUT_MENU.test(name)));
  }
});

test("other words of a page change the page alone, and the sitemap", async () => {
  const paragraph = { type: "paragraph" as const, attrs: { id: newBlockId(), align: null } };
  const text = { type: "text" as const, text: "Trụ sở mở cửa cả thứ Bảy." };
  const words = () =>
    updatedAtRoot(ids.contact, { body: { type: "doc", content: [{ ...paragraph, content: [text] }] } });
  expect(await forgottenBy(words)).toEqual(all("/lien-he", ...SITEMAPS));
});

test("what the site says of itself is on every page of it", async () => {
  const saying = async () => {
    await typeAtRoot(root.editor, ids.site, { name: "Phường Thử Mới", phone: "0200 111 111" });
    await publishAtRoot(root, ids.site);
  };
  expect(await forgottenBy(saying)).toEqual(everything());
});

test("a banner that comes, says another end, is hidden, given back or withdrawn changes every page that has a frame, and no feed", async () => {
  const framed = everything().filter((name) => !WITHOUT_MENU.test(name) && !/\.(?:xml|json)$/.test(name));
  const id = await start(root.editor, "banner");
  await typeAtRoot(root.editor, id, aBanner());
  expect(await forgottenBy(() => publishAtRoot(root, id))).toEqual(framed);
  expect(await forgottenBy(() => updatedAtRoot(id, { ends: hoursAhead(2) }))).toEqual(framed);
  const by = (...move: Parameters<typeof carryOut>) => forgottenBy(() => carryOut(...move));
  expect(await by(root.editor, "hide", id, { reason: "Chờ kiểm tra" })).toEqual(framed);
  expect(await by(root.approver, "restore", id, {})).toEqual(framed);
  expect(await by(root.approver, "withdraw", id, { reason: "expired" })).toEqual(framed);
});

test("a section that is made, and an older system's address that leads here from now on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-shown-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await giveAtOnce({ personId: office.reporter.personId, siteId: office.siteId, sectionId: null, role: "reporter" });
  const imported = (section: string, oldUrl: string | null) => importedFrom(folder, office, section, oldUrl);
  expect(await forgottenBy(() => imported("Chuyện hồ", null))).toEqual(everything());
  // Only where nothing of ours was found under that very address somebody has asked for it.
  const movedOn = article(ids.first, "bai-dau");
  let number: number | null = null;
  const leading = async () => {
    ({ number } = await imported("Đảng - đoàn thể", "/cu/bai.html"));
  };
  expect(await forgottenBy(leading)).toEqual(all("/cu/bai.html", "/khong-co", "/tu-khoa/hoi-thao", movedOn));
  const publishing = async () => {
    await carryOut(office.reporter, "submit", number ?? 0, {});
    await carryOut(office.approver, ["approve", "publish"], number ?? 0, await seen(office.approver, number ?? 0));
  };
  expect(await forgottenBy(publishing)).toContain("/cu/bai.html");
});

test("the page of a document says what the text says that hands it out, and goes with it", async () => {
  const pdf = await readyFile(office.reporter, undefined, { mediaType: "application/pdf", name: "Kế hoạch.pdf" });
  const handing = (title: string) => ({
    body: { type: "doc" as const, content: [attachmentOf(pdf.sha256, { title })] },
  });
  const id = await published(office, { slug: "co-tep", ...handing("Kế hoạch") });
  const own = `/tep/${pdf.id}/ke-hoach`;
  lookAt(article(id, "co-tep"), own);
  expect(await forgottenBy(() => updated(id, handing("Kế hoạch năm")))).toContain(own);
  expect(await forgottenBy(() => carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra" }))).toContain(own);
  await carryOut(office.approver, "restore", id, {});
});

test("an article that is put into a topic, pinned, let down and taken out changes the topic, and the pages of all that stand in it", async () => {
  const own = [...TOPIC, "/chu-de", article(ids.first, "bai-dau"), article(ids.plain)];
  const other = await published(office, { slug: "vao-dong" });
  await withTopic();
  lookAt(article(other, "vao-dong"));
  for (const choice of ["added", "pinned", "unpinned", "removed"] as const) {
    const forgotten = await forgottenBy(() => chosen(choice, other));
    expect(forgotten).toEqual(expect.arrayContaining([...own, article(other, "vao-dong")]));
    expect(forgotten).not.toContain(article(ids.hidden, "tam-go"));
  }
});

test("one that goes leaves its topic, and comes back with all that shows it", async () => {
  const leaves = await forgottenBy(() => carryOut(office.editor, "hide", ids.plain, { reason: "Chờ kiểm tra" }));
  expect(leaves).toEqual(expect.arrayContaining([...TOPIC, article(ids.first, "bai-dau")]));
  const returns = await forgottenBy(() => carryOut(office.approver, "restore", ids.plain, {}));
  expect(returns).toEqual(expect.arrayContaining([...TOPIC, article(ids.first, "bai-dau")]));
});

test("what a text names as related shows on its page as it comes and goes", async () => {
  await updated(ids.first, { related: [ids.plain, ids.gone] });
  const own = article(ids.first, "bai-dau");
  for (const change of [
    () => carryOut(office.editor, "hide", ids.gone, { reason: "Chờ kiểm tra" }),
    () => carryOut(office.approver, "restore", ids.gone, {}),
    () => updated(ids.plain, { headline: "Tên khác" }),
  ])
    expect(await forgottenBy(change)).toContain(own);
});

test("an English sister shows in both languages, and goes with what it is the sister of", async () => {
  await withEnglish();
  const [own = ""] = englishOf(ids.english);
  const vietnamese = article(ids.first, "bai-dau");
  expect(await forgottenBy(() => updatedAtRoot(ids.english, { title: "Sports day is over" }))).toEqual(
    all(own, vietnamese, ...ENGLISH, ENGLISH_CORRECTIONS, ...SITEMAPS),
  );
  for (const change of [
    () => carryOut(root.editor, "hide", ids.english, { reason: "Chờ kiểm tra" }),
    () => carryOut(root.approver, "restore", ids.english, {}),
  ])
    expect(await forgottenBy(change)).toEqual(all(own, vietnamese, ...ENGLISH, ENGLISH_CORRECTIONS, ...SITEMAPS));
  for (const change of [
    () => carryOut(root.editor, "hide", ids.first, { reason: "Chờ kiểm tra" }),
    () => carryOut(root.approver, "restore", ids.first, {}),
  ])
    expect(await forgottenBy(change)).toEqual(
      expect.arrayContaining([own, ...ENGLISH, ENGLISH_CORRECTIONS, ...SITEMAPS]),
    );
});

test("a correction of an English text changes its page and the list of these, and not the one in Vietnamese", async () => {
  const [own = ""] = englishOf(ids.english);
  const forgotten = await forgottenBy(async () => {
    await carryOut(root.editor, "correct", ids.english, {});
    await typeAtRoot(root.editor, ids.english, { correction: "There are 14 teams." });
    await publishAtRoot(root, ids.english);
  });
  expect(forgotten).toEqual(expect.arrayContaining([own, ENGLISH_CORRECTIONS]));
  expect(forgotten).not.toContain("/dinh-chinh");
});

test("what an article says of itself is said by its English sister as well, and changes there with it", async () => {
  const [own = ""] = englishOf(ids.english);
  for (const change of [{ aiLabel: "Có dùng AI" }, { source: { name: "Báo Thử", url: "" } }])
    expect(await forgottenBy(() => updated(ids.first, change))).toContain(own);
  const corrected = () => updated(ids.first, { correction: "Số đội là 14." }, "correct");
  expect(await forgottenBy(corrected)).toEqual(expect.arrayContaining([own, "/dinh-chinh"]));
  const over = { kind: "notice" as const, validUntil: "2026-01-07T01:00:00.000Z" };
  expect(await forgottenBy(() => updated(ids.first, over))).toEqual(expect.arrayContaining([own, "/en"]));
});

test("every query that readers' pages ask is asked by a page that was looked at here", async () => {
  const spies = Object.entries(reads).map(([name]) => [name, vi.spyOn(reads, name as keyof typeof reads)] as const);
  for (const draw of pages.values()) await draw();
  const never = spies.filter(([, spy]) => spy.mock.calls.length === 0).map(([name]) => name);
  // The front's own list of sites, read again whenever one of them is announced; whether readers get a file; and what a program's
  // search has found, of which no page is kept.
  expect(never).toEqual(["findSites", "findForReaders", "findLinesAmong"]);
});
