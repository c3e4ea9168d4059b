import type { AnyNode, BodyDoc, Inline } from "./body.ts";
import type { Content, Kind } from "./kind.ts";

/** Words of a text, and the address behind them. */
export type TextLink = { words: string; address: string };

/**
 * Every link that leads out of the site, once, in reading order, those that are in no body last: what is read on the page
 * does not say where it leads.
 */
export function outwardLinks(kind: Kind, content: Content): TextLink[] {
  const inBody = content.body ? linksIn(content.body) : [];
  const outward = [...inBody, ...(kind.links?.(content) ?? [])].filter(({ address }) => !address.startsWith("/"));
  return once(outward);
}

/** The links of one body that lead where the other has none. */
export function linksOnlyIn(body: BodyDoc, other: BodyDoc): TextLink[] {
  const there = new Set(linksIn(other).map(({ address }) => address));
  return once(linksIn(body).filter(({ address }) => !there.has(address)));
}

/** The links of a body or a part of it, in reading order; neighbours with one address are one link, as readers get them. */
export function linksIn(node: AnyNode): TextLink[] {
  const children: readonly AnyNode[] = "content" in node ? (node.content ?? []) : [];
  const found: TextLink[] = [];
  let before: string | null = null;
  for (const child of children) {
    const address = addressOf(child);
    const last = found.at(-1);
    if (address === null) found.push(...linksIn(child));
    else if (address === before && last !== undefined) last.words += wordsOf(child);
    else found.push({ words: wordsOf(child), address });
    before = address;
  }
  return found;
}

const once = (links: readonly TextLink[]): TextLink[] => [
  ...new Map(links.map((link) => [`${link.address}\n${link.words}`, link])).values(),
];

function addressOf(node: AnyNode): string | null {
  const link = isInline(node) ? node.marks?.find((mark) => mark.type === "link") : undefined;
  return link?.attrs.href ?? null;
}

const isInline = (node: AnyNode): node is Inline => node.type === "text" || node.type === "hardBreak";
const wordsOf = (node: AnyNode): string => (node.type === "text" ? node.text : " ");
