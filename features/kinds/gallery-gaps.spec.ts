import { expect, test } from "vitest";
import { emptyContent } from "#features/text/content.ts";
import { validateBody } from "#features/text/document.ts";
import { article } from "./article.ts";
import { figureGaps } from "./figure-gaps.ts";
import { galleryGaps } from "./gallery-gaps.ts";
import { page } from "./page.ts";

const hashOf = (at: number) => at.toString(16).padStart(64, "0");
const pictures = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ type: "figure", attrs: { file: hashOf(at), alt: "a", credit: "b" } }));
const bodyOf = (...galleries: object[][]) =>
  validateBody({
    type: "doc",
    content: galleries.map((content, at) => ({ type: "gallery", attrs: { id: `gallery-${at}` }, content })),
  });
const said = (...galleries: object[][]) =>
  galleryGaps(bodyOf(...galleries)).map(({ blocks, blockId, sentence }) => `${blocks} ${blockId} ${sentence}`);

test("a gallery has two to thirty pictures; others block publishing, and say what to do", () => {
  expect(said(pictures(2), pictures(30))).toEqual([]);
  expect(said(pictures(2), pictures(1))).toEqual([
    "publish gallery-1 Chùm ảnh thứ 2 chỉ có 1 ảnh, cần ít nhất 2: thêm ảnh hoặc tách thành ảnh rời.",
  ]);
  expect(said(pictures(31))).toEqual([
    "publish gallery-0 Chùm ảnh thứ 1 có 31 ảnh, nhiều nhất là 30: bỏ bớt hoặc tách thành hai chùm.",
  ]);
});

test("the same picture twice is advice, the same one cut otherwise or awaited twice is none", () => {
  const [one, two] = pictures(2);
  expect(said([one, two, one].flatMap((figure) => figure ?? []))).toEqual([
    "advice gallery-0 Chùm ảnh thứ 1 có ảnh lặp lại (ảnh thứ 3 trong chùm): nên bỏ bớt.",
  ]);
  const cut = { type: "figure", attrs: { file: hashOf(0), cut: "90-0-0-5000-10000" } };
  expect(said([...pictures(1), cut])).toEqual([]);
  expect(said([{ type: "figure" }, { type: "figure" }])).toEqual([]);
});

test("each of its pictures is asked for what any picture of the text is, counted with them", () => {
  const [fine] = pictures(1);
  const bare = { type: "figure", attrs: { id: "bare-one", file: hashOf(1) } };
  const gaps = figureGaps(bodyOf([fine, bare].flatMap((figure) => figure ?? [])), {
    files: undefined,
    awaited: "publish",
  });
  expect(gaps.filter(({ blocks }) => blocks === "publish")).toEqual([
    expect.objectContaining({
      blockId: "bare-one",
      sentence: "Ảnh thứ 2 chưa có mô tả cho người dùng trình đọc màn hình.",
    }),
    expect.objectContaining({ blockId: "bare-one", sentence: "Ảnh thứ 2 chưa ghi nguồn ảnh." }),
  ]);
});

test("articles and pages both say so", () => {
  const body = bodyOf(pictures(1));
  const gap = expect.objectContaining({ sentence: expect.stringContaining("Chùm ảnh thứ 1 chỉ có 1 ảnh") });
  expect(page.gaps({ version: 1, title: "a", slug: "a", place: "none", body })).toContainEqual(gap);
  expect(article.gaps({ ...emptyContent(article), body })).toContainEqual(gap);
});
