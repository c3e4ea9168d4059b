import { createHash } from "node:crypto";
import { LIMITS } from "#features/kinds/article.ts";
import type { Block } from "#features/text/body.ts";
import { typedMarker } from "#features/text/markers.ts";
import { blocksOf } from "./blocks.ts";
import { type Dated, isDateLine, readDateLine } from "./date-line.ts";
import { directionMarks, linesOf, type TextLine } from "./lines.ts";
import { NotImported } from "./not-imported.ts";

export type ParsedArticle = Dated & {
  /** The line above the headline; null when there is none and the section must be said. */
  section: { name: string; line: number } | null;
  headline: string;
  headlineAt: number;
  standfirst: string;
  blocks: Block[];
  /** SHA-256 (hex) of the normalised text: section, headline, date and words. The count is not in it: it only grows. */
  textHash: string;
  /** What the operator should know, as English sentences. None of them stands in the way. */
  notes: string[];
};

/**
 * Reads an article page of an older portal: section, headline, date line, standfirst, body.
 *
 * @throws {NotImported} naming the line, when a part is missing or cannot be read
 */
export function parseArticle(text: string, now: Date): ParsedArticle {
  const lines = linesOf(text);
  if (lines.length === 0) throw new NotImported("the file is empty: there are only blank lines");
  const dateAt = lines.findIndex(isDateLine);
  const dateLine = lines[dateAt];
  if (!dateLine) {
    const expected = (lines[2] ?? lines.at(-1))?.number ?? 1;
    throw new NotImported(`there is no date line, "Ngày đăng dd/MM/yyyy | HH:mm | Lượt xem: N"`, expected);
  }
  const head = readHead(lines.slice(0, dateAt), dateLine);
  const dated = readDateLine(dateLine, now);
  const words = lines.slice(dateAt + 1);
  const body = readWords(words, dateLine);
  const whole = [head.section?.name ?? "", head.headline, dated.at.toISOString(), ...words.map((line) => line.text)];
  return {
    ...head,
    ...dated,
    ...body,
    textHash: createHash("sha256").update(whole.join("\n")).digest("hex"),
    notes: [
      ...body.notes,
      ...directionMarks(text).map((line) => `line ${line}: invisible direction marks were left out`),
      ...(text.includes("\uFFFD") ? ["the text has U+FFFD: letters were lost before it came here"] : []),
    ],
  };
}

function readHead(
  lines: readonly TextLine[],
  dateLine: TextLine,
): Pick<ParsedArticle, "section" | "headline" | "headlineAt"> {
  const [first, ...rest] = lines;
  if (!first) throw new NotImported("there is no headline above the date line", dateLine.number);
  const of = rest.length > 0 ? rest : [first];
  const stray = of.slice(1).find((line) => line.opens);
  if (stray) {
    throw new NotImported("above the date line stand a section, a headline and something else", stray.number);
  }
  const headline = of.map((line) => line.text).join(" ");
  const headlineAt = (of[0] ?? first).number;
  if (headline.length > LIMITS.headline) {
    const reason = `the headline is longer than ${LIMITS.headline} characters (${headline.length})`;
    throw new NotImported(reason, headlineAt);
  }
  return { headline, headlineAt, section: rest.length > 0 ? { name: first.text, line: first.number } : null };
}

function readWords(
  words: readonly TextLine[],
  dateLine: TextLine,
): Pick<ParsedArticle, "standfirst" | "blocks" | "notes"> {
  const [first, ...rest] = words;
  if (!first) throw new NotImported("there is no text below the date line", dateLine.number);
  const notes: string[] = [];
  const standfirst = isStandfirst(first, rest, notes) ? first.text : "";
  const { blocks, captions } = standfirst === "" ? blocksOf(words, "nothing") : blocksOf(rest, "paragraph");
  notes.push(...captions.map(({ number }) => `line ${number}: taken as the caption of a picture that is awaited`));
  return { standfirst, blocks, notes };
}

/** The first paragraph, unless it is all there is, a point of a list, or longer than a standfirst may be. */
function isStandfirst(first: TextLine, rest: readonly TextLine[], notes: string[]): boolean {
  const why =
    rest.length === 0
      ? "there is one paragraph only"
      : typedMarker(first.text)
        ? "the text begins with a point"
        : first.text.length > LIMITS.standfirst
          ? `the first paragraph is longer than ${LIMITS.standfirst} characters`
          : null;
  if (why) notes.push(`line ${first.number}: ${why}, so it is body and there is no standfirst`);
  return why === null;
}
