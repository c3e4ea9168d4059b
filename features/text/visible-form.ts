import { nfc } from "#lib/nfc.ts";
import type { AnyNode, BodyDoc } from "./body.ts";
import type { Content, Kind } from "./kind.ts";
import { saidBeside } from "./said.ts";
import { MARKS, NODES } from "./vocabulary.ts";

type Json = Record<string, unknown>;

/** All that readers would see of a text, with nothing that they would not: what is hashed and compared. */
export function visibleForm(kind: Kind, { version: _, body, ...fields }: Content): Json {
  const said = saidBeside(kind.said?.(fields) ?? fields, kind.bare);
  return { ...(deeply(said) as Json), ...(body ? { body: visibleBody(body) } : {}) };
}

/**
 * A body without block ids, with attributes only where they say something: whether an attribute is left out or
 * spelt with its default value (as the editor spells it) makes no difference to readers.
 */
export function visibleBody(body: BodyDoc): Json {
  return deeply(visibleNode(body)) as Json;
}

export function visibleNode(node: AnyNode): Json {
  const { type, attrs, content, marks, text } = node as Loose;
  const shown = saying(attrs, NODES[type].attrs);
  const children = join((content ?? []).map(visibleNode));
  const marked = (marks ?? [])
    .map((mark) => ({ type: mark.type, ...saying(mark.attrs, MARKS[mark.type]) }))
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  return {
    type,
    ...shown,
    ...(children.length > 0 ? { content: children } : {}),
    ...(marked.length > 0 ? { marks: marked } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

type Loose = {
  type: keyof typeof NODES;
  attrs?: Json;
  content?: AnyNode[];
  marks?: { type: keyof typeof MARKS; attrs?: Json }[];
  text?: string;
};

const order = Object.keys(MARKS);

function saying(attrs: Json | undefined, rules: Readonly<Record<string, { default: unknown }>>): Json {
  const said = Object.entries(rules).flatMap(([name, rule]) => {
    const value = attrs?.[name];
    return value === undefined || value === rule.default ? [] : [[name, value] as const];
  });
  return said.length > 0 ? { attrs: Object.fromEntries(said) } : {};
}

/** Joins neighbouring texts with equal marks: how a text is cut into pieces is not visible. */
function join(children: Json[]): Json[] {
  const joined: Json[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const same =
      last?.type === "text" && child.type === "text" && JSON.stringify(last.marks) === JSON.stringify(child.marks);
    if (last !== undefined && same) joined[joined.length - 1] = { ...last, text: `${last.text}${child.text}` };
    else if (child.text !== "") joined.push(child);
  }
  return joined;
}

/** NFC in every string, so that a text typed on a Mac and the same text typed on Windows are one text. */
function deeply(value: unknown): unknown {
  if (typeof value === "string") return nfc(value);
  if (Array.isArray(value)) return value.map(deeply);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deeply(inner)]));
}
