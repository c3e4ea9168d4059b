import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { isSeen, type LineRow, lineOf, lineWith, moment, type Ranks } from "#features/desk/lists-store.ts";
import { type FileUse, USES_ON_A_PAGE } from "./uses.ts";

type Dates = { liveSince: string | null; outSince: string | null; sentAt: string | null; draftSince: string | null };
type Row = LineRow & Dates & { seen: boolean; kept: number; keptFirst: string | null; keptLast: string | null };

/**
 * The documents of a site that name a file in any text of theirs, the newest document first.
 * @param before the number of the last one that was shown; null begins at the newest
 * @returns of those that somebody may see what they are, and how many others there are on this page
 */
export async function usesOf(
  ranks: Ranks,
  sha256: string,
  before: number | null,
): Promise<{ uses: FileUse[]; unseen: number; next: number | null }> {
  const { siteId } = ranks;
  const limit = USES_ON_A_PAGE + 1;
  const naming = (table: "revision_files" | "draft_files") => sql`(
    select distinct n.document_id from ${sql.raw(table)} n join documents d on d.id = n.document_id and d.site_id = ${siteId}
    where n.sha256 = ${sha256} and (${before}::integer is null or n.document_id < ${before}::integer)
    order by n.document_id desc limit ${limit})`;
  // A text may show several parts of one file, and is one all the same.
  const names = (revision: SQL) => sql`
    exists (select from revision_files n where n.revision_id = ${revision} and n.sha256 = ${sha256})`;
  const { rows } = await database().execute<Row>(sql`
    with named as materialized (
      select document_id from (${naming("revision_files")} union ${naming("draft_files")}) either
      order by document_id desc limit ${limit}
    )
    select ${lineWith()}, ${isSeen(ranks)} as seen,
      ${moment(sql`live.since`)} as "liveSince", ${moment(sql`published.first`)} as "outSince",
      ${moment(sql`sent.since`)} as "sentAt", ${moment(sql`draft.since`)} as "draftSince",
      kept.count as kept, ${moment(sql`kept.first`)} as "keptFirst", ${moment(sql`kept.last`)} as "keptLast"
    from named join desk_lines l on l.document_id = named.document_id
    join lateral (
      select count(distinct r.id)::integer as count, min(r.cut_at) as first, max(r.cut_at) as last
      from revisions r join revision_files n on n.revision_id = r.id and n.sha256 = ${sha256}
      where r.document_id = named.document_id) kept on true
    left join lateral (
      select d.live_since as since from documents d
      where d.id = named.document_id and ${names(sql`d.live_revision_id`)}) live on true
    left join lateral (
      select min(e.closed_at) as first from editions e
      join revision_files n on n.revision_id = e.published_revision_id and n.sha256 = ${sha256}
      where e.document_id = named.document_id) published on true
    left join lateral (
      select b.since, e.state, e.submitted_at, e.id from editions e
      join draft_files b on b.edition_id = e.id and b.sha256 = ${sha256}
      where e.document_id = named.document_id and e.state <> 'closed') draft on true
    left join lateral (
      select e.submitted_at as since from editions e
      join lateral (select r.id from revisions r where r.edition_id = e.id order by r.id desc limit 1) newest on true
      where e.document_id = named.document_id and ${names(sql`newest.id`)} and e.state in ('in_review', 'approved', 'scheduled')) sent on true
    order by named.document_id desc`);
  const page = rows.slice(0, USES_ON_A_PAGE);
  return {
    uses: page.filter(({ seen }) => seen).map(useOf),
    unseen: page.filter(({ seen }) => !seen).length,
    next: rows.length > USES_ON_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

function useOf({ seen: _, liveSince, outSince, sentAt, draftSince, kept, keptFirst, keptLast, ...row }: Row): FileUse {
  const at = (text: string | null) => (text === null ? null : new Date(text));
  const [first, last] = [at(keptFirst), at(keptLast)];
  return {
    line: lineOf(row),
    liveSince: at(liveSince),
    outSince: at(outSince),
    sentAt: at(sentAt),
    draftSince: at(draftSince),
    kept: first === null || last === null ? null : { count: kept, first, last },
  };
}
