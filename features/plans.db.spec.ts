import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connecting } from "#db/client.ts";
import { oneDatabase } from "#db/testing.ts";
import { type Archive, beginArchive, growArchive } from "#db/testing-archive.ts";
import { type Plan, planOf, recordStatements } from "#db/testing-plans.ts";
import { COUNTED } from "#features/desk/lines.ts";
import { ASKED } from "./testing-asked.ts";

const FEW = 2_000;
const MANY = 200_000;
/** Blocks that a statement may read more in the larger archive: indexes are a little deeper, and rows lie further apart. */
const MORE_BLOCKS = 400;
/** Rows of the longest page that is put in order: as many as are counted. */
const A_PAGE = COUNTED + 1;

const SIZE = { paragraphs: 0, isWhole: false, drafts: 300, inReview: 100, people: 60 };

let recorder: ReturnType<typeof recordStatements>;
beforeAll(() => {
  recorder = recordStatements();
});
afterAll(() => recorder.end());
const { db, rows } = oneDatabase();

type Known = { text: string; plan: Plan };
/** The plans of each statement that a function sent, by the function's name. */
type Plans = Map<string, Known[]>;

const nameOf = (store: string, asked: string) => `${store}.${asked}`;
let inFew: Plans;
let inMany: Plans;
/** Tables that have more rows in the larger archive. */
let growing: string[];

beforeAll(async () => {
  const begun = await beginArchive(db.ownerUrl, SIZE);
  const few = await growArchive(db.ownerUrl, begun, FEW, SIZE);
  inFew = await plansOf(few);
  const before = await sizes();
  inMany = await plansOf(await growArchive(db.ownerUrl, few, MANY, SIZE));
  const after = await sizes();
  const hasGrown = ([name, count]: [string, number]) => count > 1_000 + 3 * (before.get(name) ?? 0);
  growing = [...after].filter(hasGrown).map(([name]) => name);
}, 600_000);

async function sizes(): Promise<Map<string, number>> {
  const found = await rows(
    "select relname, reltuples::integer as n from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  return new Map(found.map(({ relname, n }) => [relname, n]));
}

async function plansOf(archive: Archive): Promise<Plans> {
  const plans: Plans = new Map();
  const client = new pg.Client(connecting(db.appUrl, "front", "plans"));
  await client.connect();
  try {
    for (const [store, { asks }] of Object.entries(ASKED)) {
      for (const [name, ask] of Object.entries(asks)) {
        const known: Known[] = [];
        for (const sent of await recorder.during(() => ask(archive))) {
          known.push({ text: sent.text, plan: await planOf(client, sent) });
        }
        plans.set(nameOf(store, name), known);
      }
    }
    return plans;
  } finally {
    await client.end();
  }
}

test("the larger archive has more of everything that grows", () => {
  const tables = [
    "approvals",
    "documents",
    "document_sections",
    "document_tags",
    "draft_buffers",
    "editions",
    "events",
  ];
  expect(growing).toEqual(
    expect.arrayContaining([
      ...tables,
      ...["draft_files", "files", "revision_files"],
      ...["imports", "mails", "office_events", "redirects", "revisions", "section_listings", "sessions"],
      ...["lead_pictures", "near_texts"],
    ]),
  );
});

test("the first page of a section, one in its middle and its last one read a few dozen blocks, and those of its 20 articles", () => {
  const pages = inMany.get("reading.findInSection") ?? [];
  expect(pages.filter(({ text }) => text.includes("section_listings"))).toHaveLength(6);
  expect(Math.max(...pages.map(({ plan }) => plan.blocks))).toBeLessThan(200);
});

test("every store of the readers, of the desk, of its library, of its people and of their mail is asked", () => {
  const folder = import.meta.dirname;
  const asked = globSync("testing-asked-*.ts", { cwd: folder })
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join();
  const stores = globSync("{reading,desk,library,people,mail,live}/*store.ts", { cwd: folder }).map(
    (file) => `"#features/${file}"`,
  );
  expect(stores.length).toBeGreaterThan(14);
  // What these say is part of others' statements.
  const parts = [
    '"#features/reading/list-parts-store.ts"',
    '"#features/desk/ways-store.ts"',
    '"#features/reading/live-store.ts"',
  ];
  expect(stores.filter((store) => !asked.includes(`from ${store}`) && !parts.includes(store))).toEqual([]);
});

describe.each(Object.entries(ASKED))("what %s asks", (store, { store: exported, but, asks }) => {
  test("is all of it asked here", () => {
    const functions = Object.entries(exported).flatMap(([name, value]) => (typeof value === "function" ? name : []));
    expect([...but, ...Object.keys(asks)].toSorted()).toEqual(functions.toSorted());
  });

  test.each(Object.keys(asks))("%s costs the same in an archive that is a hundred times as large", (asked) => {
    const name = nameOf(store, asked);
    const few = inFew.get(name) ?? [];
    const many = inMany.get(name) ?? [];
    expect(many.length).toBeGreaterThan(0);
    expect(many.map(({ text }) => text)).toEqual(few.map(({ text }) => text));
    const faults = many.flatMap(({ text, plan }, at) => {
      const before = few[at]?.plan.blocks ?? 0;
      const isGrowing = (table: string) => growing.includes(table);
      const scanned = plan.scanned.filter(isGrowing);
      const sorted = plan.sorted.filter((list) => list.rows > A_PAGE && list.from.some(isGrowing));
      const fault = [
        ...(plan.blocks > before + MORE_BLOCKS ? [`reads ${plan.blocks} blocks, in the small one ${before}`] : []),
        ...scanned.map((table) => `reads all of ${table}`),
        ...sorted.map((list) => `puts ${list.rows} rows of ${list.from} in order`),
      ];
      return fault.length > 0 ? [{ text, fault }] : [];
    });
    expect(faults).toEqual([]);
  });
});
