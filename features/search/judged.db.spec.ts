import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { folderStorage } from "#features/files/storage/folder.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { ranked } from "./queries.ts";
import { readQuestion } from "./question.ts";
import { JUDGED } from "./testing-judged.ts";
import { JUDGED_AT, judge, mrr, writeJudged } from "./testing-judges.ts";

const { bend, rows } = oneDatabase();
const ANYWHERE = { sectionIds: null, form: null, year: null };

let siteId: number;
let titles: Map<number, string>;
const folder = mkdtempSync(join(tmpdir(), "toa-soan-judged-"));
beforeAll(async () => {
  siteId = await writeJudged(bend, folderStorage(folder));
  const found =
    "select id, title from documents d where exists (select from search_entries e where e.document_id = d.id)";
  titles = new Map((await rows(found)).map(({ id, title }) => [id, title]));
}, 120_000);
afterAll(() => {
  keepFilesIn(undefined);
  rmSync(folder, { recursive: true });
});

test("each question has an answer in the corpus", () => {
  expect(JUDGED).toHaveLength(120);
  for (const [question, ...answers] of JUDGED) {
    for (const begins of answers) {
      expect([...titles.values()].filter((title) => title.startsWith(begins)).length, `${question}: ${begins}`).toBe(1);
    }
  }
});

test("of 120 questions as people type them the right answer comes first, or nearly so", async () => {
  const all = await judge(titles, async (question) => {
    const { ids } = await ranked({ siteId, question: readQuestion(question), narrowed: ANYWHERE, now: JUDGED_AT });
    return ids;
  });
  const missed = all.filter(({ place }) => place !== 1);
  expect(mrr(all), JSON.stringify(missed)).toBeGreaterThanOrEqual(0.9);
});
