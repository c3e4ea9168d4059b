import { NODES } from "#features/text/vocabulary.ts";
import { type Counting, counted } from "./counted.ts";
import { hasWords, isBlank } from "./empty-pasted.ts";
import { pointSaid } from "./word-lists.ts";

/**
 * Puts what a page may hold and an article may not, there where it stands, where it may stand, with all its words: left
 * there it would tear what is around it, begin it with an empty line, or make the schema's parser throw.
 */
export function putInPlace(page: Document): void {
  const each = (selector: string, settle: (element: Element) => void) => {
    for (const element of page.querySelectorAll(selector)) settle(element);
  };
  each("li", inList);
  each("ol, ul", ofItems);
  each("ol:not([data-style])", asCounted);
  each("table", (table) => {
    if (table.querySelector("table") !== null || table.closest("li, blockquote") !== null) unfold(table);
  });
  each("caption", asName);
  each("figure", onlyPicture);
  each(inside("blockquote"), (quote) => renamed(quote, "div"));
  each(HEADINGS, ofLines);
  each(inside(HEADINGS), asBold);
  each("li :is(ol, ul)", afterWords);
  each("ol, ul", notTooDeep);
}

const HEADINGS = "h1, h2, h3, h4, h5, h6";

const inside = (selector: string): string => `:is(td, th, li, blockquote) :is(${selector})`;

/** A table that holds tables only puts things beside each other, as mails do: what it holds comes out in its order. */
function unfold(table: Element): void {
  const { caption, rows } = table as HTMLTableElement;
  const cells = [...rows].flatMap((row) => [...row.cells]);
  table.replaceWith(...[caption, ...cells].flatMap((cell) => (cell === null ? [] : [renamed(cell, "div")])));
}

/** A table has one name, of letters alone; longer ones, or one of several, stand in front of it. */
function asName(caption: Element): void {
  const table = caption.closest("table");
  const fits = NODES.table.attrs.caption.read(caption.textContent) !== undefined;
  if (!fits || table?.querySelectorAll("caption").length !== 1) table?.before(renamed(caption, "div"));
  else {
    for (const end of caption.querySelectorAll("br, p, div")) end.after(" ");
    caption.textContent = (caption.textContent ?? "").replace(/\s+/g, " ").trim();
    table.prepend(caption);
  }
}

/** A figure with other words than its caption, as pages frame tables with, or one inside of something is none of ours. */
function onlyPicture(figure: Element): void {
  const captions = [...figure.querySelectorAll("figcaption")];
  const words = captions.length === 0 ? figure.textContent : captions[0]?.textContent;
  const isInside = figure.parentElement?.closest("td, th, li, blockquote, figure") != null;
  if (!isInside && figure.querySelector("figure") === null && words?.trim() === figure.textContent?.trim()) return;
  for (const caption of captions) renamed(caption, "div");
  renamed(figure, "div");
}

function asBold(heading: Element): void {
  const paragraph = renamed(heading, "p");
  const bold = paragraph.ownerDocument.createElement("strong");
  bold.append(...paragraph.childNodes);
  paragraph.append(bold);
}

/** A heading that holds more than lines is none. */
function ofLines(heading: Element): void {
  if (heading.querySelector(`ul, ol, li, table, blockquote, figure, ${HEADINGS}`) !== null) renamed(heading, "div");
  else
    for (const line of heading.querySelectorAll("p, div, figcaption")) {
      line.before(heading.ownerDocument.createElement("br"));
      line.replaceWith(...line.childNodes, heading.ownerDocument.createElement("br"));
    }
}

/** An item without a list, as when a copy began inside, has one with those beside it. */
function inList(item: Element): void {
  if (item.parentElement?.matches("ul, ol")) return;
  const list = item.ownerDocument.createElement("ul");
  item.before(list);
  for (let next: Node | null = item; next !== null; next = list.nextSibling) {
    if (next.nodeName !== "LI" && (next.nodeType === Node.ELEMENT_NODE || hasWords(next))) return;
    list.append(next);
  }
}

