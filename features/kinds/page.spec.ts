import { expect, test } from "vitest";
import { emptyContent } from "#features/text/content.ts";
import { type PageContent, page } from "./page.ts";

const taken = { takenSlugs: new Set(["tin-tuc"]) };
const fieldsOf = (change: Partial<PageContent>) =>
  page.gaps({ ...emptyContent(page), ...change }, taken).map(({ field }) => field);

test("an address that something else has stands in the way, whether it was typed or is made from the title", () => {
  expect(fieldsOf({ title: "Giới thiệu", slug: "tin-tuc" })).toContain("slug");
  expect(fieldsOf({ title: "Tin tức" })).toContain("slug");
  expect(fieldsOf({ title: "Tin tức", slug: "tin-tuc-chung" })).not.toContain("slug");
});

test("an empty page wants a title and a body, and no other address yet", () => {
  expect(fieldsOf({})).toEqual(["title", "body"]);
});
