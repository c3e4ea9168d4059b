import { beforeEach, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { plain } from "./testing.ts";
import { bring, ownStorage } from "./testing-files.ts";
import { queueUnmade } from "./unmade.ts";

const { rows, bend, office } = oneOffice();
ownStorage();
const never = new AbortController().signal;

const queued = async () =>
  (await rows("select (data ->> 'fileId')::int as id from jobs.job where name = 'make_renditions' order by 1")).map(
    ({ id }) => id,
  );
const READY = `state = 'ready', width = 1, height = 1, renditions = '[{"format":"avif","width":1,"height":1,"bytes":1}]'`;

let ids: number[];
beforeEach(async () => {
  await rows("delete from jobs.job");
  await bend("delete from files");
  ids = [];
  for (let width = 1; width <= 5; width += 1) {
    ids.push((await bring(await plain(width, 1).png().toBuffer(), office.reporter)).fileId);
  }
});

describe("when a worker begins", () => {
  test("what is not made yet, or by older settings, is queued, each once, however many begin at once", async () => {
    const [waiting, old, made, failed, erased] = ids;
    await rows(`update files set ${READY}, made_with = 0 where id = $1`, [old]);
    await rows(`update files set ${READY}, made_with = ${MADE_WITH} where id = $1`, [made]);
    await rows("update files set state = 'failed', failure = 'too_slow' where id = $1", [failed]);
    await rows("update files set erased = true where id = $1", [erased]);
    await Promise.all([queueUnmade(never), queueUnmade(never), queueUnmade(never)]);
    expect(await queued()).toEqual([waiting, old]);
    expect(await queueUnmade(never)).toBe(0);
  });
  test("cuts that are not made yet, or by older settings, are queued as well, each once", async () => {
    await rows(`update files set ${READY}, made_with = ${MADE_WITH}`);
    const [, , , , erased = 0] = ids;
    const cuts: number[] = [];
    for (const [at, fileId] of ids.entries()) {
      const [row] = await rows("insert into file_cuts (file_id, cut) values ($1, '90-0-0-10000-10000') returning id", [
        fileId,
      ]);
      cuts[at] = row.id;
    }
    const [waiting, old, made, failed] = cuts;
    await rows(`update file_cuts set ${READY}, made_with = 0 where id = $1`, [old]);
    await rows(`update file_cuts set ${READY}, made_with = ${MADE_WITH} where id = $1`, [made]);
    await rows("update file_cuts set state = 'failed', failure = 'too_slow' where id = $1", [failed]);
    await rows("update files set erased = true where id = $1", [erased]);
    expect((await Promise.all([queueUnmade(never), queueUnmade(never)])).toSorted()).toEqual([0, 2]);
    // Of what is not ready itself nothing is cut, and its cuts are queued with it.
    const { fileId } = await bring(await plain(6, 1).png().toBuffer(), office.reporter);
    await rows("insert into file_cuts (file_id, cut) values ($1, '90-0-0-10000-10000')", [fileId]);
    await rows("update files set state = 'failed', failure = 'too_slow' where id = $1", [fileId]);
    const queuedCuts = await rows(
      "select (data ->> 'cutId')::int as id from jobs.job where name = 'make_cut' order by 1",
    );
    expect(queuedCuts.map(({ id }) => id)).toEqual([waiting, old]);
    expect(await queueUnmade(never)).toBe(0);
  });
  test.each(["created", "retry", "active", "failed"])("nothing is queued beside a job that is %s", async (state) => {
    await transaction(async (tx) => {
      for (const fileId of ids) await enqueue(tx, "make_renditions", { fileId });
    });
    await rows("update jobs.job set state = $1::jobs.job_state", [state]);
    expect(await queueUnmade(never)).toBe(0);
  });
  test("a job that is over without having made it is no job", async () => {
    await transaction((tx) => enqueue(tx, "make_renditions", { fileId: ids[0] ?? 0 }));
    await rows("update jobs.job set state = 'completed'");
    expect(await queueUnmade(never)).toBe(5);
  });
  test("many are queued a few at a time, and no more once it is asked to go", async () => {
    expect(await queueUnmade(never, 2)).toBe(5);
    expect(await queued()).toEqual(ids);
    await rows("delete from jobs.job");
    expect(await queueUnmade(AbortSignal.abort(), 2)).toBe(0);
  });
  test("what somebody waits for is made before what is only made anew", async () => {
    await rows(`update files set ${READY}, made_with = 0 where id <> $1`, [ids[4]]);
    await queueUnmade(never);
    expect(
      (await rows("select (data ->> 'fileId')::int as id from jobs.job order by priority desc, created_on limit 1"))[0],
    ).toEqual({ id: ids[4] });
  });
});
