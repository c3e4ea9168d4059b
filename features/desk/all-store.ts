import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bare } from "#db/schema/bare.ts";
import { ZONE } from "#lib/dates.ts";
import type { DatedLine, DateKind, Stand } from "./lines.ts";
import type { Cursor, ListFilter } from "./list-filter.ts";
import {
  ints,
  isGivenTo,
  isSeen,
  isSeenByRole,
  type LineRow,
  lineOf,
  lineWith,
  moment,
  type Ranks,
} from "./lists-store.ts";

export const PAGE_SIZE = 40;

/** So many are counted; whoever finds more narrows the list. */
export const COUNTED = 1_000;

/** A filter with the sections it means: the one that was chosen, and all below it. */
export type Narrowed = Omit<ListFilter, "sectionId"> & { sectionIds: readonly number[] | null };

type Found = {
  lines: DatedLine[];
  /** Where the lines begin and end, for going on from there. */
  first: Cursor | null;
  last: Cursor | null;
  /** Whether there is more in the direction in which they were read. */
  goesOn: boolean;
  /** Of the whole list, up to one more than are counted. */
  total: number;
};

type Row = LineRow & Record<DateKind, string | null> & { place: string };

/**
 * The documents somebody may see, one page of them. Each way to a line is an index in the order of the list that is read only
 * as far as the page goes, so that it costs the same whatever lies in the archive.
 */
export async function articlesSeen(ranks: Ranks, filter: Narrowed): Promise<Found> {
  const isBack = filter.cursor?.way === "before";
  const descends = filter.oldestFirst === isBack;
  const [{ rows }, total] = await Promise.all([
    database().execute<Row>(sql`
      with shown as materialized (
        select id, at from (${allWays(ranks, filter, descends, PAGE_SIZE + 1)}) ways
        order by ${inOrder(sql`at`, sql`id`, descends)} limit ${PAGE_SIZE + 1}
      )
      select ${lineWith()}, ${moment(sql`l.changed_at`)} as changed, ${moment(sql`l.sent_at`)} as sent,
             ${moment(sql`l.shown_at`)} as published, ${moment(sql`shown.at`)} as place
      from shown join desk_lines l on l.document_id = shown.id
      order by ${inOrder(sql`shown.at`, sql`shown.id`, descends)}`),
    countOf(ranks, filter),
  ]);
  const page = rows.slice(0, PAGE_SIZE);
  if (isBack) page.reverse();
  const cursorAt = (row: Row | undefined, way: Cursor["way"]) => (row ? { way, at: row.place, id: row.id } : null);
  return {
    lines: page.map(datedLineOf),
    first: cursorAt(page[0], "before"),
    last: cursorAt(page.at(-1), "after"),
    goesOn: rows.length > PAGE_SIZE,
    total,
  };
}

/** In an order as well: else it would be read in the order of the table, where what is looked for may come last. */
async function countOf(ranks: Ranks, filter: Narrowed): Promise<number> {
  const ways = allWays(ranks, { ...filter, cursor: null }, true, COUNTED + 1);
  const { rows } = await database().execute<{ total: number }>(sql`
    select count(*)::integer as total from (select from (${ways}) ways limit ${COUNTED + 1}) counted`);
  return rows[0]?.total ?? 0;
}

function datedLineOf({ place: _, changed, sent, published, ...row }: Row): DatedLine {
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return { ...lineOf(row), changed: at(changed), sent: at(sent), published: at(published) };
}

/** The dates of a line `l`, or of somebody's `p`. */
const DATE: Record<DateKind, SQL> = {
  changed: sql.raw("changed_at"),
  sent: sql.raw("sent_at"),
  published: sql.raw("shown_at"),
};

const LINES = { of: sql.raw("l"), rows: sql`desk_lines l` };
const THEIRS = { of: sql.raw("p"), rows: sql`desk_people p join desk_lines l on l.document_id = p.document_id` };

