import { Link } from "@tiptap/extension-link";
import { safeHref } from "#features/text/address.ts";
import { markAttributesOf } from "./from-vocabulary.ts";

/** Links by the vocabulary's addresses only. Nothing becomes a link by itself: "kt.hd" is an abbreviation here. */
export const BodyLink = Link.extend({
  addAttributes: () => ({
    href: { ...markAttributesOf("link").href, parseHTML: readHref, renderHTML: ({ href }) => linkAttributes(href) },
  }),
}).configure({
  autolink: false,
  openOnClick: false,
  linkOnPaste: true,
  isAllowedUri: (address) => safeHref(address) !== null,
  HTMLAttributes: { target: null, rel: null },
});

/** As readers get it: only what leads away says so. */
function linkAttributes(href: unknown): Record<string, string> {
  if (typeof href !== "string") return {};
  return /^https?:/i.test(href) ? { href, rel: "external" } : { href };
}

function readHref(element: HTMLElement): string | null {
  return safeHref(element.getAttribute("href") ?? "");
}
