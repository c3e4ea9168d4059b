import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { FAILURES } from "#features/files/failures.ts";
import { nameOf } from "#features/files/media.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import {
  docmOf,
  docxOf,
  oldOfficeOf,
  openDocumentOf,
  pdfOf,
  pptxOf,
  xlsxOf,
  zipOf,
} from "#features/renditions/testing-documents.ts";
import { mp3Of, sail, tone, vttOf } from "#features/renditions/testing-media.ts";
import { anUploader, oneDataDir } from "./testing.ts";

const { office, rows } = oneOffice();
const place = oneDataDir();

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";
const uploader = () => anUploader({ ...office.reporter, grants: [{ role: "reporter", sectionId: office.news }] });

beforeEach(async () => {
  await rows("delete from jobs.job");
  rmSync(place.uploads, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const rowsOf = (hash: string) => rows("select * from files where sha256 = $1 order by id", [hash]);
const jobs = async () => (await rows("select name, data from jobs.job order by created_on")) as object[];
const kept = async (hash: string) => buffer(await storage().read(originalKey(hash)));
const uploads = () => readdirSync(place.uploads);

describe("what a file is", () => {
  const dot = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#c04" } });
  const box = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`, "latin1");

  test.each([
    ["image/jpeg", () => dot().jpeg().toBuffer()],
    ["image/png", () => dot().png().toBuffer()],
    ["image/webp", () => dot().webp().toBuffer()],
    ["image/avif", () => dot().avif().toBuffer()],
    ["image/gif", () => dot().gif().toBuffer()],
    ["image/tiff", () => dot().tiff().toBuffer()],
    ["image/heic", async () => box("heic")],
    ["image/heif", async () => box("mif1")],
  ])("its bytes say, whatever it is called: %s", async (type, make) => {
    const answer = await uploader().bring(Buffer.concat([await make(), Buffer.from(type)]), "chứng-từ.exe");
    expect(await answer.json()).toMatchObject({ mediaType: type, name: "chứng-từ.exe" });
  });

  test.each([
    ["application/pdf", "pdf", () => pdfOf()],
    [`${OFFICE}.wordprocessingml.document`, "docx", () => docxOf(["Thông báo"])],
    [`${OFFICE}.spreadsheetml.sheet`, "xlsx", () => xlsxOf(["Thu"])],
    [`${OFFICE}.presentationml.presentation`, "pptx", () => pptxOf(["Mở đầu"])],
    [`${OPEN}.text`, "odt", () => openDocumentOf("text", ["Thông báo"])],
    [`${OPEN}.spreadsheet`, "ods", () => openDocumentOf("spreadsheet", ["Thu"])],
    ["application/vnd.ms-word.document.macroenabled.12", "docm", () => docmOf()],
    ["application/msword", "doc", () => oldOfficeOf(["WordDocument"])],
    ["application/vnd.ms-excel", "xls", () => oldOfficeOf(["Workbook"])],
  ])("its bytes say of documents as well: %s, handed out as %s", async (type, ending, make) => {
    const answer = await uploader().bring(make(), "chứng-từ.jpg");
    expect(await answer.json()).toMatchObject({ mediaType: type, state: "waiting" });
    expect(nameOf({ name: "chứng-từ.jpg", mediaType: type })).toBe(`chứng-từ.${ending}`);
  });

  test.each([
    ["video/mp4", "mp4", () => sail("mp4")],
    ["video/webm", "webm", () => sail("webm")],
    ["audio/mpeg", "mp3", () => mp3Of(40)],
    ["text/vtt", "vtt", () => Buffer.from(vttOf())],
  ])("its bytes say of what is played as well: %s, handed out as %s", async (type, ending, make) => {
    const answer = await uploader().bring(make(), "đua-thuyền.jpg");
    expect(await answer.json()).toMatchObject({ mediaType: type, state: "waiting" });
    expect(nameOf({ name: "đua-thuyền.jpg", mediaType: type })).toBe(`đua-thuyền.${ending}`);
  });

  test("is sound where a recorder says so by the name of a film's container", async () => {
    expect(await (await uploader().bring(tone(), "lời-chào.M4A")).json()).toMatchObject({ mediaType: "audio/mp4" });
  });

  test("is WebVTT, of SRT that somebody brings: the same lines, once, however often they come", async () => {
    const srt = Buffer.from("1\r\n00:00:01,000 --> 00:00:02,000\r\nXin chào\r\n");
    const vtt = Buffer.from("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nXin chào\n");
    const answers = [await uploader().bring(srt, "phu-de.srt"), await uploader().bring(srt, "phu-de.srt")];
    for (const answer of answers) expect(answer.headers.get("toasoan-file")).toBe(sha256(vtt));
    expect([await kept(sha256(vtt)), (await rowsOf(sha256(srt))).length]).toEqual([vtt, 0]);
    expect(uploads().filter((name) => !name.endsWith(".json"))).toEqual([]);
  });

  test.each([
    ["phu-de.srt", Buffer.from("1\n00:00:05,000 --> 00:00:02,000\nngược\n"), FAILURES.broken_subtitles],
    ["phu-de.txt", Buffer.from("Xin chào"), expect.stringContaining("không thuộc loại đưa vào bài được")],
    ["phim.mov", Buffer.from("\0\0\0\u0014ftypqt  \0\0\0\0qt  ", "latin1"), expect.stringContaining("MOV")],
  ])("is none of ours: %s is refused in a sentence, and gone", async (name, bytes, sentence) => {
    await expect(uploader().bring(bytes, name)).rejects.toMatchObject({ code: "bad_input", sentence });
    expect([uploads(), await rowsOf(sha256(bytes))]).toEqual([[], []]);
  });

  test.each([["a password of Office", oldOfficeOf(["EncryptedPackage", "EncryptionInfo"]), FAILURES.encrypted]])(
    "is not a document with %s: it is refused at once, and nothing is kept",
    async (_, bytes, sentence) => {
      await expect(uploader().bring(bytes, "báo-cáo.docx")).rejects.toMatchObject({ code: "bad_input", sentence });
      expect([uploads(), await rowsOf(sha256(bytes)), await storage().sizeOf(originalKey(sha256(bytes)))]).toEqual([
        [],
        [],
        null,
      ]);
    },
  );

  test.each([
    "Công văn MẬT.pdf",
    "12-CV_mật_2026.docx",
    "báo cáo tối mật.doc",
    "Tuyệt-Mật.jpg",
    "MẬT.pdf".normalize("NFD"),
  ])("is no state secret by its name: %s is refused before its first byte", async (name) => {
    await expect(uploader().begin(300, name)).rejects.toMatchObject({
      code: "not_allowed",
      sentence: expect.stringContaining("không có bản nào được giữ lại"),
    });
    expect(uploads()).toEqual([]);
  });

  test("is a file whose name only speaks of secrets", async () => {
    for (const name of ["bí mật chợ nổi.pdf", "BÍ MẬT CHỢ NỔI.pdf", "Mật ong rừng.jpg", "mat-tien.pdf"])
      expect(await uploader().begin(300, name)).not.toBe("");
  });

  test("is what it begins as: a JPEG with a page behind it is a JPEG", async () => {
    const bytes = Buffer.concat([await dot().jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    expect(await (await uploader().bring(bytes)).json()).toMatchObject({ mediaType: "image/jpeg" });
  });

  test.each([
    ["a program that is called a picture", Buffer.from(`MZ${"\0".repeat(200)}`)],
    ["a page", Buffer.from("<!doctype html><title>GIF89a</title>")],
    ["a drawing that may carry scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["a drawing with a head", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a zip", zipOf([{ name: "a.txt", body: "a" }])],
    ["a mail of Outlook with a document in it", oldOfficeOf(["__nameid_version1.0", "WordDocument"])],
    ["an old presentation", oldOfficeOf(["PowerPoint Document"])],
    ["a page before a picture", Buffer.concat([Buffer.from("<html>"), Buffer.from([0xff, 0xd8, 0xff])])],
    ["noise", Buffer.alloc(4_000, "rác")],
    ["a TIFF whose tables lie beyond its end", Buffer.from("II*\0\xff\xff\xff\x7f", "latin1")],
    ["nothing at all", Buffer.alloc(0)],
  ])("is not %s: it is refused with what may be brought, and nothing is kept", async (_, bytes) => {
    const bringing = bytes.length > 0 ? uploader().bring(bytes, "ảnh.jpg") : uploader().begin(0, "ảnh.jpg");
    await expect(bringing).rejects.toMatchObject({
      code: "bad_input",
      sentence: expect.stringMatching(/JPEG, PNG, WebP, AVIF, GIF, TIFF hoặc HEIC/),
    });
    expect([
      await rowsOf(sha256(bytes)),
      await jobs(),
      uploads(),
      await storage().sizeOf(originalKey(sha256(bytes))),
    ]).toEqual([[], [], [], null]);
  });
});
