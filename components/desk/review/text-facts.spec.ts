import { expect, test } from "vitest";
import { banner } from "#features/kinds/banner.ts";
import { spelt } from "#features/kinds/banner-sentences.ts";
import { page } from "#features/kinds/page.ts";
import { site } from "#features/kinds/site.ts";
import { emptyContent } from "#features/text/content.ts";
import { validateBody } from "#features/text/document.ts";
import type { Naming } from "./field-values.ts";
import { factsOf } from "./text-facts.tsx";

const naming = { section: () => "Tin tức" } as unknown as Naming;

test("a site without a menu and a notice of its own has nothing to say beside its page", () => {
  const bare = emptyContent(site);
  expect(factsOf({ kind: "site", content: bare, naming })).toEqual([]);
  const content = { ...bare, notice: { words: "Cúp nước", until: null } };
  expect(factsOf({ kind: "site", content, naming })).toEqual([{ field: "notice", line: "Cúp nước" }]);
});

test("what readers who do not see the pictures are told is read beside the page, for each picture that is there", () => {
  const attrs = [
    { file: "ab".repeat(32), alt: "Cổng" },
    { alt: "Chưa có" },
    { file: "cd".repeat(32), decorative: true },
  ];
  const body = validateBody({ type: "doc", content: attrs.map((one) => ({ type: "figure", attrs: one })) });
  const content = { ...emptyContent(page), body };
  const names = { place: () => "", decorative: "ảnh trang trí" } as unknown as Naming;
  expect(factsOf({ kind: "page", content, naming: names })).toContainEqual({
    field: "alts",
    line: "1. Cổng\n2. ảnh trang trí",
  });
});

test("whoever signs a fixed sentence reads what English pages say in its place; of words of one's own they say nothing else", () => {
  const names = { banner: { level: () => "", sentence: () => "Câu soạn sẵn" } } as unknown as Naming;
  const told = (words: string) =>
    factsOf({ kind: "banner", content: { ...emptyContent(banner), words }, naming: { ...names, trueHost: String } })
      .filter(({ field }) => field === "bannerEnglish")
      .map(({ line }) => line);
  expect(told(spelt("fire", ["tổ 5", "114"]))).toEqual([
    "There is a large fire in tổ 5. Keep away from the area; for rescue call 114.",
  ]);
  expect(told("Chợ Bến Đá đóng cửa sớm.")).toEqual([]);
});
