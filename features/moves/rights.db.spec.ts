import { expect, test } from "vitest";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut } from "./commands.ts";
import { MOST_TRIES, runDue } from "./due.ts";
import { published, seen, storyOf, submitted } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { rows, bend, office } = oneOffice();

const DAY_MS = 24 * 3_600_000;
const showing = (sha256: string, use = {}) => ({ body: { type: "doc" as const, content: [figureOf(sha256, use)] } });
const ends = (id: number, days: number) =>
  rows("update files set licence_end = today_here() + $1::integer where id = $2", [days, id]);

async function approved(sha256: string, use = {}) {
  const id = await submitted(office, showing(sha256, use));
  const said = await seen(office.approver, id);
  await carryOut(office.approver, "approve", id, said);
  return { id, said };
}

test("a text is sent and approved without the right to its picture, and not published before that is said", async () => {
  const { approver, reporter } = office;
  const { id: fileId, sha256 } = await readyFile(reporter, undefined, { licence: null, peopleShown: null });
  const { id, said } = await approved(sha256);
  for (const move of ["publish", "schedule"] as const)
    await expect(carryOut(approver, move, id, { ...said, at: new Date(Date.now() + DAY_MS) })).rejects.toMatchObject({
      code: "not_ready",
      sentence: expect.stringContaining("chưa ghi quyền sử dụng"),
    });
  await rows("update files set licence = 'own', people_shown = 'no_child' where id = $1", [fileId]);
  await carryOut(approver, "publish", id, said);
});

test("a licence that has ended lets nothing out, not in an emergency either", async () => {
  const { approver, reporter } = office;
  const { id: fileId, sha256 } = await readyFile(reporter);
  await ends(fileId, -1);
  const { id, said } = await approved(sha256);
  const no = { code: "not_ready", sentence: expect.stringContaining("hết hạn sử dụng từ sau ngày") };
  await expect(carryOut(approver, "publish", id, said)).rejects.toMatchObject(no);
  const other = await submitted(office, showing(sha256));
  const emergency = { ...(await seen(approver, other)), reason: "Bão đến" };
  await expect(carryOut(approver, "emergency_publish", other, emergency)).rejects.toMatchObject(no);
  await ends(fileId, 0);
  await carryOut(approver, "publish", id, said);
});

test("an hour after the end is refused when it is set, and one before it is not", async () => {
  const { approver, reporter } = office;
  const { id: fileId, sha256 } = await readyFile(reporter);
  await ends(fileId, 2);
  const { id, said } = await approved(sha256);
  const at = (days: number) =>
    carryOut(approver, "schedule", id, { ...said, at: new Date(Date.now() + days * DAY_MS) });
  await expect(at(3)).rejects.toMatchObject({
    code: "not_ready",
    sentence: expect.stringMatching(/^Ảnh thứ 1 hết hạn sử dụng từ sau ngày/),
  });
  await at(1);
});

test("what was scheduled and has lost the right to its picture meanwhile goes out at no hour, and stands red on the desk", async () => {
  const { approver, reporter } = office;
  const { id: fileId, sha256 } = await readyFile(reporter);
  const { id, said } = await approved(sha256);
  await carryOut(approver, "schedule", id, { ...said, at: new Date(Date.now() + DAY_MS) });
  await ends(fileId, -1);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await bend(
      `update schedules set due_at = now() - interval '1 second', next_try_at = now() - interval '1 second'
       where document_id = $1 and ended_at is null`,
      [id],
    );
    await runDue();
  }
  expect((await storyOf(approver, id)).open?.state).toBe("approved");
  const [line] = await rows("select outcome, error from schedules where document_id = $1", [id]);
  expect(line).toMatchObject({ outcome: "failed", error: expect.stringContaining("Ảnh thứ 1 hết hạn sử dụng") });
});

test("a text that was withdrawn does not come back to readers once its picture may not be shown", async () => {
  const { approver, reporter } = office;
  const { id: fileId, sha256 } = await readyFile(reporter);
  const id = await published(office, showing(sha256));
  await carryOut(approver, "withdraw", id, { reason: "error" });
  await ends(fileId, -1);
  await expect(carryOut(approver, "restore", id, {})).rejects.toMatchObject({ code: "not_ready" });
  await ends(fileId, 30);
  await carryOut(approver, "restore", id, {});
});

test("a picture that a generative program made is published with its label, which is a part of what is signed", async () => {
  const { approver, reporter } = office;
  const { sha256 } = await readyFile(reporter, undefined, { ai: "made" });
  const { id, said } = await approved(sha256);
  await expect(carryOut(approver, "publish", id, said)).rejects.toMatchObject({
    ...{ code: "not_ready", sentence: expect.stringContaining("Ảnh tạo bằng AI") },
  });
  const labelled = await approved(sha256, { ai: "made" });
  expect(labelled.said.hash).not.toBe(said.hash);
  await carryOut(approver, "publish", labelled.id, labelled.said);
});
