import type { Attachment, BodyDoc, Figure, Gallery } from "./body.ts";
import type { Content, Kind } from "./kind.ts";
import { pictureKey } from "./picture-cut.ts";

/** The places of files in a body in reading order, those of galleries and those that are awaited among them. */
export function filePlacesIn(body: BodyDoc): (Figure | Attachment)[] {
  return body.content.flatMap((block) => {
    if (block.type === "gallery") return block.content;
    return block.type === "figure" || block.type === "attachment" ? block : [];
  });
}

/** The pictures of a body in reading order, those that are awaited among them. */
export const figuresIn = (body: BodyDoc): Figure[] => filePlacesIn(body).filter((place) => place.type === "figure");

/** The galleries of a body in reading order. */
export const galleriesIn = (body: BodyDoc): Gallery[] => body.content.filter((block) => block.type === "gallery");

/** All pictures of a text: those beside the body before those in it. */
export function figuresOf<C extends Content>(kind: Kind<C>, content: C): Figure[] {
  return [...(kind.figures?.(content) ?? []), ...(content.body ? figuresIn(content.body) : [])];
}

/** The documents of a body in reading order, those that are awaited among them. */
export const attachmentsIn = (body: BodyDoc): Attachment[] =>
  filePlacesIn(body).filter((place) => place.type === "attachment");

/**
 * What a text shows and hands out of which files, each once, pictures before documents: files by their hashes, with the cut where
 * there is one (`pictureKey`). A document is always whole.
 */
export function usesOf<C extends Content>(kind: Kind<C>, content: C): string[] {
  const pictures = figuresOf(kind, content).flatMap(({ attrs }) => pictureIn(attrs) ?? []);
  const documents = (content.body ? attachmentsIn(content.body) : []).flatMap(({ attrs }) => attrs.file ?? []);
  return [...new Set([...pictures, ...documents])];
}

/** What a figure shows; null while its picture is awaited. */
export const pictureIn = ({ file, cut = "" }: Pick<Figure["attrs"], "file" | "cut">): string | null =>
  file === null ? null : pictureKey({ file, cut });
