import { notFound } from "next/navigation";
import { cache } from "react";
import { moveOptions } from "#features/drafts/queries.ts";
import { type Staff, staffOrSignIn } from "#features/identity/actor.ts";
import { type DeskArticle, deskArticle } from "#features/workflow/desk-article.ts";
import { HOUR_MS, toLocal, wholeHourAfter } from "#lib/dates.ts";

export type Params = Promise<{ id: string }>;
export type Search = Promise<Record<string, string | string[] | undefined>>;

/** The article of an address for whoever is signed in; to whom it does not exist, there is no such page. */
export const articleOf = cache(async (id: string): Promise<{ staff: Staff; article: DeskArticle }> => {
  const staff = await staffOrSignIn(`/desk/articles/${id}`);
  const number = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0;
  const article = number > 0 && number <= 2_147_483_647 ? await deskArticle(staff, number) : null;
  return { staff, article: article ?? notFound() };
});

/** What the dialogs of its moves offer. */
export async function optionsFor(staff: Staff, { number, story }: DeskArticle) {
  const now = new Date();
  return {
    ...(await moveOptions(staff, number, story.writers)),
    suggestedAt: toLocal(wholeHourAfter(new Date(now.getTime() + HOUR_MS / 2))),
    earliestAt: toLocal(now),
  };
}

export function targetOf({ number, hash, live }: DeskArticle) {
  return { articleId: number, hash, liveHash: live?.hash ?? null };
}

/** One value of a query, where an address may give several. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
