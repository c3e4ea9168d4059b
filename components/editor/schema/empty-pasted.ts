import { cleanText } from "#lib/nfc.ts";

/**
 * Takes out what would leave an empty line or item behind: breaks at the edge of a block and between blocks, blanks that
 * stand alone, and blocks without a word. Cells and places for pictures stay.
 */
export function withoutEmpty(body: Element): void {
  withoutEdgeBreaks(body);
  for (const block of [...body.getElementsByTagName("*")].reverse()) {
    const kept = block.tagName === "FIGURE" ? "img" : "table, figure";
    if (BLOCKS.has(block.tagName) && !hasWords(block) && block.querySelector(kept) === null) block.remove();
  }
}

export const hasWords = (node: Node): boolean => !isBlank(node.textContent ?? "");

/** True for a text of which nobody would see anything. */
export const isBlank = (text: string): boolean => !PLAIN.test(text) && cleanText(text).trim() === "";

/** Most texts show at their first letter that they say something: cleaning each of nested blocks takes the square. */
const PLAIN = /[\p{Script=Latin}\p{Nd}]/u;

const BLOCKS = new Set(
  "P DIV UL OL LI DL DT DD H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE HR ADDRESS ARTICLE ASIDE DETAILS SUMMARY FOOTER HEADER"
    .split(" ")
    .concat("MAIN NAV SECTION CENTER FORM FIELDSET FIGURE FIGCAPTION".split(" ")),
);
const CELLS = new Set(["TABLE", "CAPTION", "THEAD", "TBODY", "TFOOT", "TR", "TD", "TH"]);

/** Breaks and lone blanks count only between two words of one block. */
function withoutEdgeBreaks(body: Element): void {
  let said = false;
  let breaks: Node[] = [];
  let blanks: Node[] = [];
  const edge = () => {
    for (const node of said ? breaks : [...breaks, ...blanks]) node.parentNode?.removeChild(node);
    said = false;
    breaks = [];
    blanks = [];
  };
  const walk = (parent: Node): void => {
    for (const child of [...parent.childNodes]) {
      const isBlock = BLOCKS.has(child.nodeName) || CELLS.has(child.nodeName);
      if (isBlock) edge();
      if (child.nodeName === "BR") breaks.push(child);
      else if (child.nodeType !== Node.TEXT_NODE) walk(child);
      else if (!hasWords(child)) blanks.push(child);
      else {
        if (!said) for (const node of breaks) node.parentNode?.removeChild(node);
        said = true;
        breaks = [];
        blanks = [];
      }
      if (isBlock) edge();
    }
  };
  walk(body);
  edge();
}
