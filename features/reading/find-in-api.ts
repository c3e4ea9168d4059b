import type { Problem } from "#features/addresses/inside.ts";
import {
  type ApiAddress,
  apiArticlePath,
  apiArticlesPath,
  apiDescriptionPath,
  apiSearchPath,
  apiSectionsPath,
} from "#features/addresses/machines.ts";
import { apiSearchAsked, apiSearchQuery } from "#features/addresses/public.ts";
import { reads } from "./reads.ts";
import type { Resolution } from "./resolve.ts";
import { sectionCalled } from "./section-at.ts";

/** Says what a program of others asks for. @param query with its `?`, or "" */
export async function findInApi(siteId: number, asked: ApiAddress, query: string): Promise<Resolution> {
  switch (asked.kind) {
    case "api_articles":
      return listAt(siteId, new URLSearchParams(query));
    case "api_article":
      return articleAt(siteId, asked.number);
    case "api_sections":
      return { ...asked, path: apiSectionsPath };
    case "api_search":
      return searchAt(siteId, query);
    case "api_description":
      return { ...asked, path: apiDescriptionPath };
    case "api_nothing":
      return problem("nothing");
  }
}

/** In one spelling; whatever else stands in the query chooses nothing. */
async function listAt(siteId: number, query: URLSearchParams): Promise<Resolution> {
  const [slug, after] = [query.get("section"), query.get("after")];
  const section = slug === null ? null : await sectionCalled(siteId, slug);
  if (section === undefined) return problem("section");
  if (after !== null && !(await isPlace(siteId, after))) return problem("after");
  const said = new URLSearchParams({ ...(section && { section: section.slug }), ...(after !== null && { after }) });
  const list = { sectionId: section?.id ?? null, after: after === null ? null : Number(after) };
  const spelt = said.size === 0 ? "" : `?${said}`;
  return { kind: "api_articles", ...list, path: apiArticlesPath, query: { spelt, isKept: true } };
}

/** In one spelling, as of the list. What anybody may type has no end, and is not kept. */
async function searchAt(siteId: number, query: string): Promise<Resolution> {
  const asked = apiSearchAsked(query);
  if (asked === null) return problem("search");
  const section = asked.section === "" ? null : await sectionCalled(siteId, asked.section);
  if (section === undefined) return problem("section");
  const known = { ...asked, section: section?.slug ?? "" };
  const spelt = `?${apiSearchQuery(known)}`;
  return { kind: "api_search", asked: known, path: apiSearchPath, query: { spelt, isKept: false } };
}

/** An article that readers have, or had, keeps its place in the list. */
async function isPlace(siteId: number, after: string): Promise<boolean> {
  if (!/^[1-9]\d{0,8}$/.test(after)) return false;
  const standing = await reads.findStanding(siteId, Number(after));
  return standing?.kind === "article" && standing.visibility !== "never_live";
}

async function articleAt(siteId: number, number: number): Promise<Resolution> {
  const standing = await reads.findStanding(siteId, number);
  if (standing?.kind !== "article") return problem("unknown");
  switch (standing.visibility) {
    case "live":
      return { kind: "api_article", number, path: apiArticlePath(number) };
    case "withdrawn":
      return { kind: "api_gone", number };
    case "hidden":
      return problem("hidden");
    case "never_live":
      return problem("unknown");
  }
}

const problem = (why: Problem): Resolution => ({ kind: "api_problem", why });
