import pg from "pg";
import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, type Office, published, publishedOld, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { find } from "./find.ts";
import { archiveDay, archiveDays, archiveMonths, archiveYears, authorList, corrections, tagList } from "./lists.ts";
import { countInList, findInList } from "./lists-store.ts";
import { PAGE_SIZE } from "./page-size.ts";
import { liveArticle } from "./queries.ts";

const { db, rows, bend, office } = oneOffice();

const named = (...names: string[]) => ({
  byline: { hidden: false, names: names.map((name) => ({ name, post: "", personId: null })) },
});
const tagged = async ({ siteId, reporter }: Office, name: string): Promise<number> => {
  const by = { siteId, personId: reporter.personId, because: "draft" } as const;
  return (await transaction((tx) => tagCalled(tx, by, name))).id;
};
async function republished(
  own: Office,
  id: number,
  change: Parameters<typeof typeIn>[2],
  move: "revise" | "correct" = "revise",
) {
  await carryOut(own.reporter, move, id, {});
  await typeIn(own.reporter, id, change);
  await carryOut(own.reporter, "submit", id, {});
  await carryOut(own.approver, ["approve", "publish"], id, await seen(own.approver, id));
}
const listsOf = async (id: number): Promise<string[]> =>
  (await rows("select distinct list from listings where document_id = $1 order by 1", [id])).map(({ list }) => list);
const at = async (path: string, own = office) => (await find(own.siteId, path, "")).kind;
const numbers = (cards: { number: number }[] | undefined) => cards?.map(({ number }) => number);

/** The page of an author, by the slug. */
async function authorAt(slug: string, own = office) {
  const found = await find(own.siteId, `/tac-gia/${slug}`, "");
  return found.kind === "author" ? authorList(own.siteId, found.id, 1) : null;
}

describe("an author", () => {
  test("has one page for all ways of writing the name, called as the newest article spells it", async () => {
    const first = await published(office, named("NGUYỄN THỊ HOÀ"));
    const second = await published(office, named("Nguyễn Thị Hòa".normalize("NFD")));
    const found = await authorAt("nguyen-thi-hoa");
    expect(found).toMatchObject({ name: "Nguyễn Thị Hòa", listed: 2, pages: 1 });
    expect(numbers(found?.cards)).toEqual([second, first]);
    expect((await liveArticle(office.siteId, first))?.authors).toEqual(
      new Map([["NGUYỄN THỊ HOÀ", "/tac-gia/nguyen-thi-hoa"]]),
    );
  });

  test("whose name differs by its marks is somebody else, with an address that stays", async () => {
    const own = await anOffice();
    const [hoa, hoà] = [await published(own, named("Trần Hoa")), await published(own, named("Trần Hòa"))];
    expect(numbers((await authorAt("tran-hoa", own))?.cards)).toEqual([hoa]);
    expect(numbers((await authorAt("tran-hoa-2", own))?.cards)).toEqual([hoà]);
    await carryOut(own.approver, "withdraw", hoa, { reason: "error" });
    expect(await authorAt("tran-hoa", own)).toBeNull();
    await published(own, named("Trần Hoa"));
    expect(await authorAt("tran-hoa", own)).toMatchObject({ name: "Trần Hoa" });
  });

  test("whom a switched off byline names is named nowhere", async () => {
    const own = await anOffice();
    const { byline } = named("Người Kín");
    const id = await published(own, { byline: { ...byline, hidden: true } });
    expect(await authorAt("nguoi-kin", own)).toBeNull();
    expect(await rows("select from authors where key like 'người%' and site_id = $1", [own.siteId])).toEqual([]);
    await republished(own, id, { byline });
    expect(await authorAt("nguoi-kin", own)).toMatchObject({ listed: 1 });
    await republished(own, id, { byline: { ...byline, hidden: true } });
    expect(await authorAt("nguoi-kin", own)).toBeNull();
    expect((await liveArticle(own.siteId, id))?.authors).toEqual(new Map());
  });

  test("is not made of a name in which nothing can be read, and is found once in an article that names them twice", async () => {
    const own = await anOffice();
    const id = await published(own, named("***", "Lê Thử", "lê thử"));
    expect(await rows("select slug from authors where site_id = $1", [own.siteId])).toEqual([{ slug: "le-thu" }]);
    expect(numbers((await authorAt("le-thu", own))?.cards)).toEqual([id]);
  });

  test("is of one site", async () => {
    const own = await anOffice();
    await published(own, named("Chỉ Ở Đây"));
    expect([await at("/tac-gia/chi-o-day", own), await at("/tac-gia/chi-o-day")]).toEqual(["author", "unknown"]);
  });
});

