import { expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { aText, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import type { Stand } from "./lines.ts";
import { articleList } from "./queries.ts";

const { bend, office } = officeForEach();

const listed = async (stand: Stand | null, page = 1, words = "") =>
  (await articleList(office.approver, { stand, words, page })).lines.map(({ id }) => id);

test("each stand lists what stands so, whether somebody is working on it or not", async () => {
  const { reporter, approver } = office;
  const live = await published(office);
  const updating = await published(office);
  await carryOut(reporter, "revise", updating, {});
  const givenUp = await published(office);
  await carryOut(reporter, "revise", givenUp, {});
  await carryOut(reporter, "discard", givenUp, {});
  const hidden = await published(office);
  await carryOut(approver, "hide", hidden, { reason: "Chờ kiểm tra" });
  const withdrawn = await published(office);
  await carryOut(approver, "withdraw", withdrawn, { reason: "error" });
  const refused = await submitted(office);
  await carryOut(approver, "refuse", refused, { reason: "Trùng" });
  const discarded = await submitted(office);
  await carryOut(reporter, "take_back", discarded, {});
  await carryOut(reporter, "discard", discarded, {});
  const owed = await submitted(office);
  await carryOut(approver, "emergency_publish", owed, { ...(await seen(approver, owed)), reason: "Bão" });

  expect(await listed("live")).toEqual([owed, givenUp, updating, live]);
  expect(await listed("draft")).toEqual([updating]);
  expect(await listed("hidden")).toEqual([hidden]);
  expect(await listed("withdrawn")).toEqual([withdrawn]);
  expect(await listed("refused")).toEqual([refused]);
  expect(await listed("discarded")).toEqual([discarded, givenUp]);
  expect(await listed("owed")).toEqual([owed]);
  expect((await listed(null)).sort((a, b) => a - b)).toEqual(
    [live, updating, givenUp, hidden, withdrawn, refused, discarded, owed].sort((a, b) => a - b),
  );
});

test("pages follow each other without a gap, drafts and archive in one order", async () => {
  const old = await published(office);
  const older = await published(office);
  for (const [id, days] of [
    [old, 2],
    [older, 3],
  ] as const) {
    await bend(`update articles set live_since = now() - interval '${days} days' where id = $1`, [id]);
  }
  const drafts: number[] = [];
  for (let at = 0; at < 41; at += 1) {
    const id = await start(office.editor);
    await typeIn(office.editor, id, aText(office.party, { headline: `Bài ${at}` }));
    drafts.unshift(id);
  }
  expect([...(await listed(null, 1)), ...(await listed(null, 2))]).toEqual([...drafts, old, older]);
  expect(await articleList(office.approver, { stand: null, words: "", page: 2 })).toMatchObject({
    total: 43,
    pages: 2,
  });
  expect(await articleList(office.approver, { stand: null, words: "", page: 3 })).toMatchObject({
    lines: [],
    total: 43,
  });
  expect(await listed(null, 1, "HOI THAO")).toEqual([old, older]);
});
