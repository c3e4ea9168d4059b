import { join } from "node:path";
import sharp, { type CreateText, type OverlayOptions } from "sharp";
import { SHARE_SIZE, type ShareWords } from "#features/files/share-picture.ts";
import { drawnHeadline, drawnLine, shortened } from "./wording.ts";

/** As readers' pages have them (components/site/site.css): dark on light, wherever it is shown. */
const COLOURS = { paper: "#fdfcf9", ink: "#1d1b18", quiet: "#5c564e", rule: "#dcd6ca", accent: "#97191d" };

/** Pixels. */
const MARGIN = 80;
const BAND = 16;
const WIDE = SHARE_SIZE.width - 2 * MARGIN;
const HEADLINE = { top: 142, height: 356 };
const SECTION_TOP = 78;
const FOOT = { rule: 530, middle: 577, emblem: 44 };

/** Of the headline, the largest first: the first that fits is taken. In pixels, as a line is high and as letters are large. */
const SIZES = [100, 92, 84, 76, 70, 64, 58, 52, 47, 43, 40, 37] as const;
const SMALLEST = 37;
const MOST_LINES = 5;
/** How high lines are, of the face's own height and of the letters' size. */
const LINE = { ofFace: 0.94, ofSize: 1.3 };

/** The longest that a section and a site are called on it, in UTF-16 units. */
const NAMES = 60;

/** A face, and what it is called: of two files of one family the second is found as well once both were named. */
const face = (name: string) =>
  ["latin", "vietnamese"].map((part) => join(import.meta.dirname, "fonts", `${name}-${part}.ttf`));
const SERIF = { family: "Source Serif 4", files: face("serif") };
const SANS = { family: "Be Vietnam Pro SemiBold", files: face("sans") };
type Face = typeof SERIF;

type Drawn = { input: Buffer; width: number; height: number };

/** @returns a PNG of `SHARE_SIZE` */
export async function drawShare({ headline, section, site }: ShareWords): Promise<Buffer> {
  for (const one of [SERIF, SANS]) for (const file of one.files) await register(one, file);
  const name = await lineOf(SANS, 26, shortened(drawnLine(site), NAMES), COLOURS.quiet, WIDE - FOOT.emblem - 20);
  const above = await lineOf(SANS, 28, shortened(drawnLine(section), NAMES), COLOURS.accent, WIDE);
  const words = await headlineOf(drawnHeadline(headline));
  const { width, height } = SHARE_SIZE;
  const layers: OverlayOptions[] = [
    box(0, 0, width, BAND, COLOURS.accent),
    ...(above ? [{ input: above.input, left: MARGIN, top: SECTION_TOP }] : []),
    ...(words
      ? [{ input: words.input, left: MARGIN, top: HEADLINE.top + Math.round((HEADLINE.height - words.height) / 2) }]
      : []),
    box(MARGIN, FOOT.rule, WIDE, 2, COLOURS.rule),
    ...emblem(MARGIN, FOOT.middle - FOOT.emblem / 2, FOOT.emblem),
    ...(name
      ? [{ input: name.input, left: MARGIN + FOOT.emblem + 20, top: Math.round(FOOT.middle - name.height / 2) }]
      : []),
  ];
  return sharp({ create: { width, height, channels: 3, background: COLOURS.paper } })
    .composite(layers)
    .png({ palette: true, colours: 64, effort: 7, compressionLevel: 9 })
    .toBuffer();
}

const box = (left: number, top: number, width: number, height: number, background: string): OverlayOptions => ({
  input: { create: { width, height, channels: 3, background } },
  ...{ left, top },
});

/** The site's sign, as public/icon.svg has it: three lines of a text on the accent's colour. */
function emblem(left: number, top: number, side: number): OverlayOptions[] {
  const at = (share: number) => Math.round((share * side) / 32);
  return [
    box(left, top, side, side, COLOURS.accent),
    ...[8.5, 14.5, 20.5].map((y, line) =>
      box(left + at(7), top + at(y), at(line === 2 ? 11 : 18), at(3), COLOURS.paper),
    ),
  ];
}

async function headlineOf(words: string): Promise<Drawn | null> {
  if (words === "") return null;
  for (const size of SIZES) {
    const drawn = await paragraph(words, size, WIDE);
    if (drawn.lines <= MOST_LINES && drawn.height <= HEADLINE.height && drawn.width <= WIDE)
      return balanced(words, size, drawn);
  }
  const smallest = await paragraph(words, SMALLEST, WIDE);
  const width = Math.min(smallest.width, WIDE);
  const height = Math.min(smallest.height, Math.round(MOST_LINES * SMALLEST * LINE.ofSize));
  return { input: await sharp(smallest.input).extract({ left: 0, top: 0, width, height }).toBuffer(), width, height };
}

/** The narrowest that takes no further line: lines of about one length. */
async function balanced(words: string, size: number, widest: Paragraph): Promise<Drawn> {
  let [narrow, wide, best] = [WIDE / 2, WIDE, widest];
  while (best.lines > 1 && wide - narrow > 24) {
    const middle = Math.round((narrow + wide) / 2);
    const tried = await paragraph(words, size, middle);
    if (tried.lines === best.lines && tried.width <= middle) [wide, best] = [middle, tried];
    else narrow = middle;
  }
  return best;
}

type Paragraph = Drawn & { lines: number };

async function paragraph(words: string, size: number, width: number): Promise<Paragraph> {
  const drawn = await setIn(SERIF, size, words, COLOURS.ink, { width, wrap: "word-char" }, LINE.ofFace);
  return { ...drawn, lines: Math.max(1, Math.round(drawn.height / (size * LINE.ofSize))) };
}

async function lineOf(face: Face, size: number, words: string, colour: string, widest: number): Promise<Drawn | null> {
  if (words === "") return null;
  const drawn = await setIn(face, size, words, colour);
  if (drawn.width <= widest) return drawn;
  return lineOf(face, size, shortened(words, words.length - 4), colour, widest);
}

/** @param words are no markup: they are spelt so that Pango reads none in them @param height of a line, of the letters' size */
async function setIn(
  { family, files: [fontfile] }: Face,
  size: number,
  words: string,
  colour: string,
  more: Partial<CreateText> = {},
  height = 0,
): Promise<Drawn> {
  const text = `<span foreground="${colour}"${height === 0 ? "" : ` line_height="${height}"`}>${escaped(words)}</span>`;
  const font = `${family}, ${size}`;
  const { data, info } = await sharp({
    text: { text, font, ...(fontfile ? { fontfile } : {}), dpi: 72, rgba: true, ...more },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
}

/** A file is known to the process once something was set in it. */
async function register({ family }: Face, fontfile: string): Promise<void> {
  await sharp({ text: { text: "a", font: `${family}, 10`, fontfile } }).metadata();
}

const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
