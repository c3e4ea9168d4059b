import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "#e2e/fixtures/at-rest.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { npmRun } from "#e2e/fixtures/npm-run.ts";
import { aDataDir, removeDataDirs } from "#e2e/fixtures/processes.ts";
import { anOffice, published } from "#features/moves/testing.ts";

/** An office in an embedded cluster of its own, with the server down. */
let dataDir = "";
beforeAll(async () => {
  dataDir = await aMadeDataDir();
  await atRest(dataDir, async () => published(await anOffice()));
});
afterAll(removeDataDirs);

const verified = (DATA_DIR = dataDir) => npmRun("verify", [], { DATA_DIR });

/** Past every trigger, as whoever owns the database could. */
async function tamper(statement: string): Promise<void> {
  await atRest(dataDir, async (ownerUrl) => {
    const client = new pg.Client(ownerUrl);
    await client.connect();
    await client.query("set session_replication_role = replica");
    await client.query(statement);
    await client.end();
  });
}

test("what the app wrote fits, and how much of it there is stands on one line", async () => {
  expect(await verified()).toEqual({
    code: 0,
    error: [],
    out: [expect.stringMatching(/^All fits: events 5, revisions 1, /)],
  });
});

test("the first row that does not fit is one sentence, and the command fails", async () => {
  await tamper("update approvals set person_id = (select min(id) from people)");
  expect(await verified()).toEqual({
    ...{ code: 1, out: [] },
    error: ["The seal of row 1 of approvals is not of what the row says."],
  });
});

test("without a database it says so, and makes none", async () => {
  const { code, error } = await verified(aDataDir());
  expect([code, error]).toEqual([1, [expect.stringMatching(/^There is no database in .* yet: run npm start first/)]]);
});
