import { InputRule, wrappingInputRule } from "@tiptap/core";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { BULLET_STYLES, NUMBER_STYLES, type NumberStyle, typedMarker } from "#features/text/markers.ts";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";

/** A marker and a blank at the start of a paragraph begin a list; Backspace right after takes it back. */
const ORDERED_START = /^(?:\(\d{1,3}\)\.?|\d{1,3}\.|[a-zđ]\)) $/;
const BULLET_START = /^[-+] $/;

export const BodyBulletList = BulletList.extend({
  ...shapeOf("bulletList"),
  addAttributes: () => attributesOf("bulletList"),
  addInputRules() {
    const getAttributes = (match: RegExpMatchArray) => {
      const style = typedMarker(match[0])?.style;
      return { style: BULLET_STYLES.find((known) => known === style) ?? "-" };
    };
    const joinPredicate: Join = (match, node) => node.attrs.style === getAttributes(match).style;
    return [wrappingInputRule({ find: BULLET_START, type: this.type, getAttributes, joinPredicate })];
  },
});

export const BodyOrderedList = OrderedList.extend({
  ...shapeOf("orderedList"),
  addAttributes: () => attributesOf("orderedList", { start: startIn, style: styleIn }),
  renderHTML: ({ node, HTMLAttributes }) => ["ol", { ...HTMLAttributes, ...elsewhere(node.attrs) }, 0],
  /** Numbered lines pasted as text stay as they were typed. */
  addProseMirrorPlugins: () => [],
  addInputRules() {
    const getAttributes = (match: RegExpMatchArray) => {
      const typed = typedMarker(match[0]);
      return { style: NUMBER_STYLES.find((known) => known === typed?.style) ?? "1.", start: typed?.number ?? 1 };
    };
    const joinPredicate: Join = (match, node) => {
      const { style, start } = getAttributes(match);
      return node.attrs.style === style && node.attrs.start + node.childCount === start;
    };
    const rule = wrappingInputRule({ find: ORDERED_START, type: this.type, getAttributes, joinPredicate });
    // "f) " looks like a marker but is none: Vietnamese points have no f
    const handler: typeof rule.handler = (props) => (typedMarker(props.match[0]) === null ? null : rule.handler(props));
    return [new InputRule({ find: ORDERED_START, handler })];
  },
});

export const BodyListItem = ListItem.extend(shapeOf("listItem"));

const startIn = (list: HTMLElement): number => Number(list.getAttribute("start") ?? 1);

/** Points that other programs count by letters stay letters: papers are quoted by them. */
function styleIn(list: HTMLElement): NumberStyle | undefined {
  const styles = [list, list.querySelector<HTMLElement>(":scope > li")].map((one) => one?.style.listStyleType ?? "");
  const byLetters = list.getAttribute("type") === "a" || styles.some((style) => /^lower-(?:alpha|latin)$/.test(style));
  return byLetters ? "a)" : undefined;
}

/** What a list says of its numbers to programs that know nothing of our styles. */
function elsewhere({ start, style }: Record<string, unknown>): Record<string, string> {
  return { ...(start === 1 ? {} : { start: String(start) }), ...(style === "a)" ? { type: "a" } : {}) };
}

type Join = NonNullable<Parameters<typeof wrappingInputRule>[0]["joinPredicate"]>;
