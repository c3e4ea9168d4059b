import type { BodyDoc, Figure } from "./body.ts";
import type { Content, Kind } from "./kind.ts";

/** The pictures of a body in reading order, those that are awaited among them. */
export function figuresIn(body: BodyDoc): Figure[] {
  return body.content.filter((block) => block.type === "figure");
}

/** All pictures of a text: those beside the body before those in it. */
export function figuresOf<C extends Content>(kind: Kind<C>, content: C): Figure[] {
  return [...(kind.figures?.(content) ?? []), ...(content.body ? figuresIn(content.body) : [])];
}

/** The files that pictures are, by their hashes, each once and in the same order. */
export function filesIn(figures: readonly Figure[]): string[] {
  return [...new Set(figures.flatMap(({ attrs }) => attrs.file ?? []))];
}
