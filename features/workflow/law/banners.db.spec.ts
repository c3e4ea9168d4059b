import { beforeAll, describe, expect, test } from "vitest";
import type { BannerContent } from "#features/kinds/banner.ts";
import { patternOf, SENTENCE_IDS, SENTENCES } from "#features/kinds/banner-sentences.ts";
import { start } from "#features/moves/commands.ts";
import { type Root, rootOf } from "#features/moves/testing.ts";
import { aBanner, aSentence, hoursAhead, publishedBanner, typeAtRoot } from "#features/moves/testing-root.ts";
import { oneHouse } from "./house.ts";
import { verdict } from "./testing.ts";

const { house, sql } = oneHouse();
const root = {} as Root;
beforeAll(async () => {
  Object.assign(root, await rootOf(house.office));
});

/**
 * What the law says of an emergency that an approver signs, of a draft with this text. The text is cut as soon as somebody else
 * types, whatever is missing in it.
 */
async function emergencyOf(change: Partial<BannerContent>): Promise<string> {
  const id = await start(root.editor, "banner");
  await typeAtRoot(root.editor, id, change);
  await typeAtRoot(root.approver, id, { link: "/tin-tuc" });
  return verdict(sql, [
    `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
     select document_id, id, content_hash, $2, 'emergency' from revisions where document_id = $1 order by id limit 1`,
    [id, root.approver.personId],
  ]);
}

describe("one approver brings above all pages in an emergency", () => {
  const OWN = "own_words_of_a_banner_take_two";
  const flood = (change: Partial<BannerContent> = {}) => aSentence("flood", ["tổ 5, đường Trần Phú", "114"], change);

  test("a fixed sentence, as far as this rule goes", async () => {
    // The next rule says that the text is another one by now.
    for (const place of [
      "tổ 5, đường Trần Phú",
      "tổ dân phố 5 và tổ dân phố 7",
      "khu phố 3, phường Sen Hồ",
      "toàn địa bàn",
    ])
      expect(await emergencyOf(aSentence("flood", [place, "114"])), place).toBe(
        "a_confirmation_is_of_the_text_that_is_there",
      );
  });

  test("no words of their own", async () => {
    expect(await emergencyOf(aBanner())).toBe(OWN);
  });

  test("no sentence that says something else, also where the text says that it is one", async () => {
    const { words = "" } = flood();
    for (const said of [
      "Chủ tịch đã từ chức.",
      `${words} Chủ tịch đã từ chức.`,
      `Chủ tịch đã từ chức. ${words}`,
      words.replace("tổ 5", "nhà chủ tịch vừa trốn khỏi tổ 5"),
      words.replace("tổ 5, đường Trần Phú", "trường Chủ Tịch Từ Chức, xã Dân Đòi Lại Đất, phường Quan Tham Lấy Hết"),
      words.replace("tại tổ 5, đường Trần Phú", "tại toàn địa bàn"),
      words.replace("114", "114 hoặc chuyển khoản cho 115"),
    ])
      expect(await emergencyOf(flood({ words: said })), said).toBe(OWN);
    expect(await emergencyOf(flood({ sentence: "fire" }))).toBe(OWN);
    expect(await emergencyOf(flood({ level: "outage" }))).toBe(OWN);
    expect(await emergencyOf(flood({ link: "//noi-khac.example" }))).toBe(OWN);
  });
});

test("what is above all pages says when it ends, and not in years", async () => {
  const id = await publishedBanner(root);
  const withEnd = (ends: string) =>
    verdict(sql, `update documents set card = jsonb_build_object('ends', ${ends}) where id = ${id}`);
  for (const ends of ["null", "'mai'", "'2026-12-01T04:30:00+07:00'", `'${hoursAhead(75 * 24)}'`])
    expect(await withEnd(ends), ends).toBe("a_banner_ends");
});

test("the law has the sentences that the program has, and nobody but a migration writes any", async () => {
  expect(await sql("select name, level, pattern from banner_sentences order by name")).toEqual(
    SENTENCE_IDS.toSorted().map((name) => ({ name, level: SENTENCES[name].level, pattern: patternOf(name) })),
  );
  expect(await verdict(sql, "insert into banner_sentences values ('x', 'urgent', '.*')")).toBe("42501");
  expect(await verdict(sql, "update banner_sentences set pattern = '.*'")).toBe("42501");
  expect(await verdict(sql, "delete from banner_sentences")).toBe("42501");
});
