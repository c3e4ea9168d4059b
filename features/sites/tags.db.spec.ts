import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { makeTag } from "#features/drafts/tags.ts";
import { anOffice } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { tagCalled } from "./make-tag.ts";
import { LONGEST_TAG } from "./names.ts";
import { tagsOf } from "./tags-store.ts";
import { onRecord } from "./testing.ts";

const { rows, office } = officeForEach();
const { deeds, announced } = onRecord(rows);

test("a tag that a writer adds in a draft is on record in their name, and is announced", async () => {
  const before = await announced(office.siteId);
  const { id } = await makeTag(office.reporter, " Sen  Hồ ");
  expect((await deeds(office.siteId))[0]).toEqual({
    ...{ kind: "tag_made", by: office.reporter.personId },
    payload: { tagId: id, because: "draft", before: null, after: { name: "Sen Hồ", slug: "sen-ho" } },
  });
  expect((await announced(office.siteId)).slice(before.length)).toEqual([`tag:${id}`]);
});

test("what the program makes by itself is on record under what it did so for", async () => {
  const by = { siteId: office.siteId, personId: null, because: "demo" } as const;
  const { id } = await transaction((tx) => tagCalled(tx, by, "Sen Hồ"));
  expect((await deeds(office.siteId))[0]).toMatchObject({ by: null, payload: { tagId: id, because: "demo" } });
});

test("a tag that is there already is taken, and nothing is on record of it", async () => {
  const first = await makeTag(office.reporter, "Đảng bộ");
  const before = [await deeds(office.siteId), await announced(office.siteId)];
  expect(await makeTag(office.editor, "ĐẢNG BỘ")).toEqual(first);
  expect([await deeds(office.siteId), await announced(office.siteId)]).toEqual(before);
});

test("of two who add the same tag at the same moment one has made it, and both have it", async () => {
  const [one, other] = await Promise.all([makeTag(office.reporter, "Sen Hồ"), makeTag(office.editor, "sen hồ")]);
  expect(one).toEqual(other);
  expect(await tagsOf(office.siteId)).toEqual([one]);
  const made = (await deeds(office.siteId)).filter(({ kind }) => kind === "tag_made");
  expect(made).toMatchObject([{ payload: { tagId: one.id } }]);
});

test("two sites have a tag of one name each, on record with its own site", async () => {
  const other = await anOffice();
  const [own, abroad] = [await makeTag(office.reporter, "Sen Hồ"), await makeTag(other.reporter, "Sen Hồ")];
  expect((await deeds(office.siteId))[0]).toMatchObject({ payload: { tagId: own.id } });
  expect((await deeds(other.siteId))[0]).toMatchObject({ payload: { tagId: abroad.id } });
});

test("whoever names a tag that cannot be is told in a sentence what to do, and nothing is on record", async () => {
  const before = await deeds(office.siteId);
  const no = (said: string) => makeTag(office.reporter, said).catch(({ code, sentence }) => [code, sentence]);
  expect(await no(" !? ")).toEqual(["bad_input", expect.stringContaining("hãy ghi lại")]);
  expect(await no("a".repeat(LONGEST_TAG + 1))).toEqual(["bad_input", expect.stringContaining("hãy rút gọn")]);
  expect(await deeds(office.siteId)).toEqual(before);
});
