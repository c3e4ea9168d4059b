import { beforeAll, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { NOTHING_ASKED } from "#features/addresses/public.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { describedApi } from "#features/reading/api-description.ts";
import { find } from "#features/reading/find.ts";
import { siteById } from "#features/reading/queries.ts";
import { jsonFaults, openApiFaults } from "#features/reading/testing-schemas.ts";
import { searchInApi } from "./api.ts";
import { entriesOf } from "./entries.ts";
import { engine } from "./keep.ts";
import { articlesCalled } from "./queries.ts";

const ORIGIN = "https://phuong.example";
const { office, bend } = oneOffice();
const root = {} as Root;
const ids = { lake: 0, bridge: 0, gone: 0, page: 0 };

const siteOfOffice = () => siteById(office.siteId);
const searched = async (asked: Partial<typeof NOTHING_ASKED>) => {
  const found = await searchInApi(await siteOfOffice(), ORIGIN, { ...NOTHING_ASKED, ...asked }, new Date());
  if (found === "busy") throw new Error("too slow");
  return found;
};
const at = (query: string) => find(office.siteId, "/api/v1/search", query);

beforeAll(async () => {
  Object.assign(root, await rootOf(office));
  ids.lake = await published(office, { headline: "Thông đường quanh hồ Sen", kind: "news" });
  ids.bridge = await published(office, { headline: "Cầu quanh hồ Sen lên đèn", kind: "notice" });
  ids.gone = await published(office, { headline: "Quanh hồ Sen có gì" });
  ids.page = await publishedPage(root, { title: "Bản đồ quanh hồ Sen", slug: "ban-do" });
  const all = Object.values(ids);
  await transaction(async (tx) => engine.put(tx, await entriesOf(tx, all), { areCompared: false }));
  await carryOut(office.approver, "withdraw", ids.gone, { reason: "expired" });
});

test("what is found is ninjs, with what is live alone, pages among it", async () => {
  const { articles, count, isMore, meant, isOfMeant, next } = await searched({ words: "quanh ho sen" });
  const numbers = articles.map(({ altids }) => Number((altids as { value: string }[])[0]?.value));
  expect(numbers.toSorted()).toEqual([ids.lake, ids.bridge, ids.page].toSorted());
  const said = { count, isMore, meant, isOfMeant, next };
  expect(said).toEqual({ count: 3, isMore: false, meant: null, isOfMeant: false, next: null });
  for (const one of articles) expect(jsonFaults("ninjs-2.1", one)).toEqual([]);
});

test("where nothing has what was asked for, and what was probably meant is found, it says so", async () => {
  expect(await searched({ words: "quanh ho sne" })).toMatchObject({ meant: "quanh ho sen", isOfMeant: true, count: 3 });
});

test("it is narrowed as readers narrow it, and what means nothing narrows nothing", async () => {
  const found = async (asked: Partial<typeof NOTHING_ASKED>) => (await searched({ words: "hồ Sen", ...asked })).count;
  expect(await found({ form: "notice" })).toBe(1);
  expect(await found({ form: "page" })).toBe(1);
  expect(await found({ form: "thong-bao" })).toBe(3);
  expect(await found({ year: "1999" })).toBe(0);
  expect(await found({ section: "dang-doan-the" })).toBe(2);
});

test("a page beyond the last one is empty", async () => {
  expect(await searched({ words: "hồ Sen", page: 9 })).toMatchObject({ articles: [], next: null });
});

test("its address has one spelling, is never kept, and says what is wrong with a question", async () => {
  expect(await at("?q=h%E1%BB%93&kind=notice&x=1")).toMatchObject({
    kind: "api_search",
    asked: { words: "hồ", form: "notice", page: 1 },
    query: { spelt: "?q=h%E1%BB%93&kind=notice", isKept: false },
  });
  for (const query of ["", "?q=", "?q=%20", "?q=a&page=0", "?q=a&page=x", "?q=a&year=99", "?section=tin-tuc"])
    expect(await at(query)).toEqual({ kind: "api_problem", why: "search" });
  expect(await at("?q=a&section=khong-co")).toEqual({ kind: "api_problem", why: "section" });
});

test("a section that is called otherwise by now leads on to what it is called today, for programs and for readers", async () => {
  const own = await anOffice();
  await published(own);
  await bend("update sections set slug = 'doan-the' where id = $1", [own.party]);
  expect(await find(own.siteId, "/api/v1/search", "?q=a&section=dang-doan-the&year=2026")).toMatchObject({
    asked: { section: "doan-the" },
    query: { spelt: "?q=a&section=doan-the&year=2026" },
  });
  const forReaders = async (query: string) => find(own.siteId, "/tim-kiem", query);
  expect(await forReaders("?q=h%E1%BB%93&chuyen-muc=dang-doan-the&trang=2")).toMatchObject({
    kind: "search",
    query: { spelt: "?q=h%E1%BB%93&chuyen-muc=doan-the&trang=2", isKept: false },
  });
  // What means nothing stays as it was typed, and narrows nothing.
  for (const query of ["?q=a&chuyen-muc=doan-the&x=1", "?chuyen-muc=khong-co&q=a", "?q=a&chuyen-muc=%00", "?q=%00"])
    expect(await forReaders(query)).toMatchObject({ query: { spelt: query, isKept: false } });
});

test("the description says how it is asked", async () => {
  const described = describedApi(await siteOfOffice(), ORIGIN);
  expect(await openApiFaults(described)).toEqual([]);
  const { "/api/v1/search": search } = described.paths as Record<string, { get: { parameters: { name: string }[] } }>;
  expect(search?.get.parameters.map(({ name }) => name)).toEqual(["q", "section", "kind", "year", "page"]);
});

test("whoever chooses an article finds it by its number or its words, and none that is not live or no article", async () => {
  const called = async (said: string) => (await articlesCalled(office.siteId, said, new Date())).map(({ id }) => id);
  expect(await called(String(ids.lake))).toContain(ids.lake);
  expect((await called("quanh hồ")).toSorted()).toEqual([ids.lake, ids.bridge].toSorted());
  for (const said of ["", "  ", "999999", "zzzz"]) expect(await called(said)).toEqual([]);
});
