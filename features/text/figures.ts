import type { BodyDoc, Figure } from "./body.ts";

/** The pictures of a body in reading order, those that are awaited among them. */
export function figuresIn(body: BodyDoc): Figure[] {
  return body.content.filter((block) => block.type === "figure");
}

/** The files that its pictures are, by their hashes, each once and in reading order. */
export function filesIn(body: BodyDoc): string[] {
  return [...new Set(figuresIn(body).flatMap(({ attrs }) => attrs.file ?? []))];
}
