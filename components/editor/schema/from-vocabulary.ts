import type { Attributes } from "@tiptap/core";
import {
  type Attribute,
  MARKS,
  type MarkName,
  NODES,
  type NodeName,
  type NodeRule,
} from "#features/text/vocabulary.ts";

type Readers = Record<string, (element: HTMLElement) => unknown>;

/** What ProseMirror must know of a node: taken from the vocabulary, so that editor and validator cannot disagree. */
export function shapeOf(name: NodeName): { content?: string; group?: string } {
  const { content, group }: NodeRule = NODES[name];
  return { ...(content === undefined ? {} : { content }), ...(group === undefined ? {} : { group }) };
}

/**
 * A node's attributes for Tiptap. In HTML (copy and paste inside the editor) they are `data-` attributes.
 * What pasted HTML says goes through the vocabulary's `read`; what it refuses becomes the default.
 *
 * @param readers how foreign HTML says an attribute, where it has a way.
 */
export function attributesOf(name: NodeName, readers: Readers = {}): Attributes {
  return attributes(NODES[name].attrs, readers);
}

export function markAttributesOf(name: MarkName, readers: Readers = {}): Attributes {
  return attributes(MARKS[name], readers);
}

function attributes(rules: Readonly<Record<string, Attribute>>, readers: Readers): Attributes {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      {
        ...(rule.default === undefined ? {} : { default: rule.default }),
        parseHTML: (element: HTMLElement) => {
          const said = element.getAttribute(dataName(name));
          const value = said === null ? readers[name]?.(element) : parsed(said);
          return (value === undefined ? undefined : rule.read(value)) ?? rule.default;
        },
        renderHTML: (values: Record<string, unknown>) =>
          values[name] === rule.default ? {} : { [dataName(name)]: JSON.stringify(values[name]) },
      },
    ]),
  );
}

const dataName = (name: string) => `data-${name.toLowerCase()}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