/**
 * A list holds items. Another list in it, as other editors write what lies a level deeper, belongs to the item before it;
 * where there is none, as when the copy began inside, its items are those of the list around it.
 */
function ofItems(list: Element): void {
  let item: Element | null = null;
  let made: Element | null = null;
  for (let child = list.firstChild as ChildNode | null; child !== null; ) {
    let next = child.nextSibling;
    if (child.nodeName === "LI") {
      item = child as Element;
      made = null;
    } else if (item !== null && /^[OU]L$/.test(child.nodeName)) {
      item.append(child);
      made = null;
    } else if (/^[OU]L$/.test(child.nodeName)) {
      next = child.firstChild ?? next;
      (child as Element).replaceWith(...child.childNodes);
    } else if (made !== null) made.append(child);
    else if (hasWords(child)) {
      made = list.ownerDocument.createElement("li");
      list.insertBefore(made, child);
      made.append(child);
      item = made;
    } else child.remove();
    child = next;
  }
}

/**
 * Each item says the number that it said. One that our lists do not write, as `iv.`, stands as words with it, and behind
 * it, or behind one without a word, a list of its own goes on: our points by letters leave out f, for one.
 */
function asCounted(list: Element): void {
  const by = countingOf(list);
  const parts: Element[] = [];
  const step = list.hasAttribute("reversed") ? -1 : 1;
  const isSaid = step === 1 || list.hasAttribute("start");
  let number = isSaid ? (list as HTMLOListElement).start : list.childElementCount;
  let next: number | null = null;
  for (const item of [...list.children] as HTMLLIElement[]) {
    if (item.value !== 0) number = item.value;
    const marker = `${counted(number, by)}${by === "a" ? ")" : "."}`;
    number += step;
    if (!hasWords(item) && item.querySelector("table, figure, img") === null) continue;
    const point = pointSaid(marker);
    if (point !== null && point.number === next) parts.at(-1)?.append(item);
    else if (point === null) parts.push(asWords(item, marker));
    else {
      const part = list.cloneNode() as Element;
      part.setAttribute("start", String(point.number));
      part.setAttribute("type", by);
      part.append(item);
      parts.push(part);
    }
    next = point === null ? null : point.number + 1;
  }
  list.replaceWith(...parts);
}

const TYPES: Record<string, Counting> = {
  ...{ "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A" },
  ...{ "lower-roman": "i", "upper-roman": "I", a: "a", A: "A", i: "i", I: "I" },
};

/** Some say it of the list, others of its items. */
function countingOf(list: Element): Counting {
  const styled = [list, list.querySelector(":scope > li")].map(
    (one) => (one as HTMLElement | null)?.style.listStyleType,
  );
  return [...styled, list.getAttribute("type")].map((said) => TYPES[said ?? ""]).find((by) => by !== undefined) ?? "1";
}

function asWords(item: Element, marker: string): Element {
  const words = renamed(item, "div");
  const first = [...words.childNodes].find(hasWords);
  if (first?.nodeName === "P" || first?.nodeName === "DIV") (first as Element).prepend(`${marker} `);
  else if (!/^[OU]L$/.test(first?.nodeName ?? "")) first?.before(`${marker} `);
  return words;
}

/** An item begins with words: a list in their place says only that its own items lie deeper. */
function afterWords(list: Element): void {
  const item = list.parentElement?.closest("li");
  const before = list.ownerDocument.createRange();
  if (item == null) return;
  before.setStart(item, 0);
  before.setEndBefore(list);
  if (isBlank(before.toString())) item.before(...list.children);
}

/** Lists lie in lists at most so deep as Word has them, which a text can hold; what lies deeper stands as paragraphs. */
const DEEPEST = 9;

function notTooDeep(list: Element): void {
  let depth = 0;
  for (let item = list.closest("li"); item; item = item.parentElement?.closest("li") ?? null) depth += 1;
  if (depth < DEEPEST) return;
  for (const item of [...list.children]) renamed(item, "div");
  list.replaceWith(...list.childNodes);
}

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}
