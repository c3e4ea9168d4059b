import { expect, test } from "vitest";
import { carryOut, start } from "#features/moves/commands.ts";
import { aText, drafted, published, publishedOld, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import type { Cursor } from "./address.ts";
import type { ArticleList, Stand } from "./lines.ts";
import { filterOf, type ListFilter } from "./list-filter.ts";
import { articleList } from "./queries.ts";

const { bend, office } = officeForEach();

const found = async (filter: Partial<ListFilter>) =>
  (await articleList(office.approver, { ...filterOf({}), ...filter })).lines.map(({ id }) => id);
const listed = (stand: Stand | null, words = "") => found({ stand, words });

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
    await bend(`update documents set live_since = now() - interval '${days} days' where id = $1`, [id]);
  }
  const drafts: number[] = [];
  for (let at = 0; at < 41; at += 1) {
    const id = await start(office.editor, "article");
    await typeIn(office.editor, id, aText(office.party, { headline: `Bài ${at}` }));
    drafts.unshift(id);
  }
  const page = (cursor: Cursor | null) => articleList(office.approver, { ...filterOf({}), cursor });
  const numbers = ({ lines }: ArticleList) => lines.map(({ id }) => id);
  const first = await page(null);
  expect(first).toMatchObject({ total: 43, isMore: false, before: null });
  const second = await page(first.after);
  expect([...numbers(first), ...numbers(second)]).toEqual([...drafts, old, older]);
  expect(second).toMatchObject({ total: 43, after: null });
  expect(await page(second.before)).toEqual({ ...first, before: null });
  // What comes on top meanwhile moves no line of the page that somebody goes on to.
  const newest = await drafted(office);
  expect(numbers(await page(first.after))).toEqual(numbers(second));
  expect((await page(second.before)).before).not.toBeNull();
  expect(await found({ oldestFirst: true })).toEqual([older, old, ...drafts.toReversed(), newest].slice(0, 40));
  expect(await listed(null, "HOI THAO")).toEqual([newest, old, older]);
});

test("what came back to its writer is told apart from what was never sent", async () => {
  const never = await drafted(office);
  const back = await submitted(office);
  await carryOut(office.approver, "return", back, { reason: "quality", words: "Cần rõ hơn" });
  expect(await listed("returned")).toEqual([back]);
  expect(await listed("draft")).toEqual([never]);
  await carryOut(office.reporter, "submit", back, {});
  expect(await listed("returned")).toEqual([]);
  expect(await listed("in_review")).toEqual([back]);
});

test("an update that is begun after a text that came back came to nothing, or went live all the same, came back from nobody", async () => {
  const { reporter, approver } = office;
  const id = await published(office);
  await carryOut(reporter, "revise", id, {});
  await typeIn(reporter, id, { standfirst: "Sáng nay, hội thao đã khai mạc." });
  await carryOut(reporter, "submit", id, {});
  await carryOut(approver, "return", id, { reason: "quality", words: "Cần rõ hơn" });
  await carryOut(reporter, "discard", id, {});
  await carryOut(reporter, "revise", id, {});
  expect([await listed("draft"), await listed("returned")]).toEqual([[id], []]);
  await carryOut(reporter, "discard", id, {});

  const urgent = await submitted(office);
  await carryOut(approver, "return", urgent, { reason: "quality", words: "Cần rõ hơn" });
  await carryOut(approver, "emergency_publish", urgent, { ...(await seen(approver, urgent)), reason: "Bão" });
  await carryOut(reporter, "revise", urgent, {});
  expect([await listed("draft"), await listed("returned")]).toEqual([[urgent], []]);
});

test("a section means everything below it, where the text is written for or where readers find it", async () => {
  const { news, party, elsewhere, reporter } = office;
  const live = await published(office);
  const above = await published(office, { sectionId: news });
  const moving = await published(office);
  await carryOut(reporter, "revise", moving, {});
  await typeIn(reporter, moving, { sectionId: news });
  expect(await found({ sectionId: party })).toEqual([live]);
  expect(await found({ sectionId: news })).toEqual([moving, above, live]);
  expect(await found({ sectionId: elsewhere })).toEqual([]);
});

test("a person means whoever was given an article or has words of theirs in it, out or not", async () => {
  const { reporter, editor, approver } = office;
  const theirs = await published(office);
  const mended = await submitted(office);
  await typeIn(editor, mended, { standfirst: "Chiều nay, hội thao khai mạc." });
  const archived = await submitted(office);
  await typeIn(editor, archived, { standfirst: "Tối nay, hội thao khai mạc." });
  await carryOut(reporter, "confirm", archived, await seen(reporter, archived));
  await carryOut(approver, ["approve", "publish"], archived, await seen(approver, archived));
  expect(await found({ personId: reporter.personId })).toEqual([archived, mended, theirs]);
  expect(await found({ personId: editor.personId })).toEqual([archived, mended]);
  expect(await found({ personId: approver.personId })).toEqual([]);
});

test("dates are told apart: when it was sent, which date readers see, when it changed last", async () => {
  const { reporter, approver } = office;
  const draft = await drafted(office);
  const sent = await submitted(office);
  const old = await publishedOld(office, { datedAt: "2019-06-23T03:27:00.000Z" });
  const live = await published(office);
  await carryOut(reporter, "revise", live, {});
  await bend("update editions set submitted_at = now() - interval '3 days' where document_id = $1", [live]);
  await bend("update editions set submitted_at = now() - interval '5 days' where document_id = $1", [sent]);
  expect(await found({ date: "sent" })).toEqual([old, live, sent]);
  expect(await found({ date: "sent", oldestFirst: true })).toEqual([sent, live, old]);
  expect(await found({ date: "published" })).toEqual([live, old]);
  expect(await found({ date: "changed" })).toEqual([live, old, sent, draft]);
  const { lines } = await articleList(approver, { ...filterOf({}), date: "published" });
  expect(lines[1]).toMatchObject({ published: new Date("2019-06-23T03:27:00.000Z"), changed: expect.any(Date) });
  expect(lines[0]?.sent?.getTime()).toBeLessThan(lines[0]?.changed?.getTime() ?? 0);
});

test("days begin and end as they do here", async () => {
  const id = await publishedOld(office, { datedAt: "2019-06-22T17:30:00.000Z" });
  const between = (from: string | null, until: string | null) => found({ date: "published", from, until });
  expect(await between("2019-06-23", "2019-06-23")).toEqual([id]);
  expect(await between("2019-06-23", null)).toEqual([id]);
  expect(await between(null, "2019-06-22")).toEqual([]);
});
