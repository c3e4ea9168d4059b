import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, type Person, published, submitted, submittedBy, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { documentChanged, listsChanged, listsMark } from "./queries.ts";
import { makeSwitchboard, type Switchboard } from "./switchboard.ts";

const { office, rows } = oneOffice();

const SOON = { timeout: 20_000, interval: 5 };
/** Longer than any test: what is heard nevertheless was rung for. */
const NEVER = 600_000;

let boards: Switchboard[];
beforeEach(() => {
  boards = [];
});
afterEach(() => Promise.all(boards.map((board) => board.close())));

function aBoard(ways: Parameters<typeof makeSwitchboard>[0] = {}): Switchboard {
  const board = makeSwitchboard({ patienceMs: SOON.timeout, ...ways });
  boards.push(board);
  return board;
}

async function aSession({ personId }: Person): Promise<string> {
  const [{ id }] = await rows(
    "insert into sessions (person_id, expires_at) values ($1, now() + interval '12 hours') returning id",
    [personId],
  );
  return id;
}

/** Somebody's page, once it is told of whatever changes from now on. */
async function aPage(board: Switchboard, person: Person, documentId: number | null = null, session?: string) {
  const heard: string[] = [];
  const page = {
    ...{ siteId: person.siteId, personId: person.personId, documentId },
    sessionId: session ?? (await aSession(person)),
    tell: (word: string) => void heard.push(word),
    end: () => void heard.push("end"),
  };
  const leave = board.join(page);
  await vi.waitFor(() => expect(heard).toContain("ready"), SOON);
  return { heard, leave, changes: () => heard.filter((word) => word === "changed").length };
}

describe("a page of lists", () => {
  test("is told of what somebody did, by every instance", async () => {
    const pages = await Promise.all(
      [aBoard({ lookEveryMs: NEVER }), aBoard({ lookEveryMs: NEVER })].map((board) => aPage(board, office.approver)),
    );
    const before = pages.map(({ changes }) => changes());
    await submitted(office);
    for (const [at, page] of pages.entries()) {
      await vi.waitFor(() => expect(page.changes()).toBeGreaterThan(before[at] ?? 0), SOON);
    }
  });
  test("is not told of what its person may not see", async () => {
    const board = aBoard();
    const stranger = await aPage(board, office.stranger);
    const admin = await aPage(board, office.admin);
    const approver = await aPage(board, office.approver);
    await submitted(office);
    await vi.waitFor(() => expect(approver.changes()).toBeGreaterThan(0), SOON);
    expect([stranger.changes(), admin.changes()]).toEqual([0, 0]);
    await submittedBy(office.stranger, aText(office.elsewhere));
    await vi.waitFor(() => expect(stranger.changes()).toBeGreaterThan(0), SOON);
    expect(admin.changes()).toBe(0);
  });
  test("is told of what was given to its person, wherever it stands", async () => {
    const board = aBoard();
    const other = await aPage(board, office.stranger);
    const id = await drafted(office);
    await rows("insert into document_writers (document_id, person_id) values ($1, $2)", [id, office.stranger.personId]);
    await carryOut(office.reporter, "submit", id, {});
    await vi.waitFor(() => expect(other.changes()).toBeGreaterThan(0), SOON);
  });
  test("is not told that somebody types: no line moves by it", async () => {
    const board = aBoard({ lookEveryMs: 20 });
    const id = await submitted(office);
    const [lists, document] = [await aPage(board, office.approver), await aPage(board, office.approver, id)];
    await typeIn(office.editor, id, { standfirst: "Sửa khi duyệt." });
    await vi.waitFor(() => expect(document.changes()).toBe(1), SOON);
    expect(lists.changes()).toBe(0);
  });
});

test("a page of a document is told of what is done with it or typed in it, and of no other", async () => {
  const board = aBoard({ lookEveryMs: 20 });
  const [id, other] = [await submitted(office), await submitted(office)];
  const [one, two] = [await aPage(board, office.approver, id), await aPage(board, office.approver, other)];
  await typeIn(office.editor, id, { headline: "Một tít khác" });
  await vi.waitFor(() => expect(one.changes()).toBe(1), SOON);
  await carryOut(office.reporter, "take_back", other, {});
  await vi.waitFor(() => expect(two.changes()).toBe(1), SOON);
  expect(one.changes()).toBe(1);
});

