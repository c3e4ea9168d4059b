import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import { isNews } from "#db/schema/news.ts";
import { sections } from "#db/schema/sites.ts";

/** An article of this site, and live now. */
export function isLive(siteId: number): SQL {
  return sql`(${documents.siteId} = ${siteId} and ${documents.kind} = 'article' and ${documents.visibility} = 'live')`;
}

export function isLivePage(siteId: number) {
  return and(eq(documents.siteId, siteId), eq(documents.kind, "page"), eq(documents.visibility, "live"));
}

/** The same of a paper, spelt as its indexes are. */
export function isLivePaper(siteId: number): SQL {
  return sql`(${documents.siteId} = ${siteId} and ${documents.kind} = 'paper' and ${documents.visibility} = 'live')`;
}

/** The same of an English sister. */
export function isLiveTranslation(siteId: number): SQL {
  return sql`(${documents.siteId} = ${siteId} and ${documents.kind} = 'translation' and ${documents.visibility} = 'live')`;
}

/** Of `documents d`: what it is the sister of is live as well, where it is anybody's. Readers have one only with the other. */
export const withItsOriginal = sql`(d.sister_of_id is null
  or exists (select from documents original where original.id = d.sister_of_id and original.visibility = 'live'))`;

/** Whether it came out here as news: what was brought along from an older system is never new, whatever its date. */
export const CAME_AS_NEWS = sql<boolean>`(${isNews(documents.shownAt, documents.firstLiveAt)} and not ${documents.migrated})`;

/** An article as a line of a list, of `documents` with its `sections`. */
export const CARD = {
  number: documents.id,
  slug: documents.slug,
  headline: documents.title,
  card: documents.card,
  shownAt: documents.shownAt,
  isNews: CAME_AS_NEWS,
  section: { id: sections.id, parentId: sections.parentId, name: sections.name, slug: sections.slug },
};

/** Spelled as the indexes are: an order that differs in its nulls would sort every article of the site. */
export const NEWEST_FIRST = [sql`${documents.shownAt} desc nulls last`, desc(documents.id)] as const;

/** The same of `documents d` in `sections s`, where a statement is spelt out. */
export const LINE = sql`
  d.id as number, d.slug, d.title as headline, d.card, d.shown_at as "shownAt",
  (${isNews(sql`d.shown_at`, sql`d.first_live_at`)} and not d.migrated) as "isNews",
  jsonb_build_object('id', s.id, 'parentId', s.parent_id, 'name', s.name, 'slug', s.slug) as section`;

/** Whether a section's pages list one of `documents d`; asked of each by itself, so that no plan begins with all of the section. */
export const isListedIn = (sectionId: number): SQL =>
  sql`(select true from section_listings l where l.document_id = d.id and l.section_id = ${sectionId} limit 1)`;

/** What comes of `LINE`. */
export type Line = {
  number: number;
  slug: string | null;
  headline: string;
  card: Record<string, unknown>;
  /** Of a statement that is spelt out as PostgreSQL writes it. */
  shownAt: Date | string | null;
  isNews: boolean;
  section: { id: number; parentId: number | null; name: string; slug: string };
};

export const toLine = ({ shownAt, ...row }: Line) => ({ ...row, shownAt: shownAt === null ? null : new Date(shownAt) });
