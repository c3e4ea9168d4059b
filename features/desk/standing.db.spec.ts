import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { saveDraft } from "#features/drafts/commands.ts";
import { aText, drafted, storyOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { standingOf } from "./standing.ts";

const { office } = oneOffice();

test("a page hears of a new version, and of the last edit of each tab that it asks about, of its own person alone", async () => {
  const id = await drafted(office);
  const [mine, other] = [randomUUID(), randomUUID()];
  const before = await standingOf(office.reporter, id, [mine]);
  expect(before).toMatchObject({ personId: office.reporter.personId, passed: {} });
  const base = (await storyOf(office.reporter, id)).buffer?.version ?? 0;
  const content = aText(office.party, { headline: "Đổi một chữ" });
  await saveDraft(office.reporter, { documentId: id, tab: mine, counter: 17, base, content });
  const after = await standingOf(office.reporter, id, [mine, other]);
  expect(after).toEqual({ ...before, version: base + 1, passed: { [mine]: 17 } });
  expect((await standingOf(office.editor, id, [mine])).passed).toEqual({});
});

test("who may not see an article hears nothing of it", async () => {
  await expect(standingOf(office.reporter, 999_999, [])).rejects.toMatchObject({ code: "not_found" });
});
