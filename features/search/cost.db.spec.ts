import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connecting } from "#db/client.ts";
import { oneDatabase } from "#db/testing.ts";
import { type Archive, beginArchive, growArchive } from "#db/testing-archive.ts";
import { type Plan, planOf, recordStatements } from "#db/testing-plans.ts";
import { transaction } from "#db/transaction.ts";
import type { Nearby } from "./engine.ts";
import { entriesOf } from "./entries.ts";
import { bringAll, engine } from "./keep.ts";
import { search, suggest } from "./queries.ts";

const FEW = 1_000;
const MANY = 10_000;
const SIZE = { paragraphs: 2, isWhole: false, drafts: 20, inReview: 10, people: 20 };

/** What is in all texts, in many, in few and in none; in titles and in texts; with and without accents, slips, filters. */
const QUESTIONS = [
  ...["phường", "trạm y tế", "tram y te phuong", "sửa đường trước mùa mưa", "khám bệnh miễn phí thư viện"],
  ...["việc thứ 3 của bài 777", "thư viện -phường", '"bóng đèn ở các hẻm tối"', "khong co o dau", "kham benh mien phj"],
  ...["tổ thu gom rác đổi giờ tiếp dân", "nghe ý kiến hẻm xe tải đèn", "UBND phường"],
];
/**
 * A search is not the same in every archive: what is common is looked for until there is enough, what is rare over everything. But
 * each step of it ends at so many matches (`find_entries`), and a match costs a block of 8 KB of the index and one of its row at most.
 */
const MATCHES = 5_000;
const BLOCKS_A_MATCH = 2;
const GROWING = ["search_entries", "documents", "revisions", "revision_files"];

const NEAR_TO = "what is near article";
const COMPARED = [15, 444];
/** What was found last of each of these. */
const near = new Map<number, readonly Nearby[]>();

const ANYWHERE = { sectionIds: null, form: null, year: null };

let recorder: ReturnType<typeof recordStatements>;
beforeAll(() => {
  recorder = recordStatements();
});
afterAll(() => recorder.end());
const { db } = oneDatabase();

type Plans = Map<string, { text: string; plan: Plan }[]>;
let inFew: Plans;
let inMany: Plans;

beforeAll(async () => {
  const few = await growArchive(db.ownerUrl, await beginArchive(db.ownerUrl, SIZE), FEW, SIZE);
  inFew = await plansOf(few);
  inMany = await plansOf(await growArchive(db.ownerUrl, few, MANY, SIZE));
}, 600_000);

async function plansOf({ siteId, small, base }: Archive): Promise<Plans> {
  await bringAll(new AbortController().signal);
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  // What a server does by itself within a minute.
  await owner.query("vacuum analyze search_entries, search_words").finally(() => owner.end());
  const now = new Date();
  const asks = new Map<string, () => Promise<unknown>>();
  for (const question of QUESTIONS) {
    asks.set(question, () => search(siteId, question, ANYWHERE, { page: 1, now }));
    const narrowed = { sectionIds: [small.id], form: "news", year: 2015 };
    asks.set(`${question}, narrowed`, () => search(siteId, question, narrowed, { page: 2, now }));
  }
  for (const begun of ["tr", "trạm y", "thư viện ph"]) asks.set(`${begun} …`, () => suggest(siteId, begun, now));
  for (const at of COMPARED) {
    asks.set(`${NEAR_TO} ${at}`, () =>
      transaction(async (tx) => {
        const [entry] = await entriesOf(tx, [base + at]);
        if (entry) near.set(at, await engine.nearest(tx, entry, 6));
      }),
    );
  }
  const client = new pg.Client(connecting(db.appUrl, "front", "plans"));
  await client.connect();
  try {
    const plans: Plans = new Map();
    for (const [name, ask] of asks) {
      const known: { text: string; plan: Plan }[] = [];
      for (const sent of await recorder.during(ask)) known.push({ text: sent.text, plan: await planOf(client, sent) });
      plans.set(name, known);
    }
    return plans;
  } finally {
    await client.end();
  }
}

test("the words of no archive are read from end to end, whatever is asked of it", () => {
  const faults = [...inMany].flatMap(([name, many]) =>
    many.flatMap(({ plan }) =>
      plan.scanned.filter((table) => GROWING.includes(table)).map((table) => `${name}: ${table}`),
    ),
  );
  expect(faults).toEqual([]);
});

test("in an archive ten times as large no statement of a search reads more than the matches of a step cost", () => {
  expect([...inMany.keys()]).toEqual([...inFew.keys()]);
  const most = [...inMany].map(([name, many]) => [name, Math.max(...many.map(({ plan }) => plan.blocks))] as const);
  expect(most.filter(([, blocks]) => blocks > MATCHES * BLOCKS_A_MATCH)).toEqual([]);
});

test("what is near an article is found by what few others are about", () => {
  for (const at of COMPARED) {
    const found = near.get(at) ?? [];
    expect(found.length).toBeGreaterThan(3);
    expect(found.some(({ step }) => step < 3)).toBe(true);
    const blocks = (inMany.get(`${NEAR_TO} ${at}`) ?? []).map(({ plan }) => plan.blocks);
    expect(blocks.filter((each) => each > 500)).toEqual([]);
  }
});

test("what is shown of twenty results costs what twenty texts cost", () => {
  for (const [name, many] of inMany) {
    if (name.startsWith(NEAR_TO)) continue;
    const shown = many.filter(({ text }) => !/find_entries|search_words/.test(text));
    const most = Math.max(0, ...shown.map(({ plan }) => plan.blocks));
    // Three hundred are looked up whether they are live.
    expect([name, most, most < 1_000]).toEqual([name, most, true]);
  }
});
