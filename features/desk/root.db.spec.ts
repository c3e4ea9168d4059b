import { beforeAll, expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { aSentence, publishAtRoot, publishedBanner, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { bannersOf } from "#features/reading/banners.ts";
import { withoutRoom } from "./banner-groups.ts";
import { filterOf, type ListFilter } from "./list-filter.ts";
import { articleList, bannerList, ownSite, pageList } from "./queries.ts";

const { office } = oneOffice();
let root: Root;
let ids: { article: number; live: number; foot: number; draft: number };
beforeAll(async () => {
  root = await rootOf(office);
  ids = {
    article: await published(office),
    live: await publishedPage(root, { title: "Liên hệ", slug: "lien-he", place: "menu" }),
    foot: await publishedPage(root, { title: "Quy định", slug: "quy-dinh" }),
    draft: await start(root.editor, "page"),
  };
});

test("the pages are listed by name with where readers find them, to whoever may see them", async () => {
  await typeAtRoot(root.editor, ids.draft, { title: "An toàn giao thông" });
  expect((await pageList(root.editor)).map(({ title, path, place, state }) => [title, path, place, state])).toEqual([
    ["An toàn giao thông", null, null, "draft"],
    ["Liên hệ", "/lien-he", "menu", null],
    ["Quy định", "/quy-dinh", "footer", null],
  ]);
  expect((await pageList(root.reporter)).map(({ title }) => title)).toEqual(["Liên hệ", "Quy định"]);
  expect(await pageList(office.editor)).toEqual([]);
});

test("the list of everything names the kind of a line, and is narrowed by it", async () => {
  const found = async (filter: Partial<ListFilter>) => {
    const { lines, total } = await articleList(root.editor, { ...filterOf({}), ...filter });
    expect(total).toBe(lines.length);
    return lines.map(({ id, kind }) => `${kind} ${id}`).sort();
  };
  const article = `article ${ids.article}`;
  const pages = [ids.live, ids.foot, ids.draft].map((id) => `page ${id}`);
  expect(await found({})).toEqual([article, ...pages].sort());
  expect(await found({ kind: "page" })).toEqual(pages.toSorted());
  expect(await found({ kind: "article" })).toEqual([article]);
  expect(await found({ kind: "site" })).toEqual([]);
});

test("what the site says is shown with what is open of it, once somebody has begun", async () => {
  expect(await ownSite(root.editor)).toEqual({ begun: false, document: null });
  const id = await start(root.editor, "site");
  await publishAtRoot(root, id);
  const { begun, document } = await ownSite(root.editor);
  expect([begun, document?.number, document?.moves.includes("revise")]).toEqual([true, id, true]);
  expect(document?.live?.signatures.map(({ personId }) => personId)).toEqual([root.approver.personId]);
  await carryOut(root.editor, "revise", id, {});
  expect((await ownSite(root.editor)).document?.story.open?.state).toBe("draft");
  expect(await ownSite(office.editor)).toEqual({ begun: true, document: null });
});

test("the desk and readers' pages agree on which banners there is room for", async () => {
  const older = await publishedBanner(root);
  for (const _ of [1, 2]) await publishedBanner(root);
  expect(withoutRoom(await bannerList(root.editor), new Date())).toEqual(new Set());
  await publishedBanner(root, aSentence("fire", ["chợ Bến Đá", "114"]));
  const [now, lines] = [new Date(), await bannerList(root.editor)];
  const { shown } = await bannersOf(root.siteId, now);
  const wait = withoutRoom(lines, now);
  expect(wait).toEqual(new Set([older]));
  expect(shown.map(({ number }) => number).toSorted()).toEqual(
    lines.flatMap(({ id }) => (wait.has(id) ? [] : [id])).toSorted(),
  );
});
