import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bare } from "#db/schema/bare.ts";
import { ZONE } from "#lib/dates.ts";
import { COUNTED, type DatedLine, type DateKind, PAGE_SIZE, type Stand } from "./lines.ts";
import type { Cursor, ListFilter } from "./list-filter.ts";
import {
  type Alias,
  ints,
  isSeen,
  isSeenByRole,
  type LineRow,
  lineOf,
  lineWith,
  moment,
  type Ranks,
  withRank,
} from "./lists-store.ts";

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

/** Counted along the same ways: in the order of the table what is looked for might come last. */
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

/** The columns of the dates. */
const DATE: Record<DateKind, SQL> = {
  changed: sql.raw("changed_at"),
  sent: sql.raw("sent_at"),
  published: sql.raw("shown_at"),
};

/** The ways on which somebody finds lines, each ordered and no longer than `limit`; what is on two is found once. */
function allWays(ranks: Ranks, filter: Narrowed, descends: boolean, limit: number): SQL {
  const { sectionIds, personId } = filter;
  /** Lines, or somebody's rows, along an index that is ordered by the date. */
  const way = (of: Alias, where: SQL) => {
    const row = sql.raw(of);
    const at = sql`${row}.${DATE[filter.date]}`;
    const id = sql`${row}.document_id`;
    const among = sectionIds === null ? sql`true` : sql`${row}.section_id = any(${ints(sectionIds)})`;
    return sql`(select ${id} as id, ${at} as at from ${of === "l" ? sql`desk_lines l` : rowsOfPeople(filter)}
      where ${where} and ${among} and ${at} is not null and ${beyond(at, id, filter.cursor, descends)}
        and ${within(at, filter)} and ${passes(filter)}
      order by ${inOrder(at, id, descends)} limit ${limit})`;
  };
  if (personId !== null) return way("p", sql`p.person_id = ${personId} and p.theirs and ${isSeen(ranks, "p")}`);

  const { siteId, personId: me, onSite } = ranks;
  if (isOpen(filter)) return way("l", isSeen(ranks));
  const ways: SQL[] = [];
  const seen = sql`l.site_id = ${siteId} and ${isSeenByRole(ranks)}`;
  const given = sql`p.person_id = ${me} and p.given and p.site_id = ${siteId} and (select has_role_on_site(${me}, ${siteId}))`;
  if (sectionIds === null && onSite >= 1) ways.push(way("l", seen));
  else {
    // One section after the other: in each the newest come first, and no index orders several.
    const inEach = (ids: number[], where: SQL) => {
      const asked = sectionIds === null ? ids : ids.filter((id) => sectionIds.includes(id));
      return sql`(select one.id, one.at from unnest(${ints(asked)}) as section (id)
        cross join lateral ${way("l", sql`l.section_id = section.id and ${where}`)} one)`;
    };
    const [all, some] = [withRank(ranks, 2), withRank(ranks, 1)];
    ways.push(inEach(all, sql`true`));
    ways.push(
      inEach(
        some.filter((id) => !all.includes(id)),
        sql`l.needed_rank = 1`,
      ),
    );
    if (onSite === 0) {
      // What is moved into a section where they have no role, and stands for readers in one where they have.
      ways.push(way("l", sql`l.moves and ${seen}`));
      const others = ranks.sectionIds.filter((id) => !some.includes(id));
      ways.push(way("p", sql`${given} and (p.section_id = any(${ints(others)}) or p.section_id is null)`));
    }
  }
  // What a role shows to nobody but editors: whoever edits the whole site sees all of it.
  if (onSite < 2) ways.push(way("p", sql`${given} and p.needed_rank = 2`));
  return sql.join(ways, sql` union `);
}

/** Somebody's rows, with the lines of which more is asked than they say. */
function rowsOfPeople({ stand, kind, words }: Narrowed): SQL {
  const isAsked = stand !== null || kind !== null || words !== "";
  return isAsked ? sql`desk_people p join desk_lines l on l.document_id = p.document_id` : sql`desk_people p`;
}

const OPEN: readonly (Stand | null)[] = ["draft", "returned", "in_review", "approved", "scheduled", "owed"];

/** Only so many lines are so as there are in the work, whatever the archive holds; or they are of a kind that has few. */
function isOpen({ stand, kind }: Narrowed): boolean {
  return OPEN.includes(stand) || (kind !== null && kind !== "article");
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
      return sql`l.stand = ${stand}`;
    case "live":
      return sql`l.visibility = 'live'`;
    case "hidden":
    case "withdrawn":
      return sql`l.gone = ${stand}`;
    case "owed":
      return sql`l.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`l.given_up = ${stand}`;
  }
}

function like(text: SQL, words: string): SQL {
  return sql`${text} like '%' || ${bare(sql`${words.replace(/[\\%_]/g, "\\$&")}::text`)} || '%'`;
}
