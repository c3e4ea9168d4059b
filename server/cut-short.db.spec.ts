import { beforeAll, describe, expect, test } from "vitest";
import { isOutage } from "#db/outage.ts";
import { hold } from "#db/testing-locks.ts";
import { choose } from "#features/arranging/commands.ts";
import { saveDraft } from "#features/drafts/commands.ts";
import { pinned } from "#features/fronts/pins.ts";
import { newEntry } from "#features/kinds/week.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { published, type Root, rootOf, seen, storyOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { aSentence, aWeek, typeAtRoot } from "#features/moves/testing-root.ts";
import { ask } from "#features/questions/ask.ts";
import { hashOfCode } from "#features/questions/code.ts";
import { aForm } from "#features/questions/testing.ts";

/**
 * A press whose database goes away while it is at work, as when PostgreSQL is started again: it waits behind a lock, near its end, and
 * its connection is cut there.
 */
const { db, office, rows } = oneOffice();
const root = {} as Root;
beforeAll(async () => {
  Object.assign(root, await rootOf(office));
});

/** Whatever this writes waits, and is cut short there. */
async function cutShort(table: string, press: () => Promise<unknown>): Promise<unknown> {
  const held = await hold(db.ownerUrl, `lock table ${table} in share mode`);
  try {
    const failed = press().then(
      () => "it was carried out",
      (error: unknown) => error,
    );
    await held.waitFor(1);
    await rows(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
    );
    return await failed;
  } finally {
    await held.letGo();
  }
}

describe("when the database goes away in the middle of a press, nothing of it was done, and the next one does it once:", () => {
  test("a citizen's question", async () => {
    const form = aForm();
    const send = () => ask(office.siteId, form, () => true);
    const kept = async (code: string | null) =>
      (await rows("select from questions where code_hash = $1", [hashOfCode(code ?? "")])).length;
    expect(isOutage(await cutShort("questions", send))).toBe(true);
    expect(await rows("select from questions where site_id = $1", [office.siteId])).toEqual([]);
    const [one, other] = [await send(), await send()];
    expect(one.code).not.toBeNull();
    expect([other.code, await kept(one.code)]).toEqual([one.code, 1]);
  });

  test("an approver's one press for a banner", async () => {
    const id = await start(root.approver, "banner");
    await typeAtRoot(root.approver, id, aSentence("flood", ["tổ 5, đường Trần Phú", "114"]));
    const screen = await seen(root.approver, id);
    const press = () => carryOut(root.approver, "emergency_publish", id, { ...screen, reason: "Nước lên" });
    const lived = async () =>
      (await rows("select from events where document_id = $1 and kind = 'went_live'", [id])).length;
    const before = await rows("select count(*) from events where document_id = $1", [id]);
    expect(isOutage(await cutShort("announcements", press))).toBe(true);
    expect((await storyOf(root.approver, id)).document).toMatchObject({ visibility: "never_live", owedSince: null });
    expect(await rows("select count(*) from events where document_id = $1", [id])).toEqual(before);
    await press();
    await expect(press()).rejects.toMatchObject({ code: "wrong_state" });
    expect((await storyOf(root.approver, id)).document).toMatchObject({ visibility: "live" });
    expect(await lived()).toBe(1);
  });

  test("a save of a week's calendar", async () => {
    const id = await start(root.editor, "week");
    await typeAtRoot(root.editor, id, aWeek("2026-11-30"));
    const { buffer } = await storyOf(root.editor, id);
    const entries = [{ ...newEntry(2, "moi"), from: "09:00", leaders: "Chủ tịch", what: "Tiếp công dân" }];
    const content = { ...buffer?.content, entries };
    const save = { documentId: id, tab: crypto.randomUUID(), counter: 7, base: buffer?.version ?? 0, content };
    const press = () => saveDraft(root.editor, save);
    const kept = async () => (await storyOf(root.editor, id)).buffer;
    expect(isOutage(await cutShort("draft_buffers", press))).toBe(true);
    expect(await kept()).toMatchObject({ version: buffer?.version, content: { entries: [{ what: "Giao ban tuần" }] } });
    const [one, other] = [await press(), await press()];
    expect(other).toEqual(one);
    expect(await kept()).toMatchObject({
      version: (buffer?.version ?? 0) + 1,
      content: { entries: [{ what: "Tiếp công dân" }] },
    });
  });

  test("a choice for a front", async () => {
    const article = await published(office, { headline: "Bài được ghim" });
    const where = { sectionId: office.news, base: 0, over: 0 };
    const press = () =>
      choose(office.editor, where, (pins) => pinned(pins, { band: "lead", slot: 0, article, until: null }));
    const chosen = () => rows("select number from front_choices where site_id = $1", [office.siteId]);
    expect(isOutage(await cutShort("announcements", press))).toBe(true);
    expect(await chosen()).toEqual([]);
    expect(await press()).toBe(1);
    await expect(press()).rejects.toMatchObject({ code: "out_of_date" });
    expect(await chosen()).toEqual([{ number: 1 }]);
  });
});
