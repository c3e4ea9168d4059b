import { cache } from "react";
import { translationPath } from "#features/addresses/english.ts";
import { authorPath, heldRoots, rootOf, tagPath, topicPath, weekPath } from "#features/addresses/lists.ts";
import { paperPath } from "#features/addresses/papers.ts";
import { articlePath, pagePath } from "#features/addresses/public.ts";
import type { Picture, Pictures } from "#features/files/picture.ts";
import { article, endsAt } from "#features/kinds/article.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { page } from "#features/kinds/page.ts";
import { site } from "#features/kinds/site.ts";
import { pathTo, type Section, type TreeSection, treeOf } from "#features/sites/tree.ts";
import { emptyContent } from "#features/text/content.ts";
import { pictureIn, usesOf } from "#features/text/figures.ts";
import { type Note, type NoteKind, notesOf } from "#features/text/notes.ts";
import { signedContent } from "#features/text/signed.ts";
import { isNamedWhenGone } from "#features/workflow/reasons.ts";
import { PAGE_SIZE, pagesFor } from "./page-size.ts";
import { readersFiles, readersPictures } from "./pictures.ts";
import { reads } from "./reads.ts";
import { readersShare } from "./share.ts";
import type { Card, GoneDocument, LiveArticle, LivePage, PageLink, SharePicture, Site } from "./types.ts";

/** What may be asked twice in one render (by a page and by its metadata) is asked of the database once. */
export const siteByKey = cache(async (key: string): Promise<Site | null> => {
  const found = await reads.findSite(key);
  return found ? toSite(found) : null;
});

/** The site whose key stands in the front's address of a page. @throws for a key that is no site: the front never asks for one */
export async function siteOf(params: { site: string } | Promise<{ site: string }>): Promise<Site> {
  const { site: key } = await params;
  const found = await siteByKey(key);
  if (found === null) throw new Error(`There is no site "${key}".`);
  return found;
}

/** Every site, the oldest first. */
export async function allSites(): Promise<Site[]> {
  return (await reads.findSites()).map(toSite);
}

/** The site that somebody of its staff works for. @throws where there is none of that number: no site is ever taken away */
export async function siteById(siteId: number): Promise<Site> {
  const site = (await allSites()).find(({ id }) => id === siteId);
  if (!site) throw new Error(`site ${siteId} is gone`);
  return site;
}

function toSite({
  canonical,
  contentVersion,
  name,
  ...row
}: Awaited<ReturnType<typeof reads.findSites>>[number]): Site {
  const { version: _, ...words } =
    canonical === null || contentVersion === null
      ? { ...emptyContent(site), name }
      : signedContent(site, canonical, contentVersion);
  return { ...row, ...words };
}

/** The emblem beside a site's name as readers get it; null where there is none. */
export const emblemOf = cache(async ({ id, emblem }: Site): Promise<Picture | null> => {
  const { file } = emblem;
  return file === null ? null : ((await readersPictures(id, [file])).get(file) ?? null);
});

export const sectionTree = cache(
  async (siteId: number): Promise<TreeSection[]> => treeOf(await reads.findSections(siteId)),
);

/** The pages that readers may go to, by name. */
export const pageLinks = cache(async (siteId: number): Promise<PageLink[]> => {
  const found = await reads.findPages(siteId);
  return found.map(({ number, title, slug, card }) => {
    const { place } = { ...page.bare, ...card };
    return { number, title, path: pagePath(slug ?? ""), place };
  });
});

/** What readers find at the site's root. */
export function slugsAtRoot(tree: readonly TreeSection[], pages: readonly PageLink[]): string[] {
  return [...tree.filter(({ opened }) => opened).map(({ slug }) => slug), ...pages.map(({ path }) => path.slice(1))];
}

export const livePage = cache(async (siteId: number, number: number): Promise<LivePage | null> => {
  const found = await reads.findLivePage(siteId, number);
  if (!found?.canonical) return null;
  const content = signedContent(page, found.canonical, found.contentVersion);
  const pictures = await readersFiles(siteId, usesOf(page, content));
  return {
    number,
    content,
    pictures,
    share: await shareBeside(pictures, siteId, number),
    shownAt: found.shownAt,
    updatedAt: later(found.liveSince, found.firstLiveAt),
  };
});

export type SectionPage = { section: TreeSection; path: Section[]; page: number; pages: number; cards: Card[] };

/** One page of a section, the sections below it included; null when there is no such section or page. */
export const sectionPage = cache(async (siteId: number, id: number, page: number): Promise<SectionPage | null> => {
  const tree = await sectionTree(siteId);
  const section = tree.find((one) => one.id === id);
  if (section === undefined) return null;
  const pages = pagesFor(await reads.countInSection(siteId, section.id));
  if (page < 1 || page > pages) return null;
  const found = await reads.findInSection(siteId, section.id, (page - 1) * PAGE_SIZE, PAGE_SIZE);
  return { section, path: pathTo(tree, section.id), page, pages, cards: await cardsOf(siteId, found) };
});

