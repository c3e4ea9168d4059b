import { beforeEach, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { until } from "#lib/until.ts";
import { restoreVersion } from "./commands.ts";
import { askForCuts, MOST_CUTS } from "./cuts.ts";

const { rows, bend, office } = oneOffice();
const other = anotherOffice();

const CUT = "90-1000-0-5000-10000";
const TURNED = "180-0-0-10000-10000";
const showing = (file: string, ...cuts: string[]): { body: BodyDoc } => ({
  body: { type: "doc", content: cuts.map((cut) => figureOf(file, { cut })) },
});
/** The cuts of a file, each with how many jobs there are for it. */
const asked = (fileId: number) =>
  rows(
    `select c.cut, (select count(*)::int from jobs.job j where j.name = 'make_cut' and (j.data ->> 'cutId')::int = c.id) as jobs
     from file_cuts c where c.file_id = $1 order by c.cut`,
    [fileId],
  );

test("whoever types a text with cut pictures has asked for them, each once however often it is saved", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  const id = await drafted(office);
  await typeIn(office.reporter, id, showing(sha256, "", CUT, CUT));
  await typeIn(office.reporter, id, { ...showing(sha256, CUT), headline: "Một" });
  expect(await asked(fileId)).toEqual([{ cut: CUT, jobs: 1 }]);
  await typeIn(office.reporter, id, { lead: { ...NO_LEAD, file: sha256, cut: TURNED }, headline: "Hai" });
  expect(await asked(fileId)).toEqual([TURNED, CUT].toSorted().map((cut) => ({ cut, jobs: 1 })));
});

test("two who save it at once ask once", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  const [one, two] = [await drafted(office), await drafted(office)];
  await Promise.all([one, two].map((id) => typeIn(office.reporter, id, showing(sha256, CUT, TURNED))));
  expect(await asked(fileId)).toEqual([TURNED, CUT].toSorted().map((cut) => ({ cut, jobs: 1 })));
});

test("a text that names a file of another site, or none, asks for nothing and is saved", async () => {
  const { id: fileId, sha256 } = await readyFile(other.reporter);
  const id = await drafted(office);
  const text = showing(sha256, CUT);
  await typeIn(office.reporter, id, text);
  expect(await asked(fileId)).toEqual([]);
  expect((await storyOf(office.reporter, id)).buffer?.content.body).toEqual(text.body);
});

test.each([
  ["sent", (id: number) => carryOut(office.reporter, "submit", id, {})],
  ["copied", (id: number) => carryOut(office.reporter, "duplicate", id, {})],
])("what got lost meanwhile is asked for again when its text is %s", async (_, move) => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  const id = await drafted(office);
  await typeIn(office.reporter, id, showing(sha256, CUT));
  await bend("delete from file_cuts where file_id = $1", [fileId]);
  await move(id);
  expect(await asked(fileId)).toEqual([{ cut: CUT, jobs: 1 }]);
});

test("and when it is approved, or an older version of it comes back", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  const sent = await submitted(office, showing(sha256, CUT));
  await bend("delete from file_cuts where file_id = $1", [fileId]);
  await carryOut(office.approver, "approve", sent, await seen(office.approver, sent));
  expect(await asked(fileId)).toEqual([{ cut: CUT, jobs: 1 }]);

  const id = await drafted(office);
  await typeIn(office.reporter, id, showing(sha256, TURNED));
  await carryOut(office.reporter, "submit", id, {});
  const [{ id: version }] = await rows("select max(id) as id from revisions where document_id = $1", [id]);
  await carryOut(office.reporter, "take_back", id, {});
  await typeIn(office.reporter, id, { body: aText(0).body });
  await bend("delete from file_cuts where file_id = $1", [fileId]);
  await restoreVersion(office.reporter, id, version);
  expect(await asked(fileId)).toEqual([{ cut: TURNED, jobs: 1 }]);
});

