import { beforeAll, describe, expect, test } from "vitest";
import { PDF } from "#features/files/media.ts";
import { MOST_PAGES, MOST_TEXT } from "../limits.ts";
import { keepToPictures } from "../open.ts";
import { docxOf, oldOfficeOf, openDocumentOf, pdfOf, pptxOf, withBundle, xlsxOf, zipOf } from "../testing-documents.ts";
import { lookAt } from "./look.ts";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const DOCX = `${OFFICE}.wordprocessingml.document`;
const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const PPTX = `${OFFICE}.presentationml.presentation`;
const ODT = "application/vnd.oasis.opendocument.text";
const DOC = "application/msword";
const XLS = "application/vnd.ms-excel";

beforeAll(keepToPictures);

const MB = 1024 * 1024;
const empty = (size: number) => ({ name: `word/media/${size}.bin`, body: Buffer.alloc(size) });

describe("of a document is known", () => {
  test("how many pages a PDF has, its words, and its first page as a picture", async () => {
    const pages = [["Quyết định số 12", "về phường Sen"], ["Điều 2"]];
    const said = await lookAt(pdfOf({ pages, title: "Quyết định" }), PDF);
    expect(said).toMatchObject({ pages: 2, text: "Quyết định số 12\nvề phường Sen\n\nĐiều 2" });
    expect(said).toMatchObject({
      picture: { width: 1080, height: 1528, placeholder: expect.stringMatching(/^data:/) },
    });
    const drawn = "picture" in said ? (said.picture?.drawn ?? []) : [];
    expect(drawn.map(({ format, width }) => `${width}.${format}`)).toContain("1080.avif");
    expect(drawn.every(({ bytes }) => bytes.length > 100)).toBe(true);
  });
  test("that a scan has no words", async () => {
    expect(await lookAt(pdfOf({ hasText: false }), PDF)).toMatchObject({ pages: 1, text: "" });
  });
  test.each([
    ["Word", DOCX, docxOf(["Thông báo", "về chợ &amp; cảng"]), "Thông báo\nvề chợ & cảng"],
    ["Excel", XLSX, xlsxOf(["Thu", "Chi"]), "Thu\nChi"],
    ["PowerPoint", PPTX, pptxOf(["Mở đầu", "Kết"]), "Mở đầu\nKết"],
    ["OpenDocument", ODT, openDocumentOf("text", ["Một <text:span>hai</text:span>", "ba"]), "Một hai\nba"],
    ["old Word, whose words nobody reads", DOC, oldOfficeOf(["WordDocument"], "Thông báo"), ""],
  ])("what stands in %s, and no picture of it", async (_, type, bytes, text) => {
    expect(await lookAt(bytes, type)).toEqual({ pages: null, text, picture: null });
  });
  test("no more than a book's words", async () => {
    const said = await lookAt(
      docxOf(Array.from({ length: 30_000 }, () => "một hai ba bốn năm sáu bảy tám chín mười")),
      DOCX,
    );
    expect("text" in said && said.text.length).toBe(MOST_TEXT);
  });
});

describe("a document cannot be used", () => {
  test.each([
    ["broken_document", "a PDF that breaks off", PDF, () => pdfOf().subarray(0, 700)],
    ["broken_document", "a PDF of garbage", PDF, () => Buffer.from(`%PDF-1.7\n${"\u0007".repeat(5_000)}%%EOF`)],
    ["broken_document", "a document that breaks off", DOCX, () => docxOf(["a"]).subarray(0, -30)],
    [
      "broken_document",
      "a part that unpacks to more than it says",
      DOCX,
      () => docxOf(["a"], [{ ...empty(MB), claims: 10 }]),
    ],
    [
      "broken_document",
      "words that are no XML",
      DOCX,
      () => zipOf([{ name: "word/document.xml", body: "<w:p><w:t>a" }]),
    ],
    [
      "encrypted",
      "a part with a password",
      DOCX,
      () => zipOf([{ name: "word/document.xml", body: "a", isLocked: true }]),
    ],
    [
      "encrypted",
      "OpenDocument with a password",
      ODT,
      () =>
        openDocumentOf(
          "text",
          ["a"],
          [{ name: "META-INF/manifest.xml", body: "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>" }],
        ),
    ],
    [
      "encrypted",
      "a PDF that is locked for everybody",
      PDF,
      () => pdfOf({ trailer: `/ID [<${"00".repeat(16)}> <${"00".repeat(16)}>] /Encrypt ${LOCK}` }),
    ],
    ["macros", "macros of Office", DOCX, () => docxOf(["a"], [{ name: "word/vbaProject.bin", body: "x" }])],
    [
      "macros",
      "old macros in a new workbook",
      XLSX,
      () => zipOf([{ name: "xl/macrosheets/sheet1.xml", body: "<a/>" }]),
    ],
    [
      "macros",
      "macros of OpenDocument",
      ODT,
      () => openDocumentOf("text", [], [{ name: "Basic/Standard/M.xml", body: "x" }]),
    ],
    [
      "macros",
      "scripts of OpenDocument",
      ODT,
      () => openDocumentOf("text", [], [{ name: "Scripts/python/a.py", body: "x" }]),
    ],
    ["macros", "macros of old Word", DOC, () => oldOfficeOf(["WordDocument", "Macros"])],
    ["macros", "macros of old Excel", XLS, () => oldOfficeOf(["Workbook", "_VBA_PROJECT_CUR"])],
    [
      "scripts",
      "a script that begins by itself",
      PDF,
      () => pdfOf({ catalog: `/OpenAction << /S /JavaScript ${ALERT} >>` }),
    ],
    [
      "scripts",
      "a script that is spelt otherwise",
      PDF,
      () => pdfOf({ catalog: `/OpenAction << /S /Java#53cript ${ALERT} >>` }),
    ],
    ["scripts", "a program that it opens", PDF, () => pdfOf({ catalog: "/OpenAction << /S /Launch /F (x.exe) >>" })],
    ["scripts", "the same in a packed bundle", PDF, () => withBundle(pdfOf(), "1 0 << /S /Launch /F (x) >>")],
    [
      "too_many_pages",
      "ten thousand pages",
      PDF,
      () => pdfOf({ pages: Array.from({ length: MOST_PAGES + 1 }, () => ["x"]) }),
    ],
    [
      "unpacks_too_large",
      "parts that are far larger than they look",
      DOCX,
      () => docxOf(["a"], [{ ...empty(MB), claims: 501 * MB }]),
    ],
    ["two_in_one", "a PDF with a zip behind it", PDF, () => Buffer.concat([pdfOf(), docxOf(["a"])])],
    [
      "two_in_one",
      "the same with one more end",
      PDF,
      () => Buffer.concat([pdfOf(), docxOf(["a"]), Buffer.from("\n%%EOF")]),
    ],
    [
      "two_in_one",
      "an old document with a PDF in front",
      DOC,
      () => Buffer.concat([oldOfficeOf([]).subarray(0, 512), Buffer.from("%PDF-1.4")]),
    ],
    [
      "two_in_one",
      "an old document with a zip behind it",
      DOC,
      () => Buffer.concat([oldOfficeOf(["WordDocument"]), docxOf(["a"])]),
    ],
  ] as const)("(%s) for %s", { timeout: 60_000 }, async (failure, _, type, make) => {
    expect(await lookAt(make(), type)).toMatchObject({ failure });
  });
});

