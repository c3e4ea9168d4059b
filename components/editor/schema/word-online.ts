/**
 * Word in the browser writes each item as a list of its own, its marker as a pattern (`%1.`): they are written again as
 * Word on a desk writes them.
 */
export function onlineAsDesktop(page: Document): void {
  const counted: string[] = [];
  for (const list of page.querySelectorAll("ol, ul")) {
    const items = [...list.children].filter((item) => item.matches("li[data-leveltext]"));
    if (items.length === 0 || items.length < list.children.length || list.querySelector("ol, ul") !== null) continue;
    const start = Number(list.getAttribute("start") ?? 1);
    const paragraphs = items.flatMap((item, at) => {
      const level = Number(item.getAttribute("data-aria-level") ?? item.getAttribute("aria-level") ?? 1);
      counted[level - 1] = written(start + at, formatOf(item));
      const pattern = item.getAttribute("data-leveltext") ?? "";
      const marker = list.tagName === "UL" ? "·" : pattern.replace(/%(\d)/g, (_, of) => counted[of - 1] ?? "1");
      return paragraphsOf(item, level, list.tagName === "UL" && pattern === "+" ? "+" : marker);
    });
    const wrapper = list.closest(".ListContainerWrapper");
    if (wrapper?.children.length === 1) wrapper.replaceWith(...paragraphs);
    else list.replaceWith(...paragraphs);
  }
}

function paragraphsOf(item: Element, level: number, marker: string): Element[] {
  const page = item.ownerDocument;
  const inner = [...item.children].filter((child) => child.tagName === "P");
  const rest = page.createElement("p");
  rest.append(...[...item.childNodes].filter((child) => !inner.includes(child as Element)));
  const paragraphs = (rest.textContent ?? "").trim() === "" ? inner : [rest, ...inner];
  for (const paragraph of paragraphs) paragraph.setAttribute("class", "MsoListParagraph");
  const span = page.createElement("span");
  span.setAttribute("style", "mso-list:Ignore");
  span.textContent = marker;
  paragraphs[0]?.setAttribute("style", `mso-list:l0 level${level} lfo1`);
  paragraphs[0]?.prepend(span);
  return paragraphs;
}

/** Word's number for how an item is counted: 0 by digits, 1 and 2 by Roman numerals, 3 and 4 by letters. */
function formatOf(item: Element): number {
  const format = /"469769242":\[\d+,(\d+)/.exec(item.getAttribute("data-list-defn-props") ?? "");
  return Number(format?.[1] ?? 0);
}

function written(number: number, format: number): string {
  const letter = String.fromCharCode(96 + number);
  const small = format > 2 ? letter : roman(number);
  if (format < 1 || format > 4 || (format > 2 && number > 26)) return String(number);
  return format % 2 === 1 ? small.toUpperCase() : small;
}

function roman(number: number): string {
  const found = ROMAN.find(([value]) => value <= number);
  return found === undefined ? "" : found[1] + roman(number - found[0]);
}

const ROMAN: [number, string][] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
