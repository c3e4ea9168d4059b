import { Schema } from "@tiptap/pm/model";
import { cleanLine, cleanLines } from "#lib/nfc.ts";
import { safeHref } from "./address.ts";
import { BULLET_STYLES, NUMBER_STYLES } from "./markers.ts";
import { readCut } from "./picture-cut.ts";

/**
 * One attribute: the value it has when nothing is said (undefined: it must be said), and how a value is read.
 * `read` answers undefined to a value that may not stand.
 */
export type Attribute = { default: unknown; read: (value: unknown) => unknown };

/** `content` and `group` are ProseMirror's content expressions; `called` is the word for people. */
export type NodeRule = { content?: string; group?: string; attrs: Readonly<Record<string, Attribute>>; called: string };

/** Longest words of a picture, in UTF-16 units, whether it stands in a text or beside it. */
export const PICTURE_LIMITS = { caption: 1000, credit: 200, alt: 1000 } as const;

/** How many pictures a gallery has for readers. While it is written it may have fewer, or more: nothing is lost, and it is a gap. */
export const GALLERY_SIZE = { least: 2, most: 30 } as const;

/** Longest words of a gallery as a whole, in UTF-16 units. */
export const GALLERY_LIMITS = { caption: 300 } as const;
/**
 * What readers are told of a picture, or of what is played: nothing, that a generative program changed it or made a part of it, or that
 * one made it.
 */
export const AI_LABELS = ["none", "edited", "made"] as const;
export type AiLabel = (typeof AI_LABELS)[number];

/** The same of a document that is handed out. */
export const ATTACHMENT_LIMITS = { title: 200, summary: 1000 } as const;

/** The same of what is played. */
export const MEDIA_LIMITS = { title: 200, credit: 200, transcript: 50_000 } as const;

const align = oneOf(null, [null, "center", "right", "justify"]);
const span = whole(1, 1, 50);

/**
 * Everything a body may contain. Editor, validator and the readers' renderer are made from this table;
 * node types are only ever added. Every node but doc, text and hardBreak carries an id besides.
 */
export const NODES = {
  doc: { content: "block+", attrs: {}, called: "bài" },
  paragraph: { content: "inline*", group: "block flow", attrs: { align }, called: "đoạn văn" },
  heading: { content: "inline*", group: "block", attrs: { level: oneOf(2, [2, 3, 4]), align }, called: "tiêu đề phụ" },
  blockquote: { content: "flow+", group: "block", attrs: {}, called: "trích dẫn" },
  bulletList: {
    content: "listItem+",
    group: "block list flow",
    attrs: { style: oneOf("-", BULLET_STYLES) },
    called: "danh sách",
  },
  orderedList: {
    content: "listItem+",
    group: "block list flow",
    attrs: { style: oneOf("1.", NUMBER_STYLES), start: whole(1, 1, 999) },
    called: "danh sách đánh số",
  },
  listItem: { content: "paragraph flow*", attrs: {}, called: "mục" },
  table: { content: "tableRow+", group: "block", attrs: { caption: line(300) }, called: "bảng" },
  tableRow: { content: "(tableCell | tableHeader)*", attrs: {}, called: "hàng" },
  tableCell: { content: "flow+", attrs: { colspan: span, rowspan: span }, called: "ô" },
  tableHeader: { content: "flow+", attrs: { colspan: span, rowspan: span }, called: "ô tiêu đề" },
  figure: {
    content: "inline*",
    group: "block",
    attrs: {
      file: fileHash(),
      cut: pictureCut(),
      alt: line(PICTURE_LIMITS.alt),
      decorative: oneOf(false, [true, false]),
      credit: line(PICTURE_LIMITS.credit),
      ai: oneOf("none", AI_LABELS),
    },
    called: "ảnh",
  },
  gallery: { content: "figure+", group: "block", attrs: { caption: line(GALLERY_LIMITS.caption) }, called: "chùm ảnh" },
  attachment: {
    group: "block",
    attrs: { file: fileHash(), title: line(ATTACHMENT_LIMITS.title), summary: line(ATTACHMENT_LIMITS.summary) },
    called: "tệp đính kèm",
  },
  video: {
    content: "inline*",
    group: "block",
    attrs: {
      ...{ file: fileHash(), poster: fileBeside(), subtitles: fileBeside() },
      ...wordsOfMedia(),
    },
    called: "video",
  },
  audio: { content: "inline*", group: "block", attrs: { file: fileHash(), ...wordsOfMedia() }, called: "âm thanh" },
  text: { group: "inline", attrs: {}, called: "chữ" },
  hardBreak: { group: "inline", attrs: {}, called: "xuống dòng" },
} as const satisfies Record<string, NodeRule>;

