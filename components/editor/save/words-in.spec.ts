import { expect, test } from "vitest";
import { site } from "#features/kinds/site.ts";
import { emptyContent } from "#features/text/content.ts";
import { wordsIn } from "./words-in.ts";

test("the words of a menu are among those that a person typed, and its codes are not", () => {
  const text = {
    ...emptyContent(site),
    name: "Phường Thử",
    menu: [{ to: "link", address: "/x", words: "Dịch vụ", below: [{ to: "page", id: 3, words: "Liên hệ" }] }],
  };
  expect(wordsIn(site, text)).toBe("Phường Thử\n\n/x\nDịch vụ\nLiên hệ");
});
