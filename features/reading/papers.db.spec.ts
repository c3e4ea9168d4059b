import { beforeAll, expect, test } from "vitest";
import { ALL_PAPERS, type PapersAsked } from "#features/addresses/papers.ts";
import type { PaperContent } from "#features/kinds/paper.ts";
import { endOf } from "#features/kinds/paper-standing.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, published, type Root, rootOf, seen } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { aPaper, publishAtRoot, publishedPage, publishedPaper, typeAtRoot } from "#features/moves/testing-root.ts";
import { find } from "./find.ts";
import { listedPapers, livePaper, paperChoices } from "./papers.ts";
import { goneDocument } from "./queries.ts";
import { sitemap } from "./sitemap.ts";

const { rows, office } = oneOffice();
let root: Root;
beforeAll(async () => {
  root = await rootOf(office);
});

const TODAY = "2026-11-30";
let count = 0;
const publish = (change: Partial<PaperContent> = {}, by = root) => {
  count += 1;
  return publishedPaper(by, { reference: `${count}/2026/QĐ-UBND`, slug: `van-ban-${count}`, ...change });
};
const listed = async (asked: Partial<PapersAsked> = {}, siteId = office.siteId, today = TODAY) =>
  listedPapers(siteId, { ...ALL_PAPERS, ...asked }, today);
const numbers = async (...asked: Parameters<typeof listed>) =>
  (await listed(...asked)).lines.map(({ number }) => number);
const aSite = async () => {
  const other = await anOffice();
  return { siteId: other.siteId, root: await rootOf(other) };
};
async function updated(id: number, change: Partial<PaperContent>) {
  await carryOut(root.editor, "revise", id, {});
  await typeAtRoot(root.editor, id, change);
  await publishAtRoot(root, id);
}

test("a paper has its address, its line and its place in the sitemap once two people have confirmed it, and not before", async () => {
  const id = await start(root.editor, "paper");
  await typeAtRoot(root.editor, id, aPaper());
  const path = `/van-ban/quy-che-${id}`;
  expect(await find(office.siteId, path, "")).toEqual({ kind: "unknown" });
  expect(await numbers()).toEqual([]);
  await publishAtRoot(root, id);
  expect(await find(office.siteId, path, "")).toEqual({ kind: "paper", path, number: id });
  expect(await numbers()).toEqual([id]);
  expect(await sitemap(office.siteId, "https://thu.example")).toContain(`<loc>https://thu.example${path}</loc>`);
});

test("the number finds it under any words and any section, and an article is none", async () => {
  const id = await publish({ slug: "tiep-dan" });
  const there = { kind: "paper", path: `/van-ban/tiep-dan-${id}`, number: id };
  for (const path of [`/van-ban/x-${id}`, `/tin-tuc/gi-do-${id}`, `/VAN-BAN/Tiep-Dan-${id}`])
    expect(await find(office.siteId, path, "")).toEqual(there);
  const article = await published(office, { slug: "mot-bai" });
  expect(await find(office.siteId, `/van-ban/mot-bai-${article}`, "")).toMatchObject({ kind: "article" });
  expect(await livePaper(office.siteId, article)).toBeNull();
  expect(await find((await aSite()).siteId, `/van-ban/tiep-dan-${id}`, "")).toEqual({ kind: "unknown" });
});

test("the newest stands first by its day of issue, whenever it came here, and another site has its own", async () => {
  const other = await aSite();
  const old = await publish({ issuedOn: "2020-01-05", effectiveOn: null }, other.root);
  const recent = await publish({ issuedOn: "2026-11-01", effectiveOn: null }, other.root);
  const middle = await publish({ issuedOn: "2023-06-01", effectiveOn: null }, other.root);
  expect(await numbers({}, other.siteId)).toEqual([recent, middle, old]);
  expect(await numbers()).not.toContain(old);
});

