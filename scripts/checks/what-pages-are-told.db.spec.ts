import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordStatements } from "#db/testing-plans.ts";
import { transaction } from "#db/transaction.ts";
import { shareHash } from "#features/files/share-picture.ts";
import { holdSharing, keepShare } from "#features/files/shares-store.ts";
import { attachmentOf, figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { giveAtOnce, published, seen } from "#features/moves/testing.ts";
import { publishAtRoot, publishedBanner, typeAtRoot } from "#features/moves/testing-root.ts";
import { bringAll } from "#features/search/keep.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { KINDS_OF_PAGES } from "./testing-drawing.ts";
import { article, importedFrom, inApi, isElsewhere, readersPages } from "./testing-pages.ts";
import { type Told, tellerOf } from "./testing-told.ts";
import { BESIDE, OF_DOCUMENTS, WAYS } from "./testing-ways.ts";

/*
 * What each page's queries answered is looked at row by row, as PostgreSQL says where it came from. Each of these rows is changed in
 * turn. Whichever page was told of it must have been forgotten, and no other, but for those that are named beside the way.
 */

let recorder: ReturnType<typeof recordStatements>;
beforeAll(() => {
  recorder = recordStatements();
});
afterAll(() => recorder.end());

const told = new Map<string, Told>();
const site = readersPages(async (name, draw) => {
  let words = "";
  const sent = await recorder.during(async () => {
    words = await draw();
  });
  if (!isElsewhere(name)) told.set(name, await teller.told(sent));
  return words;
});
const { db, office, root, ids, pages, kinds, lookAt, drawAll, forgottenBy, everything } = site;
const nameOf = (table: string) => {
  if (["share_pictures", "near_texts"].includes(table)) return { called: table, by: "document_id" };
  return OF_DOCUMENTS.includes(table) ? { called: "documents", by: "document_id" } : { called: table, by: "id" };
};
let teller: ReturnType<typeof tellerOf>;

beforeAll(async () => {
  const { siteId, reporter, approver } = office;
  const { id: tag } = await transaction((tx) =>
    tagCalled(tx, { siteId, personId: reporter.personId, because: "draft" }, "hội thao"),
  );
  const tagged = await published(office, { slug: "co-tu-khoa", tagIds: [tag], secondSectionIds: [office.elsewhere] });
  const [one, other] = [await readyFile(reporter), await readyFile(reporter)];
  const cut = "90-0-0-5000-10000";
  await readyCut(other.id, cut);
  const body: BodyDoc = { type: "doc", content: [figureOf(one.sha256), figureOf(other.sha256, { cut })] };
  const lead = { ...NO_LEAD, file: one.sha256, alt: "Sân đình", credit: "Lê Thử" };
  const pictured = await published(office, { slug: "co-anh", body, lead });
  const answered = await published(office, { kind: "qa", slug: "hoi-dap-dau", headline: "Thứ Bảy có tiếp dân không?" });
  const pdf = await readyFile(reporter, undefined, { mediaType: "application/pdf", name: "Kế hoạch.pdf" });
  const handing: BodyDoc = { type: "doc", content: [attachmentOf(pdf.sha256)] };
  const attached = await published(office, { slug: "co-tep", body: handing });
  await typeAtRoot(root.editor, ids.site, { name: "Phường Thử Mới" });
  await publishAtRoot(root, ids.site);
  await site.updatedAtRoot(ids.quiet, { body: { type: "doc", content: [figureOf(one.sha256)] } });
  await giveAtOnce({ personId: reporter.personId, siteId, sectionId: null, role: "reporter" });
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-told-"));
  const { number } = await importedFrom(folder, office, "Đảng - đoàn thể", "/cu/bai.html");
  rmSync(folder, { recursive: true });
  const moved = number ?? 0;
  await carryOut(reporter, "submit", moved, {});
  await carryOut(approver, ["approve", "publish"], moved, await seen(approver, moved));
  await keepShareOf(tagged);
  await publishedBanner(root);
  lookAt(article(tagged, "co-tu-khoa"), article(pictured, "co-anh"), article(answered, "hoi-dap-dau"));
  lookAt(`/api/v1/articles?after=${ids.plain}`, inApi(tagged), inApi(pictured));
  lookAt("/tu-khoa/hoi-thao/rss.xml");
  await site.withTopic();
  await site.withEnglish();
  lookAt("/api/v1/search?q=hoi");
  lookAt(article(attached, "co-tep"), `/tep/${pdf.id}/ke-hoach`);
  await bringAll(new AbortController().signal);
  teller = tellerOf(db.ownerUrl, () => siteId, nameOf);
  await teller.open();
  await drawAll();
}, 120_000);
afterAll(() => teller.close());

/** What an article is shared with, as if the worker had drawn it. */
async function keepShareOf(number: number): Promise<void> {
  await transaction(async (tx) => {
    const sharing = await holdSharing(tx, number);
    if (sharing) await keepShare(tx, number, { sha256: shareHash(sharing), bytes: 1_000 });
  });
}

/** Rows of this site that its pages were told of, by their tables. */
const rowsOf = (table: string) =>
  [...new Set(everything().flatMap((name) => [...(told.get(name)?.rows ?? [])]))]
    .filter((row) => row.startsWith(`${table}:`))
    .sort();

test("there is a page of each kind, and an address that leads to another one", () => {
  expect([...kinds].sort()).toEqual([...KINDS_OF_PAGES, "moved"].sort());
});

test("no page is told of a table whose rows nobody here can change", () => {
  const tables = new Set([...told.values()].flatMap((one) => [...one.tables]));
  expect([...tables].sort()).toEqual([...Object.keys(WAYS), ...OF_DOCUMENTS, ...Object.keys(BESIDE)].sort());
  const rows = [...told.values()].flatMap((one) => [...one.rows]);
  const changing = new Set(rows.map((row) => row.split(":")[0] ?? "").filter((one) => !Object.hasOwn(BESIDE, one)));
  expect([...changing].sort()).toEqual(Object.keys(WAYS).sort());
});

/** Of documents there are so many that they are gone through in parts, by their numbers. */
const IN_PARTS = Object.entries(WAYS).flatMap(([table, change]) => {
  const parts = table === "documents" ? 4 : 1;
  return Array.from({ length: parts }, (_, part) => ({ table, change, part, parts }));
});

test.each(IN_PARTS)(
  "of $table each row that a page was told of, changed, is forgotten where it is shown and nowhere else (part $part)",
  async ({ table, change, part, parts }) => {
    const found = rowsOf(table).filter((row) => Number(row.split(":")[1]) % parts === part);
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) {
      let also: Awaited<ReturnType<typeof change>> = () => false;
      let before = new Map<string, Told>();
      const forgotten = await forgottenBy(async () => {
        before = new Map(told);
        also = await change(site, Number(row.split(":")[1]));
      });
      const showing = [...pages.keys()].filter((name) => {
        const page = before.get(name) ?? { rows: new Set(), tables: new Set() };
        return page.rows.has(row) || also(name, page);
      });
      expect([row, forgotten]).toEqual([row, showing.sort()]);
    }
  },
  120_000,
);
