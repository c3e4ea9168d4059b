import { withinSite } from "#features/text/address.ts";
import { withoutInvisible } from "#lib/invisible.ts";
import { nfc } from "#lib/nfc.ts";
import { withoutEmpty } from "./empty-pasted.ts";
import { PICTURE, picturesIn, picturesInPlace } from "./pasted-pictures.ts";
import { putInPlace } from "./pasted-places.ts";
import { listsFromWord, MARKER } from "./word-lists.ts";

/**
 * HTML that the schema can read, its words alone, and the pictures of its figures in their order: their bytes, or null where
 * none came with them. `awaited`: how many of these figures have a picture at all, be it its address.
 */
export type Cleaned = { html: string; words: string; pictures: (File | null)[]; awaited: number };

/**
 * Pasted HTML before the schema reads it: letters composed, Word's lists made lists, and what Word adds for itself taken
 * out. A copy made in the editor, which its blocks' ids show, is taken as it is, empty lines and all.
 */
export function cleanPasted(html: string): Cleaned {
  // by the rules of today's pages: without them a table may lie in a paragraph
  const page = new DOMParser().parseFromString(`<!doctype html>${nfc(html)}`, "text/html");
  for (const bullet of page.querySelectorAll(`${MARKER} img`)) bullet.toggleAttribute("data-bullet", true);
  listsFromWord(page);
  for (const element of page.querySelectorAll(UNREAD)) element.remove();
  for (const element of page.querySelectorAll("*")) {
    if (element.tagName.includes(":")) element.replaceWith(...element.childNodes);
  }
  for (const marker of page.querySelectorAll(MARKER)) {
    marker.replaceWith(`${(marker.textContent ?? "").replace(/[\s\u00A0]+/g, " ").trim()} `);
  }
  for (const link of page.querySelectorAll("a[href]")) {
    link.setAttribute("href", withinSite(link.getAttribute("href") ?? "", location.origin));
  }
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  if (page.querySelector("[data-pm-slice][data-id], [data-pm-slice] [data-id]") === null) {
    putInPlace(page);
    picturesInPlace(page);
    withoutEmpty(page.body);
  }
  const pictures = picturesIn(page);
  const awaited = page.querySelectorAll("figure:has(img)").length;
  for (const picture of page.querySelectorAll(PICTURE)) picture.removeAttribute("src");
  const { innerHTML, textContent } = page.body;
  return { html: cleanPastedText(innerHTML), words: cleanPastedText(textContent ?? ""), pictures, awaited };
}

/** What the editor's library does not read, and nobody sees. */
export const UNREAD = "script, style, meta, link, title, xml, template, noscript, object";

/** Letters composed, and without what nobody sees: the server keeps none of it, so it is not shown either. */
export function cleanPastedText(text: string): string {
  return nfc(withoutInvisible(text.replace(CONTROLS, "")));
}

const CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
