import { createElement, Fragment, type ReactNode } from "react";
import { safeHref } from "#features/text/address.ts";
import type { Inline, Mark } from "#features/text/body.ts";
import { honestAddress } from "#features/text/host.ts";
import { unknownNode } from "./unknown-node.ts";

/** Words with their marks. Neighbours with one address become one link, so that it is one stop and is read once. */
export function Inlines({ content }: { content: readonly Inline[] | undefined }) {
  const runs: { href: string | null; inlines: Inline[] }[] = [];
  for (const inline of content ?? []) {
    const href = hrefOf(inline);
    const last = runs.at(-1);
    if (last !== undefined && last.href === href) last.inlines.push(inline);
    else runs.push({ href, inlines: [inline] });
  }
  return row(runs.map(({ href, inlines }) => linked(href, row(inlines.map(inlineOf)))));
}

/** Children that never move need no keys. */
const row = (children: ReactNode[]) => createElement(Fragment, null, ...children);

function hrefOf({ marks }: Inline): string | null {
  const link = marks?.find((mark) => mark.type === "link");
  return link === undefined ? null : safeHref(link.attrs.href);
}

function linked(href: string | null, inner: ReactNode): ReactNode {
  if (href === null) return inner;
  return (
    <a href={honestAddress(href)} rel={/^https?:/i.test(href) ? "external" : undefined}>
      {inner}
    </a>
  );
}

function inlineOf(inline: Inline): ReactNode {
  switch (inline.type) {
    case "text":
      return (inline.marks ?? []).reduceRight<ReactNode>(markOf, said(inline));
    case "hardBreak":
      return <br />;
    default:
      return unknownNode(inline);
  }
}

const said = ({ text, words }: { text: string; words?: string }): ReactNode =>
  words === undefined ? text : <abbr title={words}>{text}</abbr>;

function markOf(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case "link":
      return inner;
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "underline":
      return <u>{inner}</u>;
    case "subscript":
      return <sub>{inner}</sub>;
    case "superscript":
      return <sup>{inner}</sup>;
    default:
      return unknownNode(mark);
  }
}
