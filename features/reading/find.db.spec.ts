import { beforeAll, expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, published, seen, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { find, findOldAddress } from "./find.ts";
import { sectionPage, sectionTree } from "./queries.ts";

const { rows, office } = oneOffice();
let id: number;
let address: string;
beforeAll(async () => {
  id = await published(office);
  address = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
});

const kept = (fromPath: string, article: number | null, url: string | null = null, agreedBy: number | null = null) =>
  rows(
    "insert into redirects (site_id, from_path, to_document_id, to_url, made_by, agreed_by) values ($1, $2, $3, $4, $5, $6)",
    [office.siteId, fromPath, article, url, office.editor.personId, agreedBy],
  );

test("an article is found under any spelling that ends with its number", async () => {
  for (const path of [address, `/x/${id}`, `/TIN-TUC/Khac-${id}`])
    expect(await find(office.siteId, path, "")).toEqual({ kind: "article", path: address, number: id });
});

test("another site's article is unknown here", async () => {
  const other = await anOffice();
  expect(await find(other.siteId, address, "")).toEqual({ kind: "unknown" });
});

test("a section is unknown to readers until two people have put an article there, and so is its second page", async () => {
  expect(await find(office.siteId, "/tin-tuc", "")).toEqual({
    kind: "section",
    path: "/tin-tuc",
    id: office.news,
    page: 1,
  });
  expect(await find(office.siteId, "/thong-bao", "")).toEqual({ kind: "unknown" });
  expect(await find(office.siteId, "/thong-bao/trang/2", "")).toEqual({ kind: "unknown" });
});

test("a section whose last article goes or moves on keeps its page, which shows nothing", async () => {
  const own = await anOffice();
  const gone = await published(own, { secondSectionIds: [own.elsewhere] });
  const moved = await published(own, { secondSectionIds: [own.elsewhere] });
  await carryOut(own.approver, "withdraw", gone, { reason: "error" });
  await carryOut(own.reporter, "revise", moved, {});
  await typeIn(own.reporter, moved, { secondSectionIds: [] });
  await carryOut(own.reporter, "submit", moved, {});
  await carryOut(own.approver, ["approve", "publish"], moved, await seen(own.approver, moved));
  expect(await find(own.siteId, "/thong-bao", "")).toEqual({
    kind: "section",
    path: "/thong-bao",
    id: own.elsewhere,
    page: 1,
  });
  expect(await find(own.siteId, "/thong-bao/trang/2", "")).toEqual({ kind: "unknown" });
  expect(await sectionPage(own.siteId, own.elsewhere, 1)).toMatchObject({ pages: 1, cards: [] });
  expect((await sectionTree(own.siteId)).filter(({ opened }) => opened).map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(["thong-bao", "tin-tuc"]),
  );
});

test("a draft's number says nothing", async () => {
  const draft = await start(office.reporter, "article");
  expect(await find(office.siteId, `/tin-tuc/x-${draft}`, "")).toEqual({ kind: "unknown" });
});

test("hidden and withdrawn articles say so under their old address too", async () => {
  const gone = await published(office);
  await kept("/cu/da-go.html", gone);
  await carryOut(office.editor, "hide", gone, { reason: "Chờ kiểm tra số liệu" });
  expect(await find(office.siteId, "/cu/da-go.html", "")).toEqual({ kind: "hidden", of: "article" });
  await carryOut(office.approver, "withdraw", gone, { reason: "error" });
  expect(await find(office.siteId, "/cu/da-go.html", "")).toEqual({ kind: "gone", number: gone });
  expect(await find(office.siteId, `/x/${gone}`, "")).toEqual({ kind: "gone", number: gone });
});

test("an older system's address leads to its article, its query string read as part of it", async () => {
  await kept("/Default.aspx?sid=4&nid=7", id);
  await kept("/?p=91", id);
  await kept("/B%C3%A0i%20vi%E1%BA%BFt.html", id);
  const moved = { kind: "moved", to: address };
  expect(await find(office.siteId, "/Default.aspx", "?sid=4&nid=7")).toEqual(moved);
  expect(await find(office.siteId, "/Default.aspx", "?sid=4&nid=8")).toEqual({ kind: "unknown" });
  expect(await find(office.siteId, "/Bài viết.html", "")).toEqual(moved);
  expect(await find(office.siteId, "/", "?p=91")).toEqual(moved);
  expect(await find(office.siteId, "/", "?p=92")).toEqual({ kind: "home", path: "/" });
  expect(await findOldAddress(office.siteId, "/", "?p=92")).toBeNull();
});

test("an old address that looks like one of ours wins over a number that happens to fit, not over the address itself", async () => {
  await kept(`/chi-tiet/tin-cu-${id}`, null, "/thong-bao", office.approver.personId);
  expect(await find(office.siteId, `/chi-tiet/tin-cu-${id}`, "")).toEqual({ kind: "moved", to: "/thong-bao" });
  await kept(address, null, "/thong-bao", office.approver.personId);
  expect(await find(office.siteId, address, "")).toEqual({ kind: "article", path: address, number: id });
});

test("a redirect that two people made leads out of the site", async () => {
  await kept("/doi-tac", null, "https://elsewhere.example/", office.approver.personId);
  expect(await find(office.siteId, "/doi-tac", "")).toEqual({ kind: "moved", to: "https://elsewhere.example/" });
});
