import type { Content, Fields, Kind } from "./kind.ts";

/** What a text says in the fields that its updates carry. */
export function carriedOf(kind: Kind, content: Fields): Fields {
  return Object.fromEntries(kind.carried.map((field) => [field, content[field] ?? kind.bare[field as never]]));
}

/**
 * An update carries what the text it began from says in some fields, until it has its own there: what readers were told once
 * is not taken back by leaving a field empty, and whoever types and undoes has written nothing. Whoever types the same words
 * once more has written something: they are kept apart from those that are only carried.
 *
 * @param before what the text it began from says there
 * @param left what an empty field carries
 */
export function withCarried<C extends Content>(kind: Kind, content: C, before: Fields, left: Fields = before): C {
  const kept = kind.carried.flatMap((field) => {
    if (isBare(kind, field, content)) return left[field] === undefined ? [] : [[field, left[field]]];
    return content[field] === before[field] ? [[field, typedAgain(before[field])]] : [];
  });
  return kept.length === 0 ? content : { ...content, ...Object.fromEntries(kept) };
}

/** The same text as people write and look at it: with what is its own in those fields, as it was typed, or nothing. */
export function withOwn<C extends Content>(kind: Kind, content: C, before: Fields): C {
  const own = kind.carried.flatMap((field) => {
    if (content[field] === before[field]) return [[field, kind.bare[field as never]]];
    return content[field] === typedAgain(before[field]) ? [[field, before[field]]] : [];
  });
  return own.length === 0 ? content : { ...content, ...Object.fromEntries(own) };
}

/** How words are kept that were typed again: with a line end, which nothing that is typed ends in (`cleanLines`). */
const typedAgain = (words: unknown): string => `${words}\n`;

const isBare = (kind: Kind, field: string, content: Content) => content[field] === (kind.bare as Fields)[field];