describe("a tag", () => {
  test("has a page as long as a live article has it, and is unknown otherwise", async () => {
    const own = await anOffice();
    const tag = await tagged(own, "Hội thao 2021");
    expect(await at("/tu-khoa/hoi-thao-2021", own)).toBe("unknown");
    const id = await published(own, { tagIds: [tag] });
    expect(await at("/tu-khoa/hoi-thao-2021", own)).toBe("tag");
    expect(await tagList(own.siteId, tag, 1)).toMatchObject({ name: "Hội thao 2021", listed: 1, page: 1, pages: 1 });
    expect(await tagList(own.siteId, tag, 2)).toBeNull();
    expect((await liveArticle(own.siteId, id))?.tags).toEqual([
      { id: tag, name: "Hội thao 2021", path: "/tu-khoa/hoi-thao-2021" },
    ]);
    await republished(own, id, { tagIds: [] });
    expect(await at("/tu-khoa/hoi-thao-2021", own)).toBe("unknown");
    await republished(own, id, { tagIds: [tag] });
    await carryOut(own.editor, "hide", id, { reason: "Chờ kiểm tra" });
    expect(await at("/tu-khoa/hoi-thao-2021", own)).toBe("unknown");
  });

  test("of another site is none of this one's", async () => {
    const own = await anOffice();
    const tag = await tagged(own, "Chỉ ở đây");
    await published(own, { tagIds: [tag] });
    expect(await tagList(office.siteId, tag, 1)).toBeNull();
  });
});

test("a page of a list begins where the one before it ends, in whatever order its articles came", async () => {
  const own = await anOffice();
  const tag = await tagged(own, "Nhiều bài");
  const ids = await many(own, tag, 3 * PAGE_SIZE + 5);
  const due = await rows(
    `select d.id from documents d join document_tags t on t.document_id = d.id
     where t.tag_id = $1 and d.visibility = 'live' order by d.shown_at desc, d.id desc`,
    [tag],
  );
  const list = { list: "tag", ofId: tag } as const;
  expect(await countInList(list)).toBe(ids);
  const pages = [];
  for (let offset = 0; offset < ids; offset += PAGE_SIZE)
    pages.push(...(await findInList(own.siteId, list, offset, PAGE_SIZE)));
  expect(numbers(pages)).toEqual(due.map(({ id }) => id));
  expect((await tagList(own.siteId, tag, 4))?.cards).toHaveLength(5);
  expect(await tagList(own.siteId, tag, 5)).toBeNull();
});

/** Articles of a tag on some days of some years, as the owner may write them. @returns how many are live */
async function many(own: Office, tag: number, count: number): Promise<number> {
  const [{ id }] = await rows("select id from documents where id = $1", [await published(own, { tagIds: [tag] })]);
  await bend(
    `insert into documents (id, site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title, shown_at, first_live_at, created_by)
     overriding system value
     select 1000000 + n, site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title,
       '2019-01-31T16:00:00Z'::timestamptz + (n * 37 % 11) * interval '40 days' + n * interval '20 minutes', first_live_at, created_by
     from documents, generate_series(2, $2) n where id = $1`,
    [id, count],
  );
  await bend("insert into document_tags select 1000000 + n, $1 from generate_series(2, $2) n", [tag, count]);
  return count;
}

