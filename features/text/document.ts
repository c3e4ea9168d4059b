import type { ContentMatch } from "@tiptap/pm/model";
import { cleanText, nfc } from "#lib/nfc.ts";
import { Refusal } from "#lib/refusal.ts";
import { BLOCK_ID, newBlockId } from "./block-id.ts";
import type { BodyDoc } from "./body.ts";
import { type NodePath, placeName } from "./place.ts";
import { type Attribute, bodySchema, carriesId, MARKS, type MarkName, NODES, type NodeName } from "./vocabulary.ts";

export const MAX_BODY_BYTES = 2 * 1024 * 1024;
export const MAX_LEVELS = 50;

/**
 * Reads a body from outside. What comes back is in one form: NFC, every attribute present, marks in one order,
 * neighbouring texts with the same marks joined, every block with an id of its own.
 *
 * @throws {Refusal} `bad_text`, naming the place, for anything that is not in the vocabulary.
 */
export function validateBody(given: unknown): BodyDoc {
  if (!isRecord(given) || given.type !== "doc") throw no([], "không phải là nội dung bài viết.");
  const doc = readNode(given, [], new Set()) as BodyDoc;
  if (byteLength(doc) > MAX_BODY_BYTES) {
    throw new Refusal("bad_text", "Nội dung bài lớn hơn 2 MB; cần rút ngắn hoặc tách thành nhiều bài.");
  }
  return doc;
}

export function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

type Json = Record<string, unknown>;

function readNode(given: Json, place: NodePath, ids: Set<string>): Json {
  const name = nodeName(given, place);
  if (place.length >= MAX_LEVELS) throw no(place, `nội dung lồng nhau quá ${MAX_LEVELS} lớp.`);
  refuseOtherKeys(given, KEYS, place);
  if (name === "text") return readText(given, place);
  const attrs = readAttributes(NODES[name].attrs, given.attrs, place, carriesId(name));
  if (carriesId(name)) attrs.id = ownId(attrs.id, ids);
  const content = readContent(name, given.content, place, ids);
  const marks = readMarks(given.marks, place);
  if (marks.length > 0 && name !== "hardBreak") throw no(place, `${NODES[name].called} không nhận định dạng chữ.`);
  return {
    type: name,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function readText(given: Json, place: NodePath): Json {
  if (typeof given.text !== "string") throw no(place, "có chữ không đọc được.");
  if (given.attrs !== undefined || given.content !== undefined) throw no(place, "có chữ không đọc được.");
  const marks = readMarks(given.marks, place);
  return { type: "text", text: cleanText(given.text), ...(marks.length > 0 ? { marks } : {}) };
}

function readContent(name: NodeName, given: unknown, place: NodePath, ids: Set<string>): Json[] {
  if (given !== undefined && !Array.isArray(given)) throw no(place, "có phần không đọc được.");
  const children: Json[] = [];
  let match: ContentMatch | null = bodySchema.nodes[name]?.contentMatch ?? null;
  for (const [index, child] of (given ?? []).entries()) {
    if (!isRecord(child)) throw no(place, "có phần không đọc được.");
    const childName = nodeName(child, [...place, { name: null, index }]);
    const at = [...place, { name: childName, index }];
    const type = bodySchema.nodes[childName];
    const next: ContentMatch | null = type && match ? match.matchType(type) : null;
    if (next === null) throw no(at, `${NODES[childName].called} không được đặt ở đây.`);
    match = next;
    append(children, readNode(child, at, ids));
  }
  // Once each: marks that lay apart may meet where texts were joined.
  for (const child of children) if (typeof child.text === "string") child.text = nfc(child.text);
  if (match !== null && !match.validEnd) {
    if (name === "doc") return [{ type: "paragraph", attrs: { align: null, id: ownId(undefined, ids) } }];
    throw no(place, `${NODES[name].called} đang để trống.`);
  }
  return children;
}

/** Adds a child, dropping empty texts and joining texts that differ in nothing. */
function append(children: Json[], child: Json): void {
  const last = children.at(-1);
  if (child.type !== "text") children.push(child);
  else if (last?.type === "text" && JSON.stringify(last.marks) === JSON.stringify(child.marks)) {
    last.text = `${last.text}${child.text}`;
  } else if (child.text !== "") children.push(child);
}

function readMarks(given: unknown, place: NodePath): Json[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw no(place, "có định dạng không đọc được.");
  const marks = given.map((mark: unknown) => {
    const type = isRecord(mark) ? mark.type : undefined;
    if (!isRecord(mark) || typeof type !== "string" || !Object.hasOwn(MARKS, type)) {
      throw no(place, `có định dạng không được dùng (${quote(type)}).`);
    }
    refuseOtherKeys(mark, ["type", "attrs"], place);
    const attrs = readAttributes(MARKS[type as MarkName], mark.attrs, place, false);
    return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) };
  });
  const rank = (mark: { type: string }) => Object.keys(MARKS).indexOf(mark.type);
  const sorted = marks.toSorted((a, b) => rank(a) - rank(b));
  if (new Set(marks.map((mark) => mark.type)).size !== marks.length) throw no(place, "có định dạng lặp lại.");
  return sorted;
}

function readAttributes(
  rules: Readonly<Record<string, Attribute>>,
  given: unknown,
  place: NodePath,
  id: boolean,
): Json {
  if (given !== undefined && given !== null && !isRecord(given)) throw no(place, "có thuộc tính không đọc được.");
  const values = given ?? {};
  refuseOtherKeys(values, id ? [...Object.keys(rules), "id"] : Object.keys(rules), place);
  const read: Json = id ? { id: values.id } : {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = Object.hasOwn(values, name) && values[name] !== undefined ? rule.read(values[name]) : rule.default;
    if (value === undefined) throw no(place, badValue(name, values[name]));
    read[name] = value;
  }
  return read;
}

/** The id a block came with, or a new one when it has none, an unusable one, or one that is taken (copied blocks). */
function ownId(given: unknown, ids: Set<string>): string {
  const id = typeof given === "string" && BLOCK_ID.test(given) && !ids.has(given) ? given : newBlockId();
  ids.add(id);
  return id;
}

const KEYS = ["type", "attrs", "content", "marks", "text"];

function nodeName(given: Json, place: NodePath): NodeName {
  if (typeof given.type === "string" && Object.hasOwn(NODES, given.type)) return given.type as NodeName;
  throw no(place, `có thành phần không được dùng (${quote(given.type)}).`);
}

function refuseOtherKeys(given: Json, known: readonly string[], place: NodePath): void {
  const other = Object.keys(given).find((key) => !known.includes(key));
  if (other !== undefined) throw no(place, `có thuộc tính không được dùng (${quote(other)}).`);
}

function badValue(name: string, value: unknown): string {
  if (name !== "href") return `thuộc tính ${quote(name)} có giá trị không dùng được.`;
  return `liên kết ${quote(value)} không được dùng; chỉ nhận http, https, mailto, tel hoặc đường dẫn trong trang.`;
}

function quote(value: unknown): string {
  const text = typeof value === "string" ? cleanText(value) : typeof value;
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function no(place: NodePath, what: string): Refusal {
  return new Refusal("bad_text", `${placeName(place)}: ${what}`);
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
