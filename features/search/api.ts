import { apiSearchPath } from "#features/addresses/machines.ts";
import { apiSearchQuery, type SearchAsked } from "#features/addresses/public.ts";
import { linesOf } from "#features/reading/lines.ts";
import { type Ninjs, ninjsOfLine, ninjsOfPage } from "#features/reading/ninjs.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { reads } from "#features/reading/reads.ts";
import type { Site } from "#features/reading/types.ts";
import { SEARCHED_FORMS } from "./forms.ts";
import { type Result, searchFor } from "./queries.ts";

/**
 * @property meant what was probably meant, as it would be typed; null where nothing better is known
 * @property isOfMeant nothing has what was asked for, and the articles are those of `meant`
 */
type Searched = {
  articles: Ninjs[];
  /** On all pages; `isMore`: there are more than anybody is shown. */
  count: number;
  isMore: boolean;
  meant: string | null;
  isOfMeant: boolean;
  /** Where it goes on, in full; null at its end. */
  next: string | null;
};

/**
 * The same as readers get it, one page, the best first. A kind that is none narrows nothing.
 * @returns "busy" where it took too long
 */
export async function searchInApi(
  site: Site,
  origin: string,
  asked: SearchAsked,
  now: Date,
): Promise<Searched | "busy"> {
  const [form = ""] = Object.entries(SEARCHED_FORMS).find(([, kind]) => kind === asked.form) ?? [];
  const found = await searchFor(site.id, await sectionTree(site.id), { ...asked, form }, now);
  if (found === "busy") return found;
  const { results, count, isMore, meant, isOfMeant, page, pages } = found;
  const isBeyond = asked.page > page;
  const next = page < pages ? `${origin}${apiSearchPath}?${apiSearchQuery({ ...asked, page: page + 1 })}` : null;
  return {
    articles: isBeyond ? [] : await ninjsOf(site, origin, results),
    ...{ count, isMore, meant, isOfMeant },
    next: isBeyond ? null : next,
  };
}

async function ninjsOf(site: Site, origin: string, results: readonly Result[]): Promise<Ninjs[]> {
  const articles = results.filter(({ kind }) => kind === "article").map(({ number }) => number);
  const lines = await linesOf(site.id, await reads.findLinesAmong(site.id, articles));
  return results.flatMap((result) => {
    const title = result.title.map(({ text }) => text).join("");
    if (result.kind !== "article") return [ninjsOfPage(site, origin, { ...result, title })];
    // One may have gone since it was found.
    return lines.filter(({ number }) => number === result.number).map((line) => ninjsOfLine(site, origin, line));
  });
}
