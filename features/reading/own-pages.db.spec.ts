import { beforeAll, expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { aPage, publishAtRoot, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { find } from "./find.ts";
import { goneDocument, livePage, pageLinks, siteByKey } from "./queries.ts";
import { sitemap } from "./sitemap.ts";

const { rows, office } = oneOffice();
let root: Root;
beforeAll(async () => {
  root = await rootOf(office);
});

const links = async () => (await pageLinks(office.siteId)).map(({ title, path, place }) => [title, path, place]);

test("a page is found at the site's root under any case, in the sitemap, and at the foot, once two people have confirmed it", async () => {
  const id = await start(root.editor, "page");
  await typeAtRoot(root.editor, id, aPage());
  expect(await find(office.siteId, "/lien-he", "")).toEqual({ kind: "unknown" });
  expect(await links()).toEqual([]);
  await publishAtRoot(root, id);
  const there = { kind: "own_page", path: "/lien-he", number: id };
  expect(await find(office.siteId, "/lien-he", "")).toEqual(there);
  expect(await find(office.siteId, "/Lien-He", "")).toEqual(there);
  expect(await find(office.siteId, "/lien-he/trang/2", "")).toEqual({ kind: "unknown" });
  expect(await find(office.siteId, `/x/lien-he-${id}`, "")).toEqual({ kind: "unknown" });
  expect(await links()).toEqual([["Liên hệ", "/lien-he", "footer"]]);
  expect(await sitemap(office.siteId, "https://thu.example")).toContain(
    "<loc>https://thu.example/lien-he</loc><lastmod>",
  );
  expect(await livePage(office.siteId, id)).toMatchObject({ content: { title: "Liên hệ" }, updatedAt: null });
});

test("another site has its own pages, also at the same address", async () => {
  const other = await anOffice();
  expect(await find(other.siteId, "/lien-he", "")).toEqual({ kind: "unknown" });
  const id = await publishedPage(await rootOf(other));
  expect(await find(other.siteId, "/lien-he", "")).toEqual({ kind: "own_page", path: "/lien-he", number: id });
  expect(await livePage(office.siteId, id)).toBeNull();
});

test("an update stands beside what readers have until it is signed, and says then that it came later", async () => {
  const id = await publishedPage(root, { title: "Giới thiệu", slug: "ve-chung-toi", place: "menu" });
  await carryOut(root.editor, "revise", id, {});
  await typeAtRoot(root.editor, id, { title: "Về chúng tôi", place: "none" });
  expect(await links()).toContainEqual(["Giới thiệu", "/ve-chung-toi", "menu"]);
  await publishAtRoot(root, id);
  expect(await links()).toContainEqual(["Về chúng tôi", "/ve-chung-toi", "none"]);
  expect((await livePage(office.siteId, id))?.updatedAt).not.toBeNull();
});

test("a page that is hidden or withdrawn says so at its address, and leads nowhere any more", async () => {
  const id = await publishedPage(root, { title: "Lịch tiếp dân", slug: "lich-tiep-dan" });
  await carryOut(root.editor, "hide", id, { reason: "Sai giờ" });
  expect(await find(office.siteId, "/lich-tiep-dan", "")).toEqual({ kind: "hidden", of: "page" });
  await carryOut(root.approver, "withdraw", id, { reason: "expired" });
  expect(await find(office.siteId, "/lich-tiep-dan", "")).toEqual({ kind: "gone", number: id });
  expect(await goneDocument(office.siteId, id)).toMatchObject({ kind: "page", headline: "Lịch tiếp dân" });
  expect((await links()).flat()).not.toContain("/lich-tiep-dan");
  expect(await livePage(office.siteId, id)).toBeNull();
});

test("an older system's address leads to a page, and a withdrawn page names the one that it was merged into", async () => {
  const kept = await publishedPage(root, { title: "Hướng dẫn", slug: "huong-dan" });
  const gone = await publishedPage(root, { title: "Hướng dẫn cũ", slug: "huong-dan-cu" });
  await rows("insert into redirects (site_id, from_path, to_document_id, made_by) values ($1, '/cu.html', $2, $3)", [
    ...[office.siteId, kept, root.editor.personId],
  ]);
  expect(await find(office.siteId, "/cu.html", "")).toEqual({ kind: "moved", to: "/huong-dan" });
  await carryOut(root.approver, "withdraw", gone, { reason: "merged", mergedIntoId: kept });
  expect((await goneDocument(office.siteId, gone))?.mergedInto).toEqual({ headline: "Hướng dẫn", path: "/huong-dan" });
});

test("a page is no article, and what a site says of itself has no address", async () => {
  const article = await published(office);
  expect(await livePage(office.siteId, article)).toBeNull();
  const site = await start(root.editor, "site");
  await typeAtRoot(root.editor, site, {
    name: "Phường Thử Mới",
    notice: { words: "Cúp nước", until: "2030-01-01T00:00:00.000Z" },
  });
  await publishAtRoot(root, site);
  expect(await find(office.siteId, `/x/y-${site}`, "")).toEqual({ kind: "unknown" });
  const [{ key }] = await rows("select key from sites where id = $1", [office.siteId]);
  expect(await siteByKey(key)).toMatchObject({ name: "Phường Thử Mới", notice: { words: "Cúp nước" } });
});