describe("a file with as many cuts as one may have", () => {
  let file: Awaited<ReturnType<typeof readyFile>>;
  beforeEach(async () => {
    file = await readyFile(office.reporter);
    await rows(
      `insert into file_cuts (file_id, cut) select $1, '0-0-0-10000-' || 100 + n from generate_series(1, $2::integer) n`,
      [file.id, MOST_CUTS],
    );
  });
  const count = async () => (await rows("select count(*)::int as n from file_cuts where file_id = $1", [file.id]))[0].n;

  test("gets no other one: the save is refused in a sentence, nothing of it is kept, and what was kept stays", async () => {
    const id = await drafted(office, showing(file.sha256, "0-0-0-10000-101"));
    const save = typeIn(office.reporter, id, { ...showing(file.sha256, CUT), headline: "Cắt nữa" });
    await expect(save).rejects.toMatchObject({
      ...{ code: "bad_text", sentence: expect.stringContaining("1.000 cách khác nhau") },
    });
    expect(await count()).toBe(MOST_CUTS);
    expect((await storyOf(office.reporter, id)).buffer?.content).not.toMatchObject({ headline: "Cắt nữa" });
    // What is there may be shown by any text.
    await typeIn(office.reporter, id, { ...showing(file.sha256, "0-0-0-10000-102"), headline: "Cắt như cũ" });
    expect(await count()).toBe(MOST_CUTS);
  });
  test("gets it in the place of the one that no text has shown for longest", async () => {
    await rows(
      `update file_cuts set unused_since = now() - make_interval(days => right(cut, 3)::integer - 100)
       where file_id = $1 and cut in ('0-0-0-10000-101', '0-0-0-10000-102', '0-0-0-10000-103')`,
      [file.id],
    );
    const id = await drafted(office);
    await typeIn(office.reporter, id, showing(file.sha256, CUT));
    const left = await rows("select cut from file_cuts where file_id = $1 and unused_since is not null order by 1", [
      file.id,
    ]);
    expect([await count(), left.map(({ cut }) => cut)]).toEqual([MOST_CUTS, ["0-0-0-10000-101", "0-0-0-10000-102"]]);
    expect(await rows("select data from jobs.job where name = 'clear_bytes'")).toEqual([
      { data: { sha256: file.sha256, cut: "0-0-0-10000-103" } },
    ]);
  });
  test("keeps one that a text has come to show since nobody did", async () => {
    const shown = "0-0-0-10000-101";
    const other = await drafted(office, showing(file.sha256, shown));
    await rows("update file_cuts set unused_since = now() where file_id = $1 and cut = $2", [file.id, shown]);
    const id = await drafted(office);
    await expect(typeIn(office.reporter, id, showing(file.sha256, CUT))).rejects.toMatchObject({ code: "bad_text" });
    expect((await asked(file.id)).map(({ cut }) => cut)).toContain(shown);
    expect((await storyOf(office.reporter, other)).buffer?.content.body).toBeDefined();
  });
  test("makes room by the next one where a text has come to show the first one since", async () => {
    const [shown, unshown] = ["0-0-0-10000-101", "0-0-0-10000-102"];
    await drafted(office, showing(file.sha256, shown));
    await unusedFor({ [shown]: 2, [unshown]: 1 });
    await typeIn(office.reporter, await drafted(office), showing(file.sha256, CUT));
    const left = (await asked(file.id)).map(({ cut }) => cut);
    expect([left.length, left.includes(shown), left.includes(unshown)]).toEqual([MOST_CUTS, true, false]);
  });
  test("makes room for two at once, each of whom shows again what the other one could do without", async () => {
    const [one, two, three, four] = [1, 2, 3, 4].map((n) => `0-0-0-10000-10${n}`) as [string, string, string, string];
    await unusedFor({ [one]: 4, [two]: 3, [three]: 2, [four]: 1 });
    const document = { siteId: office.siteId, kind: "article" as const };
    const text = (...cuts: string[]) => ({ ...aText(office.party), ...showing(file.sha256, ...cuts) });
    let isDone = false;
    let other: Promise<void> | undefined;
    await transaction(async (tx) => {
      await askForCuts(tx, document, text(one));
      other = transaction((their) => askForCuts(their, document, text(two, CUT)));
      other.then(
        () => {
          isDone = true;
        },
        () => undefined,
      );
      expect(await until(async () => isDone || (await isWaitedFor()), 20_000)).toBe(true);
      await askForCuts(tx, document, text(one, TURNED));
    });
    await other;
    const left = new Set((await asked(file.id)).map(({ cut }) => cut));
    expect(left.size).toBe(MOST_CUTS);
    expect([one, two, CUT, TURNED].filter((cut) => !left.has(cut))).toEqual([]);
    expect([three, four].filter((cut) => left.has(cut))).toEqual([]);
  });
  test("has no more than that when two save at once who each fill its last place", async () => {
    await bend("delete from file_cuts where file_id = $1 and cut = '0-0-0-10000-101'", [file.id]);
    const ids = [await drafted(office), await drafted(office)];
    const saves = await Promise.allSettled(
      [CUT, TURNED].map((cut, at) => typeIn(office.reporter, ids[at] ?? 0, showing(file.sha256, cut))),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await count()).toBe(MOST_CUTS);
  });
  /** By days. */
  async function unusedFor(days: Record<string, number>): Promise<void> {
    await rows(
      `update file_cuts c set unused_since = now() - make_interval(days => d.value::integer)
       from jsonb_each_text($2::jsonb) d where c.file_id = $1 and c.cut = d.key`,
      [file.id, JSON.stringify(days)],
    );
  }
});

/** Whether somebody waits for a row that somebody else holds. */
const isWaitedFor = async () =>
  (await rows("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).length >
  0;