export const liveArticle = cache(async (siteId: number, number: number): Promise<LiveArticle | null> => {
  const found = await reads.findLive(siteId, number);
  if (!found?.canonical) return null;
  const content = signedContent(article, found.canonical, found.contentVersion);
  const [tree, pictures, named, authors, noted] = await Promise.all([
    sectionTree(siteId),
    readersFiles(siteId, usesOf(article, content)),
    reads.findTags(siteId, content.tagIds),
    reads.findAuthorsOf(siteId, number, content.byline.hidden ? [] : content.byline.names.map(({ name }) => name)),
    reads.findNoted([number]),
  ]);
  return {
    number: found.number,
    content,
    pictures,
    share: await shareBeside(pictures, siteId, number),
    notes: notesOf(noted),
    sectionPath: pathTo(tree, found.sectionId),
    tags: content.tagIds
      .flatMap((id) => named.filter((tag) => tag.id === id))
      .map(({ id, name, slug }) => ({ id, name, path: tagPath(slug) })),
    authors: new Map(authors.map(({ name, slug }) => [name, authorPath(slug)])),
    shownAt: found.shownAt,
    updatedAt: later(found.liveSince, found.firstLiveAt),
    views: found.views,
  };
});

/** The same article without ways to lists whose address something has at the site's root. @param slugs of what readers find there */
export function withoutHeldWays(article: LiveArticle, slugs: readonly string[]): LiveArticle {
  const held = heldRoots(slugs);
  const unlessHeld = (path: string | null) => (path === null || held.has(rootOf(path)) ? null : path);
  return {
    ...article,
    tags: article.tags.map((tag) => ({ ...tag, path: unlessHeld(tag.path) })),
    authors: new Map([...article.authors].map(([name, path]) => [name, unlessHeld(path)])),
  };
}

/**
 * The notes as readers would see them with another text of a document.
 *
 * @param text of which edition it is, and which revision, when it is one
 */
export async function notesWith(
  number: number,
  text: { edition: number; revisionId: number | null; content: Record<NoteKind, string> },
): Promise<Note[]> {
  const noted = await reads.findNoted([number]);
  const at = noted.find(({ revisionId }) => revisionId === text.revisionId)?.at ?? null;
  return notesOf([...noted.filter(({ edition }) => edition < text.edition), { ...text.content, at }]);
}

/** What has a picture of its own is shared with that. */
export async function shareBeside(pictures: Pictures, siteId: number, number: number): Promise<SharePicture | null> {
  const hasOwn = [...pictures.values()].some((one) => "sources" in one);
  return hasOwn ? null : readersShare(siteId, number);
}

/** All of them: one that is missing here does not compile. */
const HAVE_PAGES: Record<GoneDocument["kind"], true> = {
  ...{ article: true, page: true, paper: true, topic: true, week: true, translation: true },
};
/** Whether documents of a kind have pages of their own, at which readers may look for one. */
const hasPage = (kind: KindName): kind is GoneDocument["kind"] => Object.hasOwn(HAVE_PAGES, kind);

/** What is left to say about a withdrawn document that had a page of its own. */
export async function goneDocument(siteId: number, number: number): Promise<GoneDocument | null> {
  const found = await reads.findStanding(siteId, number);
  if (!found?.withdrawnAt || !found.withdrawnReason || !hasPage(found.kind)) return null;
  return {
    kind: found.kind,
    headline: isNamedWhenGone(found.withdrawnReason) ? found.headline : null,
    withdrawnAt: found.withdrawnAt,
    reason: found.withdrawnReason,
    mergedInto: found.mergedIntoId === null ? null : await liveLink(siteId, found.mergedIntoId),
  };
}

/** What a live document with an address is called and where it is; null of what readers do not get. */
export async function liveLink(siteId: number, number: number): Promise<{ headline: string; path: string } | null> {
  const found = await reads.findStanding(siteId, number);
  if (found?.visibility !== "live" || !found.slug) return null;
  const { headline, slug, sectionSlug, kind } = found;
  if (kind === "page") return { headline, path: pagePath(slug) };
  if (kind === "paper") return { headline, path: paperPath(slug, number) };
  if (kind === "topic") return { headline, path: topicPath(slug) };
  if (kind === "week") return { headline, path: weekPath(slug) };
  if (kind === "translation") {
    const original = await reads.findOriginal(siteId, number);
    return original?.visibility === "live" ? { headline, path: translationPath(slug, number) } : null;
  }
  return sectionSlug ? { headline, path: articlePath(sectionSlug, slug, number) } : null;
}

/** When a later text replaced the first one; null where none did. */
export function later(changed: Date | null, first: Date | null): Date | null {
  return changed !== null && first !== null && changed > first ? changed : null;
}

/** What a store lists as readers get it, with its pictures. */
export const cardsOf = (siteId: number, found: Parameters<typeof toCard>[0][]): Promise<Card[]> =>
  withPictures(siteId, found.map(toCard));

/** The same lines of a list with the pictures that are beside their headlines. */
export async function withPictures<C extends Card>(siteId: number, cards: C[]): Promise<C[]> {
  const pictures = await readersPictures(siteId, [...new Set(cards.flatMap(({ lead }) => pictureIn(lead) ?? []))]);
  return cards.map((card) => ({ ...card, picture: pictures.get(pictureIn(card.lead) ?? "") ?? null }));
}

/** An article as a list shows it, its picture apart. */
export function toCard({ slug, shownAt, card, ...row }: Awaited<ReturnType<typeof reads.findNewest>>[number]): Card {
  if (slug === null || shownAt === null) throw new Error(`Live article ${row.number} has no address or date.`);
  const { kicker, standfirst, kind, lead, validUntil } = { ...article.bare, ...card };
  const path = articlePath(row.section.slug, slug, row.number);
  const said = { kicker, standfirst, kind, endsAt: endsAt({ kind, validUntil }) };
  return { ...row, ...said, lead: { ...NO_LEAD, ...lead }, picture: null, shownAt, path };
}
