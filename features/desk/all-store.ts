import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bare } from "#db/schema/bare.ts";
import { ZONE } from "#lib/dates.ts";
import type { DatedLine, DateKind, Stand } from "./lines.ts";
import type { ListFilter } from "./list-filter.ts";
import { LINE, type LineRow, lastStep, lineOf, OPEN, type Ranks, seenBy } from "./lists-store.ts";

export const PAGE_SIZE = 40;

/** So many are counted; whoever finds more narrows the list. */
export const COUNTED = 1_000;

/** A filter with the sections it means (the one that was chosen, and all below it) and the person's articles. */
export type Narrowed = Omit<ListFilter, "sectionId" | "personId"> & {
  sectionIds: readonly number[] | null;
  person: { id: number; documentIds: readonly number[] | null } | null;
};

type Row = LineRow & Record<DateKind, string | null> & { total: number };

/**
 * The articles somebody may see, one page of them and, if there is one, the first of the next. What is being worked on is
 * looked at text by text; the archive, which is nearly all, is only stepped through along the index of the date that
 * orders the list.
 */
export async function articlesSeen(ranks: Ranks, filter: Narrowed): Promise<{ lines: DatedLine[]; total: number }> {
  const { page, oldestFirst } = filter;
  const until = page * PAGE_SIZE + 1;
  const order = oldestFirst ? sql`at, id` : sql`at desc, id desc`;
  const { rows } = await database().execute<Row>(sql`
    with worked_on as materialized (${workedOn(ranks, filter)}),
    archived as not materialized (${archived(ranks, filter)}),
    shown as materialized (
      select * from (
        (select * from worked_on) union all (select * from archived order by ${order} limit ${until})
      ) both_kinds
      order by ${order} limit ${PAGE_SIZE + 1} offset ${until - PAGE_SIZE - 1}
    )
    select ${LINE}, to_json(story.at) #>> '{}' as changed, to_json(${DATE.sent}) #>> '{}' as sent,
           to_json(story.shown_at) #>> '{}' as published, ${total} as total
    from (${seenBy(ranks, sql`a.id = any(array(select id from shown))`)}) story
    join shown on shown.id = story.id
    order by ${oldestFirst ? sql`shown.at, shown.id` : sql`shown.at desc, shown.id desc`}`);
  const counted = rows[0]?.total ?? (page > 1 ? (await articlesSeen(ranks, { ...filter, page: 1 })).total : 0);
  return { lines: rows.map(datedLineOf), total: counted };
}

function datedLineOf({ total: _, changed, sent, published, ...row }: Row): DatedLine {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return { ...lineOf(row), changed: moment(changed), sent: moment(sent), published: moment(published) };
}

const total = sql`((select count(*) from worked_on)
  + (select count(*) from (select from archived limit ${COUNTED + 1}) counted))::integer`;

/** The dates of `story`, a row of `seenBy`. Sent is the last time, whatever became of it. */
const DATE: Record<DateKind, SQL> = {
  changed: sql`story.at`,
  sent: sql`(select max(e.submitted_at) from editions e where e.document_id = story.id)`,
  published: sql`story.shown_at`,
};

/** Articles with an open edition, and those that readers never had. */
function workedOn(ranks: Ranks, { stand, kind, words, sectionIds, person, date, from, until }: Narrowed): SQL {
  const at = DATE[date];
  return sql`
    select story.id, ${at} as at from (${seenBy(ranks, sql`a.visibility = 'never_live' or ${OPEN}`)}) story
    where ${at} is not null and ${within(at, from, until)}
      and ${stand === null ? sql`true` : standing(stand)}
      and ${kind === null ? sql`true` : sql`story.kind = ${kind}`}
      and ${words === "" ? sql`true` : like(bare(sql`story.title`), words)}
      and ${sectionIds === null ? sql`true` : sql`story.section_id = any(${ids(sectionIds)})`}
      and ${person === null ? sql`true` : isOf(sql`story.id`, person)}`;
}

/**
 * What readers have or had and nobody is working on. An index leads to what stands where somebody has any role, or was
 * given to them; whether they see it is asked of each.
 */
