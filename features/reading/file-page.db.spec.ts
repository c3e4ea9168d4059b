import { beforeAll, expect, test } from "vitest";
import { attachmentOf, figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, published, type Root, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishedPage } from "#features/moves/testing-root.ts";
import { filePage } from "./file-page.ts";
import { find } from "./find.ts";

const { office } = oneOffice();
let root: Root;
beforeAll(async () => {
  root = await rootOf(office);
});

const PDF = { mediaType: "application/pdf", name: "Kế hoạch 12.pdf", size: 2_097_152, pages: 3 };
const aPdf = (change: Parameters<typeof readyFile>[2] = {}) =>
  readyFile(office.reporter, undefined, { ...PDF, width: 1_080, height: 1_528, ...change });
const body = (...content: ReturnType<typeof attachmentOf>[]) => ({ type: "doc" as const, content });
const at = async (id: number, slug = "ke-hoach-12") => find(office.siteId, `/tep/${id}/${slug}`, "");

test("a PDF that a live article hands out has a page that says what it is, in that article's words", async () => {
  const { id, sha256 } = await aPdf();
  const words = { title: "Kế hoạch trồng cây", summary: "Trồng 200 cây quanh hồ." };
  const number = await published(office, { headline: "Phường trồng cây", body: body(attachmentOf(sha256, words)) });
  expect(await at(id)).toEqual({ kind: "file", id, path: `/tep/${id}/ke-hoach-12` });
  expect(await filePage(office.siteId, id)).toEqual({
    ...words,
    file: {
      address: `/_tep/${sha256}/ke-hoach-12.pdf`,
      ...{ name: "Kế hoạch 12.pdf", about: "PDF · 2 MB · 3 trang", page: `/tep/${id}/ke-hoach-12` },
      ...{ mediaType: "application/pdf", size: 2_097_152, pages: 3, width: 1_080, height: 1_528, durationMs: null },
    },
    shownAt: `/_tep/${sha256}/xem/ke-hoach-12.pdf`,
    picture: expect.objectContaining({ width: 1_080, height: 1_528 }),
    texts: [{ number, headline: "Phường trồng cây", path: `/dang-doan-the/phuong-trong-cay-${number}` }],
  });
});

test("it is found by its number, and sent to its right address, whatever the words are", async () => {
  const { id, sha256 } = await aPdf();
  await published(office, { body: body(attachmentOf(sha256)) });
  expect(await at(id, "ten-cu")).toMatchObject({ path: `/tep/${id}/ke-hoach-12` });
});

test("it names each live text, the newest first and in its words, a page that stands for itself among them", async () => {
  const { id, sha256 } = await aPdf();
  const first = await published(office, { headline: "Bài một", body: body(attachmentOf(sha256, { title: "Một" })) });
  const second = await publishedPage(root, {
    ...{ title: "Biểu mẫu", slug: "bieu-mau", body: body(attachmentOf(sha256, { title: "Hai" })) },
  });
  const shown = await filePage(office.siteId, id);
  expect([shown?.title, shown?.texts.map(({ number }) => number)]).toEqual(["Hai", [second, first]]);
  await carryOut(root.editor, "hide", second, { reason: "Chờ kiểm tra" });
  expect((await filePage(office.siteId, id))?.title).toBe("Một");
});

test("there is none of what no live text hands out, before, between and after, nor on another site", async () => {
  const { id, sha256 } = await aPdf();
  const isThere = async () => (await at(id)).kind === "file" && (await filePage(office.siteId, id)) !== null;
  await drafted(office, { body: body(attachmentOf(sha256)) });
  expect(await isThere()).toBe(false);
  const number = await published(office, { body: body(attachmentOf(sha256)) });
  expect(await isThere()).toBe(true);
  expect(await find(office.siteId + 1, `/tep/${id}/ke-hoach-12`, "")).toEqual({ kind: "unknown" });
  await carryOut(office.editor, "hide", number, { reason: "Chờ kiểm tra" });
  expect(await isThere()).toBe(false);
});

test("there is none of a document that no browser shows, nor of a picture", async () => {
  const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const word = await aPdf({ mediaType: docx, name: "a.docx" });
  await published(office, { body: body(attachmentOf(word.sha256)) });
  const picture = await readyFile(office.reporter);
  await published(office, { body: { type: "doc", content: [figureOf(picture.sha256)] } });
  for (const { id } of [word, picture]) {
    expect(await at(id, "a")).toEqual({ kind: "unknown" });
    expect(await filePage(office.siteId, id)).toBeNull();
  }
});

test("of a PDF whose first page could not be drawn the page has no picture", async () => {
  const { id, sha256 } = await aPdf({ renditions: [] });
  await published(office, { body: body(attachmentOf(sha256)) });
  expect((await filePage(office.siteId, id))?.picture).toBeNull();
});
