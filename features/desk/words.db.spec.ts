import { expect, test } from "vitest";
import { published } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { articlesSeen } from "./all-store.ts";
import { filterOf } from "./list-filter.ts";
import { ranksOf } from "./lists-store.ts";
import { sectionsWhereOften } from "./words-store.ts";

const { office } = officeForEach();

test("certain words are found in the same order, page by page, whether a section has them often or seldom", async () => {
  const { news, party, approver } = office;
  const first = await published(office, { sectionId: news, headline: "Thông báo cắt nước" });
  await published(office, { sectionId: news, headline: "Hội thao phường" });
  const second = await published(office, { sectionId: party, headline: "Thông báo họp chi bộ" });
  const third = await published(office, { sectionId: news, headline: "Thông báo cắt điện" });
  const ranks = await ranksOf(approver);
  const usual = { ...filterOf({ words: "thong bao" }), sectionIds: null };

  for (const oftenIn of [[], [news], [party], [news, party]]) {
    const { lines, total, last } = await articlesSeen(ranks, { ...usual, oftenIn });
    expect(lines.map(({ id }) => id)).toEqual([third, second, first]);
    expect(total).toBe(3);
    const further = await articlesSeen(ranks, { ...usual, oftenIn, cursor: last });
    expect(further.lines).toEqual([]);
    const oldest = await articlesSeen(ranks, { ...usual, oftenIn, oldestFirst: true });
    expect(oldest.lines.map(({ id }) => id)).toEqual([first, second, third]);
  }
});

test("words are often in a section whose titles have them, and in no other", async () => {
  const { news, party } = office;
  await published(office, { sectionId: news, headline: "Thông báo cắt nước" });
  await published(office, { sectionId: party, headline: "Hội thao phường" });
  const often = await sectionsWhereOften("thong bao");
  expect(often).toContain(news);
  expect(often).not.toContain(party);
  expect(await sectionsWhereOften("khong co o dau")).toEqual([]);
  expect(await sectionsWhereOften("")).toEqual([]);
});
