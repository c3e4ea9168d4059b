import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { ZONE } from "#lib/dates.ts";
import { type Line, type Waiting, WHYS, type Why } from "./lines.ts";
import { LINE, type LineRow, lastStep, lineOf, lineWith, OPEN, type Ranks, seenBy } from "./lists-store.ts";
import { scheduleOf } from "./schedule-store.ts";

/** Imported articles wait for one confirmation as a batch, which is one row. One that was given back is like any other. */
const waitsInBatch = sql`story.purpose is not distinct from 'migrate' and story.state is not distinct from 'in_review'`;

/** Everything that waits for a person: one row an article, under its most pressing reason. */
export async function waitingFor(ranks: Ranks): Promise<Waiting[]> {
  const me = ranks.personId;
  const { rows } = await database().execute<LineRow & { why: Why; ownWords: boolean }>(sql`
    with story as (${seenBy(ranks, UNSETTLED)}),
    weighed as (
      select story.*, story.rank >= 3 and coalesce(${me} = any(eyes.unconfirmed), false) as own_words, case
        when story.state = 'approved' and story.deciding_rank >= 3 and last_schedule.outcome = 'failed' then 'failed'
        when story.state = 'scheduled' and story.deciding_rank >= 3
          and (last_schedule.attempts > 0 or last_schedule.due_at < now() - interval '1 minute') then 'overdue'
        when story.visibility = 'live' and story.owed_since is not null and story.live_rank >= 3
          and story.owed_by <> ${me} then 'owed'
        when story.visibility = 'withdrawn' and story.withdrawn_reason = 'authority' and story.live_rank >= 3
          and ${restoredByAnother(me)} then 'restoring'
        when story.state = 'draft' and story.is_writer and ${lastStep()} = 'return' then 'returned'
        when story.state = 'in_review' and (story.rank < 3 or story.opened_by = ${me})
          and (${me} = any(eyes.contributors) and eyes.unconfirmed <> '{}' and eyes.unconfirmed <> array[${me}::integer]
              and not ${me} = any(eyes.confirmed_by)
            or (story.is_writer or ${me} = any(eyes.contributors)) and eyes.sent_alone and story.submitted_by <> ${me}
              and may_decide(story.submitted_by, eyes.revision)) then 'confirm'
        when story.state = 'in_review' and story.rank >= 2 then 'review'
        when story.state = 'approved' and story.deciding_rank >= 3 then 'approved'
        when story.visibility = 'hidden' and story.state is null and story.live_rank >= 3 then 'hidden'
      end as why
      from story
      left join lateral ${scheduleOf(sql`story.edition_id`, sql`story.id`)} last_schedule on story.state in ('approved', 'scheduled')
      left join lateral eyes_on(case when story.state = 'in_review' then story.edition_id end) eyes on true
      where not (${waitsInBatch})
    )
    select ${lineWith({ title: sql`case when story.why in ('owed', 'restoring') then story.live_title else story.title end` })},
           story.why, story.own_words as "ownWords"
    from weighed story where story.why is not null
    order by array_position(${sql.param(`{${WHYS.join(",")}}`)}::text[], story.why), story.at`);
  return rows.map(lineOf);
}

/**
 * What somebody is writing and is not out yet: given to them, begun by them, or with words of theirs in its open text;
 * not what they handed over.
 */
export async function writtenBy(ranks: Ranks): Promise<Line[]> {
  const me = ranks.personId;
  const typed = sql`select r.edition_id from revisions r join editions e on e.id = r.edition_id
    where e.state <> 'closed' and r.writers @> array[${me}::integer] and r.cut_because <> 'import'`;
  const handedOver = sql`select from events v join editions e on e.id = story.edition_id
    where v.document_id = story.id and v.actor_id = ${me} and v.payload ->> 'move' = 'hand_over' and v.at >= e.opened_at`;
  return lines(sql`select ${LINE} from (${seenBy(ranks, OPEN)}) story
    where story.state is not null and not (${waitsInBatch})
      and (story.is_writer
        or (${me} = any(story.unkept_by) or story.opened_by = ${me} or story.edition_id in (${typed}))
          and not exists (${handedOver}))
    order by story.at desc limit 100`);
}

/** What waits for its hour. */
export async function toCome(ranks: Ranks): Promise<Line[]> {
  return lines(sql`select ${LINE} from (${seenBy(ranks, OPEN)}) story
    where story.state = 'scheduled' order by "dueAt", story.id limit 50`);
}

/**
 * What bears today's date for readers, as days are counted in Việt Nam: published, or replaced by a later text. What came
 * from an older system bears its old date until then. Each with the words, the place and the time that readers see.
 */
export async function outToday(ranks: Ranks): Promise<Line[]> {
  const today = sql`a.visibility = 'live' and a.live_since >= ${MIDNIGHT}
    and (a.shown_at >= ${MIDNIGHT} or a.live_since > a.first_live_at)`;
  const shown = sql`case when story.live_since > story.first_live_at then story.live_since else story.shown_at end`;
  const line = lineWith({
    title: sql`story.live_title`,
    section: sql`(select s.name from sections s where s.id = story.live_section_id)`,
    at: shown,
    byId: sql`(select coalesce(e.submitted_by, e.opened_by) from editions e
      where e.document_id = story.id and e.published_revision_id = story.last_live_revision_id)`,
  });
  return lines(sql`select ${line} from (${seenBy(ranks, today)}) story order by ${shown} desc limit 50`);
}

/** The last midnight here. */
const MIDNIGHT = sql`date_trunc('day', now() at time zone ${ZONE}) at time zone ${ZONE}`;

/** Something may have to be done with it. */
const UNSETTLED = sql`${OPEN} or a.owed_since is not null or a.visibility in ('hidden', 'withdrawn')`;

async function lines(query: SQL): Promise<Line[]> {
  const { rows } = await database().execute<LineRow>(query);
  return rows.map(lineOf);
}

function restoredByAnother(me: number): SQL {
  return sql`exists (select from approvals y where y.revision_id = story.last_live_revision_id and y.kind = 'restore'
    and y.at >= story.withdrawn_at and y.person_id <> ${me})`;
}
