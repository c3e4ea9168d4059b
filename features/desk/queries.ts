import { sectionTree } from "#features/reading/queries.ts";
import { subtree } from "#features/sites/tree.ts";
import { articlesSeen } from "./all-store.ts";
import { type DeskDocument, deskDocument } from "./desk-document.ts";
import { outToday, toCome, waitingFor, writtenBy } from "./home-store.ts";
import { type ArticleList, type BannerLine, COUNTED, type Line, type Waiting } from "./lines.ts";
import type { ListFilter } from "./list-filter.ts";
import { type AtSite, everWrote, ranksOf } from "./lists-store.ts";
import { bannersSeen, frontsSeen, type PageLine, pagesSeen, siteDocumentOf } from "./root-store.ts";
import { sectionsWhereOften } from "./words-store.ts";

type DeskHome = {
  waiting: Waiting[];
  /** How many wait in all: the most pressing of them are shown. */
  waitingTotal: number;
  writing: Line[];
  toCome: Line[];
  outToday: Line[];
};

/** What somebody finds when they come to the desk: one query a list. */
export async function deskHome(staff: AtSite): Promise<DeskHome> {
  const ranks = await ranksOf(staff);
  const [waiting, writing, coming, out] = await Promise.all([
    waitingFor(ranks),
    writtenBy(ranks),
    toCome(ranks),
    outToday(ranks),
  ]);
  return { waiting: waiting.lines, waitingTotal: waiting.total, writing, toCome: coming, outToday: out };
}

/** What somebody goes on with after an article: the most pressing of the others that wait for them, and how many do. */
export async function nextWaiting(staff: AtSite, afterId: number): Promise<{ next: Waiting | null; count: number }> {
  const { lines, total } = await waitingFor(await ranksOf(staff), 1, afterId);
  return { next: lines[0] ?? null, count: total };
}

/** One page of all articles that somebody may see. */
export async function articleList(staff: AtSite, filter: ListFilter): Promise<ArticleList> {
  const { sectionId, ...rest } = filter;
  const [ranks, tree, oftenIn] = await Promise.all([
    ranksOf(staff),
    sectionId === null ? [] : sectionTree(staff.siteId),
    sectionsWhereOften(rest.words),
  ]);
  const sectionIds = sectionId === null ? null : subtree(tree, sectionId).map(({ id }) => id);
  const { lines, first, last, goesOn, total } = await articlesSeen(ranks, { ...rest, sectionIds, oftenIn });
  const isBack = filter.cursor?.way === "before";
  return {
    lines,
    total: Math.min(total, COUNTED),
    isMore: total > COUNTED,
    before: (isBack ? goesOn : filter.cursor !== null) ? first : null,
    after: isBack || goesOn ? last : null,
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

/** The banners of a site that somebody may see. */
export async function bannerList(staff: AtSite): Promise<BannerLine[]> {
  return bannersSeen(await ranksOf(staff));
}

/** How its pages that list articles are arranged, as far as somebody may see it. */
export async function frontList(staff: AtSite): Promise<Line[]> {
  return frontsSeen(await ranksOf(staff));
}

/** What the site says of itself, as far as somebody may see it; `begun` is false before anybody has written any of it. */
export async function ownSite(staff: AtSite): Promise<{ begun: boolean; document: DeskDocument | null }> {
  const id = await siteDocumentOf(staff.siteId);
  return { begun: id !== null, document: id === null ? null : await deskDocument(staff, id) };
}
