import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

/** Documents of our own words, spelt by hand: as small as their programs would read them. */

type PdfSaid = {
  /** Lines of each page. Letters of ASCII alone, but for those that a font of `vietnamese` has. */
  pages?: readonly (readonly string[])[];
  title?: string;
  /** What stands in the catalog besides. */
  catalog?: string;
  /** What stands in the trailer besides. */
  trailer?: string;
  /** Whether the words can be read, or are only drawn. */
  hasText?: boolean;
};

/** A PDF of A4 pages. Vietnamese letters are spelt by their codes, through a table that says what each means. */
export function pdfOf({
  pages = [["Trang"]],
  title = "",
  catalog = "",
  trailer = "",
  hasText = true,
}: PdfSaid = {}): Buffer {
  const letters = [...new Set(pages.flat().join(""))];
  const spelt = (line: string) =>
    [...line].map((letter) => (letters.indexOf(letter) + 1).toString(16).padStart(2, "0")).join("");
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(" ");
  add(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  const codes = letters.map((letter, at) => `<${hex(at + 1, 2)}> <${hex(letter.codePointAt(0) ?? 0, 4)}>`);
  const table = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${codes.map((code) => `1 beginbfchar ${code} endbfchar`).join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar ${letters.length}
/Widths [${letters.map(() => 500).join(" ")}] /Encoding << /Type /Encoding /Differences [1 ${letters.map((letter) => (/[a-z]/i.test(letter) ? `/${letter}` : "/bullet")).join(" ")}] >> ${hasText ? "/ToUnicode 4 0 R" : ""} >>`,
  );
  add(stream(table));
  for (const [at, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
    );
    const words = lines.map((line) => `<${spelt(line)}> Tj 0 -24 Td`).join("\n");
    add(stream(`0.6 0.1 0.1 rg 56 760 200 30 re f 0 g ${hasText ? `BT /F 18 Tf 56 700 Td\n${words}\nET` : ""}`));
  }
  add(`<< /Title <feff${[...title].map((letter) => hex(letter.codePointAt(0) ?? 0, 4)).join("")}> >>`);
  return written(objects, `/Info ${objects.length} 0 R ${trailer}`);
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;

function written(objects: readonly string[], trailer: string): Buffer {
  let body = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}

/** A bundle of objects as programs of today pack them, put behind the first line of a PDF where nothing refers to it. */
export function withBundle(pdf: Buffer, objects: string): Buffer {
  const packed = deflateSync(objects);
  const head = `900 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  // Behind the end of the first PDF, so that its table still holds.
  return Buffer.concat([pdf, Buffer.from(head, "latin1"), packed, Buffer.from("\nendstream\nendobj\n%%EOF\n")]);
}

type Part = {
  name: string;
  body: string | Buffer /** What it says that it unpacks to. */;
  claims?: number;
  isLocked?: boolean;
};

/** A zip of parts, each packed. */
export function zipOf(parts: readonly Part[], comment = ""): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, body, claims, isLocked = false } of parts) {
    const bytes = Buffer.from(body);
    // Its name in the clear: by it a document of OpenDocument is known.
    const isStored = name === "mimetype";
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(isLocked ? 1 : 0, 2);
    said.writeUInt16LE(isStored ? 0 : 8, 4);
    said.writeUInt32LE(crc32(bytes), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(claims ?? bytes.length, 18);
    said.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), said, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), said, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/package/2006/content-types";
const KINDS = {
  docx: ["word/document.xml", "wordprocessingml.document"],
  xlsx: ["xl/workbook.xml", "spreadsheetml.sheet"],
  pptx: ["ppt/presentation.xml", "presentationml.presentation"],
} as const;

/** What says of a zip that it is a document of Office. */
function contentTypes(
  kind: keyof typeof KINDS,
  full = `application/vnd.openxmlformats-officedocument.${KINDS[kind][1]}.main+xml`,
): Part {
  const [part] = KINDS[kind];
  return {
    name: "[Content_Types].xml",
    body: `${XML}<Types xmlns="${MAIN}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${full}"/></Types>`,
  };
}

/** A Word document of paragraphs. @param more parts that it has besides */
export function docxOf(lines: readonly string[], more: readonly Part[] = []): Buffer {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const document = `${XML}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`;
  return zipOf([contentTypes("docx"), { name: "word/document.xml", body: document }, ...more]);
}

/** A Word document that says of itself that it has macros (DOCM). */
export function docmOf(): Buffer {
  return zipOf([
    contentTypes("docx", "application/vnd.ms-word.document.macroEnabled.main+xml"),
    { name: "word/document.xml", body: `${XML}<document/>` },
    { name: "word/vbaProject.bin", body: "macro" },
  ]);
}

/** An Excel workbook with these words in its cells. */
export function xlsxOf(words: readonly string[]): Buffer {
  const strings = words.map((word) => `<si><t>${word}</t></si>`).join("");
  return zipOf([
    contentTypes("xlsx"),
    { name: "xl/workbook.xml", body: `${XML}<workbook/>` },
    { name: "xl/sharedStrings.xml", body: `${XML}<sst>${strings}</sst>` },
  ]);
}

/** A presentation of slides. */
export function pptxOf(slides: readonly string[]): Buffer {
  const parts = slides.map((words, at) => ({
    name: `ppt/slides/slide${at + 1}.xml`,
    body: `${XML}<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`,
  }));
  return zipOf([contentTypes("pptx"), { name: "ppt/presentation.xml", body: `${XML}<p/>` }, ...parts]);
}

/** A document of OpenDocument. */
export function openDocumentOf(
  kind: "text" | "spreadsheet",
  lines: readonly string[],
  more: readonly Part[] = [],
): Buffer {
  const body = lines.map((line) => `<text:p>${line}</text:p>`).join("");
  const names = 'xmlns:office="o" xmlns:text="t"';
  return zipOf([
    { name: "mimetype", body: `application/vnd.oasis.opendocument.${kind}` },
    { name: "content.xml", body: `${XML}<office:document-content ${names}>${body}</office:document-content>` },
    ...more,
  ]);
}

/** A file of old Office, as far as its directory: parts by their names, and behind them words as Word keeps them. */
export function oldOfficeOf(parts: readonly string[], words = ""): Buffer {
  const head = Buffer.alloc(512);
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const entries = ["Root Entry", ...parts].map((name, at) => {
    const entry = Buffer.alloc(128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry.writeUInt8(at === 0 ? 5 : 2, 66);
    return entry;
  });
  return Buffer.concat([head, ...entries, Buffer.from(words, "utf16le")]);
}

/** A picture of noise as a scanner would make of a page. */
export const aScan = (): Promise<Buffer> =>
  sharp({ create: { width: 200, height: 280, channels: 3, background: "#eee" } })
    .jpeg()
    .toBuffer();
