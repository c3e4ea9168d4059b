import { newBlockId } from "#features/text/block-id.ts";
import type { Block, Inline, ListItem, Paragraph } from "#features/text/body.ts";
import { type BulletStyle, markerOf, type NumberStyle, typedMarker } from "#features/text/markers.ts";
import type { TextLine } from "./lines.ts";

/** A longer line is a paragraph that lost its full stop, not a caption. UTF-16 units. */
const LONGEST_CAPTION = 250;

type Point = { style: NumberStyle | BulletStyle; number: number; words: string };
type Read = { line: TextLine; point: Point | null; isCaption: boolean };

/** What stands in front of the first of these lines: the standfirst counts as a paragraph before a caption. */
type Before = "paragraph" | "nothing";

/** Paragraphs, lists and captions, each line of the file in exactly one of them, every character in its place. */
export function blocksOf(lines: readonly TextLine[], before: Before): { blocks: Block[]; captions: TextLine[] } {
  const read = readLines(lines, before);
  const blocks: Block[] = [];
  for (let at = 0; at < read.length; ) {
    const run = pointsFrom(read, at);
    const one = read[at];
    if (run.length > 1) blocks.push(list(run));
    else if (one) blocks.push(one.isCaption ? figure(one.line.text) : paragraph(one.line.text));
    at += Math.max(run.length, 1);
  }
  return { blocks, captions: read.filter(({ isCaption }) => isCaption).map(({ line }) => line) };
}

function readLines(lines: readonly TextLine[], before: Before): Read[] {
  const spaced = lines.some((line, at) => at > 0 && line.opens);
  const read = lines.map((line) => {
    const point = pointOf(line.text);
    return { line, point, isCaption: point === null && looksLikeCaption(line, spaced) };
  });
  return read.map((one, at) => {
    const after = read.slice(at).some(({ isCaption }) => !isCaption);
    const ahead = before === "paragraph" || read.slice(0, at).some(({ isCaption }) => !isCaption);
    return { ...one, isCaption: one.isCaption && ahead && after };
  });
}

/** Short, without end punctuation, with letters; alone, where the text parts its paragraphs by blank lines. */
function looksLikeCaption({ text, opens, closes }: TextLine, spaced: boolean): boolean {
  const alone = !spaced || (opens && closes);
  return alone && text.length <= LONGEST_CAPTION && /\p{L}/u.test(text) && !/[.!?:;,…]["'”’»)\]]*$/u.test(text);
}

/** Only a marker that our own lists write letter for letter: "–" and "01." stay typed text. */
function pointOf(text: string): Point | null {
  const found = typedMarker(text);
  if (!found || !text.startsWith(`${markerOf(found.style, found.number)} `)) return null;
  return { style: found.style, number: found.number, words: text.slice(found.length) };
}

/** The points that follow one another from here on: one style, numbers without a gap. */
function pointsFrom(read: readonly Read[], from: number): Point[] {
  const run: Point[] = [];
  for (const { point } of read.slice(from)) {
    const last = run.at(-1);
    if (!point || (last && !follows(last, point))) break;
    run.push(point);
  }
  return run;
}

function follows(last: Point, next: Point): boolean {
  return next.style === last.style && (isBullet(next.style) || next.number === last.number + 1);
}

function isBullet(style: NumberStyle | BulletStyle): style is BulletStyle {
  return style === "-" || style === "+";
}

function list(points: readonly Point[]): Block {
  const content: ListItem[] = points.map(({ words }) => ({
    type: "listItem",
    attrs: { id: newBlockId() },
    content: [paragraph(words)],
  }));
  const { style, number } = points[0] ?? { style: "-" as const, number: 1 };
  return isBullet(style)
    ? { type: "bulletList", attrs: { id: newBlockId(), style }, content }
    : { type: "orderedList", attrs: { id: newBlockId(), style, start: number }, content };
}

function paragraph(words: string): Paragraph {
  return { type: "paragraph", attrs: { id: newBlockId(), align: null }, content: inline(words) };
}

/** The picture is awaited: its caption stands already. */
function figure(caption: string): Block {
  const attrs = { id: newBlockId(), file: null, alt: "", decorative: false, credit: "" };
  return { type: "figure", attrs, content: inline(caption) };
}

function inline(words: string): Inline[] {
  return [{ type: "text", text: words }];
}
