import { expect, test } from "vitest";
import { PDF } from "#features/files/media.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import type { FileFacts } from "#features/text/gaps.ts";
import { attachmentGaps } from "./attachment-gaps.ts";
import { figureGaps } from "./figure-gaps.ts";

const FILE = "ab".repeat(32);
const bodyOf = (attrs: object, type = "attachment"): BodyDoc =>
  validateBody({ type: "doc", content: [{ type, attrs }] });
const gapsOf = (attrs: object, facts?: FileFacts) =>
  attachmentGaps(bodyOf(attrs), facts && new Map([[FILE, facts]])).map(
    ({ blocks, sentence }) => `${blocks}: ${sentence}`,
  );
const named = { file: FILE, title: "Quyết định 12" };
const ready: FileFacts = { state: "ready", mediaType: PDF, hasText: true };

test("a document that is ready and has a name lacks nothing; one that was not looked at is taken for ready", () => {
  expect(gapsOf(named, ready)).toEqual([]);
  expect(gapsOf(named)).toEqual([]);
});

test("one that is awaited, is not ready or has no name is no text's that readers get", () => {
  expect(gapsOf({ title: "Quyết định" })).toEqual([
    "publish: Tệp đính kèm thứ 1 chưa có tệp: chọn tệp hoặc bỏ chỗ này.",
  ]);
  expect(gapsOf({ ...named, title: "" }, ready)).toEqual(["publish: Tệp đính kèm thứ 1 chưa có tên cho bạn đọc."]);
  for (const [state, says] of [
    ["waiting", "đang được kiểm tra"],
    ["failed", "không dùng được vì tệp có lỗi"],
    ["missing", "không còn tệp trên trang này"],
  ] as const)
    expect(gapsOf(named, { state })).toEqual([expect.stringContaining(`publish: Tệp đính kèm thứ 1 ${says}`)]);
});

test("a scan needs a sentence on what it says, and no other document does", () => {
  const scan = { ...ready, hasText: false };
  const owed = [expect.stringContaining("publish: Tệp đính kèm thứ 1 là PDF không có lớp chữ")];
  expect(gapsOf(named, scan)).toEqual(owed);
  expect(gapsOf({ ...named, summary: "Xem tệp." }, scan)).toEqual(owed);
  expect(gapsOf({ ...named, summary: "Giao phường lập danh sách hộ trồng sen." }, scan)).toEqual([]);
  expect(gapsOf(named, { ...scan, mediaType: "application/msword" })).toEqual([]);
});

test("a picture is handed out by no attachment, with all that its camera says; nor is a document a picture", () => {
  const picture: FileFacts = { state: "ready", mediaType: "image/jpeg", hasText: false };
  expect(gapsOf(named, picture)).toEqual([expect.stringContaining("publish: Tệp đính kèm thứ 1 không phải tài liệu")]);
  const figure = bodyOf({ file: FILE, alt: "Cổng", credit: "An" }, "figure");
  const gaps = figureGaps(figure, { files: new Map([[FILE, ready]]), awaited: "publish" });
  expect(gaps.map(({ blocks, sentence }) => `${blocks}: ${sentence}`)).toContain(
    "publish: Ảnh thứ 1 không phải ảnh: chọn ảnh khác hoặc bỏ ảnh này.",
  );
});
