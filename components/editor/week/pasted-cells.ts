import { parse } from "papaparse";
import { cleanLine, cleanText } from "#lib/nfc.ts";
import { UNREAD } from "../schema/clean-pasted.ts";

/** What was pasted, in its order: words that stand in no table, line by line, and tables; a cell is its lines with \n between them. */
export type Piece = { lines: string[] } | { rows: string[][] };

/** Rows and columns beyond these are not looked at; neither is text without a table that is longer than so many UTF-16 units. */
const MOST = { rows: 500, columns: 40, text: 200_000 } as const;

/**
 * The tables in what Word, LibreOffice, Excel or a page hands over, with what stands around them; null where there is none. A cell
 * alone, or two, is text for the field in which it is pasted.
 *
 * @param pasted what the clipboard has of both forms, "" for none
 */
export function tablesIn({ html, text }: { html: string; text: string }): Piece[] | null {
  const pieces = html === "" ? [] : piecesOf(new DOMParser().parseFromString(html, "text/html").body);
  const found = pieces.some((piece) => "rows" in piece) ? pieces : [{ rows: rowsInText(text) }];
  return found.some((piece) => "rows" in piece && isTable(piece.rows)) ? found : null;
}

/** At least two lines of two columns, or one of three. */
function isTable(rows: readonly string[][]): boolean {
  const filled = rows.map((row) => row.filter((cell) => cell !== "").length);
  return filled.some((count) => count > 2) || filled.filter((count) => count > 1).length > 1;
}

function piecesOf(node: Node): Piece[] {
  if (node instanceof HTMLTableElement) return [{ rows: rowsOf(node) }];
  if (node instanceof Element && node.querySelector("table") !== null) return [...node.childNodes].flatMap(piecesOf);
  const lines = linesIn(node);
  return lines.length === 0 ? [] : [{ lines }];
}

/** A table as a grid. What is merged downwards stands in each of its rows, what is merged sideways in the first of its columns. */
function rowsOf(table: HTMLTableElement): string[][] {
  const rows = [...table.rows].slice(0, MOST.rows);
  const grid: string[][] = rows.map(() => []);
  for (const [top, { cells }] of rows.entries()) {
    let left = 0;
    for (const cell of cells) {
      while (grid[top]?.[left] !== undefined) left += 1;
      const right = Math.min(left + Math.max(cell.colSpan, 1), MOST.columns);
      const text = linesIn(cell).join("\n");
      for (const row of grid.slice(top, top + Math.max(cell.rowSpan, 1))) {
        for (let column = left; column < right; column += 1) row[column] = column === left ? text : "";
      }
      left = Math.max(left, right);
    }
  }
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
}

const linesIn = (node: Node): string[] => linesOf(wordsIn(node));

/** Composed letters, one blank where there were several, of whatever kind. */
const linesOf = (text: string): string[] =>
  text.split("\n").flatMap((line) => cleanLine(line.replace(/[\s\u00A0]+/g, " ")) || []);

const BLOCKS = "p, div, li, ul, ol, tr, h1, h2, h3, h4, h5, h6, blockquote, pre";

function wordsIn(node: Node): string {
  // A line of the source is none of the page.
  if (node.nodeType === Node.TEXT_NODE) return cleanText(node.textContent ?? "");
  if (!(node instanceof Element) || node.matches(UNREAD)) return "";
  if (node.matches("br")) return "\n";
  const words = [...node.childNodes].map(wordsIn).join("");
  return node.matches(BLOCKS) ? `\n${words}\n` : words;
}

/** As spreadsheets write cells among plain text: tabs between them, those of several lines in quotation marks. */
function rowsInText(text: string): string[][] {
  if (text.length > MOST.text || !text.includes("\t")) return [];
  const { data } = parse<string[]>(text.trimEnd(), { delimiter: "\t", preview: MOST.rows });
  const rows = data.map((row) => row.map((cell) => linesOf(cell.replace(/\r\n?/g, "\n")).join("\n")));
  const columns = Math.min(MOST.columns, Math.max(...rows.map((row) => row.length)));
  return rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
}
