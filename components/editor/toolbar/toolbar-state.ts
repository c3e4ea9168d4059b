import type { Editor } from "@tiptap/core";
import type { Align } from "#features/text/body.ts";
import { rowAround } from "../files/gallery-in-text.ts";
import { inCaption } from "../schema/caption-keys.ts";
import { galleryAround, type ListStyle, listAround } from "./commands.ts";

/** Is it so where the cursor is, and may it be made so. */
export type Switch = { on: boolean; possible: boolean };

export type BlockKind = "paragraph" | "heading2" | "heading3" | "heading4" | "other";

export type ToolbarState = ReturnType<typeof toolbarState>;

/** Everything the toolbar shows, as a function of the editor and of nothing else. */
export function toolbarState({ editor }: { editor: Editor }) {
  const can = editor.can();
  const list = listAround(editor.state.selection);
  const mark = (name: string): Switch => ({ on: editor.isActive(name), possible: can.toggleMark(name) });
  const inTable = editor.isActive("table");
  const isCaption = inCaption(editor);
  return {
    block: blockKind(editor),
    headings: can.setNode("heading", { level: 2 }),
    bold: mark("bold"),
    italic: mark("italic"),
    underline: mark("underline"),
    subscript: mark("subscript"),
    superscript: mark("superscript"),
    link: { on: editor.isActive("link"), possible: can.setMark("link", { href: "/" }) },
    quote: { on: editor.isActive("blockquote"), possible: can.toggleBlockquote() },
    list: (list?.node.attrs.style ?? null) as ListStyle | null,
    start: (list?.node.attrs.start ?? null) as number | null,
    lists: list !== undefined || !(isCaption || editor.isActive("heading")),
    align: alignOf(editor),
    aligns: editor.isActive("paragraph") || editor.isActive("heading"),
    inTable,
    tables: !inTable && !editor.isActive("blockquote") && list === undefined && !isCaption,
    merge: inTable && can.mergeCells(),
    split: inTable && can.splitCell(),
    figures: !inTable,
    /** The gallery around the cursor, and whether single pictures stand in a row there. */
    gallery: (galleryAround(editor.state.selection)?.node.attrs.id ?? null) as string | null,
    row: rowAround(editor.state.selection.$from) !== null,
    undo: { on: false, possible: can.undo() },
    redo: { on: false, possible: can.redo() },
  };
}

function blockKind(editor: Editor): BlockKind {
  if (editor.isActive("heading", { level: 2 })) return "heading2";
  if (editor.isActive("heading", { level: 3 })) return "heading3";
  if (editor.isActive("heading", { level: 4 })) return "heading4";
  return editor.isActive("paragraph") ? "paragraph" : "other";
}

function alignOf(editor: Editor): Align {
  for (const align of ["center", "right", "justify"] as const) if (editor.isActive({ align })) return align;
  return null;
}