describe("the archive", () => {
  test("has a day of the site's own clock, with what stands above it counted, and none without articles", async () => {
    const own = await anOffice();
    const dated = (datedAt: string) => publishedOld(own, { datedAt, slug: "bai-cu" });
    // Midnight here is 17:00 by UTC.
    const [eve, night, noon] = [
      await dated("2019-03-06T16:59:59.000Z"),
      await dated("2019-03-06T17:00:00.000Z"),
      await dated("2019-03-07T05:00:00.000Z"),
    ];
    expect(await archiveYears(own.siteId)).toEqual([{ date: "2019", listed: 3 }]);
    expect(await archiveMonths(own.siteId, "2019")).toEqual([{ date: "2019-03", listed: 3 }]);
    expect(await archiveDays(own.siteId, "2019-03")).toEqual([
      { date: "2019-03-06", listed: 1 },
      { date: "2019-03-07", listed: 2 },
    ]);
    expect(numbers((await archiveDay(own.siteId, "2019-03-06", 1))?.cards)).toEqual([eve]);
    expect(numbers((await archiveDay(own.siteId, "2019-03-07", 1))?.cards)).toEqual([noon, night]);
    for (const path of ["/luu-tru", "/luu-tru/2019", "/luu-tru/2019/03", "/luu-tru/2019/03/07"])
      expect(await find(own.siteId, path, "")).toMatchObject({ kind: "archive", path });
    expect(await find(own.siteId, "/luu-tru/2019/3/7", "")).toMatchObject({ path: "/luu-tru/2019/03/07" });
    for (const path of ["/2018", "/2019/04", "/2019/03/08", "/2019/03/07/trang/2", "/2999", "/2019/02/30"])
      expect(await at(`/luu-tru${path}`, own), path).toBe("unknown");
    await carryOut(own.approver, "withdraw", eve, { reason: "error" });
    expect(await at("/luu-tru/2019/03/06", own)).toBe("unknown");
    expect(await archiveDays(own.siteId, "2019-03")).toEqual([{ date: "2019-03-07", listed: 2 }]);
  });
});

describe("corrections", () => {
  test("are listed with the newest first, each once, as long as their article is live", async () => {
    const own = await anOffice();
    expect(await corrections(own.siteId, 1)).toEqual({ page: 1, pages: 1, notes: [] });
    const id = await published(own);
    await republished(own, id, { correction: "Sửa ngày họp." }, "correct");
    // It carries the note on, and says none of its own.
    await republished(own, id, { standfirst: "Hội thao đã khai mạc sáng nay." });
    const other = await published(own, { headline: "Họp tổ dân phố" });
    await republished(own, other, { correction: "Sửa tên tổ." }, "correct");
    await republished(own, id, { correction: "Sửa lại ngày họp." }, "correct");
    const noted = async () => (await corrections(own.siteId, 1))?.notes.map(({ number, note }) => [number, note]);
    const all = [
      [id, "Sửa lại ngày họp."],
      [other, "Sửa tên tổ."],
      [id, "Sửa ngày họp."],
    ];
    expect(await noted()).toEqual(all);
    await carryOut(own.approver, "withdraw", id, { reason: "person" });
    expect(await noted()).toEqual([[other, "Sửa tên tổ."]]);
    await carryOut(own.approver, "restore", id, {});
    expect(await noted()).toEqual(all);
    expect(await corrections(own.siteId, 2)).toBeNull();
  });
});

test("an article that readers do not find stands in no list", async () => {
  const own = await anOffice();
  const id = await published(own, { tagIds: [await tagged(own, "Danh mục")] });
  expect(await listsOf(id)).toEqual(["author", "site", "tag"]);
  await carryOut(own.editor, "hide", id, { reason: "Chờ kiểm tra" });
  expect(await listsOf(id)).toEqual([]);
  await carryOut(own.approver, "restore", id, {});
  expect(await listsOf(id)).toEqual(["author", "site", "tag"]);
});

test("two who name the same new author at once name one", async () => {
  const own = await anOffice();
  const ids = [await submitted(own, named("Đỗ Chung")), await submitted(own, named("ĐỖ CHUNG"))];
  const shown = await Promise.all(ids.map((id) => seen(own.approver, id)));
  await Promise.all(ids.map((id, at) => carryOut(own.approver, ["approve", "publish"], id, shown[at] ?? {})));
  expect(await authorAt("do-chung", own)).toMatchObject({ listed: 2 });
  expect(await rows("select from authors where site_id = $1", [own.siteId])).toHaveLength(1);
});

test("nobody with the app's role writes a line, a count of them, an author or an old address, or lines anything up", async () => {
  for (const statement of [
    `insert into listings values ('site', ${office.siteId}, now(), now(), 1)`,
    "update listings set of_id = 1",
    "delete from listings",
    "update listed_days set listed = 0",
    `insert into listed_months (list, of_id, month, listed) values ('site', 1, now(), 1000)`,
    `insert into authors (site_id, key, slug) values (${office.siteId}, 'ai', 'ai')`,
    "update authors set slug = 'ai'",
    `insert into section_slugs values (${office.siteId}, 'cu', ${office.news})`,
    "delete from section_slugs",
    "select line_up('{1}')",
    "select meet_authors('{1}')",
    "select count_brought_views('{1}')",
  ]) {
    await expect(asApp(statement), statement).rejects.toMatchObject({ code: "42501" });
  }
});

async function asApp(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: db.appUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