/** Marks in the order in which they are kept. */
export const MARKS = {
  link: {
    href: { default: undefined, read: (value) => (typeof value === "string" ? safeHref(value) : null) ?? undefined },
  },
  bold: {},
  italic: {},
  underline: {},
  subscript: {},
  superscript: {},
} as const satisfies Record<string, Readonly<Record<string, Attribute>>>;

export type NodeName = keyof typeof NODES;
export type MarkName = keyof typeof MARKS;

export const carriesId = (name: NodeName): boolean => name !== "doc" && name !== "text" && name !== "hardBreak";

/** The table as a ProseMirror schema: what may stand in what is decided by the same machine here and in the editor. */
export const bodySchema = new Schema({
  topNode: "doc",
  nodes: Object.fromEntries(
    Object.entries<NodeRule>(NODES).map(([name, { content, group, attrs }]) => [
      name,
      {
        ...(content === undefined ? {} : { content }),
        ...(group === undefined ? {} : { group, inline: group === "inline" }),
        attrs: { ...defaultsOf(attrs), ...(carriesId(name as NodeName) ? { id: { default: null } } : {}) },
      },
    ]),
  ),
  marks: Object.fromEntries(
    Object.entries<Readonly<Record<string, Attribute>>>(MARKS).map(([name, attrs]) => [
      name,
      { attrs: defaultsOf(attrs) },
    ]),
  ),
});

function defaultsOf(attrs: Readonly<Record<string, Attribute>>): Record<string, { default?: unknown }> {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, { default: value }]) => [name, value === undefined ? {} : { default: value }]),
  );
}

function oneOf(value: unknown, allowed: readonly unknown[]): Attribute {
  return { default: value, read: (given) => (allowed.includes(given) ? given : undefined) };
}

function whole(value: number, least: number, most: number): Attribute {
  const fits = (given: unknown) => Number.isInteger(given) && Number(given) >= least && Number(given) <= most;
  return { default: value, read: (given) => (fits(given) ? given : undefined) };
}

function line(most: number): Attribute {
  return {
    default: "",
    read: (given) => (typeof given === "string" && given.length <= most ? cleanLine(given) : undefined),
  };
}

function lines(most: number): Attribute {
  return {
    default: "",
    read: (given) => (typeof given === "string" && given.length <= most ? cleanLines(given) : undefined),
  };
}

/** A file goes by the SHA-256 of its bytes, so that whoever signs a text signs the pictures and documents in it. */
function fileHash(): Attribute {
  const fits = (given: unknown) => given === null || (typeof given === "string" && /^[0-9a-f]{64}$/.test(given));
  return { default: null, read: (given) => (fits(given) ? given : undefined) };
}

/** Another file that belongs to a node's own: called `file` there as well, by which the database knows that it is named. */
function fileBeside(): Attribute {
  const { read } = fileHash();
  return {
    default: null,
    read: (given) => {
      if (given === null) return null;
      if (typeof given !== "object" || Object.keys(given).join() !== "file") return undefined;
      const file = read((given as { file: unknown }).file);
      return typeof file === "string" ? { file } : undefined;
    },
  };
}

/** `speechless`: nobody speaks in it, so that there is nothing to read in its place. One label holds for all files of it. */
function wordsOfMedia() {
  const { title, credit, transcript } = MEDIA_LIMITS;
  return {
    ...{ title: line(title), credit: line(credit) },
    ...{ transcript: lines(transcript), speechless: oneOf(false, [true, false]), ai: oneOf("none", AI_LABELS) },
  };
}

/** How the picture is turned and cut, as `spellCut` spells it. */
function pictureCut(): Attribute {
  return { default: "", read: (given) => (typeof given === "string" && readCut(given) ? given : undefined) };
}
