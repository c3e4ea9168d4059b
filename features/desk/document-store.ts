import { desc, eq, type SQL, sql } from "drizzle-orm";
import { editions } from "#db/schema/editions.ts";
import { approvals, events, revisions } from "#db/schema/revisions.ts";
import { sealOn } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { articlePath, homePath, pagePath } from "#features/addresses/public.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { carriedOf } from "#features/text/carried.ts";
import type { Fields } from "#features/text/kind.ts";
import { restorersOf } from "#features/workflow/eyes-store.ts";
import { type EventLine, firstBrokenLink, type Happening } from "#features/workflow/history.ts";
import { isMove, ofLastEvent } from "#features/workflow/last-event-store.ts";
import type { ReturnReason, WithdrawalReason } from "#features/workflow/reasons.ts";
import type { Document } from "#features/workflow/story.ts";

/** What was said and set about an article, as it stands now. */
export type Circumstances = {
  returnedRevisionId: number | null;
  /** It came back to its writers and was not sent again since. */
  wasReturned: boolean;
  returnReason: ReturnReason | null;
  returnWords: string | null;
  returnedBy: string | null;
  /** What was answered to it when the text was sent again. */
  answer: { by: string; words: string } | null;
  submittedBy: string | null;
  submittedAt: Date | null;
  dueAt: Date | null;
  /** Why the clock could not publish it, or did not yet. */
  trouble: string | null;
  hiddenReason: string | null;
  withdrawnReason: WithdrawalReason | null;
  /** Who has agreed so far to bring back what an authority had taken down. */
  restoreAgreedBy: number[];
  mergedInto: { id: number; title: string } | null;
  /** Which outing it is, or would be, counted by what readers got: the first publication is 1. */
  outing: number;
  /** What the text it began from says in the fields that its kind carries. */
  before: Fields;
  /** Files of the text that readers have whose licence has ended, as they are called. */
  endedFiles: string[];
  /** Where readers find it; null while it is not live. */
  publicPath: string | null;
};

/** Who made a line `v` of the history. */
const ACTOR = sql`(select p.name from people p where p.id = v.actor_id)`;
const WORDS = sql`jsonb_build_object('by', ${ACTOR}, 'words', v.payload ->> 'words')`;

/** A line `v` by which a text was sent with words to whoever had sent it back. */
function isAnswer(documentId: number): SQL {
  const returned = ofLastEvent(documentId, sql`v.seq`, isMove("return"));
  return sql`${isMove("submit")} and v.payload ? 'words' and v.seq > ${returned}`;
}

