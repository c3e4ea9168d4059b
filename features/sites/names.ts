import { OWN_ROOTS } from "#features/addresses/lists.ts";
import { FURTHER } from "#features/addresses/public.ts";
import { MAX_SLUG, RESERVED_SLUGS, SLUG, slugFrom, slugOf } from "#features/text/slug.ts";
import { bare } from "#lib/bare.ts";
import { cleanLine } from "#lib/nfc.ts";
import { pathOf, type Section } from "./tree.ts";

/** Longest names, in UTF-16 units. */
export const LONGEST_SECTION = 120;
export const LONGEST_TAG = 80;

/** What portals of offices have beside articles: an address that is a section's would have to be taken from it some day. */
const KEPT_FREE = ["phan-hoi", "danh-gia", "feed"] as const;

/**
 * Addresses at a site's root that the program keeps for itself; the law refuses them as well. What had one of them before keeps it.
 */
export const RESERVED_AT_ROOT: readonly string[] = [...RESERVED_SLUGS, FURTHER, ...OWN_ROOTS, ...KEPT_FREE];

/** A name as it is kept: in composed letters, one blank between words. What is far too long is not looked at. */
export function nameFrom(said: string, longest: number): string {
  return said.length > 5 * longest ? said : cleanLine(said).replace(/\s+/g, " ");
}

/** What stands on a site already: its sections, the addresses that they had before, and those of its pages. */
export type Around = {
  tree: readonly Section[];
  former: readonly { slug: string; sectionId: number }[];
  pageSlugs: readonly string[];
};

/** Why an address is not to be had. `path` names the section that has it, or had it and is still found by it. */
type NotFree =
  | { why: "reserved"; slug: string }
  | { why: "taken" | "former"; slug: string; path: string }
  | { why: "page"; slug: string };

/** Why something is not what a section is called. "empty": nothing is in it that an address could be made of. */
export type Misnamed = NotFree | { why: "empty" } | { why: "too_long" };

export type Name = { name: string; slug: string };

/** A new section by its name: as it is kept and with its address, or why there can be none. */
export function newSection(
  around: Around,
  said: { name: string; parentId: number | null },
): ({ why: null } & Name) | Misnamed | { why: "no_parent" } {
  const name = nameFrom(said.name, LONGEST_SECTION);
  if (name.length > LONGEST_SECTION) return { why: "too_long" };
  const slug = slugOf(name);
  if (slug === "") return { why: "empty" };
  if (said.parentId !== null && !around.tree.some(({ id }) => id === said.parentId)) return { why: "no_parent" };
  return notFree(around, slug, null) ?? { why: null, name, slug };
}

/**
 * What a section would be called instead, with its address, or why it cannot be. An address that it has or had is its own, whatever
 * that is.
 *
 * @param said without an address of its own (""), that is made of the name
 */
export function renamed(
  around: Around,
  section: Section,
  said: Name,
): ({ why: null } & Name) | Misnamed | { why: "same" } | { why: "no_slug" } {
  const name = nameFrom(said.name, LONGEST_SECTION);
  if (name.length > LONGEST_SECTION) return { why: "too_long" };
  if (slugOf(name) === "") return { why: "empty" };
  const typed = said.slug.trim();
  const slug = typed === "" ? slugOf(name) : typed;
  if (slug.length > MAX_SLUG || !SLUG.test(slug)) return { why: "no_slug" };
  if (name === section.name && slug === section.slug) return { why: "same" };
  const isKept = slug === section.slug;
  return (isKept ? null : notFree(around, slug, section.id)) ?? { why: null, name, slug };
}

/** @param id of the section that would have it, null for one that is not there yet */
function notFree({ tree, former, pageSlugs }: Around, slug: string, id: number | null): NotFree | null {
  if (RESERVED_AT_ROOT.includes(slug)) return { why: "reserved", slug };
  const holder = tree.find((section) => section.slug === slug);
  if (holder) return { why: "taken", slug, path: pathOf(tree, holder) };
  if (pageSlugs.includes(slug)) return { why: "page", slug };
  const had = former.find((one) => one.slug === slug && one.sectionId !== id);
  const found = had && tree.find((section) => section.id === had.sectionId);
  return found ? { why: "former", slug, path: pathOf(tree, found) } : null;
}

type Tag = { name: string; slug: string };

/**
 * The tag that a name means among those of a site. The same name, in whatever capitals. Marks tell words apart (mưa, mùa); a name
 * that was typed without any means the one tag that reads so without them, if there is only one.
 */
export function meantTag<T extends Tag>(name: string, known: readonly T[]): T | undefined {
  const same = known.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
  if (same || bare(name) !== name.toLowerCase()) return same;
  const alike = known.filter((tag) => bare(tag.name) === bare(name));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The address of a new tag. Words that only marks or signs tell apart get one each. */
export function tagSlug(name: string, known: readonly Tag[]): string {
  const taken = new Set(known.map(({ slug }) => slug));
  const slug = slugFrom(name);
  for (let n = 2, free = slug; ; n += 1) {
    if (!taken.has(free)) return free;
    free = `${slug}-${n}`;
  }
}