test("what runs in a document of Office is let in where somebody has let it in, and nothing else that is amiss", async () => {
  const withMacro = [{ name: "word/vbaProject.bin", body: "x" }];
  expect(await lookAt(docxOf(["Biểu mẫu"], withMacro), DOCX, true)).toMatchObject({ text: "Biểu mẫu" });
  expect(await lookAt(oldOfficeOf(["Workbook", "_VBA_PROJECT_CUR"]), XLS, true)).toMatchObject({ text: "" });
  expect(await lookAt(docxOf(["TỐI MẬT"], withMacro), DOCX, true)).toMatchObject({ failure: "secret" });
  const script = pdfOf({ catalog: `/OpenAction << /S /JavaScript ${ALERT} >>` });
  expect(await lookAt(script, PDF, true)).toMatchObject({ failure: "scripts" });
});

const ALERT = "/JS (app.alert\\(1\\))";
/** Of the owner alone: whoever has it opens it without a word. It needs no true password to be known. */
const LOCK = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> >>`;

describe("a stamp of state secrecy is seen", () => {
  test.each([
    ["in a PDF", PDF, pdfOf({ pages: [["UBND", "TỐI MẬT", "Báo cáo"]] })],
    ["in a PDF with letters apart", PDF, pdfOf({ pages: [["[ M Ậ T ]"]] })],
    ["in what a PDF is called inside", PDF, pdfOf({ title: "Báo cáo TUYỆT MẬT" })],
    ["in Word", DOCX, docxOf(["Số 12", "MẬT"])],
    [
      "in Word's header",
      DOCX,
      docxOf(["Số 12"], [{ name: "word/header1.xml", body: "<h><w:p><w:t>TUYỆT</w:t><w:t> MẬT</w:t></w:p></h>" }]),
    ],
    ["as the form has it", DOCX, docxOf(["Độ mật: Tối mật"])],
    ["in decomposed letters", DOCX, docxOf(["MẬT".normalize("NFD")])],
    [
      "in what Word is told of it",
      DOCX,
      docxOf(["a"], [{ name: "docProps/core.xml", body: "<c><k>x</k><t>Kế hoạch MẬT</t></c>" }]),
    ],
    ["in OpenDocument", ODT, openDocumentOf("text", ["TỐI MẬT"])],
    ["in old Word", DOC, oldOfficeOf(["WordDocument"], "Số 12\rMẬT\rNội dung")],
  ])("%s", async (_, type, bytes) => {
    expect(await lookAt(bytes, type)).toMatchObject({ failure: "secret" });
  });
  test("and not in words that only speak of secrets", async () => {
    const lines = ["Bí mật của chợ nổi", "MẬT ONG RỪNG U MINH", "Luật Bảo vệ bí mật nhà nước nói về tối mật", "BÍ MẬT"];
    expect(await lookAt(docxOf(lines), DOCX)).toMatchObject({ text: lines.join("\n") });
    expect(await lookAt(pdfOf({ pages: [lines], title: "Bí mật chợ nổi" }), PDF)).toMatchObject({ pages: 1 });
  });
});
