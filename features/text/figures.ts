import type { Attachment, Block, BodyDoc, Figure } from "./body.ts";
import type { Content, Kind } from "./kind.ts";

/** The pictures of a body in reading order, those that are awaited among them. */
export function figuresIn(body: BodyDoc): Figure[] {
  return body.content.filter((block) => block.type === "figure");
}

/** All pictures of a text: those beside the body before those in it. */
export function figuresOf<C extends Content>(kind: Kind<C>, content: C): Figure[] {
  return [...(kind.figures?.(content) ?? []), ...(content.body ? figuresIn(content.body) : [])];
}

/** The documents of a body in reading order, those that are awaited among them. */
export function attachmentsIn(body: BodyDoc): Attachment[] {
  return body.content.filter((block) => block.type === "attachment");
}

/** Whether a block is the place of a file. */
export const isFiles = (block: Block): block is Figure | Attachment =>
  block.type === "figure" || block.type === "attachment";

/** The files that a text shows and hands out, by their hashes, each once, pictures before documents. */
export function filesOf<C extends Content>(kind: Kind<C>, content: C): string[] {
  const places = [...figuresOf(kind, content), ...(content.body ? attachmentsIn(content.body) : [])];
  return [...new Set(places.flatMap(({ attrs }) => attrs.file ?? []))];
}
