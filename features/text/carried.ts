import type { Content, Fields, Kind } from "./kind.ts";

/** What a text says in the fields that its updates carry. */
export function carriedOf(kind: Kind, content: Fields): Fields {
  return Object.fromEntries(kind.carried.map((field) => [field, content[field] ?? kind.bare[field as never]]));
}

/**
 * An update carries what the text it began from says in some fields, until it has its own there: what readers were told once
 * is not taken back by leaving a field empty, and whoever types and undoes has written nothing.
 *
 * @param before what the text it began from says there
 */
export function withCarried<C extends Content>(kind: Kind, content: C, before: Fields): C {
  const left = kind.carried.filter((field) => isBare(kind, field, content) && before[field] !== undefined);
  return left.length === 0 ? content : { ...content, ...picked(left, before) };
}

/** The same text as people write and look at it: with what is its own in those fields, or nothing. */
export function withOwn<C extends Content>(kind: Kind, content: C, before: Fields): C {
  const taken = kind.carried.filter((field) => content[field] === before[field]);
  return taken.length === 0 ? content : { ...content, ...picked(taken, kind.bare) };
}

const isBare = (kind: Kind, field: string, content: Content) => content[field] === (kind.bare as Fields)[field];
const picked = (names: readonly string[], from: object) =>
  Object.fromEntries(names.map((name) => [name, (from as Fields)[name]]));
