import { type Counting, counted } from "./counted.ts";

/**
 * Word in the browser writes each item as a list of its own, its marker as a pattern (`%1.`): they are written again as
 * Word on a desk writes them.
 */
export function onlineAsDesktop(page: Document): void {
  const levels: string[] = [];
  for (const list of page.querySelectorAll("ol, ul")) {
    const items = [...list.children].filter((item) => item.matches("li[data-leveltext]"));
    if (items.length === 0 || items.length < list.children.length || list.querySelector("ol, ul") !== null) continue;
    const start = Number(list.getAttribute("start") ?? 1);
    const paragraphs = items.flatMap((item, at) => {
      const level = Number(item.getAttribute("data-aria-level") ?? item.getAttribute("aria-level") ?? 1);
      levels[level - 1] = counted(start + at, countingOf(item));
      const pattern = item.getAttribute("data-leveltext") ?? "";
      const marker = list.tagName === "UL" ? "·" : pattern.replace(/%(\d)/g, (_, of) => levels[of - 1] ?? "1");
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
  paragraphs[0]?.setAttribute("style", `mso-list:l${item.getAttribute("data-listid") ?? 0} level${level} lfo1`);
  paragraphs[0]?.prepend(span);
  return paragraphs;
}

/** Word's numbers for how an item is counted, by digits where it names none. */
const COUNTING: readonly Counting[] = ["1", "I", "i", "A", "a"];

function countingOf(item: Element): Counting {
  const format = /"469769242":\[\d+,(\d+)/.exec(item.getAttribute("data-list-defn-props") ?? "");
  return COUNTING[Number(format?.[1] ?? 0)] ?? "1";
}
