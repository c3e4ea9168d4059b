import { beforeAll, expect, test } from "vitest";
import { carryOut, start } from "./commands.ts";
import { MOST_TRIES, runDue } from "./due.ts";
import { type Root, rootOf, seen, storyOf } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";
import { aWeek, typeAtRoot } from "./testing-root.ts";

const { office, rows, bend } = oneOffice();
const root = {} as Root;
beforeAll(async () => {
  Object.assign(root, await rootOf(office));
});

const MONDAY = "2026-11-30";
const AT = new Date(Date.now() + 3_600_000);

async function scheduled(): Promise<number> {
  const id = await start(root.editor, "week");
  await typeAtRoot(root.editor, id, aWeek(MONDAY));
  await carryOut(root.editor, "submit", id, {});
  await carryOut(root.approver, ["approve", "schedule"], id, { ...(await seen(root.approver, id)), at: AT });
  return id;
}
const itIsTime = () =>
  bend(
    "update schedules set due_at = now() - interval '1 second', next_try_at = now() - interval '1 second' where ended_at is null",
  );

test("of two calendars of one week for one hour one goes out, and the other waits for people with a sentence that says why", async () => {
  const ids = [await scheduled(), await scheduled()];
  for (let at = 0; at < MOST_TRIES; at += 1) {
    await itIsTime();
    // As many instances tick.
    await Promise.all([runDue(), runDue()]);
  }
  const stories = await Promise.all(ids.map((id) => storyOf(root.approver, id)));
  expect(stories.map(({ document }) => document.visibility).toSorted()).toEqual(["live", "never_live"]);
  const waits = stories.find(({ document }) => document.visibility === "never_live");
  expect(waits?.open?.state).toBe("approved");
  const [{ error, outcome }] = await rows("select error, outcome from schedules where document_id = $1", [
    waits?.document.id,
  ]);
  expect(outcome).not.toBe("done");
  expect(error).toBe("Tuần này đã có lịch khác bạn đọc biết; cần cập nhật lịch đó, hoặc chọn tuần khác.");
  expect(await rows("select slug from documents where kind = 'week' and visibility = 'live'")).toEqual([
    { slug: "2026-w49" },
  ]);
});