/** @param editionId the open edition, or the last one */
export async function circumstancesOf(tx: Tx, document: Document, editionId: number): Promise<Circumstances> {
  const { rows } = await tx.execute<
    Omit<Circumstances, "submittedAt" | "dueAt" | "before" | "publicPath" | "restoreAgreedBy"> & {
      base: Fields | null;
      submittedAt: string | null;
      dueAt: string | null;
      isLive: boolean;
      sectionSlug: string | null;
      slug: string | null;
    }
  >(sql`
    select e.returned_revision_id as "returnedRevisionId", e.return_reason as "returnReason",
           e.return_words as "returnWords",
           ${ofLastEvent(document.id, ACTOR, isMove("return"))} as "returnedBy",
           ${ofLastEvent(document.id, WORDS, isAnswer(document.id))} as answer,
           coalesce(l.stand = 'returned', false) as "wasReturned",
           (select p.name from people p where p.id = e.submitted_by) as "submittedBy",
           to_json(e.submitted_at) #>> '{}' as "submittedAt",
           to_json(l.due_at) #>> '{}' as "dueAt", l.trouble,
           a.hidden_reason as "hiddenReason", a.withdrawn_reason as "withdrawnReason",
           (select jsonb_build_object('id', m.id, 'title', m.title) from documents m where m.id = a.merged_into_id)
             as "mergedInto",
           (select count(*)::integer + 1 from editions out where out.document_id = a.id and out.outcome = 'published'
            and out.number < e.number) as outing,
           array(select distinct coalesce(nullif(f.caption, ''), f.name) from revision_files n
             join files f on f.site_id = a.site_id and f.sha256 = n.sha256 and f.licence_end < today_here() and not f.hidden
             where n.revision_id = a.live_revision_id order by 1) as "endedFiles",
           (select r.head from revisions r where r.id = e.base_revision_id) as base,
           a.visibility = 'live' as "isLive", s.slug as "sectionSlug", a.slug
    from documents a
    left join sections s on s.id = a.section_id
    left join editions e on e.document_id = a.id and e.id = ${editionId}
    left join desk_lines l on l.document_id = a.id and l.edition_id = e.id
    where a.id = ${document.id}`);
  const [found] = rows;
  if (!found) throw new Error(`document ${document.id} is gone`);
  const { base, isLive, sectionSlug, slug, ...row } = found;
  const restoreAgreedBy = (await restorersOf(tx, document)) ?? [];
  const before = base === null ? {} : carriedOf(kindOf(document), base);
  const publicPath = isLive ? pathOf(document.id, sectionSlug, slug) : null;
  return {
    ...row,
    before,
    publicPath,
    restoreAgreedBy,
    submittedAt: momentOf(row.submittedAt),
    dueAt: momentOf(row.dueAt),
  };
}

/** What has no address of its own is on every page. */
function pathOf(number: number, sectionSlug: string | null, slug: string | null): string {
  if (slug === null) return homePath;
  return sectionSlug === null ? pagePath(slug) : articlePath(sectionSlug, slug, number);
}

/** One line of an article's history. */
export type HistoryLine = { seq: number; actorId: number | null; at: Date; happening: Happening };

/**
 * Newest first, and the place of the first line, counted from the oldest, that is not what was written then: by the chain, by
 * its seal, or by the seal of the confirmation that it tells of.
 */
export async function historyOf(
  tx: Tx,
  documentId: number,
): Promise<{ lines: HistoryLine[]; brokenAt: number | null }> {
  const rows = await tx.select().from(events).where(eq(events.documentId, documentId)).orderBy(events.seq);
  const lines = rows.map(({ seq, actorId, at, payload }) => ({ seq, actorId, at, happening: payload as Happening }));
  const signed = await tx.select().from(approvals).where(eq(approvals.documentId, documentId)).orderBy(approvals.id);
  const forged = signed.find((approval) => sealOn(approvals, approval) === "broken");
  const broken = [
    firstBrokenLink(rows as EventLine[]),
    placeOf(rows.findIndex((row) => sealOn(events, row) === "broken")),
    forged ? (placeOf(rows.findIndex(({ at }) => at >= forged.at)) ?? rows.length) : null,
  ].filter((place) => place !== null);
  return { lines: lines.reverse(), brokenAt: broken.length === 0 ? null : Math.min(...broken) };
}

/** Counted from 1; null for what was not found. */
const placeOf = (index: number) => (index < 0 ? null : index + 1);

/** One immutable text of an article, without the text. */
export type Version = {
  id: number;
  number: number;
  edition: number;
  writers: number[];
  cutAt: Date;
  cutBecause: typeof revisions.$inferSelect.cutBecause;
  contentHash: string;
  erased: boolean;
};

/** Newest first. */
export async function versionsOf(tx: Tx, documentId: number): Promise<Version[]> {
  return tx
    .select({
      id: revisions.id,
      number: revisions.number,
      edition: editions.number,
      writers: revisions.writers,
      cutAt: revisions.cutAt,
      cutBecause: revisions.cutBecause,
      contentHash: revisions.contentHash,
      erased: sql<boolean>`${revisions.redactionId} is not null`,
    })
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .where(eq(revisions.documentId, documentId))
    .orderBy(desc(revisions.number));
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
