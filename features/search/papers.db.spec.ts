import { beforeAll, expect, test } from "vitest";
import { ALL_PAPERS, type PapersAsked } from "#features/addresses/papers.ts";
import { follow } from "#features/history/follow.ts";
import type { PaperContent } from "#features/kinds/paper.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishedPaper } from "#features/moves/testing-root.ts";
import { searchFollower } from "./keep.ts";
import { searchPapers } from "./papers.ts";
import { search, suggest } from "./queries.ts";

const { office } = oneOffice();
const NOW = new Date("2026-11-30T03:00:00Z");
let root: Root;
const ids = { fee: 0, rules: 0, notice: 0, article: 0 };

const all = async () => {
  while ((await follow(searchFollower)) > 0);
};
const found = async (words: string, asked: Partial<PapersAsked> = {}) => {
  const answer = await searchPapers(office.siteId, { ...ALL_PAPERS, words, ...asked }, NOW);
  return answer === "busy" ? answer : answer.results.map(({ line }) => line.number);
};
const council = "Hội đồng nhân dân phường";

beforeAll(async () => {
  root = await rootOf(office);
  await all();
  const publish = (change: Partial<PaperContent>) => publishedPaper(root, change);
  ids.fee = await publish({
    ...{ form: "resolution", reference: "06/2026/NQ-HĐND", abstract: "Mức thu phí trông giữ xe", issuer: council },
    ...{ slug: "phi", issuedOn: "2026-07-01", effectiveOn: "2027-01-01" },
  });
  ids.rules = await publish({
    ...{ reference: "12/2024/QĐ-UBND", abstract: "Quy chế hòa giải ở tổ dân phố", slug: "hoa-giai" },
    ...{ issuedOn: "2024-07-01", effectiveOn: "2024-08-01" },
  });
  ids.notice = await publish({
    ...{ form: "announcement", reference: "112/TB-UBND", abstract: "Lịch hòa giải tháng Mười", slug: "lich" },
    ...{ issuedOn: "2026-10-01", effectiveOn: null },
  });
  ids.article = await published(office, { headline: "Hội nghị về hòa giải", slug: "hoi-nghi" });
  await all();
});

test("a paper is found by its reference, by what it is about with and without accents, by its body and by its words", async () => {
  expect(await found("06/2026/NQ-HĐND")).toEqual([ids.fee]);
  expect(await found("6/2026/nq hdnd")).toEqual([ids.fee]);
  expect(await found("phí trông giữ xe")).toEqual([ids.fee]);
  expect(await found("hoà giải")).toEqual([ids.notice, ids.rules]);
  expect(await found("hoa giai to dan pho")).toEqual([ids.rules]);
  expect(await found("HĐND phường")).toEqual([ids.fee]);
  expect(await found("Trụ sở mở cửa")).toHaveLength(3);
});

test("articles are none of them, and papers stand among everything in the site's own search", async () => {
  expect(await found("hòa giải")).not.toContain(ids.article);
  const anywhere = { sectionIds: null, form: null, year: null };
  const { results } = await search(office.siteId, "hòa giải", anywhere, { page: 1, now: NOW });
  expect(results.map(({ number, kind, path }) => [number, kind, path])).toContainEqual([
    ...[ids.rules, "paper", `/van-ban/hoa-giai-${ids.rules}`],
  ]);
  const suggested = await suggest(office.siteId, "muc thu ph", NOW);
  expect(suggested).toEqual([{ title: "Mức thu phí trông giữ xe", path: `/van-ban/phi-${ids.fee}`, lang: "vi" }]);
});

test("what is found is narrowed by kind, body, year of issue and standing", async () => {
  expect(await found("hòa giải", { form: "quyet-dinh" })).toEqual([ids.rules]);
  expect(await found("hòa giải", { year: "2026" })).toEqual([ids.notice]);
  expect(await found("phường", { issuer: "hoi-dong-nhan-dan-phuong" })).toEqual([ids.fee]);
  expect(await found("phường", { standing: "chua-hieu-luc" })).toEqual([ids.fee]);
  expect(await found("phường", { standing: "con-hieu-luc" })).toEqual([ids.rules]);
  // What nobody offers narrows nothing.
  expect(await found("hòa giải", { form: "luat", standing: "x" })).toHaveLength(2);
});

test("a paper that is withdrawn is found no more, before anybody has heard of it", async () => {
  await carryOut(root.approver, "withdraw", ids.notice, { reason: "error" });
  expect(await found("hòa giải")).toEqual([ids.rules]);
  await carryOut(root.approver, "restore", ids.notice, {});
  expect(await found("hòa giải")).toEqual([ids.notice, ids.rules]);
});

test("signs, quotes and much too long words are words, or nothing", async () => {
  for (const words of ["'; drop table papers; --", '"', "<script>", "a".repeat(5_000), "%_\\"]) {
    expect(await found(words)).not.toContain(ids.article);
  }
});

test("in the site's own search too a paper says from when to when it holds, by the one that replaces it", async () => {
  const old = await publishedPaper(root, {
    ...{ reference: "31/2020/QĐ-UBND", abstract: "Giờ mở cửa chợ Nón", slug: "cho-non" },
    ...{ issuedOn: "2020-07-01", effectiveOn: "2020-08-01" },
  });
  await publishedPaper(root, {
    ...{ reference: "32/2025/QĐ-UBND", abstract: "Giờ mở cửa chợ Nón mới", slug: "cho-non-moi" },
    ...{ issuedOn: "2025-07-01", effectiveOn: "2025-09-01", replaces: [old] },
  });
  await all();
  const anywhere = { sectionIds: null, form: null, year: null };
  const { results } = await search(office.siteId, "chợ Nón", anywhere, { page: 1, now: NOW });
  expect(results.find(({ number }) => number === old)?.holds).toMatchObject({
    effectiveOn: "2020-08-01",
    endsOn: "2025-09-01",
  });
});