describe("nobody hears anything", () => {
  test("once their session has ended: the stream ends before a word of what came later", async () => {
    const board = aBoard();
    const session = await aSession(office.approver);
    const page = await aPage(board, office.approver, null, session);
    const still = await aPage(board, office.approver);
    await rows("update sessions set ended_at = now(), ended_because = 'switched_off' where id = $1", [session]);
    await submitted(office);
    await vi.waitFor(() => expect(still.changes()).toBeGreaterThan(0), SOON);
    expect(page.heard).toEqual(["ready", "end"]);
  });
  test("and it ends within seconds when nothing happens at all", async () => {
    const board = aBoard();
    const session = await aSession(office.approver);
    const page = await aPage(board, office.approver, null, session);
    await rows("update sessions set ended_at = now(), ended_because = 'switched_off' where id = $1", [session]);
    await vi.waitFor(() => expect(page.heard).toEqual(["ready", "end"]), SOON);
  });
  test("when the connection that hears is cut: all streams end, and who comes again is heard for", async () => {
    const board = aBoard();
    const page = await aPage(board, office.approver);
    await rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and query like '%pg_current_snapshot%'`,
    );
    await vi.waitFor(() => expect(page.heard).toEqual(["ready", "end"]), SOON);
    const again = await aPage(board, office.approver);
    await submitted(office);
    await vi.waitFor(() => expect(again.changes()).toBeGreaterThan(0), SOON);
  });
  test("when the product stops: streams end at once, and no new one begins", async () => {
    const board = aBoard();
    const page = await aPage(board, office.approver);
    await board.close();
    expect(page.heard).toEqual(["ready", "end"]);
    await expect(aPage(board, office.approver)).rejects.toMatchObject({ code: "unavailable" });
  });
});

test("of one browser's pages the three that came last hold a connection", async () => {
  const board = aBoard();
  const session = await aSession(office.approver);
  const pages = [];
  for (let i = 0; i < 4; i++) pages.push(await aPage(board, office.approver, null, session));
  expect(pages.map(({ heard }) => heard)).toEqual([["ready", "full", "end"], ["ready"], ["ready"], ["ready"]]);
  const [, second] = pages;
  second?.leave();
  expect(board.size).toBe(2);
});

describe("asked since when", () => {
  test("a list is said to have changed by what came later, to whoever may see it", async () => {
    await submitted(office);
    const mark = await listsMark();
    expect(await listsChanged(office.approver, mark)).toEqual({ changed: false });
    await submitted(office);
    expect(await listsChanged(office.approver, mark)).toEqual({ changed: true });
    expect(await listsChanged(office.stranger, mark)).toEqual({ changed: false });
  });
  test("a list that was read before the database came out of a backup of another server has changed", async () => {
    expect(await listsChanged(office.approver, "1000000000000:1000000000000:")).toEqual({ changed: true });
  });
  test("a page of a document is told what was done last and by whom", async () => {
    const id = await submitted(office);
    const [{ seq }] = await rows("select max(seq) as seq from events where document_id = $1", [id]);
    const [{ version }] = await rows("select max(version) as version from draft_buffers where document_id = $1", [id]);
    const shown = { documentId: id, seq, version };
    expect(await documentChanged(office.approver, shown)).toEqual({ change: null });
    await typeIn(office.editor, id, { standfirst: "Sửa khi duyệt." });
    const typed = { what: "typed", by: "Editor" };
    expect(await documentChanged(office.approver, shown)).toEqual({ change: { ...typed, byMe: false } });
    expect(await documentChanged(office.editor, shown)).toEqual({ change: { ...typed, byMe: true } });
    // The page of what readers have shows no open text.
    expect(await documentChanged(office.approver, { ...shown, version: null })).toEqual({ change: null });
    await carryOut(office.approver, "return", id, { reason: "internal", words: "Xem lại số liệu." });
    expect(await documentChanged(office.reporter, shown)).toEqual({
      change: { what: "return", by: "Approver", byMe: false },
    });
    await expect(documentChanged(office.stranger, shown)).rejects.toMatchObject({ code: "not_found" });
  });
  test("a publication is told as what somebody pressed", async () => {
    const id = await published(office);
    const { change } = await documentChanged(office.approver, { documentId: id, seq: 0, version: null });
    expect(change).toEqual({ what: "publish", by: "Approver", byMe: true });
  });
});
