import { beforeAll, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { follow } from "#features/history/follow.ts";
import { carryOut } from "#features/moves/commands.ts";
import { type Office, published, publishedOld, rootOf, seen, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { until } from "#lib/until.ts";
import { MOST_FOUND, type Narrowed } from "./engine.ts";
import { bringAll, bringWithFile, engine, searchFollower } from "./keep.ts";
import { search, searchFor, suggest } from "./queries.ts";

const { office, rows, bend } = oneOffice();
const far = anotherOffice();
const ANYWHERE: Narrowed = { sectionIds: null, form: null, year: null };
const NOW = new Date();

const all = async () => {
  while ((await follow(searchFollower)) > 0);
};
const goOver = () => bringAll(new AbortController().signal);
const look = (said: string, narrowed: Partial<Narrowed> = {}, page = 1, siteId = office.siteId) =>
  search(siteId, said, { ...ANYWHERE, ...narrowed }, { page, now: NOW });
const found = async (said: string, narrowed: Partial<Narrowed> = {}) =>
  (await look(said, narrowed)).results.map(({ number }) => number);

const body = (...lines: string[]) => ({
  type: "doc" as const,
  content: lines.map((text) => ({
    type: "paragraph" as const,
    attrs: { id: newBlockId(), align: null },
    content: [{ type: "text" as const, text }],
  })),
});
const write = (
  headline: string,
  text = "Không có gì thêm.",
  standfirst = "Tin trong ngày.",
  more = {},
  who: Office = office,
) => published(who, { headline, standfirst, body: body(text), ...more });

/** The search has followed from the beginning. */
beforeAll(all);

test("what is published is found once the history was heard, and not before", async () => {
  const id = await write("Đua ghe ngo ở bến Vạn");
  expect(await found("ghe ngo")).toEqual([]);
  await all();
  expect(await found("ghe ngo")).toEqual([id]);
});

test("accents that were typed count before the place, and the title before what stands over the text before the text", async () => {
  const inText = await write("Tin một", "Ở đây có lá dứa.");
  const inHead = await write("Tin hai", "Không có gì.", "Ở đây có lá dứa.");
  const inTitle = await write("Lá dứa xanh");
  const others = await write("La đưa xanh");
  await all();
  expect(await found("lá dứa")).toEqual([inTitle, inHead, inText, others]);
  expect(await found("la dua")).toEqual([others, inTitle, inHead, inText]);
});

test("words side by side come before the same words apart, and among equals the newer one first", async () => {
  const older = await write("Chợ phiên vùng cao");
  const newer = await write("Chợ phiên vùng thấp");
  const apart = await write("Phiên họp về chợ");
  const scattered = await write("Tin khác", "Có chợ. Cũng có phiên.");
  await all();
  expect(await found("chợ phiên")).toEqual([newer, older, apart, scattered]);
});

test.each([
  ["hoa giai", "Hòa giải ở thôn Đông"],
  ["hoà giải".normalize("NFD"), "Hòa giải ở thôn Đông"],
  ["06/2031/NQ-HĐND", "Nghị quyết 6/2031/NQ-HĐND về chợ đêm"],
  ["Ủy ban nhân dân xã Kẽm", "UBND xã Kẽm tiếp dân"],
  ["xã kẽm -tiếp", null],
])("%s leads to %s", async (said, headline) => {
  const id = headline === null ? null : await write(headline);
  await all();
  expect((await found(said))[0] ?? null).toBe(id);
});

test("in quotes it is found letter for letter, and what stands beside an answer is not counted", async () => {
  const id = await write("Họ bán giao hàng tận nhà", "Một.");
  await write("Bàn giao mặt bằng", "Rồi bán.");
  await all();
  const { results, count } = await look("“bán giao”");
  expect([results.map(({ number }) => number), count]).toEqual([[id], 1]);
});

test("what is withdrawn or hidden is gone at once, before anybody has heard of it, and comes back", async () => {
  const id = await write("Chuyện cây đa làng Vèn");
  await all();
  expect(await found("làng Vèn")).toEqual([id]);
  expect(await suggest(office.siteId, "chuyen cay", NOW)).toHaveLength(1);
  await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra" });
  expect(await found("làng Vèn")).toEqual([]);
  expect(await suggest(office.siteId, "chuyen cay", NOW)).toEqual([]);
  await all();
  expect(await rows("select from search_entries where document_id = $1", [id])).toEqual([]);
  expect(await rows("select from search_words where words = 'ven'")).toEqual([]);
  await carryOut(office.approver, "restore", id, {});
  await all();
  expect(await found("làng Vèn")).toEqual([id]);
});

test("a notice that is found says when it holds no more, and what is no notice does not", async () => {
  const validUntil = "2026-01-07T01:00:00.000Z";
  await write("Cúp nước ngõ Trúc", "Một.", "Hai.", { kind: "notice", validUntil });
  await write("Ngõ Trúc lát gạch", "Một.", "Hai.", { validUntil });
  await all();
  const { results } = await look("ngõ Trúc");
  const ends = new Map(results.map(({ title, endsAt }) => [title.map(({ text }) => text).join(""), endsAt]));
  expect(ends.get("Cúp nước ngõ Trúc")).toEqual(new Date(validUntil));
  expect(ends.get("Ngõ Trúc lát gạch")).toBeNull();
  expect(results.map(({ holds }) => holds)).toEqual([null, null]);
});

test("other words of an article are found, the old ones are not, and what is shown is the text of now", async () => {
  const id = await write("Họp về sông Nhuộm", "Bờ kè cũ.");
  await all();
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { headline: "Họp về sông Trắng", body: body("Bờ đá mới.") });
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  expect(JSON.stringify((await look("sông Nhuộm")).results)).not.toContain("Nhuộm");
  await all();
  expect(await found("sông Nhuộm")).toEqual([]);
  expect(await found("bờ đá mới")).toEqual([id]);
});

test("a draft, a text under review and another site's articles are never found", async () => {
  const theirs = await write("Lễ cúng biển Cồn Rộc", undefined, undefined, {}, far);
  const open = await write("Tin về Cồn Rộc");
  await carryOut(office.reporter, "revise", open, {});
  await typeIn(office.reporter, open, { headline: "Bản nháp Cồn Rộc kín" });
  await all();
  expect(await found("cồn rộc")).toEqual([open]);
  expect(await found("nháp kín")).toEqual([]);
  expect((await look("cồn rộc", {}, 1, far.siteId)).results.map(({ number }) => number)).toEqual([theirs]);
});

test("pages that stand for themselves are found, and a page can be all that is looked for", async () => {
  const id = await publishedPage(await rootOf(office), { title: "Lịch sử đình Chèm", slug: "lich-su-dinh-chem" });
  const article = await write("Đình Chèm mở hội");
  await all();
  expect((await found("đình Chèm")).toSorted()).toEqual([id, article].toSorted());
  expect(await found("đình Chèm", { form: "page" })).toEqual([id]);
  const [page] = (await look("đình Chèm", { form: "page" })).results;
  expect(page).toMatchObject({ path: "/lich-su-dinh-chem", section: null, kind: "page" });
});

test("a search is narrowed by section with all below it, by form and by year; what makes no sense narrows nothing", async () => {
  const notice = await write("Mương Rọc sửa cống", undefined, undefined, { kind: "notice" });
  const old = await publishedOld(office, {
    ...{ headline: "Mương Rọc năm xưa", slug: "muong-roc", datedAt: "2012-03-04T00:00:00.000Z" },
  });
  await all();
  const tree = await sectionTree(office.siteId);
  const by = async (asked: object) => {
    const said = { words: "mương rọc", section: "", form: "", year: "", page: 1, ...asked };
    const results = await searchFor(office.siteId, tree, said, NOW);
    return results === "busy" ? results : results.results.map(({ number }) => number);
  };
  expect(await by({})).toEqual([notice, old]);
  expect(await by({ section: "tin-tuc" })).toEqual([notice, old]);
  expect(await by({ section: "dang-doan-the" })).toEqual([notice, old]);
  expect(await by({ section: "thong-bao" })).toEqual([]);
  expect(await by({ form: "thong-bao" })).toEqual([notice]);
  expect(await by({ year: "2012" })).toEqual([old]);
  expect(await by({ year: "12", form: "constructor", section: "__proto__" })).toEqual([notice, old]);
});

test("where nothing has all of it, what one slip away from known words was meant is shown, or what has most of it", async () => {
  const id = await write("Phiên chợ Hạ Lũng đông vui");
  await all();
  expect(await look("phiên chợ hạ lugn")).toMatchObject({
    ...{ meant: "phiên chợ hạ lung", isOfMeant: true, isSome: false },
    results: [{ number: id }],
  });
  expect(await look("phiên chợ hạ lung")).toMatchObject({ isOfMeant: false, results: [{ number: id }] });
  const some = await look("phiên chợ hạ lũng zzzz");
  expect(some).toMatchObject({ isSome: true, isOfMeant: false, meant: null });
  expect(some.results[0]?.number).toBe(id);
  expect(await look("zzzz")).toMatchObject({ count: 0, isSome: false, isOfMeant: false, meant: null });
});

test("nobody is shown more than so many, in pages, and a page beyond the last is the last", async () => {
  await bend(
    `insert into documents (id, site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title, shown_at, first_live_at, live_since, created_by)
     overriding system value select 50000 + n, site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title, shown_at, first_live_at, live_since, created_by
     from documents d, generate_series(1, $1::integer) n where d.title like 'Chợ phiên vùng cao'`,
    [MOST_FOUND + 20],
  );
  await bend(
    `insert into search_entries select 50000 + n, e.site_id, e.revision_id, e.shown_at, e.words
     from search_entries e join documents d on d.id = e.document_id, generate_series(1, $1::integer) n where d.title like 'Chợ phiên vùng cao' and d.id < 50000`,
    [MOST_FOUND + 20],
  );
  const many = await look("chợ phiên vùng cao", {}, 99);
  expect(many).toMatchObject({ count: MOST_FOUND, isMore: true, page: MOST_FOUND / 20, pages: MOST_FOUND / 20 });
  const [first, second] = [await found("chợ phiên vùng cao"), (await look("chợ phiên vùng cao", {}, 2)).results];
  expect(second.filter(({ number }) => first.includes(number))).toEqual([]);
  await bend("delete from search_entries where document_id > 50000");
  await bend("delete from documents where id > 50000");
});

test("an archive that nobody has followed is brought in, once, and what is kept and no longer live is forgotten", async () => {
  const id = await write("Làng gốm Phù Lưu");
  await all();
  await bend("delete from search_entries");
  await goOver();
  expect(await found("gốm phù lưu")).toEqual([id]);
  const [before] = await rows(
    "select count(*)::int as n, sum(titles)::int as t from search_entries, (select sum(titles) as titles from search_words) w",
  );
  await goOver();
  expect(
    await rows(
      "select count(*)::int as n, sum(titles)::int as t from search_entries, (select sum(titles) as titles from search_words) w",
    ),
  ).toEqual([before]);
  await bend(
    "update documents set visibility = 'hidden', live_revision_id = null, hidden_reason = 'thử' where id = $1",
    [id],
  );
  await goOver();
  expect(await rows("select from search_entries where document_id = $1", [id])).toEqual([]);
});

test("what is typed in bad faith finds nothing and breaks nothing", async () => {
  for (const said of [
    "' | !!(",
    "\\",
    "a:*",
    "<->",
    "%' or 1=1",
    "\u0000",
    "x".repeat(5_000),
    `${"á ".repeat(500)}`,
    '"""',
    "-a -b -c",
    "☃",
  ])
    await expect(look(said)).resolves.toMatchObject({ pages: expect.any(Number) });
  expect((await look("-chợ")).results).toEqual([]);
});

test("titles are offered by the beginning of the last word, and what stands together first", async () => {
  const together = await write("Hội thả diều Bá Giang");
  const apart = await write("Diều sáo thả trong hội");
  await all();
  const offered = (await suggest(office.siteId, "thả di", NOW)).map(({ path }) => Number(/\d+$/.exec(path)?.[0]));
  expect(offered).toEqual([together, apart]);
  expect(await suggest(office.siteId, "t", NOW)).toEqual([]);
  expect(await suggest(office.siteId, "", NOW)).toEqual([]);
});

test("who brings something in waits for whoever is at it, and does not put back what was live before", async () => {
  const id = await write("Bến đò Chương Dương");
  await all();
  await bend("delete from search_entries where document_id = $1", [id]);
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const first = transaction(async (tx) => {
    await engine.hold(tx);
    held();
    await mayEnd;
  });
  await isHeld;
  const second = goOver();
  expect(await until(async () => (await rows(WAITING)).length > 0, 20_000)).toBe(true);
  await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra" });
  end();
  await Promise.all([first, second]);
  expect(await rows("select from search_entries where document_id = $1", [id])).toEqual([]);
});

const WAITING = "select from pg_locks where locktype = 'advisory' and not granted";

test("words of a document that is handed out are found after the text's own, and no more once it is hidden", async () => {
  const id = await write("Kèm một tệp");
  const own = await write("Cống hộp Tân Ấp", "Một.");
  const sha256 = "ab".repeat(32);
  await bend(
    `insert into files (site_id, sha256, media_type, size, uploaded_by, text, state, made_with)
     values ($1, $2, 'application/pdf', 1, $3, $4, 'ready', 1)`,
    [office.siteId, sha256, office.reporter.personId, "Trang một\nBảng khối lượng cống hộp Tân Ấp, mét dài"],
  );
  await bend(
    "insert into revision_files (revision_id, document_id, sha256) select live_revision_id, id, $2 from documents where id = $1",
    [id, sha256],
  );
  await bend("delete from search_entries where document_id = $1", [id]);
  await all();
  await goOver();
  const { results } = await look("cống hộp tân ấp");
  expect(results.map(({ number, isInFile }) => [number, isInFile])).toEqual([
    [own, false],
    [id, true],
  ]);
  expect(results[1]?.excerpt.filter(({ isHit }) => isHit)).toEqual([{ text: "cống hộp Tân Ấp", isHit: true }]);
  await bend("update files set hidden = true where sha256 = $1", [sha256]);
  expect(JSON.stringify((await look("cống hộp tân ấp")).results)).not.toContain("khối lượng");
  await bringWithFile({ siteId: office.siteId, sha256 }, new AbortController().signal);
  expect(await found("cống hộp tân ấp")).toEqual([own]);
});
