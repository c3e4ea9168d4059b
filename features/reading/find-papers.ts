import {
  asksWords,
  narrowedBy,
  type PapersAsked,
  papersAsked,
  papersPath,
  papersQuery,
  STANDINGS,
} from "#features/addresses/papers.ts";
import { paperChoices } from "./papers.ts";
import { reads } from "./reads.ts";
import type { Resolution } from "./resolve.ts";

/**
 * The list of papers that a query asks for, in one spelling; what it says amiss is left out. What somebody has typed is not kept, and
 * neither is what is narrowed in two ways or more: of these there are too many.
 *
 * @param query with its `?`, or ""
 */
export async function findPapersAt(siteId: number, query: string): Promise<Resolution> {
  const asked = papersAsked(query);
  const found = { kind: "papers", path: papersPath } as const;
  if (asksWords(asked)) {
    // Words have pages of their own.
    const narrowed = await knownOf(siteId, { ...asked, after: null, before: null });
    const { words, page } = asked;
    return { ...found, asked: { ...narrowed, words, page }, query: { spelt: query, isKept: false } };
  }
  const known = await knownOf(siteId, asked);
  return { ...found, asked: known, query: { spelt: papersQuery(known), isKept: narrowedBy(known) <= 1 } };
}

async function knownOf(siteId: number, asked: PapersAsked): Promise<PapersAsked> {
  const { forms, bodies, years } = await paperChoices(siteId);
  const only = (said: string, all: readonly string[]) => (all.includes(said) ? said : "");
  const placed = async (number: number | null) =>
    number !== null && (await reads.findPaperPlace(siteId, number)) !== null ? number : null;
  const after = await placed(asked.after);
  return {
    words: "",
    form: only(
      asked.form,
      forms.map(({ slug }) => slug),
    ),
    issuer: only(
      asked.issuer,
      bodies.map(({ slug }) => slug),
    ),
    year: only(asked.year, years.map(String)),
    standing: only(asked.standing, Object.keys(STANDINGS)),
    after,
    before: after === null ? await placed(asked.before) : null,
    page: 1,
  };
}
