import { translationPath } from "#features/addresses/english.ts";
import type { Drawable } from "#features/addresses/inside.ts";
import { topicPath, weekPath } from "#features/addresses/lists.ts";
import { paperPath } from "#features/addresses/papers.ts";
import { articlePath, filePagePath, pagePath, sectionPath } from "#features/addresses/public.ts";
import { fileSlug } from "#features/files/picture.ts";

/** What stands under an address of its own. The path is the public one, in its only right spelling. */
type Addressed = Exclude<Drawable, Addressless> & { path: string; query?: OwnQuery };

/**
 * Of an address that its query belongs to: how that is spelt, with its `?`, or "". What anybody may type has no end, and is not
 * kept; what leads from one page to the next is.
 */
export type OwnQuery = { spelt: string; isKept: boolean };

/** What is said instead of something. */
type Addressless = Extract<Drawable, { kind: "gone" | "hidden" | "unknown" | "api_problem" | "api_gone" }>;

/** What an address is, decided before anything is drawn. */
export type Resolution = Addressed | Addressless | { kind: "moved"; to: string };

/** Where an article stands; the section and the slug are those of the text that was live last. */
type Stands = {
  visibility: "never_live" | "live" | "hidden" | "withdrawn";
  slug: string | null;
  sectionSlug: string | null;
};

/** Nothing, for an article that readers never met: its number is no secret, its existence is. */
export function resolveArticle(number: number, stands: Stands | undefined): Resolution {
  if (stands?.visibility === "hidden") return { kind: "hidden", of: "article" };
  if (stands?.visibility === "withdrawn") return { kind: "gone", number };
  if (stands?.visibility !== "live" || !stands.slug || !stands.sectionSlug) return { kind: "unknown" };
  return { kind: "article", path: articlePath(stands.sectionSlug, stands.slug, number), number };
}

/** The same of a page that stands for itself. */
export function resolveOwnPage(
  stands: (Pick<Stands, "visibility" | "slug"> & { number: number }) | undefined,
): Resolution {
  if (stands?.visibility === "hidden") return { kind: "hidden", of: "page" };
  if (stands?.visibility === "withdrawn") return { kind: "gone", number: stands.number };
  if (stands?.visibility !== "live" || !stands.slug) return { kind: "unknown" };
  return { kind: "own_page", path: pagePath(stands.slug), number: stands.number };
}

/** The same of a paper. */
export function resolvePaper(number: number, stands: Pick<Stands, "visibility" | "slug"> | undefined): Resolution {
  if (stands?.visibility === "hidden") return { kind: "hidden", of: "paper" };
  if (stands?.visibility === "withdrawn") return { kind: "gone", number };
  if (stands?.visibility !== "live" || !stands.slug) return { kind: "unknown" };
  return { kind: "paper", path: paperPath(stands.slug, number), number };
}

/** Whose sister a text in English is, and how that stands. */
type Original = Pick<Stands, "visibility"> & { number: number; kind: "article" | "page" };

/** The same of an English sister: readers have it for as long as they have what it is the sister of. */
export function resolveTranslation(
  number: number,
  stands: Pick<Stands, "visibility" | "slug"> | undefined,
  original: Original | undefined,
): Resolution {
  if (stands === undefined || stands.visibility === "never_live" || original === undefined) return { kind: "unknown" };
  // What is said of the other one comes first: it may be less.
  if (original.visibility === "withdrawn") return { kind: "gone", number: original.number };
  if (original.visibility !== "hidden" && stands.visibility === "withdrawn") return { kind: "gone", number };
  if (stands.visibility === "hidden" || original.visibility === "hidden") return { kind: "hidden", of: original.kind };
  return stands.slug
    ? { kind: "translation", path: translationPath(stands.slug, number), number }
    : { kind: "unknown" };
}

/** The same of a page of a topic, wherever its list ends. */
export function resolveTopic(
  stands: (Pick<Stands, "visibility" | "slug"> & { number: number }) | undefined,
  page = 1,
): Resolution {
  if (stands?.visibility === "hidden") return { kind: "hidden", of: "topic" };
  if (stands?.visibility === "withdrawn") return { kind: "gone", number: stands.number };
  if (stands?.visibility !== "live" || !stands.slug) return { kind: "unknown" };
  return { kind: "topic", path: topicPath(stands.slug, page), number: stands.number, page };
}

/** The same of the calendar of a week. */
export function resolveWeek(
  stands: (Pick<Stands, "visibility" | "slug"> & { number: number }) | undefined,
): Resolution {
  if (stands?.visibility === "hidden") return { kind: "hidden", of: "week" };
  if (stands?.visibility === "withdrawn") return { kind: "gone", number: stands.number };
  if (stands?.visibility !== "live" || !stands.slug) return { kind: "unknown" };
  return { kind: "week", path: weekPath(stands.slug), number: stands.number };
}

/** @param file null where no live text hands it out, or no browser shows it */
export function resolveFile(file: { id: number; name: string } | null): Resolution {
  if (file === null) return { kind: "unknown" };
  return { kind: "file", path: filePagePath(file.id, fileSlug(file)), id: file.id };
}

/** @param section undefined when there is none that readers may know of; `pages` is how many it has */
export function resolveSection(
  section: { id: number; slug: string; pages: number } | undefined,
  page: number,
): Resolution {
  if (section === undefined || page > section.pages) return { kind: "unknown" };
  return { kind: "section", path: sectionPath(section.slug, page), id: section.id, page };
}