test("a list is narrowed by kind, body, year of issue and standing, and offers what there is", async () => {
  const other = await aSite();
  const council = "Hội đồng nhân dân phường";
  const decision = await publish({ issuedOn: "2024-02-01", effectiveOn: "2024-02-01" }, other.root);
  const plan = await publish({ form: "plan", issuedOn: "2025-02-01", effectiveOn: null }, other.root);
  const coming = await publish(
    { form: "resolution", issuer: council, issuedOn: "2026-11-20", effectiveOn: "2027-01-01" },
    other.root,
  );
  const over = await publish(
    { issuer: council, issuedOn: "2026-01-01", effectiveOn: "2026-01-01", expiresOn: TODAY },
    other.root,
  );
  const only = (asked: Partial<PapersAsked>) => numbers(asked, other.siteId);
  expect(await only({ form: "quyet-dinh" })).toEqual([over, decision]);
  expect(await only({ issuer: "hoi-dong-nhan-dan-phuong" })).toEqual([coming, over]);
  expect(await only({ issuer: "hoi-dong-nhan-dan-phuong", form: "nghi-quyet" })).toEqual([coming]);
  expect(await only({ year: "2025" })).toEqual([plan]);
  expect(await only({ standing: "con-hieu-luc" })).toEqual([decision]);
  expect(await only({ standing: "chua-hieu-luc" })).toEqual([coming]);
  expect(await only({ standing: "het-hieu-luc" })).toEqual([over]);
  const choices = await paperChoices(other.siteId);
  expect(choices.forms.map(({ slug }) => slug)).toEqual(["nghi-quyet", "quyet-dinh", "ke-hoach"]);
  expect(choices.bodies).toContainEqual({ slug: "hoi-dong-nhan-dan-phuong", name: council });
  expect(choices.years).toEqual([2026, 2025, 2024]);
});

test("what narrows a list is spelt in one way, and what nobody offers is left out", async () => {
  const spelt = async (query: string) => {
    const found = await find(office.siteId, "/van-ban", query);
    return found.kind === "papers" ? [found.query?.spelt, found.query?.isKept] : found.kind;
  };
  const id = await publish();
  expect(await spelt("")).toEqual(["", true]);
  expect(await spelt("?q=&loai=quyet-dinh&co-quan=&nam=&hieu-luc=")).toEqual(["?loai=quyet-dinh", true]);
  expect(await spelt("?loai=luat&co-quan=x'--&nam=99999&hieu-luc=sai&sau=0&x=1")).toEqual(["", true]);
  expect(await spelt(`?sau=${id}`)).toEqual([`?sau=${id}`, true]);
  expect(await spelt("?sau=2000000000")).toEqual(["", true]);
  // Of two filters at once there are too many to keep, and of words without end.
  expect(await spelt("?nam=2026&loai=quyet-dinh")).toEqual(["?loai=quyet-dinh&nam=2026", false]);
  expect(await spelt("?q=quy+che")).toEqual(["?q=quy+che", false]);
  const amiss = await find(office.siteId, "/van-ban", "?q=quy+che&nam=a'b&loai=luat&co-quan=x&sau=1&trang=2");
  expect(amiss).toMatchObject({ asked: { ...ALL_PAPERS, words: "quy che", page: 2 } });
});

test("a long list goes on page by page in both directions and loses nothing, also behind a paper that is gone", async () => {
  const other = await aSite();
  const all: number[] = [];
  // Two of a day stand in the order of their numbers.
  for (let day = 1; day <= 23; day += 1)
    all.unshift(await publish({ issuedOn: `2026-03-${String(Math.ceil(day / 2)).padStart(2, "0")}` }, other.root));
  const first = await listed({}, other.siteId);
  expect(first.lines.map(({ number }) => number)).toEqual(all.slice(0, 20));
  expect(first.newer).toBeNull();
  const next = await listed({ after: first.older }, other.siteId);
  expect(next.lines.map(({ number }) => number)).toEqual(all.slice(20));
  expect(next.older).toBeNull();
  const back = await listed({ before: next.newer }, other.siteId);
  expect(back.lines.map(({ number }) => number)).toEqual(all.slice(0, 20));
  expect(back.newer).toBeNull();
  await carryOut(other.root.approver, "withdraw", first.older ?? 0, { reason: "error" });
  expect(await numbers({ after: first.older }, other.siteId)).toEqual(all.slice(20));
});

test("a paper that another one replaces says so from that one's day on, and is as it was once the other is withdrawn", async () => {
  const old = await publish({ issuedOn: "2024-01-01", effectiveOn: "2024-01-01" });
  const next = await publish({ issuedOn: "2026-05-01", effectiveOn: "2026-06-01", replaces: [old] });
  const said = async () => {
    const paper = await livePaper(office.siteId, old);
    const line = (await listed({ year: "2024" })).lines.find(({ number }) => number === old);
    // The law and the page come to the same day.
    expect(line?.endsOn).toBe(paper && endOf(paper.content, paper.replacedBy));
    return [paper?.replacedBy.map(({ number }) => number), line?.endsOn];
  };
  expect(await said()).toEqual([[next], "2026-06-01"]);
  expect((await livePaper(office.siteId, next))?.replaces.map(({ number }) => number)).toEqual([old]);
  await updated(next, { effectiveOn: "2026-07-01" });
  expect(await said()).toEqual([[next], "2026-07-01"]);
  await carryOut(root.approver, "withdraw", next, { reason: "error" });
  expect(await said()).toEqual([[], null]);
  await carryOut(root.approver, "restore", next, {});
  expect(await said()).toEqual([[next], "2026-07-01"]);
  await updated(next, { replaces: [] });
  expect(await said()).toEqual([[], null]);
});

