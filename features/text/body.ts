import type { BulletStyle, NumberStyle } from "./markers.ts";
import type { AiLabel } from "./vocabulary.ts";

/** What a body is once it passed the validator: every attribute present, every block with an id. */
export type BodyDoc = { type: "doc"; content: Block[] };

export type Align = "center" | "right" | "justify" | null;

export type Mark =
  | { type: "bold" | "italic" | "underline" | "subscript" | "superscript" }
  | { type: "link"; attrs: { href: string } };

/** `words` is what an abbreviation stands for: only while it is drawn (`abbreviated.ts`). */
type Text = { type: "text"; text: string; marks?: Mark[]; words?: string };
type HardBreak = { type: "hardBreak"; marks?: Mark[] };
export type Inline = Text | HardBreak;

export type Paragraph = { type: "paragraph"; attrs: { id: string; align: Align }; content?: Inline[] };
type Heading = { type: "heading"; attrs: { id: string; level: 2 | 3 | 4; align: Align }; content?: Inline[] };
type Blockquote = { type: "blockquote"; attrs: { id: string }; content: Flow[] };
export type BulletList = { type: "bulletList"; attrs: { id: string; style: BulletStyle }; content: ListItem[] };
export type OrderedList = {
  type: "orderedList";
  attrs: { id: string; style: NumberStyle; start: number };
  content: ListItem[];
};
export type ListItem = { type: "listItem"; attrs: { id: string }; content: [Paragraph, ...Flow[]] };
export type Table = { type: "table"; attrs: { id: string; caption: string }; content: TableRow[] };
type TableRow = { type: "tableRow"; attrs: { id: string }; content?: TableCell[] };
export type TableCell = {
  type: "tableCell" | "tableHeader";
  attrs: { id: string; colspan: number; rowspan: number };
  content: Flow[];
};
export type Figure = {
  type: "figure";
  /**
   * `file` is the SHA-256 of the picture's bytes, in hex; null: it is awaited, the caption stands already. `cut` is how it is turned
   * and cut here (`picture-cut.ts`), `ai` what readers are told of it; texts that were kept before there was either do not say it.
   */
  attrs: {
    id: string;
    file: string | null;
    cut?: string;
    alt: string;
    decorative: boolean;
    credit: string;
    ai?: AiLabel;
  };
  /** The caption. */
  content?: Inline[];
};

/** Pictures that belong together, in their order; `caption` is what they are called together, or "". */
export type Gallery = { type: "gallery"; attrs: { id: string; caption: string }; content: Figure[] };

export type Attachment = {
  type: "attachment";
  /** `file` is the SHA-256 of the document's bytes, as a figure's; `title` is what readers read, `summary` what it says, or "". */
  attrs: { id: string; file: string | null; title: string; summary: string };
};

/** Another file that belongs to a video: its poster, its subtitles. */
export type FileBeside = { file: string } | null;

/**
 * `title` is what readers read above all; `transcript` its words as lines, or ""; `speechless`: there are none. `ai` is what readers are
 * told of all of it; texts that were kept before there was such a label do not say it.
 */
type WordsOfMedia = { title: string; credit: string; transcript: string; speechless: boolean; ai?: AiLabel };

export type Video = {
  type: "video";
  attrs: { id: string; file: string | null; poster: FileBeside; subtitles: FileBeside } & WordsOfMedia;
  /** The caption. */
  content?: Inline[];
};

export type Audio = {
  type: "audio";
  attrs: { id: string; file: string | null } & WordsOfMedia;
  /** The caption. */
  content?: Inline[];
};

/** What may stand in a quote, a list item or a table cell. */
export type Flow = Paragraph | BulletList | OrderedList;
export type Block = Flow | Heading | Blockquote | Table | Figure | Gallery | Attachment | Video | Audio;
export type AnyNode = BodyDoc | Block | ListItem | TableRow | TableCell | Inline;
