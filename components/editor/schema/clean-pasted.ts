import { withinSite } from "#features/text/address.ts";
import { withoutInvisible } from "#lib/invisible.ts";
import { nfc } from "#lib/nfc.ts";

/**
 * Pasted HTML before the schema reads it: letters composed, and what Word adds for itself taken out.
 * The numbers that Word writes into list paragraphs are kept, as the text they are.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(nfc(html), "text/html");
  for (const element of page.querySelectorAll("script, style, meta, link, title, xml, template")) element.remove();
  for (const element of page.querySelectorAll("*")) {
    if (element.tagName.includes(":")) element.replaceWith(...element.childNodes);
  }
  for (const table of page.querySelectorAll("table")) if (table.querySelector("table") !== null) unfold(table);
  for (const list of page.querySelectorAll(":is(ol, ul) > :is(ol, ul)")) intoItem(list);
  for (const link of page.querySelectorAll("a[href]")) {
    link.setAttribute("href", withinSite(link.getAttribute("href") ?? "", location.origin));
  }
  for (const number of page.querySelectorAll<HTMLElement>('span[style*="mso-list"]')) {
    if (/mso-list:\s*ignore/i.test(number.getAttribute("style") ?? "")) {
      number.replaceWith(
        `${(number.textContent ?? "")
          .replace(/[\s\u00A0]+/g, " ")
          .trim()
          .replace(/^[·•o§]$/, "-")} `,
      );
    }
  }
  // headings cannot stand in cells, quotes and items: left there they would be torn out of their table
  for (const heading of page.querySelectorAll(INNER_HEADINGS)) {
    const paragraph = page.createElement("p");
    const bold = page.createElement("strong");
    bold.append(...heading.childNodes);
    paragraph.append(bold);
    heading.replaceWith(paragraph);
  }
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found)
    if (!/^(Start|End)Fragment$/.test(comment.nodeValue ?? "")) comment.parentNode?.removeChild(comment);
  return cleanPastedText(page.body.innerHTML);
}

/**
 * A list that stands in a list without an item between, as other editors write what lies a level deeper: it belongs to the
 * item before it. Where there is none, as when the copy began inside, its items are those of the list around it. The
 * editor's library throws at it, and the whole paste would be lost.
 */
function intoItem(list: Element): void {
  const before = list.previousElementSibling;
  if (before?.tagName === "LI") before.append(list);
  else list.replaceWith(...list.childNodes);
}

/** A table that holds tables only puts things beside each other, as mails do: what it holds comes out in its order. */
function unfold(table: HTMLTableElement): void {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  const parts = [table.caption, ...cells].flatMap((cell) => {
    if (cell === null) return [];
    const part = table.ownerDocument.createElement("div");
    part.append(...cell.childNodes);
    return [part];
  });
  table.replaceWith(...parts);
}

/** Letters composed, and without what nobody sees: the server keeps none of it, so it is not shown either. */
export function cleanPastedText(text: string): string {
  return nfc(withoutInvisible(text.replace(CONTROLS, "")));
}

const CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

const INNER_HEADINGS = ["td", "th", "li", "blockquote"]
  .map((outer) => `${outer} :is(h1, h2, h3, h4, h5, h6)`)
  .join(", ");
