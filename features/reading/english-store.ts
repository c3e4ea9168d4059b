import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { editions } from "#db/schema/editions.ts";
import { revisionFiles } from "#db/schema/files.ts";
import type { Form } from "#features/kinds/article.ts";
import { linesFrom } from "./list-parts-store.ts";

/** An English sister in a list: `card` as its kind has it, and what it is the sister of. */
type SisterRow = {
  number: number;
  slug: string;
  title: string;
  card: Record<string, unknown>;
  original: number;
  /** Readers have that, and so this. */
  isLive: boolean;
  /** Until when that holds, which is not said in English once more: as lists have it, a field as on an empty text left out. */
  holds: { kind?: Form; validUntil?: string };
} & Moments<Date>;
type Moments<M> = { shownAt: M; changedAt: M };
type Written = Omit<SisterRow, keyof Moments<Date>> & Moments<string>;

const LINE = sql`d.id as number, d.slug, d.title, d.card, d.shown_at as "shownAt", d.live_since as "changedAt",
  d.sister_of_id as original, o.visibility = 'live' as "isLive",
  jsonb_strip_nulls(jsonb_build_object('kind', o.card -> 'kind', 'validUntil', o.card -> 'validUntil')) as holds`;
const toRow = ({ shownAt, changedAt, ...row }: Written): SisterRow => ({
  ...row,
  ...{ shownAt: new Date(shownAt), changedAt: new Date(changedAt) },
});

/** Where the live English sister of a document is. */
export async function findSister(siteId: number, number: number) {
  const { rows } = await database("front").execute<{ number: number; slug: string }>(sql`
    select d.id as number, d.slug from documents d
    where d.sister_of_id = ${number} and d.site_id = ${siteId} and d.visibility = 'live'`);
  return rows[0];
}

type OriginalRow = {
  number: number;
  kind: "article" | "page";
  visibility: "never_live" | "live" | "hidden" | "withdrawn";
  slug: string | null;
  title: string;
  sectionSlug: string | null;
  /** When readers got the text that they have now. */
  changedAt: string | null;
};

/** What an English sister is the sister of, whether readers have that or not. */
export async function findOriginal(siteId: number, number: number) {
  const { rows } = await database("front").execute<OriginalRow>(sql`
    select o.id as number, o.kind, o.visibility, o.slug, o.title, s.slug as "sectionSlug",
      o.live_since as "changedAt"
    from documents d join documents o on o.id = d.sister_of_id left join sections s on s.id = o.section_id
    where d.id = ${number} and d.site_id = ${siteId}`);
  return rows[0];
}

/** Which of these files a text of a document names that readers got, as they do now or did once. */
export async function findPublishedFiles(number: number, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  return database("front")
    .selectDistinct({ sha256: revisionFiles.sha256 })
    .from(editions)
    .innerJoin(revisionFiles, eq(revisionFiles.revisionId, editions.publishedRevisionId))
    .where(and(eq(editions.documentId, number), inArray(revisionFiles.sha256, [...hashes])));
}

/** The text of an English sister that is live. There is no way to ask for another one. */
export async function findLiveTranslation(siteId: number, number: number) {
  type Row = { canonical: string; contentVersion: number; shownAt: string; firstLiveAt: string; liveSince: string };
  const { rows } = await database("front").execute<Row>(sql`
    select r.canonical, r.content_version as "contentVersion", d.shown_at as "shownAt",
      d.first_live_at as "firstLiveAt", d.live_since as "liveSince"
    from documents d join revisions r on r.id = d.live_revision_id
    where d.id = ${number} and d.site_id = ${siteId} and d.kind = 'translation' and d.visibility = 'live'`);
  return rows.map(({ shownAt, firstLiveAt, liveSince, ...text }) => ({
    ...text,
    ...{ shownAt: new Date(shownAt), firstLiveAt: new Date(firstLiveAt), liveSince: new Date(liveSince) },
  }))[0];
}

/** English sisters of articles from a place on, the newest first, those among them whose original readers do not have now: it may come. */
export async function findEnglish(siteId: number, offset: number, limit: number) {
  const { rows } = await database("front").execute<Written>(sql`
    with ${linesFrom({ list: "english", ofId: siteId }, offset, limit)}
    select ${LINE}
    from lines l join documents d on d.id = l.document_id join documents o on o.id = d.sister_of_id
    where d.site_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc`);
  return rows.map(toRow);
}

type CorrectionRow = Pick<SisterRow, "number" | "slug" | "title" | "original" | "isLive"> & { note: string };

/** The corrections of English sisters from a place on, the newest first, those among them whose original readers do not have now. */
export async function findEnglishCorrections(siteId: number, offset: number, limit: number) {
  const { rows } = await database("front").execute<CorrectionRow & { at: string }>(sql`
    with ${linesFrom({ list: "english_corrections", ofId: siteId }, offset, limit)}
    select d.id as number, d.slug, d.title, d.sister_of_id as original, o.visibility = 'live' as "isLive",
      r.head ->> 'correction' as note, l.at
    from lines l join documents d on d.id = l.document_id join documents o on o.id = d.sister_of_id
      join editions e on e.id = l.edition_id join revisions r on r.id = e.published_revision_id
    where d.site_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** English sisters of the pages that stand for themselves, by name. */
export async function findEnglishPages(siteId: number) {
  const { rows } = await database("front").execute<Written>(sql`
    select ${LINE}
    from documents o join documents d on d.sister_of_id = o.id and d.visibility = 'live'
    where o.site_id = ${siteId} and o.kind = 'page'
    order by d.title, d.id`);
  return rows.map(toRow);
}
