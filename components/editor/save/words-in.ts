import { upgraded } from "#features/text/content.ts";
import { validateBody } from "#features/text/document.ts";
import type { Kind } from "#features/text/kind.ts";
import { plainText } from "#features/text/plain.ts";

type Json = Record<string, unknown>;

/** Every word of a text, whatever is wrong with its shape; "" when there is none to be found. */
export function wordsIn(kind: Kind, content: unknown): string {
  if (!isRecord(content)) return "";
  const text = ofToday(kind, content);
  const parts = kind.typed.map((field) =>
    field === "body" ? bodyWords(text.body) : strings({ [field]: text[field] }).join("\n"),
  );
  return parts.filter(isSomething).join("\n\n");
}

function ofToday(kind: Kind, content: Json): Json {
  try {
    return upgraded(kind, content, Number(content.version));
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

/** What values of these names say is a code, and no words of anybody's. */
const CODES = ["to", "file", "cut", "ai", "accent"];

/** Every string in a value, in its order, but codes. */
export function strings(value: unknown): string[] {
  if (typeof value === "string") return isSomething(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => (CODES.includes(name) ? [] : strings(inner)));
}

const isSomething = (text: string): boolean => text.trim() !== "";

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
