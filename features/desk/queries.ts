import { articlesSeen, PAGE_SIZE } from "./all-store.ts";
import { outToday, toCome, waitingFor, writtenBy } from "./home-store.ts";
import type { Line, Stand, Waiting } from "./lines.ts";
import { type AtSite, ranksOf } from "./lists-store.ts";

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

type ArticleList = { lines: Line[]; total: number; page: number; pages: number };

/** One page of all articles that somebody may see. */
export async function articleList(
  staff: AtSite,
  filter: { stand: Stand | null; words: string; page: number },
): Promise<ArticleList> {
  const { lines, total } = await articlesSeen(await ranksOf(staff), filter);
  return { lines, total, page: filter.page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
