import { libraryPath, saying } from "#features/addresses/desk.ts";
import { type Cursor, placeOf, type Search, saidIn } from "#features/desk/address.ts";
import { FILE_KINDS, type FileKind } from "#features/files/media.ts";

/** Where files may be used: in some text, a kept one or one that is being written; in none; in one that readers have. */
export const USES = ["used", "unused", "live"] as const;
export type Use = (typeof USES)[number];

/** What may be amiss with a file: nobody has described it, nothing could be made of it, or no reader may have it. */
export const LACKS = ["alt", "failed", "hidden"] as const;
export type Lack = (typeof LACKS)[number];

/** How the right to show it stands: it has ended, ends within 30 days, is said by nobody; or it comes from a generative program. */
export const RIGHTS = ["ended", "ending", "unsaid", "ai"] as const;
export type Right = (typeof RIGHTS)[number];
export const LOOKS = ["grid", "list"] as const;
export type Look = (typeof LOOKS)[number];

/** What the library is narrowed to: all of it stands in the address. */
export type FileFilter = {
  /** Found in captions, credits, descriptions, names and keywords whatever their accents and case. */
  words: string;
  kind: FileKind | null;
  /** Who brought it. */
  personId: number | null;
  use: Use | null;
  lack: Lack | null;
  /** The number of the collection that they lie in. */
  collectionId: number | null;
  /** The SHA-256 of the picture that they look nearly like. */
  alike: string | null;
  right: Right | null;
  /** When it was brought: days here, as yyyy-mm-dd, both included. */
  from: string | null;
  until: string | null;
  look: Look;
  cursor: Cursor | null;
};

/** Reads an address; what it says amiss is as if it were not said. */
export function fileFilterOf(search: Search): FileFilter {
  const { said, words, day, id, cursor } = saidIn(search);
  const alike = said("alike");
  return {
    words: words(),
    kind: FILE_KINDS.find((kind) => kind === said("kind")) ?? null,
    personId: id("person"),
    use: USES.find((use) => use === said("use")) ?? null,
    lack: LACKS.find((lack) => lack === said("lack")) ?? null,
    collectionId: id("collection"),
    alike: HASH.test(alike) ? alike : null,
    right: RIGHTS.find((right) => right === said("right")) ?? null,
    from: day("from"),
    until: day("until"),
    look: LOOKS.find((look) => look === said("look")) ?? "grid",
    cursor: cursor(),
  };
}

const HASH = /^[0-9a-f]{64}$/;

/** What an address says of a filter; what is as usual is left out. */
export function saidOf(filter: FileFilter): Record<string, string | number | null> {
  return {
    words: filter.words || null,
    kind: filter.kind,
    person: filter.personId,
    use: filter.use,
    lack: filter.lack,
    collection: filter.collectionId,
    alike: filter.alike,
    right: filter.right,
    from: filter.from,
    until: filter.until,
    look: filter.look === "grid" ? null : filter.look,
    ...placeOf(filter.cursor),
  };
}

/** The address of the library under a filter. */
export const libraryAddress = (filter: FileFilter): string => saying(libraryPath, saidOf(filter));

/** Whether anything is left out, beside what the words say. */
export function isNarrowedTo({ words: _, look: _look, cursor: _cursor, ...narrowing }: FileFilter): boolean {
  return Object.values(narrowing).some((one) => one !== null);
}

/** Whether all files of the site are meant. */
export const isWhole = (filter: FileFilter): boolean => filter.words === "" && !isNarrowedTo(filter);
