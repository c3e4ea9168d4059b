import type { Block, BodyDoc, Inline, ListItem, TableCell } from "./body.ts";
import { type FilePlace, filePlacesIn, isPlace, pictureIn } from "./figures.ts";
import { markerOf } from "./markers.ts";

/**
 * What readers get of a body: all but the places of files that are still awaited, whose words speak of nothing.
 * @param files those that readers get (`usesOf`): what is hidden from them goes with its words. Without it, all that are named
 */
export function shownBody(body: BodyDoc, files?: { has: (use: string) => boolean }): BodyDoc {
  const isShown = (place: FilePlace): boolean => {
    const use = place.type === "figure" ? pictureIn(place.attrs) : place.attrs.file;
    return use !== null && (files?.has(use) ?? true);
  };
  const content = body.content.flatMap((block): Block | [] => {
    if (isPlace(block)) return isShown(block) ? block : [];
    if (block.type !== "gallery") return block;
    const pictures = block.content.filter(isShown);
    return pictures.length === 0 ? [] : { ...block, content: pictures };
  });
  return { ...body, content };
}

/** The body as lines of text, in reading order: markers as readers see them, cells parted by tabs, words of files included. */
export function plainText(body: BodyDoc): string {
  return body.content.flatMap(plainLines).join("\n");
}

export function plainLines(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [inlineText(block.content)];
    case "figure":
      return [[inlineText(block.content), block.attrs.credit].filter((text) => text !== "").join(" ")];
    case "gallery":
      return [...(block.attrs.caption === "" ? [] : [block.attrs.caption]), ...block.content.flatMap(plainLines)];
    case "attachment":
      return [block.attrs.title, block.attrs.summary].filter((text) => text !== "");
    case "video":
    case "audio": {
      const { title, credit, transcript, speechless } = block.attrs;
      const words = [title, inlineText(block.content), credit, transcript, speechless ? SPEECHLESS : ""];
      return words.filter((text) => text !== "");
    }
    case "blockquote":
      return block.content.flatMap(plainLines);
    case "bulletList":
      return block.content.flatMap((item) => itemLines(item, markerOf(block.attrs.style, 1)));
    case "orderedList":
      return block.content.flatMap((item, at) => itemLines(item, markerOf(block.attrs.style, block.attrs.start + at)));
    case "table":
      return [
        ...(block.attrs.caption === "" ? [] : [block.attrs.caption]),
        ...block.content.map((row) => (row.content ?? []).map(cellText).join("\t")),
      ];
  }
}

/** What readers read of what is played in which nobody speaks. */
export const SPEECHLESS = "Không có lời nói.";

export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((inline) => (inline.type === "text" ? inline.text : "\n")).join("");
}

/** True when readers would see nothing at all. */
export function isEmptyBody(body: BodyDoc): boolean {
  const shown = shownBody(body);
  return plainText(shown).trim() === "" && filePlacesIn(shown).length === 0;
}

function itemLines(item: ListItem, marker: string): string[] {
  const [first = "", ...others] = item.content.flatMap(plainLines);
  return [`${marker} ${first}`, ...others];
}

function cellText(cell: TableCell): string {
  return cell.content.flatMap(plainLines).join(" ");
}
