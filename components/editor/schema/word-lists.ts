import { type BulletStyle, markerOf, type NumberStyle, typedMarker } from "#features/text/markers.ts";
import { isBlank } from "./empty-pasted.ts";
import { onlineAsDesktop } from "./word-online.ts";
import { type Sheet, sheetOf } from "./word-sheet.ts";

/** Where Word writes the marker of a list paragraph. */
export const MARKER = 'span[style*="mso-list" i][style*="ignore" i]';

/**
 * Word's lists are paragraphs beside each other, each with its level and with its marker as words: they become lists.
 * The marker decides. One that our lists do not know, as `IV.` or `1.1.`, stays in its span, and so do those of headings.
 * Word's style sheets must still be in the page.
 */
export function listsFromWord(page: Document): void {
  onlineAsDesktop(page);
  const sheet = sheetOf(page);
  const parents = new Set([...page.querySelectorAll(MARKER)].map((marker) => marker.closest("p, div")?.parentElement));
  for (const parent of parents) if (parent && parent.tagName !== "LI") gather(parent, sheet);
}

type Point = { style: NumberStyle | BulletStyle; number: number };

/** A list that is being filled. `next` counts on; `margin` is where its item's words begin, in points. */
type Open = { level: number; margin: number; style: Point["style"]; next: number; list: Element; item: Element };

/** The lists that are open at a paragraph, the deepest last; each lies in the item of the one before it. */
function gather(parent: Element, sheet: Sheet): void {
  let open: Open[] = [];
  const romans = romanLists(parent, sheet);
  /** Closes what lies deeper than the last that fits, and gives that one. */
  const back = (fits: (one: Open) => boolean): Open | undefined => {
    open = open.slice(0, open.findLastIndex(fits) + 1);
    return open.at(-1);
  };
  for (const child of [...parent.children]) {
    const markers = [...child.querySelectorAll(MARKER)];
    if (markers.length === 0 && (child.textContent ?? "").trim() === "") continue;
    if (markers.length === 0 || !isParagraph(child)) {
      const around = child.tagName === "P" ? back((one) => sheet.continues(child, one.margin)) : undefined;
      around?.item.append(child);
      if (around === undefined) open = [];
      continue;
    }
    if (isBlank((child.textContent ?? "").replace(textOf(markers), ""))) {
      // A picture may be all that it says.
      if (child.querySelector("img:not([data-bullet])") === null) child.remove();
      else for (const marker of markers) marker.remove();
      continue;
    }
    const [level, margin, point] = [
      sheet.level(child),
      sheet.margin(child),
      pointOf(markers, romans.has(sheet.list(child))),
    ];
    const beside = back((one) => one.level <= level);
    if (point === null) {
      // no item of its own, but words of the item that it lies below
      back((one) => one.level < level)?.item.append(child);
      continue;
    }
    for (const marker of markers) marker.remove();
    const { style, number } = point;
    if (beside?.level === level && beside.style === style && beside.next === number) {
      Object.assign(beside, { margin, next: after(point), item: itemIn(beside.list, child) });
    } else {
      const list = listOf(point, parent.ownerDocument);
      const around = back((one) => one.level < level)?.item;
      if (around === undefined) child.before(list);
      else around.append(list);
      open.push({ level, margin, style, next: after(point), list, item: itemIn(list, child) });
    }
  }
}

const isParagraph = (element: Element): boolean =>
  element.matches('p:not([class*="MsoHeading"]), div:not(:has(p, div, ul, ol, table))');

const textOf = (markers: Element[]): string => markers.map((marker) => marker.textContent ?? "").join("");

const markerIn = (markers: Element[]): string =>
  textOf(markers)
    .replace(/[\s\u00A0]+/g, " ")
    .trim();

/** The lists that go on with `ii)`: their `i)` and `v)` are no letters. */
function romanLists(parent: Element, sheet: Sheet): Set<string> {
  const romans = [...parent.children].filter((child) => ROMAN.test(markerIn([...child.querySelectorAll(MARKER)])));
  return new Set(romans.map((child) => sheet.list(child)));
}

const ROMAN = /^[ivxlc]{2,}\)$/;

/** What Word's marker is in our lists; null when they have none that says the same. */
function pointOf(markers: Element[], isRoman: boolean): Point | null {
  const marker = markerIn(markers);
  const isPicture = markers.some((one) => one.querySelector("img") !== null);
  if (marker === "+") return { style: "+", number: 1 };
  if (marker === "" ? isPicture : SIGN.test(marker) || (/^.$/u.test(marker) && markers.some(isInSigns)))
    return { style: "-", number: 1 };
  const point = pointSaid(marker);
  return isRoman && point?.style === "a)" ? null : point;
}

/** A marker as words, in our lists; null when none of them says the same. */
export function pointSaid(marker: string): Point | null {
  const typed = typedMarker(`${marker} `);
  return typed !== null && markerOf(typed.style, typed.number) === marker ? typed : null;
}

/** Any one sign, and the small o that Word draws for a ring. */
const SIGN = /^(?:[^\p{L}\p{N}]|o)$/u;

/** A letter in a typeface of signs is drawn as one of them. */
const isInSigns = (marker: Element): boolean => {
  const paragraph = marker.closest("p, div");
  return [...(paragraph?.querySelectorAll(SIGNS) ?? [])].some((one) => one.contains(marker) || marker.contains(one));
};
const SIGNS = ["Symbol", "Wingdings", "Webdings"].map((name) => `[style*="${name}" i]`).join(", ");

const isBullet = ({ style }: Point): boolean => style === "-" || style === "+";

const after = (point: Point): number => (isBullet(point) ? 1 : point.number + 1);

function listOf(point: Point, page: Document): Element {
  const list = page.createElement(isBullet(point) ? "ul" : "ol");
  list.setAttribute("data-style", JSON.stringify(point.style));
  if (!isBullet(point)) list.setAttribute("data-start", String(point.number));
  return list;
}

function itemIn(list: Element, paragraph: Element): Element {
  const item = list.ownerDocument.createElement("li");
  list.append(item);
  item.append(paragraph);
  return item;
}
