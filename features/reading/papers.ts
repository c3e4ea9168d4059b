import { cache } from "react";
import { type PapersAsked, paperPath, STANDINGS } from "#features/addresses/papers.ts";
import type { Pictures } from "#features/files/picture.ts";
import { PAPER_FORMS, type PaperContent, type PaperForm, paper, paperCardOf } from "#features/kinds/paper.ts";
import { type Standing, standingOn } from "#features/kinds/paper-standing.ts";
import { usesOf } from "#features/text/figures.ts";
import { signedContent } from "#features/text/signed.ts";
import { PAGE_SIZE } from "./page-size.ts";
import { calledPaper, formSlug, paperForm } from "./paper-words.ts";
import { readersFiles } from "./pictures.ts";
import { later, shareBeside } from "./queries.ts";
import { reads } from "./reads.ts";
import type { LivePaper, PaperFilter, PaperLine, PaperRow } from "./types.ts";

export function toPaperLine({ slug, card, ...row }: PaperRow): PaperLine {
  const { form, reference, issuer } = paperCardOf(card);
  return {
    ...row,
    form,
    reference,
    issuer,
    called: calledPaper({ form, reference }),
    path: paperPath(slug, row.number),
  };
}

/** What papers may be narrowed to: whatever there is of each. */
export type PaperChoices = {
  forms: { slug: string; name: string; form: PaperForm }[];
  bodies: { slug: string; name: string }[];
  years: number[];
};

export const paperChoices = cache(async (siteId: number): Promise<PaperChoices> => {
  const [forms, bodies, years] = await Promise.all([
    reads.findPaperForms(siteId),
    reads.findPaperBodies(siteId),
    reads.findPaperYears(siteId),
  ]);
  return {
    forms: PAPER_FORMS.filter((form) => forms.includes(form)).map((form) => ({
      form,
      slug: formSlug(form),
      name: paperForm(form),
    })),
    bodies: bodies.map(({ slug, name }) => ({ slug, name })).sort((a, b) => a.name.localeCompare(b.name, "vi")),
    years,
  };
});

/** What an address narrows to, by an index and by the day; what it says amiss narrows nothing. */
export function paperFilterOf(
  asked: PapersAsked,
  { forms }: Pick<PaperChoices, "forms">,
): { filter: PaperFilter; standing: Standing | null } {
  const filter = {
    form: forms.find(({ slug }) => slug === asked.form)?.form ?? null,
    issuer: asked.issuer || null,
    from: asked.year === "" ? null : `${asked.year}-01-01`,
    until: asked.year === "" ? null : `${asked.year}-12-31`,
  };
  return { filter, standing: STANDINGS[asked.standing as keyof typeof STANDINGS] ?? null };
}

/** A page of a list of papers; numbers of the papers behind which it goes on towards the newer and the older ones. */
export type PaperList = { lines: PaperLine[]; newer: number | null; older: number | null };

/**
 * Whether papers hold is of the day, and in no index: so many are looked through for a page of those that do. It goes on from there.
 */
const LOOKED_THROUGH = 2_000;

/** @param today as yyyy-mm-dd */
export async function listedPapers(siteId: number, asked: PapersAsked, today: string): Promise<PaperList> {
  const { filter, standing } = paperFilterOf(asked, await paperChoices(siteId));
  const way = asked.after !== null ? "after" : "before";
  const number = asked.after ?? asked.before;
  const place = number === null ? null : await reads.findPaperPlace(siteId, number);
  const from = place === null ? null : ({ way, place } as const);
  const isBack = from?.way === "before";
  const most = standing === null ? PAGE_SIZE + 1 : LOOKED_THROUGH;
  const passed = await reads.findPapers(siteId, filter, from, most);
  const fitting = passed.filter((paper) => standing === null || standingOn(today, paper) === standing);
  const shown = isBack ? fitting.slice(-PAGE_SIZE) : fitting.slice(0, PAGE_SIZE);
  // It goes on behind what is shown; where less than a page was found, behind what was looked through.
  const far = isBack ? shown[0] : shown.at(-1);
  const end = isBack ? passed[0] : passed.at(-1);
  const goesOn = fitting.length > shown.length ? far : passed.length === most ? end : undefined;
  const back = (isBack ? shown.at(-1) : shown[0])?.number ?? number;
  return {
    lines: inOrderOf(
      shown.map((one) => one.number),
      await reads.findPapersCalled(
        siteId,
        shown.map((one) => one.number),
      ),
    ),
    newer: from === null ? null : isBack ? (goesOn?.number ?? null) : back,
    older: isBack ? back : (goesOn?.number ?? null),
  };
}

const inOrderOf = (numbers: readonly number[], rows: readonly PaperRow[]): PaperLine[] =>
  numbers.flatMap((number) => rows.filter((row) => row.number === number)).map(toPaperLine);

export const livePaper = cache(async (siteId: number, number: number): Promise<LivePaper | null> => {
  const found = await reads.findLivePaper(siteId, number);
  if (!found?.canonical) return null;
  const content = signedContent(paper, found.canonical, found.contentVersion);
  const pictures = await readersFiles(siteId, usesOf(paper, content));
  return {
    ...(await paperWith(siteId, number, content, pictures)),
    share: await shareBeside(pictures, siteId, number),
    shownAt: found.shownAt,
    updatedAt: later(found.liveSince, found.firstLiveAt),
  };
});

/** A paper with any text, beside the papers that are live. */
export async function paperWith(
  siteId: number,
  number: number,
  content: PaperContent,
  pictures: Pictures,
): Promise<LivePaper> {
  const [replaced, replacing] = await Promise.all([
    reads.findPapersCalled(siteId, content.replaces),
    reads.findReplacing(siteId, number),
  ]);
  const bare = { share: null, shownAt: null, updatedAt: null };
  return {
    ...{ ...bare, number, content, pictures },
    replaces: inOrderOf(content.replaces, replaced),
    replacedBy: replacing.map(toPaperLine),
  };
}