function archived(ranks: Ranks, { stand, kind, words, sectionIds, person, date, from, until }: Narrowed): SQL {
  const { siteId, personId: me, onSite, sectionIds: known, ranks: heights } = ranks;
  const mine = known.filter((_, at) => (heights[at] ?? 0) >= 1);
  const { at, rows } = ALONG[date];
  const rank = sql`coalesce(case when a.section_id is null then ${onSite}::integer
    else (${ids(heights)})[array_position(${ids(known)}, a.section_id)] end, 0)`;
  const given = sql`a.id = any(array(select w.document_id from document_writers w where w.person_id = ${me}
    and (select has_role_on_site(${me}, ${siteId}))))`;
  return sql`
    select a.id, ${at} as at from ${rows}
    where a.site_id = ${siteId} and a.visibility <> 'never_live' and ${within(at, from, until)}
      and not exists (select from editions e where e.document_id = a.id and e.state <> 'closed')
      and (a.section_id = any(${ids(mine)}) or a.section_id is null or ${given})
      and may_see(${rank}, ${given}, null, null, a.visibility)
      and ${stand === null ? sql`true` : archivedAs(stand)}
      and ${kind === null ? sql`true` : sql`a.kind = ${kind}`}
      and ${words === "" ? sql`true` : like(sql`a.bare_title`, words)}
      and ${sectionIds === null ? sql`true` : sql`a.section_id = any(${ids(sectionIds)})`}
      and ${person === null ? sql`true` : isOf(sql`a.id`, person)}`;
}

/** The archive in the order of each date: each has an index that begins with it. */
const ALONG: Record<DateKind, { at: SQL; rows: SQL }> = {
  changed: { at: sql`coalesce(a.withdrawn_at, a.hidden_at, a.live_since, a.created_at)`, rows: sql`documents a` },
  sent: {
    at: sql`sending.submitted_at`,
    rows: sql`editions sending join documents a on a.id = sending.document_id and sending.submitted_at is not null
      and not exists (select from editions later where later.document_id = sending.document_id
        and (later.submitted_at, later.id) > (sending.submitted_at, sending.id))`,
  },
  published: { at: sql`a.shown_at`, rows: sql`documents a` },
};

/** From so many on it is quicker to step through the list and ask of each article than to look all of them up. */
const FEW = 5_000;

/** The articles that were given to a person or hold words of theirs; null when they are many. */
export async function articlesOf(personId: number): Promise<number[] | null> {
  const { rows } = await database().execute<{ id: number }>(sql`
    (select w.document_id as id from document_writers w where w.person_id = ${personId} limit ${FEW})
    union (select distinct r.document_id from revisions r where r.writers @> array[${personId}::integer] limit ${FEW})
    union (select b.document_id from draft_buffers b join editions e on e.id = b.edition_id
      where e.state <> 'closed' and ${personId} = any(b.unkept_by) limit ${FEW})`);
  return rows.length < FEW ? rows.map(({ id }) => id) : null;
}

/** Asked of one article at a time (`limit 1`): else all of a person's many articles would be gathered for a page of them. */
function isOf(documentId: SQL, { id, documentIds }: NonNullable<Narrowed["person"]>): SQL {
  if (documentIds !== null) return sql`${documentId} = any(${ids(documentIds)})`;
  return sql`coalesce(
    (select true from document_writers w where w.document_id = ${documentId} and w.person_id = ${id} limit 1),
    (select true from revisions r where r.document_id = ${documentId} and r.writers @> array[${id}::integer] limit 1),
    (select true from editions e join draft_buffers b on b.edition_id = e.id
     where e.document_id = ${documentId} and e.state <> 'closed' and ${id} = any(b.unkept_by) limit 1), false)`;
}

/** Days as they begin and end here. */
function within(at: SQL, from: string | null, until: string | null): SQL {
  const midnight = (day: SQL) => sql`(${day})::timestamp at time zone ${ZONE}`;
  const since = from === null ? sql`true` : sql`${at} >= ${midnight(sql`${from}::date`)}`;
  return until === null ? since : sql`${since} and ${at} < ${midnight(sql`${until}::date + 1`)}`;
}

function standing(stand: Stand): SQL {
  switch (stand) {
    case "draft":
      return sql`story.state = 'draft' and ${lastStep()} is distinct from 'return'`;
    case "returned":
      return sql`story.state = 'draft' and ${lastStep()} = 'return'`;
    case "in_review":
    case "approved":
    case "scheduled":
      return sql`story.state = ${stand}`;
    case "live":
    case "hidden":
    case "withdrawn":
      return sql`story.visibility = ${stand}`;
    case "owed":
      return sql`story.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`story.state is null and story.outcome = ${stand}`;
  }
}

/** The same of an article `a` without an open edition. */
function archivedAs(stand: Stand): SQL {
  switch (stand) {
    case "draft":
    case "returned":
    case "in_review":
    case "approved":
    case "scheduled":
      return sql`false`;
    case "live":
    case "hidden":
    case "withdrawn":
      return sql`a.visibility = ${stand}`;
    case "owed":
      return sql`a.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`a.id = any(array(select e.document_id from editions e where e.outcome = ${stand} and not exists (
        select from editions later where later.document_id = e.document_id and later.number > e.number)))`;
  }
}

function like(text: SQL, words: string): SQL {
  return sql`${text} like '%' || ${bare(sql`${words.replace(/[\\%_]/g, "\\$&")}::text`)} || '%'`;
}

function ids(numbers: readonly number[]): SQL {
  return sql`${sql.param(`{${numbers.join(",")}}`)}::integer[]`;
}
