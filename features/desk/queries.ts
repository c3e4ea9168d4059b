import { sectionTree } from "#features/reading/queries.ts";
import { subtree } from "#features/reading/tree.ts";
import { articlesOf, articlesSeen, COUNTED, PAGE_SIZE } from "./all-store.ts";
import { type DeskDocument, deskDocument } from "./desk-document.ts";
import { outToday, toCome, waitingFor, writtenBy } from "./home-store.ts";
import type { DatedLine, Line, Waiting } from "./lines.ts";
import type { ListFilter } from "./list-filter.ts";
import { type AtSite, everWrote, ranksOf } from "./lists-store.ts";
import { type PageLine, pagesSeen, siteDocumentOf } from "./root-store.ts";

type DeskHome = { waiting: Waiting[]; writing: Line[]; toCome: Line[]; outToday: Line[] };

/** What somebody finds when they come to the desk: one query a list. */
export async function deskHome(staff: AtSite): Promise<DeskHome> {
  const ranks = await ranksOf(staff);
  const [waiting, writing, coming, out] = await Promise.all([
    waitingFor(ranks),
    writtenBy(ranks),
    toCome(ranks),
    outToday(ranks),
  ]);
  return { waiting, writing, toCome: coming, outToday: out };
}

/** What somebody goes on with after an article: the most pressing of the others that wait for them, and how many do. */
export async function nextWaiting(staff: AtSite, afterId: number): Promise<{ next: Waiting | null; count: number }> {
  const others = (await waitingFor(await ranksOf(staff))).filter(({ id }) => id !== afterId);
  return { next: others[0] ?? null, count: others.length };
}

export type ArticleList = {
  lines: DatedLine[];
  total: number;
  /** There are more than were counted. */
  isMore: boolean;
  page: number;
  /** Whether another page follows. */
  goesOn: boolean;
};

/** One page of all articles that somebody may see. */
export async function articleList(staff: AtSite, filter: ListFilter): Promise<ArticleList> {
  const { sectionId, personId, ...rest } = filter;
  const [ranks, tree, documentIds] = await Promise.all([
    ranksOf(staff),
    sectionId === null ? [] : sectionTree(staff.siteId),
    personId === null ? null : articlesOf(personId),
  ]);
  const sectionIds = sectionId === null ? null : subtree(tree, sectionId).map(({ id }) => id);
  const person = personId === null ? null : { id: personId, documentIds };
  const { lines, total } = await articlesSeen(ranks, { ...rest, sectionIds, person });
  return {
    lines: lines.slice(0, PAGE_SIZE),
    total: Math.min(total, COUNTED),
    isMore: total > COUNTED,
    page: filter.page,
    goesOn: lines.length > PAGE_SIZE,
  };
}

/** What the list of all articles can be narrowed to: the sections of the site, and whoever writes or wrote there. */
export async function listOptions(siteId: number) {
  const [tree, people] = await Promise.all([sectionTree(siteId), everWrote(siteId)]);
  return { sections: tree.map(({ id, name, depth }) => ({ id, name, depth })), people };
}

/** The pages that stand for themselves and that somebody may see. */
export async function pageList(staff: AtSite): Promise<PageLine[]> {
  return pagesSeen(await ranksOf(staff));
}

/** What the site says of itself, as far as somebody may see it; `begun` is false before anybody has written any of it. */
export async function ownSite(staff: AtSite): Promise<{ begun: boolean; document: DeskDocument | null }> {
  const id = await siteDocumentOf(staff.siteId);
  return { begun: id !== null, document: id === null ? null : await deskDocument(staff, id) };
}
