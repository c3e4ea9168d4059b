import { expect, test } from "vitest";
import { anOffice } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { LONGEST_TAG } from "#features/sites/names.ts";
import { tagsOf } from "#features/sites/tags-store.ts";
import { makeTag } from "./tags.ts";

const { rows, office } = officeForEach();

test("a tag is made by its name, without the blanks around it and in composed letters", async () => {
  const made = await makeTag(office.reporter, "  Đảng bộ phường ".normalize("NFD"));
  expect(made).toEqual({ id: expect.any(Number), name: "Đảng bộ phường" });
  expect(await tagsOf(office.siteId)).toEqual([made]);
});

test("a tag of that name is taken, in whatever capitals and also without any marks, and keeps its own name", async () => {
  const first = await makeTag(office.reporter, "Đảng bộ");
  for (const said of ["Đảng bộ", "đảng bộ", "ĐẢNG BỘ", "Đảng  bộ", "dang bo"]) {
    expect([said, await makeTag(office.editor, said)]).toEqual([said, first]);
  }
  expect(await tagsOf(office.siteId)).toEqual([first]);
});

test("words that only their marks or signs tell apart are tags of their own, each with an address", async () => {
  const names = ["mưa", "mùa", "C", "C++", "中文", "日本", "mua"];
  for (const name of names) expect((await makeTag(office.reporter, name)).name).toBe(name);
  const made = await rows("select slug from tags where site_id = $1", [office.siteId]);
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(names.length);
});

test("of several who name one tag at once, all get the same", async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => makeTag(office.reporter, "Sen Hồ")));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
});

test("whoever has no role in writing makes no tag, and an administrator has none", async () => {
  const { siteId, admin, reporter } = office;
  const [nobody] = await rows("insert into people (email, name) values ($1, 'Khách') returning id", [
    `khach-${siteId}@thu.example`,
  ]);
  for (const { personId } of [admin, { personId: nobody.id }, (await anOffice()).reporter]) {
    await expect(makeTag({ siteId, personId }, "Sen Hồ")).rejects.toMatchObject({ code: "not_allowed" });
  }
  await rows("update grants set ended_at = now() where person_id = $1", [reporter.personId]);
  await expect(makeTag(reporter, "Sen Hồ")).rejects.toMatchObject({ code: "not_allowed" });
  expect(await tagsOf(siteId)).toEqual([]);
});

test("tags of another site are neither seen nor taken", async () => {
  const other = await anOffice();
  const abroad = await makeTag(other.reporter, "Sen Hồ");
  expect(await tagsOf(office.siteId)).toEqual([]);
  const own = await makeTag(office.reporter, "sen hồ");
  expect(own.id).not.toBe(abroad.id);
  expect(own.name).toBe("sen hồ");
  expect(await tagsOf(other.siteId)).toEqual([abroad]);
});

test("a tag has a letter or a digit, and is short", async () => {
  for (const said of ["", "   ", "!?", "#", "a".repeat(LONGEST_TAG + 1)]) {
    await expect(makeTag(office.reporter, said)).rejects.toMatchObject({ code: "bad_input" });
  }
  expect((await makeTag(office.reporter, "a".repeat(LONGEST_TAG))).name).toHaveLength(LONGEST_TAG);
});
