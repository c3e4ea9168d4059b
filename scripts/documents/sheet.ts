import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** What a paper is made of, from top to bottom. */
export type Part =
  | { heading: string }
  | { words: string }
  | { points: readonly string[] }
  | {
      table: {
        caption: string;
        head: readonly string[];
        rows: readonly (readonly string[])[];
        widths: readonly number[];
      };
    }
  /** Lines to be filled in by hand, each after its words. */
  | { blanks: readonly string[] }
  | { signed: { place: string; by: string; name: string } }
  | { newPage: true };

export type Paper = {
  name: string;
  /** As readers of the file are told it; on the paper in capitals. */
  title: string;
  office: string;
  number: string;
  about: string;
  parts: readonly Part[];
};

/** In points: A4, as official papers are. */
const MARGIN = 64;
const SIZE = { page: [595.28, 841.89] as [number, number], words: 11.5, small: 9 };
const WIDE = SIZE.page[0] - 2 * MARGIN;
const INK = "#1d1b18";
const QUIET = "#5c564e";

/** On each page of each: nobody takes it for a paper of an office that exists. */
const DEMO = "VĂN BẢN MẪU: cơ quan, người, số liệu trong văn bản này đều do trang mẫu đặt ra.";

/** The same bytes each time: their hash is how articles name them. */
const MADE_AT = new Date("2026-01-05T08:00:00+07:00");

