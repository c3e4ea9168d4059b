import { validateBody } from "#features/text/document.ts";
import { plainText } from "#features/text/plain.ts";
import { upgraded } from "#features/text/upgrades.ts";

type Json = Record<string, unknown>;

/** The fields in which a person types, in the order in which a page shows them. */
const FIELDS = ["kicker", "headline", "standfirst", "body", "byline", "source", "aiLabel", "correction", "slug"];

/** Every word of a text, whatever is wrong with its shape; "" when there is none to be found. */
export function wordsIn(content: unknown): string {
  if (!isRecord(content)) return "";
  const text = ofToday(content);
  const parts = FIELDS.map((field) => (field === "body" ? bodyWords(text.body) : strings(text[field]).join("\n")));
  return parts.filter(isSomething).join("\n\n");
}

function ofToday(content: Json): Json {
  try {
    return upgraded(content, Number(content.version));
  } catch {
    return content;
  }
}

function bodyWords(body: unknown): string {
  try {
    return plainText(validateBody(body));
  } catch {
    return nodeWords(body);
  }
}

/** Of a node that no rule knows: texts that stand side by side are one line, everything else a line of its own. */
function nodeWords(node: unknown): string {
  if (!isRecord(node)) return "";
  if (typeof node.text === "string") return node.text;
  if (node.type === "hardBreak") return "\n";
  const children: unknown[] = Array.isArray(node.content) ? node.content : [];
  const isLine = children.some((child) => isRecord(child) && typeof child.text === "string");
  const attrs = isRecord(node.attrs) ? node.attrs : {};
  const inside = children.map(nodeWords);
  const lines = isLine ? [inside.join("")] : inside;
  return [...lines, ...strings([attrs.caption, attrs.credit, attrs.alt])].filter(isSomething).join("\n");
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return isSomething(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(strings);
  return isRecord(value) ? Object.values(value).flatMap(strings) : [];
}

const isSomething = (text: string): boolean => text.trim() !== "";

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
