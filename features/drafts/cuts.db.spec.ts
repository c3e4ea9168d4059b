import { expect, test } from "vitest";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { restoreVersion } from "./commands.ts";

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
