import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { MOST_PAGES, MOST_TEXT } from "../limits.ts";
import { type Sheet, withoutIdleAlpha } from "../open.ts";
import { Unusable } from "../unusable.ts";
import { hasCommands } from "./pdf-commands.ts";
import type { Read } from "./read.ts";

/** How wide the first page is drawn, and at most how tall, in pixels: an article's column one and a half times. */
const FIRST_PAGE = { width: 1080, tallest: 3_240 };

/** Programs of today want its end this near to the last byte. Source: ISO 32000-1, annex H, note 18. */
const ENDS_WITHIN = 1024;

/** Reads a PDF, and draws its first page. @throws {Unusable} */
export async function readPdf(bytes: Buffer): Promise<Read> {
  if (!bytes.subarray(-ENDS_WITHIN).includes("%%EOF")) throw new Unusable("broken_document", "it has no end");
  if (hasCommands(bytes)) throw new Unusable("scripts");
  const document = await open(bytes);
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
  if (info.EncryptFilterName) throw new Unusable("encrypted");
  if (document.numPages > MOST_PAGES) throw new Unusable("too_many_pages");
  try {
    const text = await textOf(document);
    const sheet = await draw(await document.getPage(1)).catch(() => null);
    const about = ["Title", "Subject", "Keywords"].map((name) => String(info[name] ?? ""));
    return { pages: document.numPages, text, about, sheet };
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable("broken_document", error);
  }
}

async function open(bytes: Buffer): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const own = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string) => `${join(own, name)}/`;
  const task = getDocument({
    // What pdfjs is given it keeps: it may have all of it.
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    ...{ cMapUrl: folder("cmaps"), standardFontDataUrl: folder("standard_fonts"), wasmUrl: folder("wasm") },
    ...{ iccUrl: folder("iccs"), disableFontFace: true, useSystemFonts: false, enableXfa: false },
    verbosity: VerbosityLevel.ERRORS,
  });
  return task.promise.catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new Unusable(isLocked ? "encrypted" : "broken_document", error);
  });
}

/** Pages in their order, one behind the other. */
async function textOf(document: PDFDocumentProxy): Promise<string> {
  if (await document.hasJSActions()) throw new Unusable("scripts");
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages && length < MOST_TEXT; number += 1) {
    const page = await document.getPage(number);
    if ((await page.getJSActions()) !== null) throw new Unusable("scripts");
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    pages.push(words.trim());
    length += words.length;
    page.cleanup();
  }
  return pages
    .filter((words) => words !== "")
    .join("\n\n")
    .slice(0, MOST_TEXT);
}

async function draw(page: PDFPageProxy): Promise<Sheet> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(FIRST_PAGE.width / width, FIRST_PAGE.tallest / height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // Its types know a browser's canvas alone.
  await page.render({ canvas: canvas as never, viewport, background: "#ffffff" }).promise;
  const size = { width: canvas.width, height: canvas.height };
  const { data } = canvas.getContext("2d").getImageData(0, 0, size.width, size.height);
  return withoutIdleAlpha({ ...size, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), channels: 4 });
}