const font = (weight: string) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`);

/** Sets a paper: tagged, so that whoever listens to it hears headings and tables, with its words as words. */
export async function setPaper(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: SIZE.page, margins: { top: MARGIN, bottom: MARGIN + 14, left: MARGIN, right: MARGIN } },
    ...{ tagged: true, lang: "vi-VN", displayTitle: true, pdfVersion: "1.7", bufferPages: true },
    info: { Title: paper.title, Author: paper.office, CreationDate: MADE_AT, ModDate: MADE_AT },
  });
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve) => doc.on("end", () => resolve(Buffer.concat(pieces))));
  doc.on("data", (piece: Buffer) => pieces.push(piece));
  doc.registerFont("words", font("400Regular"));
  doc.registerFont("bold", font("600SemiBold"));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const say: Say = (kind, set, within = root) => within.add(doc.struct(kind, {}, set));
  top(doc, paper, say);
  for (const part of paper.parts) place({ doc, root, say }, part);
  root.end();
  numberPages(doc);
  doc.end();
  return whole;
}

type Doc = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Doc["struct"]>;
type Say = (kind: string, set: () => void, within?: Structure) => void;
type Setting = { doc: Doc; root: Structure; say: Say };

function top(doc: Doc, { office, number, title, about }: Paper, say: Say): void {
  say("P", () =>
    doc
      .font("bold")
      .fontSize(SIZE.words)
      .fillColor(INK)
      .text(office.toUpperCase(), { width: WIDE / 2 }),
  );
  say("P", () => doc.font("words").fontSize(SIZE.small).fillColor(QUIET).text(`Số: ${number}`));
  doc.moveDown(1.6);
  say("H1", () => doc.font("bold").fontSize(16).fillColor(INK).text(title.toUpperCase(), { align: "center" }));
  say("P", () => doc.font("words").fontSize(SIZE.words).fillColor(INK).text(about, { align: "center" }));
  doc.moveDown(1.2);
}

function place(setting: Setting, part: Part): void {
  const { doc, say } = setting;
  doc.font("words").fontSize(SIZE.words).fillColor(INK);
  if ("newPage" in part) doc.addPage();
  else if ("heading" in part) {
    keepRoom(doc, 60);
    say("H2", () => doc.moveDown(0.6).font("bold").fontSize(13).text(part.heading).moveDown(0.3));
  } else if ("words" in part) say("P", () => doc.text(part.words, { lineGap: 3 }).moveDown(0.5));
  else if ("points" in part) {
    for (const point of part.points) say("P", () => doc.text(`– ${point}`, { lineGap: 3, indent: 12 }).moveDown(0.25));
    doc.moveDown(0.3);
  } else if ("blanks" in part) for (const blank of part.blanks) line(doc, blank, say);
  else if ("table" in part) table(setting, part.table);
  else signature(doc, part.signed, say);
}

function line(doc: Doc, words: string, say: Say): void {
  keepRoom(doc, 34);
  const y = doc.y + 4;
  say("P", () => doc.text(words, MARGIN, y));
  const from = Math.min(MARGIN + doc.widthOfString(words) + 8, MARGIN + WIDE - 60);
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .moveTo(from, y + 14)
    .lineTo(MARGIN + WIDE, y + 14)
    .lineWidth(0.6)
    .dash(1, { space: 2 })
    .stroke(QUIET)
    .undash();
  doc.endMarkedContent();
  doc.y = y + 26;
}

function table(
  { doc, root, say }: Setting,
  { caption, head, rows, widths }: Extract<Part, { table: unknown }>["table"],
): void {
  const whole = doc.struct("Table");
  root.add(whole);
  keepRoom(doc, 110);
  say("P", () => doc.font("bold").fontSize(SIZE.words).text(caption, MARGIN).moveDown(0.4));
  const share = widths.reduce((sum, width) => sum + width, 0);
  const all = widths.map((width) => (width / share) * WIDE);
  for (const [at, row] of [head, ...rows].entries()) {
    const isHead = at === 0;
    doc.font(isHead ? "bold" : "words").fontSize(10.5);
    const high =
      Math.max(...row.map((cell, column) => doc.heightOfString(cell, { width: (all[column] ?? 0) - 12 }))) + 10;
    keepRoom(doc, high);
    const y = doc.y;
    doc.markContent("Artifact", { type: "Layout" });
    if (isHead) doc.rect(MARGIN, y, WIDE, high).fill("#f4f1ea");
    doc.rect(MARGIN, y, WIDE, high).lineWidth(0.5).stroke("#dcd6ca");
    doc.endMarkedContent();
    let x = MARGIN;
    const inRow = doc.struct("TR");
    whole.add(inRow);
    for (const [column, cell] of row.entries()) {
      const width = all[column] ?? 0;
      const left = x;
      say(isHead ? "TH" : "TD", () => doc.fillColor(INK).text(cell, left + 6, y + 5, { width: width - 12 }), inRow);
      x += width;
    }
    inRow.end();
    doc.x = MARGIN;
    doc.y = y + high;
  }
  whole.end();
  doc.moveDown(0.8);
}

function signature(doc: Doc, { place: where, by, name }: { place: string; by: string; name: string }, say: Say): void {
  keepRoom(doc, 130);
  doc.moveDown(1);
  const at = { width: WIDE / 2, align: "center" as const };
  const x = MARGIN + WIDE / 2;
  say("P", () => doc.font("words").fontSize(SIZE.words).text(where, x, doc.y, at));
  say("P", () => doc.font("bold").text(by.toUpperCase(), x, doc.y, at));
  doc.moveDown(3);
  say("P", () => doc.font("bold").text(name, x, doc.y, at));
  doc.x = MARGIN;
}

/** A new page where so many points are not left on this one. */
function keepRoom(doc: Doc, points: number): void {
  if (doc.y + points > SIZE.page[1] - MARGIN - 14) doc.addPage();
}

function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // Below the margin, where else a new page would begin.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font("words").fontSize(SIZE.small).fillColor(QUIET);
    doc.text(DEMO, MARGIN, SIZE.page[1] - 52, { width: WIDE - 70, lineBreak: false });
    doc.text(`${at + 1}/${count}`, MARGIN, SIZE.page[1] - 52, { width: WIDE, align: "right", lineBreak: false });
    doc.endMarkedContent();
  }
}
