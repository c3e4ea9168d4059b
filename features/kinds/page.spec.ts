import { expect, test } from "vitest";
import { emptyContent, parseContent } from "#features/text/content.ts";
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

test("a page's pictures want what an article's want, and an awaited one keeps it from readers", () => {
  const figure = (attrs: object) => ({ type: "figure", attrs, content: [{ type: "text", text: "Trụ sở" }] });
  const body = (attrs: object) =>
    parseContent(page, { ...emptyContent(page), title: "Giới thiệu", body: { type: "doc", content: [figure(attrs)] } });
  const sentences = (attrs: object) => page.gaps(body(attrs)).map(({ blocks, sentence }) => `${blocks}: ${sentence}`);
  expect(sentences({})).toContain(
    "publish: Ảnh thứ 1 chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này.",
  );
  expect(sentences({ file: "ab".repeat(32) })).toEqual([
    "publish: Ảnh thứ 1 chưa có mô tả cho người dùng trình đọc màn hình.",
    "publish: Ảnh thứ 1 chưa ghi nguồn ảnh.",
  ]);
});
