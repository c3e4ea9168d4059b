import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { ZONE } from "#lib/dates.ts";
import { type Line, SHOWN, type Waiting, WHYS, type Why } from "./lines.ts";
import { isSeen, type LineRow, lineOf, lineWith, liveRankOf, type Ranks, rankOf } from "./lists-store.ts";

/** Imported articles wait for one confirmation as a batch, which is one row. One that was given back is like any other. */
const waitsInBatch = sql`(l.purpose is not distinct from 'migrate' and l.state is not distinct from 'in_review')`;

type WaitingList = { lines: Waiting[]; total: number };

/**
 * What waits for a person, the most pressing first: one row an article, under its most pressing reason, and how many there
 * are in all.
 *
 * @param but leaves an article out, after which somebody asks for the next
 */
export async function waitingFor(ranks: Ranks, limit = SHOWN, but: number | null = null): Promise<WaitingList> {
  const me = ranks.personId;
  const line = lineWith({ title: sql`case when l.why in ('owed', 'restoring') then l.live_title else l.title end` });
  const { rows } = await database().execute<LineRow & { why: Why; ownWords: boolean; total: number }>(sql`
    with l as materialized (
      select l.*, ${whyOf(ranks)} as why
      from (select l.*, ${rankOf(ranks)} as rank, ${liveRankOf(ranks)} as live_rank,
              least(${rankOf(ranks)}, ${liveRankOf(ranks)}) as deciding_rank,
              coalesce(had.given, false) and (select has_role_on_site(${me}, ${ranks.siteId})) as is_writer
            from desk_lines l
            left join desk_people had on had.document_id = l.document_id and had.person_id = ${me}
            where l.waits and l.document_id is distinct from ${but}::integer and ${isSeen(ranks)}) l
    )
    select ${line}, l.why, l.rank >= 3 and coalesce(${me} = any(l.unconfirmed), false) as "ownWords",
           (select count(*) from l where why is not null)::integer as total
    from l where l.why is not null
    order by array_position(${sql.param(`{${WHYS.join(",")}}`)}::text[], l.why), l.changed_at, l.document_id
    limit ${limit}`);
  return { lines: rows.map(({ total: _, ...row }) => lineOf(row)), total: rows[0]?.total ?? 0 };
}

/** Why a line `l` waits for somebody; null when it does not. What the policy and four eyes say of one document, of all: a spec compares. */
function whyOf({ personId: me }: Ranks): SQL {
  return sql`case
    when l.state = 'approved' and l.deciding_rank >= 3 and l.missed then 'failed'
    when l.state = 'scheduled' and l.deciding_rank >= 3 and (l.attempts > 0 or l.due_at < now() - interval '1 minute') then 'overdue'
    when l.visibility = 'live' and l.owed_since is not null and l.live_rank >= 3 and l.owed_by <> ${me} then 'owed'
    when l.live_rank >= 3 and array_remove(l.restorers, ${me}) <> '{}' then 'restoring'
    when l.stand = 'returned' and l.is_writer then 'returned'
    when l.state = 'in_review' and (l.deciding_rank < 3 or l.opened_by = ${me})
      and (${me} = any(l.contributors) and l.unconfirmed <> '{}' and l.unconfirmed <> array[${me}::integer]
          and not ${me} = any(l.confirmed_by)
        or (l.is_writer or ${me} = any(l.contributors)) and l.sent_alone and l.submitted_by <> ${me}
          and may_decide(l.submitted_by, l.revision_id)) then 'confirm'
    when l.state = 'in_review' and l.rank >= 2 then 'review'
    when l.state = 'approved' and l.deciding_rank >= 3 then 'approved'
    when l.visibility = 'hidden' and l.state is null and l.live_rank >= 3 then 'hidden'
  end`;
}

/**
 * What somebody is writing and is not out yet: given to them, begun by them, or with words of theirs in its open text;
 * not what they handed over.
 */
export async function writtenBy(ranks: Ranks): Promise<Line[]> {
  return lines(sql`
    select ${lineWith()} from desk_people w join desk_lines l on l.document_id = w.document_id
    where w.person_id = ${ranks.personId} and w.writing and not ${waitsInBatch} and ${isSeen(ranks)}
    order by w.changed_at desc limit ${SHOWN}`);
}

/** What waits for its hour. */
export async function toCome(ranks: Ranks): Promise<Line[]> {
  return lines(sql`
    select ${lineWith()} from desk_lines l where l.due_at is not null and ${isSeen(ranks)}
    order by l.due_at, l.document_id limit 50`);
}

/**
 * What bears today's date for readers, as days are counted in Việt Nam: published, or replaced by a later text. What came
 * from an older system bears its old date until then. Each with the words, the place and the time that readers see.
 */
export async function outToday(ranks: Ranks): Promise<Line[]> {
  const line = lineWith({
    ...{ title: sql`l.live_title`, sectionId: sql`l.live_section_id` },
    ...{ at: sql`l.out_at`, byId: sql`l.live_by_id` },
  });
  return lines(sql`
    select ${line} from desk_lines l where l.out_at >= ${MIDNIGHT} and ${isSeen(ranks)}
    order by l.out_at desc limit 50`);
}

/** The last midnight here. */
const MIDNIGHT = sql`date_trunc('day', now() at time zone ${ZONE}) at time zone ${ZONE}`;

async function lines(query: SQL): Promise<Line[]> {
  const { rows } = await database().execute<LineRow>(query);
  return rows.map(lineOf);
}
