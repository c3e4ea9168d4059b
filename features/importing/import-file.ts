import { basename } from "node:path";
import { type Tx, transaction } from "#db/transaction.ts";
import { openDraftFrom } from "#features/drafts/open.ts";
import { announce } from "#features/facts/announce.ts";
import { amongRedirects } from "#features/facts/facts.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import { article } from "#features/kinds/article.ts";
import { carryOutIn } from "#features/moves/commands.ts";
import { makeSection } from "#features/sites/make-section.ts";
import { blocking } from "#features/text/gaps.ts";
import { type Permit, permitStart, type StartPermit } from "#features/workflow/policy.ts";
import { remember, starterOf } from "#features/workflow/store.ts";
import { Refusal } from "#lib/refusal.ts";
import { contentOf } from "./content-of.ts";
import { NotImported } from "./not-imported.ts";
import { type ParsedArticle, parseArticle } from "./parse.ts";
import { knownAs, type Run, refuseTakenAddress, type SectionPlan, sectionFor, urlOf } from "./plan.ts";
import { readText } from "./read.ts";
import type { Result } from "./report.ts";
import * as store from "./store.ts";

/** What one run keeps from file to file. */
export type ImportProgress = {
  /** The run's batch, made with its first migrated article. */
  batchId: number | null;
  /** Texts that a dry run has met: the second would find the first. */
  met: Set<string>;
};

/** As it was named, and where it is. */
export type File = { name: string; path: string };

/** What happened, and the run's batch when this file has opened it. */
type Done = { result: Omit<Result, "file" | "line">; batchId: number | null };

/**
 * Imports one file in one transaction: all of it or nothing.
 * @param now the date of an article of the past lies before it
 * @returns what happened; a refusal is a result, not an error
 */
export async function importFile(
  run: Run,
  kept: ImportProgress,
  file: File,
  dryRun: boolean,
  now: Date,
): Promise<Result> {
  try {
    const read = parseArticle(await readText(file.path), now);
    const done = await transaction((tx) =>
      dryRun ? wouldImport(tx, run, kept, read) : doImport(tx, run, kept, read, basename(file.path)),
    );
    kept.batchId = done.batchId;
    if (dryRun) kept.met.add(read.textHash);
    return { file: file.name, line: null, ...done.result };
  } catch (error) {
    const no = refusalIn(error);
    return { file: file.name, number: null, url: null, state: "refused", problems: [no.reason], line: no.line };
  }
}

async function wouldImport(tx: Tx, run: Run, kept: ImportProgress, read: ParsedArticle): Promise<Done> {
  const known = await knownAs(tx, run, read);
  if (known) return { result: { state: "unchanged", ...known }, batchId: null };
  if (kept.met.has(read.textHash)) {
    const problems = ["the same text as an earlier file of this run"];
    return { result: { state: "unchanged", number: null, url: null, problems }, batchId: null };
  }
  const section = await sectionFor(tx, run, read);
  await permitted(tx, run, section, read);
  const problems = [...made(section, "would be made"), ...read.notes];
  return { result: { state: "would_be_imported", number: null, url: null, problems }, batchId: null };
}

async function doImport(tx: Tx, run: Run, kept: ImportProgress, read: ParsedArticle, fileName: string): Promise<Done> {
  const known = await knownAs(tx, run, read);
  if (known) return { result: { state: "unchanged", ...known }, batchId: kept.batchId };
  const section = await sectionFor(tx, run, read);
  const permit = await permitted(tx, run, section, read);
  const { siteId, personId, live } = run;
  const sectionId = section.id ?? (await makeSection(tx, { siteId, personId, because: "import" }, section));
  const batchId = live ? (kept.batchId ?? (await store.insertBatch(tx, permit))) : null;
  const content = contentOf(read, sectionId);
  const imported = { views: read.views, batchId, migrated: live };
  const begun = await openDraftFrom(tx, permit, { content, imported });
  const number = begun.documentId;
  const { textHash } = read;
  await store.insertImport(tx, begun, { textHash, fileName, batchId });
  await remember(tx, begun, { kind: "imported", file: fileName, textHash });
  await keepOldAddress(tx, begun, run);
  if (live) await carryOutIn(tx, { siteId, personId }, "submit", number, {});
  const problems = [...made(section, "was made"), ...read.notes];
  return { result: { state: "imported", number, url: await urlOf(tx, run, number), problems }, batchId };
}

/** @throws {NotImported} for what would only show after the first row was written */
async function permitted(tx: Tx, run: Run, section: SectionPlan, read: ParsedArticle): Promise<StartPermit> {
  // A section that is not there yet takes a role in the one above it, or on the whole site.
  const starter = await starterOf(tx, run, "article", { sectionId: section.id ?? section.parentId });
  const permit = saidInEnglish(() => permitStart("article", starter), run, read);
  await refuseTakenAddress(tx, run);
  const content = contentOf(read, null);
  if (run.live) refuseUnready(content);
  return permit;
}

/** The command's own words for the desk's "not allowed". */
function saidInEnglish<T>(ask: () => T, { email }: Run, { section }: ParsedArticle): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const line = section?.line ?? null;
    throw new NotImported(`${email} has no role in the section and may not write there`, line, { cause: error });
  }
}

async function keepOldAddress(tx: Tx, permit: Permit, { siteId, oldUrl }: Run): Promise<void> {
  if (!oldUrl) return;
  const kept = await store.insertRedirect(tx, permit, oldUrl.path);
  if (!kept) throw new NotImported(`--old-url ${oldUrl.path} was taken for another article a moment ago`);
  await announce(tx, siteId, [amongRedirects(siteId)]);
}

/** What goes to review must be whole; a draft may wait to be completed. */
function refuseUnready(content: ArticleContent): void {
  const missing = blocking(article.gaps({ ...content, sectionId: 1 }), "submit");
  if (missing.length > 0) {
    throw new NotImported(`it cannot go to review: ${missing.map(({ sentence }) => sentence).join(" ")}`);
  }
}

/** @throws what is no refusal: a bug, or a database that went away */
function refusalIn(error: unknown): NotImported {
  if (error instanceof NotImported) return error;
  if (error instanceof Refusal) return new NotImported(error.sentence, null, { cause: error });
  throw error;
}

function made(section: SectionPlan, how: string): string[] {
  return section.id === null ? [`the section "${section.name}" ${how}`] : [];
}
