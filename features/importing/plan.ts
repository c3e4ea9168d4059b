import type { Tx } from "#db/transaction.ts";
import { articlePath, pagePath, sectionAbove } from "#features/addresses/public.ts";
import { findSection, type Match } from "#features/sites/find-section.ts";
import { siteCalled } from "#features/sites/hosts.ts";
import { type Around, LONGEST_SECTION, newSection } from "#features/sites/names.ts";
import { aroundOf } from "#features/sites/places-store.ts";
import { lockSections, sectionsOf } from "#features/sites/sections-store.ts";
import { everySite } from "#features/sites/sites-store.ts";
import { NotImported } from "./not-imported.ts";
import type { OldAddress } from "./old-url.ts";
import type { ParsedArticle } from "./parse.ts";
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
export type NewSection = { id: null; parentId: number | null; name: string };

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
  await lockSections(tx, run.siteId);
  const around = await aroundOf(tx, run.siteId);
  const meanwhile = findSection(around.tree, asked);
  return meanwhile.id === null ? plannedSection(around, asked, run.section !== null, line) : meanwhile;
}

/** @param isPath whether what stands before the last slash is the section above; on a page a slash is part of a name */
function plannedSection(around: Around, asked: string, isPath: boolean, line: number | null): NewSection {
  const cut = isPath ? asked.lastIndexOf("/") : -1;
  const above = cut < 0 ? null : findSection(around.tree, asked.slice(0, cut));
  if (above && above.id === null) throw new NotImported(unknown(asked.slice(0, cut).trim(), above), line);
  const name = asked.slice(cut + 1).trim();
  if (name === "") throw new NotImported("--section ends with a slash: a new section needs a name");
  const parentId = above?.id ?? null;
  const planned = newSection(around, { name, parentId });
  if (planned.why !== null) throw new NotImported(whyNot(name, planned), line);
  return { id: null, parentId, name: planned.name };
}

function whyNot(name: string, no: Exclude<ReturnType<typeof newSection>, { why: null }>): string {
  switch (no.why) {
    case "empty":
      return `"${name}" cannot be a section: no address can be made of it`;
    case "too_long":
      return `the section's name is longer than ${LONGEST_SECTION} characters`;
    case "no_parent":
      return `"${name}" would stand under a section of another site`;
    case "reserved":
      return `"${name}" cannot be a section: its address is reserved`;
    case "taken":
      return `"${name}" would have the address of "${no.path}": say --section`;
    case "former":
      return `"${name}" would have an address that "${no.path}" had before: say --section`;
    case "page":
      return `"${name}" would have the address of a page of the site, ${pagePath(no.slug)}: say --section`;
  }
}

/** @throws {NotImported} when the older address is another site's, a page of ours, or another article's */
export async function refuseTakenAddress(tx: Tx, run: Run): Promise<void> {
  if (!run.oldUrl) return;
  const { host, path } = run.oldUrl;
  const owner = host === null ? null : siteCalled(await everySite(tx), host);
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