/** The ways on which somebody finds lines, none of them on two, each ordered and no longer than `limit`. */
function allWays(ranks: Ranks, filter: Narrowed, descends: boolean, limit: number): SQL {
  const { sectionIds, personId } = filter;
  /** Lines along an index that is ordered by the date. */
  const way = ({ of, rows }: typeof LINES, where: SQL) => {
    const at = sql`${of}.${DATE[filter.date]}`;
    const id = sql`${of}.document_id`;
    return sql`(select ${id} as id, ${at} as at from ${rows}
      where ${where} and ${at} is not null and ${beyond(at, id, filter.cursor, descends)} and ${within(at, filter)} and ${passes(filter)}
      order by ${inOrder(at, id, descends)} limit ${limit})`;
  };
  const among = sectionIds === null ? sql`true` : sql`l.section_id = any(${ints(sectionIds)})`;
  if (personId !== null) {
    return way(THEIRS, sql`p.person_id = ${personId} and p.theirs and ${among} and ${isSeen(ranks)}`);
  }

  const ways: SQL[] = [];
  const onSite = sql`l.site_id = ${ranks.siteId} and ${among} and ${isSeenByRole(ranks)}`;
  const withRole = ranks.sectionIds.filter((_, at) => (ranks.ranks[at] ?? 0) >= 1);
  if (isRare(filter) || (sectionIds === null && ranks.onSite >= 1)) ways.push(way(LINES, onSite));
  else {
    // One section after the other: in each the newest come first, and no index orders several.
    const inEach = withRole.filter((id) => sectionIds?.includes(id) ?? true);
    ways.push(sql`(select one.id, one.at from unnest(${ints(inEach)}) as section (id)
      cross join lateral ${way(LINES, sql`l.section_id = section.id and ${onSite}`)} one)`);
    // What is moved into a section where they have no role, and stands for readers in one where they have.
    if (ranks.onSite === 0)
      ways.push(
        way(
          LINES,
          sql`l.live_section_id is not null and l.section_id is distinct from l.live_section_id
            and not coalesce(l.section_id = any(${ints(withRole)}), false) and ${onSite}`,
        ),
      );
  }
  // Whoever edits the whole site sees all of it by their role.
  if (ranks.onSite < 2)
    ways.push(
      way(
        THEIRS,
        sql`p.person_id = ${ranks.personId} and p.given and l.site_id = ${ranks.siteId} and ${among}
          and not ${isSeenByRole(ranks)} and ${isGivenTo(ranks)}`,
      ),
    );
  return sql.join(ways, sql` union all `);
}

/** What few lines are, an index of its own lists. */
function isRare({ stand, kind }: Narrowed): boolean {
  return (stand !== null && stand !== "live") || (kind !== null && kind !== "article");
}

function passes({ stand, kind, words }: Narrowed): SQL {
  return sql`${stand === null ? sql`true` : standing(stand)}
    and ${kind === null ? sql`true` : sql`l.kind = ${kind} ${kind === "article" ? sql`` : sql`and l.kind <> 'article'`}`}
    and ${words === "" ? sql`true` : like(sql`l.bare_title`, words)}`;
}

function inOrder(at: SQL, id: SQL, descends: boolean): SQL {
  return descends ? sql`${at} desc, ${id} desc` : sql`${at}, ${id}`;
}

/** Beyond the last line that was shown. */
function beyond(at: SQL, id: SQL, cursor: Cursor | null, descends: boolean): SQL {
  if (cursor === null) return sql`true`;
  return sql`(${at}, ${id}) ${sql.raw(descends ? "<" : ">")} (${cursor.at}::timestamptz, ${cursor.id}::integer)`;
}

/** Days as they begin and end here. */
function within(at: SQL, { from, until }: Narrowed): SQL {
  const midnight = (day: SQL) => sql`(${day})::timestamp at time zone ${ZONE}`;
  const since = from === null ? sql`true` : sql`${at} >= ${midnight(sql`${from}::date`)}`;
  return until === null ? since : sql`${since} and ${at} < ${midnight(sql`${until}::date + 1`)}`;
}

function standing(stand: Stand): SQL {
  switch (stand) {
    case "draft":
    case "returned":
    case "in_review":
    case "approved":
    case "scheduled":
      return sql`l.stand = ${stand} and l.stand is not null`;
    case "live":
      return sql`l.visibility = 'live'`;
    case "hidden":
    case "withdrawn":
      return sql`l.visibility = ${stand} and l.visibility in ('hidden', 'withdrawn')`;
    case "owed":
      return sql`l.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`l.state is null and l.outcome = ${stand} and l.outcome in ('refused', 'discarded')`;
  }
}

function like(text: SQL, words: string): SQL {
  return sql`${text} like '%' || ${bare(sql`${words.replace(/[\\%_]/g, "\\$&")}::text`)} || '%'`;
}
