import { wasTooSlow } from "#db/outage.ts";
import type { PapersAsked } from "#features/addresses/papers.ts";
import { standingOn } from "#features/kinds/paper-standing.ts";
import { paperChoices, paperFilterOf, toPaperLine } from "#features/reading/papers.ts";
import { reads } from "#features/reading/reads.ts";
import type { PaperLine, PaperRow } from "#features/reading/types.ts";
import { isoDayOf } from "#lib/dates.ts";
import { formOfPapers, PAPER } from "./lexemes.ts";
import { RESULTS_ON_A_PAGE, type Result, type Results, ranked, resultsOf } from "./queries.ts";
import { readQuestion } from "./question.ts";

/** A paper that was found, with what of it says what was asked for. */
export type FoundPaper = Pick<Result, "title" | "excerpt" | "isInFile"> & { line: PaperLine };
export type FoundPapers = Omit<Results, "results"> & { results: FoundPaper[] };

/**
 * Looks for words among papers. Their kind and the year of issue narrow the search itself; who issued them and whether they hold is
 * asked of what it found, so that where more is found than anybody is shown, some of it may be missing.
 *
 * @returns "busy" where it took too long, or too many ask at once
 * @throws what the database throws
 */
export async function searchPapers(siteId: number, asked: PapersAsked, now: Date): Promise<FoundPapers | "busy"> {
  const { filter, standing } = paperFilterOf(asked, await paperChoices(siteId));
  const fits = (row: PaperRow) =>
    (filter.issuer === null || row.body === filter.issuer) &&
    (standing === null || standingOn(isoDayOf(now), row) === standing);
  const question = readQuestion(asked.words);
  const year = filter.from === null ? null : Number(filter.from.slice(0, 4));
  const narrowed = { sectionIds: null, form: filter.form === null ? PAPER : formOfPapers(filter.form), year };
  try {
    const { ids, isAll, isSome, meant, isOfMeant, answered } = await ranked({ siteId, question, narrowed, now });
    const fitting = filter.issuer === null && standing === null ? ids : await fittingOf(siteId, ids, fits);
    const pages = Math.max(1, Math.ceil(fitting.length / RESULTS_ON_A_PAGE));
    const page = Math.min(asked.page, pages);
    const here = fitting.slice((page - 1) * RESULTS_ON_A_PAGE, page * RESULTS_ON_A_PAGE);
    const rows = await reads.findPapersCalled(siteId, here);
    const shown = await resultsOf(siteId, here, answered);
    const results = shown.flatMap(({ number, title, excerpt, isInFile }) => {
      const row = rows.find((one) => one.number === number);
      return row ? [{ title, excerpt, isInFile, line: toPaperLine(row) }] : [];
    });
    const count = fitting.length - here.length + results.length;
    return { question, results, count, isMore: !isAll, page, pages, isSome, meant, isOfMeant };
  } catch (error) {
    if (wasTooSlow(error)) return "busy";
    throw error;
  }
}

/** Of what was found, in its order, what is of a body and holds as is asked. */
async function fittingOf(siteId: number, ids: number[], fits: (row: PaperRow) => boolean): Promise<number[]> {
  const fitting = (await reads.findPapersCalled(siteId, ids)).filter(fits);
  const numbers = new Set(fitting.map(({ number }) => number));
  return ids.filter((id) => numbers.has(id));
}
