import type { Tx } from "#db/transaction.ts";
import { articlePath, FURTHER, sectionAbove } from "#features/addresses/public.ts";
import { type Section, sectionsOf } from "#features/sections/store.ts";
import { RESERVED_SLUGS, slugFrom } from "#features/text/slug.ts";
import { NotImported } from "./not-imported.ts";
import type { OldAddress } from "./old-url.ts";
import type { ParsedArticle } from "./parse.ts";
import { findSection, type Match, pathOf } from "./sections.ts";
import * as store from "./store.ts";

/** One run of the command: for whom, where to, and how. */
export type Run = {
  siteId: number;
  /** Origin of the site's public addresses. */
  origin: string;
  personId: number;
  email: string;
  section: string | null;
  oldUrl: OldAddress | null;
  live: boolean;
  makeSections: boolean;
};

type Known = { number: number; url: string | null; problems: string[] };
export type SectionPlan = { id: number } | NewSection;
/** `parentId` null is the top of the tree. */
export type NewSection = { id: null; parentId: number | null; name: string; slug: string };

const LONGEST_SECTION_NAME = 120;

/** The article that this very text became before; null when it is new to the site. Locks the text. */
export async function knownAs(tx: Tx, run: Run, { textHash }: ParsedArticle): Promise<Known | null> {
  await store.lockText(tx, run.siteId, textHash);
  const known = await store.findImport(tx, run.siteId, textHash);
  if (!known) return null;
  const problems = [`imported before, from ${known.fileName}`];
  const { oldUrl } = run;
  if (oldUrl && (await store.findRedirect(tx, run.siteId, oldUrl.path))?.toDocumentId !== known.documentId) {
    problems.push(`--old-url ${oldUrl.path} was not added: the same file twice changes nothing`);
  }
  return { number: known.documentId, url: await urlOf(tx, run, known.documentId), problems };
}

/** @throws {NotImported} naming the nearest sections, or when the one line above the date is a section and no headline */
export async function sectionFor(tx: Tx, run: Run, read: ParsedArticle): Promise<SectionPlan> {
  const { section, headline, headlineAt } = read;
  const tree = await sectionsOf(tx, run.siteId);
  if (section === null && findSection(tree, headline).id !== null) {
    throw new NotImported(`there is no headline above the date line: "${headline}" is a section`, headlineAt);
  }
  const asked = run.section ?? section?.name;
  const line = run.section === null ? (section?.line ?? null) : null;
  if (asked === undefined) throw new NotImported("there is no section line above the headline: say --section PATH", 1);
  const found = findSection(tree, asked);
  if (found.id !== null) return found;
  if (found.because === "several" || !run.makeSections) throw new NotImported(unknown(asked, found), line);
  await store.lockSections(tx, run.siteId);
  const treeNow = await sectionsOf(tx, run.siteId);
  const meanwhile = findSection(treeNow, asked);
  return meanwhile.id === null ? newSection(treeNow, asked, run.section !== null, line) : meanwhile;
}

/** @param isPath whether what stands before the last slash is the section above; on a page a slash is part of a name */
function newSection(tree: readonly Section[], asked: string, isPath: boolean, line: number | null): NewSection {
  const cut = isPath ? asked.lastIndexOf("/") : -1;
  const above = cut < 0 ? null : findSection(tree, asked.slice(0, cut));
  if (above && above.id === null) throw new NotImported(unknown(asked.slice(0, cut).trim(), above), line);
  const name = asked.slice(cut + 1).trim();
  const slug = slugFrom(name);
  if (name === "") throw new NotImported("--section ends with a slash: a new section needs a name");
  if (name.length > LONGEST_SECTION_NAME) {
    throw new NotImported(`the section's name is longer than ${LONGEST_SECTION_NAME} characters`, line);
  }
  const taken = tree.find((one) => one.slug === slug);
  if (taken) throw new NotImported(`"${name}" would have the address of "${pathOf(tree, taken)}": say --section`, line);
  if (slug === FURTHER || RESERVED_SLUGS.some((one) => slug === `bai-viet-${one}`)) {
    throw new NotImported(`"${name}" cannot be a section: its address is reserved`, line);
  }
  return { id: null, parentId: above?.id ?? null, name, slug };
}

/** @throws {NotImported} when the older address is another site's, a page of ours, or another article's */
export async function refuseTakenAddress(tx: Tx, run: Run): Promise<void> {
  if (!run.oldUrl) return;
  const { host, path } = run.oldUrl;
  const owner = host === null ? null : await store.findSiteByHost(tx, host);
  if (owner && owner.id !== run.siteId) throw new NotImported(`--old-url: ${host} is the site "${owner.key}"`);
  const above = sectionAbove(path);
  const isOurs = above !== null && (await sectionsOf(tx, run.siteId)).some(({ slug }) => slug === above);
  if (isOurs) throw new NotImported(`--old-url ${path} is an address of the new site already`);
  const taken = await store.findRedirect(tx, run.siteId, path);
  if (taken) {
    const to = taken.toDocumentId === null ? taken.toUrl : `article ${taken.toDocumentId}`;
    throw new NotImported(`--old-url ${path} leads to ${to} already`);
  }
}

/** Where readers will find the article, or do. */
export async function urlOf(tx: Tx, run: Run, number: number): Promise<string | null> {
  const found = await store.findAddress(tx, number);
  return found?.slug && found.section ? `${run.origin}${articlePath(found.section, found.slug, number)}` : null;
}

function unknown(asked: string, match: Extract<Match, { id: null }>): string {
  const names = match.nearest.map((path) => `"${path}"`).join(", ");
  if (match.because === "several") return `several sections are called "${asked}": say --section with one of ${names}`;
  return match.nearest.length > 0
    ? `there is no section "${asked}"; the nearest: ${names}`
    : `there is no section "${asked}", nor one with a name like it: say --section, or --make-sections`;
}
