import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#db/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, published, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { anArticleIn } from "#features/moves/testing-places.ts";
import { SITUATIONS } from "#features/workflow/matrix.ts";

const { db, rows, bend, office } = oneOffice();

/** Documents that the desk shows otherwise than they are. */
const wrong = () =>
  rows(`select document_id, to_jsonb(now) as now, to_jsonb(kept) - 'bare_title' as kept
    from desk_lines_now now full join desk_lines kept using (document_id)
    where to_jsonb(kept) - 'bare_title' is distinct from to_jsonb(now)`);

/** People of a document as the desk knows them, otherwise than they are. */
const wrongPeople = () =>
  rows(`select document_id, person_id, to_jsonb(now) as now, to_jsonb(kept) as kept
    from desk_people_now now full join desk_people kept using (document_id, person_id)
    where to_jsonb(kept) is distinct from to_jsonb(now)`);

beforeAll(async () => {
  for (const place of SITUATIONS) await anArticleIn(place, office);
}, 60_000);

test("wherever a document stands, the desk's line of it says so", async () => {
  const [{ count }] = await rows("select count(*)::integer from desk_lines");
  expect(count).toBe(SITUATIONS.length);
  expect(await wrong()).toEqual([]);
  expect(await wrongPeople()).toEqual([]);
});

test("typing, handing over, undoing and giving up change the lines with them", async () => {
  const { reporter, editor } = office;
  const id = await drafted(office);
  const line = async () =>
    (await rows("select title, stand, changed_at from desk_lines where document_id = $1", [id]))[0];
  const peopleOf = () =>
    rows("select person_id as id, given, theirs, writing from desk_people where document_id = $1 order by 1", [id]);
  await typeIn(editor, id, { headline: "Đường mới thông xe" });
  expect(await line()).toMatchObject({ title: "Đường mới thông xe", stand: "draft" });
  expect(await peopleOf()).toEqual([
    { id: reporter.personId, given: true, theirs: true, writing: true },
    { id: editor.personId, given: false, theirs: true, writing: true },
  ]);
  const buffer = (await storyOf(reporter, id)).buffer;
  expect((await line()).changed_at).toEqual(buffer?.savedAt);
  await carryOut(reporter, "hand_over", id, { toPersonId: editor.personId });
  expect(await peopleOf()).toEqual([
    { id: reporter.personId, given: false, theirs: true, writing: false },
    { id: editor.personId, given: true, theirs: true, writing: true },
  ]);
  await carryOut(editor, "discard", id, {});
  expect(await line()).toMatchObject({ stand: null });
  expect((await peopleOf()).map(({ writing }) => writing)).toEqual([false, false]);
  expect(await wrong()).toEqual([]);
  expect(await wrongPeople()).toEqual([]);
});

test("what the database's owner changes by hand, with the law asleep, is on the desk as well", async () => {
  const id = await published(office);
  await bend("update documents set shown_at = '2019-06-23T03:27:00Z' where id = $1", [id]);
  const [line] = await rows("select shown_at from desk_lines where document_id = $1", [id]);
  expect(line.shown_at).toEqual(new Date("2019-06-23T03:27:00Z"));
  expect(await wrong()).toEqual([]);
});

test("a transaction that is undone leaves the lines as they were", async () => {
  const id = await submitted(office);
  const before = await rows("select * from desk_lines where document_id = $1", [id]);
  await expect(carryOut(office.reporter, "approve", id, { hash: "", since: "" })).rejects.toThrow();
  expect(await rows("select * from desk_lines where document_id = $1", [id])).toEqual(before);
});

test("the app writes none of it: what lists say is what was done", async () => {
  for (const statement of [
    "insert into desk_people select * from desk_people limit 1",
    "update desk_lines set title = 'Khác'",
    "update desk_people set given = true",
    "update batch_counts set waiting = 0",
    "delete from desk_lines",
    "truncate desk_lines",
  ])
    await expect(asOwner(db.appUrl, statement), statement).rejects.toThrow(/permission denied/);
});