test("the page of a replaced paper is told whenever what replaces it comes, changes its day, or goes", async () => {
  const old = await publish();
  const toldOf = async (work: () => Promise<unknown>) => {
    const [{ last }] = await rows("select coalesce(max(id), 0) as last from announcements");
    await work();
    const told = await rows("select facts from announcements where id > $1", [last]);
    return told.some(({ facts }) => facts.includes(`document:${old}`));
  };
  let next = 0;
  expect(
    await toldOf(async () => {
      next = await publish({ replaces: [old] });
    }),
  ).toBe(true);
  expect(await toldOf(() => updated(next, { effectiveOn: "2026-09-09" }))).toBe(true);
  expect(await toldOf(() => updated(next, { signer: { name: "Người khác", post: "" } }))).toBe(false);
  expect(await toldOf(() => updated(next, { replaces: [] }))).toBe(true);
  expect(await toldOf(() => carryOut(root.approver, "withdraw", next, { reason: "error" }))).toBe(false);
});

test("two that replace one paper at the same moment are both on its page, and the earlier of their days ends it", async () => {
  const old = await publish({ issuedOn: "2024-01-01", effectiveOn: "2024-01-01" });
  const both: number[] = [];
  for (const effectiveOn of ["2026-06-01", "2026-08-01"]) {
    const id = await start(root.editor, "paper");
    await typeAtRoot(root.editor, id, aPaper({ issuedOn: "2026-05-01", effectiveOn, replaces: [old] }));
    await carryOut(root.editor, "submit", id, {});
    both.push(id);
  }
  const shown = await Promise.all(both.map((id) => seen(root.approver, id)));
  await Promise.all(both.map((id, at) => carryOut(root.approver, ["approve", "publish"], id, shown[at] ?? {})));
  const paper = await livePaper(office.siteId, old);
  expect(paper?.replacedBy.map(({ number }) => number).toSorted()).toEqual(both.toSorted());
  const [{ ends }] = await rows("select ends_on::text as ends from papers where document_id = $1", [old]);
  expect(ends).toBe("2026-06-01");
});

test("what is no paper that readers know cannot be replaced, nor can a paper replace itself", async () => {
  const page = await publishedPage(root, { title: "Giới thiệu", slug: "gioi-thieu" });
  const far = await publish({}, (await aSite()).root);
  const unborn = await start(root.editor, "paper");
  for (const lost of [page, far, unborn, 2_147_483_647]) {
    const id = await start(root.editor, "paper");
    await typeAtRoot(root.editor, id, aPaper({ replaces: [lost] }));
    await expect(carryOut(root.editor, "submit", id, {})).rejects.toThrow("không còn trên trang này");
  }
  const own = await start(root.editor, "paper");
  await typeAtRoot(root.editor, own, aPaper({ replaces: [own] }));
  await expect(carryOut(root.editor, "submit", own, {})).rejects.toThrow("không còn trên trang này");
});

test("a withdrawn paper is gone by its name, a hidden one is looked over, and neither is listed", async () => {
  const [gone, hidden] = [await publish({ abstract: "Đã gỡ" }), await publish()];
  await carryOut(root.approver, "withdraw", gone, { reason: "expired" });
  await carryOut(root.editor, "hide", hidden, { reason: "Chờ kiểm tra" });
  expect(await find(office.siteId, `/van-ban/x-${gone}`, "")).toEqual({ kind: "gone", number: gone });
  expect(await goneDocument(office.siteId, gone)).toMatchObject({ kind: "paper", headline: "Đã gỡ" });
  expect(await find(office.siteId, `/van-ban/x-${hidden}`, "")).toEqual({ kind: "hidden", of: "paper" });
  const all = await numbers();
  expect(all).not.toContain(gone);
  expect(all).not.toContain(hidden);
});
