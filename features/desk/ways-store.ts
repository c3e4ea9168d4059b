import { type SQL, sql } from "drizzle-orm";
import { bare } from "#db/schema/bare.ts";
import { ZONE } from "#lib/dates.ts";
import type { Cursor } from "./address.ts";
import type { DateKind, Stand } from "./lines.ts";
import type { ListFilter } from "./list-filter.ts";
import { type Alias, ints, isSeen, isSeenByRole, type Ranks, withRank } from "./lists-store.ts";

/** A filter with the sections it means: the one that was chosen, and all below it; and where its words stand in many titles. */
export type Narrowed = Omit<ListFilter, "sectionId"> & {
  sectionIds: readonly number[] | null;
  oftenIn: readonly number[];
};

/** The columns of the dates. */
const DATE: Record<DateKind, SQL> = {
  changed: sql.raw("changed_at"),
  sent: sql.raw("sent_at"),
  published: sql.raw("shown_at"),
};

/** The ways on which somebody finds lines, each ordered and no longer than `limit`; what is on two is found once. */
export function allWays(ranks: Ranks, filter: Narrowed, descends: boolean, limit: number): SQL {
  const { siteId, personId: me, onSite } = ranks;
  const { sectionIds, personId, words, oftenIn } = filter;
  /** Lines, or somebody's rows, along an index that is ordered by the date. */
  const way = (of: Alias, where: SQL, said = saysOf(words)) =>
    sql`(${found(of, where, said)} order by ${order} limit ${limit})`;
  const order = inOrder(sql`at`, sql`id`, descends);
  const found = (of: Alias, where: SQL, said = saysOf(words)) => {
    const row = sql.raw(of);
    const at = sql`${row}.${DATE[filter.date]}`;
    const id = sql`${row}.document_id`;
    const among = sectionIds === null ? sql`true` : sql`${row}.section_id = any(${ints(sectionIds)})`;
    return sql`select ${id} as id, ${at} as at from ${of === "l" ? sql`desk_lines l` : rowsOfPeople(filter)}
      where ${where} and ${among} and ${at} is not null and ${beyond(at, id, filter.cursor, descends)}
        and ${within(at, filter)} and ${passes(filter)} and ${said}`;
  };
  // Each section by itself: in each the newest come first, and no index orders several.
  const inEach = (of: Alias, ids: readonly number[], where: SQL) => {
    const asked = sectionIds === null ? ids : ids.filter((id) => sectionIds.includes(id));
    const byWords = of === "p" || words === "" ? [] : asked.filter((id) => !oftenIn.includes(id));
    const byOrder = asked.filter((id) => !byWords.includes(id));
    const isThere = sql`${sql.raw(of)}.section_id = section.id and ${where}`;
    const inOrderOfList = sql`(select one.id, one.at from unnest(${ints(byOrder)}) as section (id)
      cross join lateral ${way(of, isThere, of === "p" ? saysOfOne(words) : undefined)} one)`;
    if (byWords.length === 0) return inOrderOfList;
    // Before anything is put in order: else the database might look for few lines in the order of the list, to its end.
    const all = found(of, sql`${sql.raw(of)}.section_id = any(${ints(byWords)}) and ${where}`);
    return sql`${inOrderOfList} union
      (with found as materialized (${all}) select id, at from found order by ${order} limit ${limit})`;
  };

  // Of a person, their rows instead of the lines; what somebody was given is theirs as well, or has to be.
  const of: Alias = personId === null ? "l" : "p";
  const theirs = personId === null ? sql`true` : sql`p.person_id = ${personId} and p.theirs`;
  if (isOpen(filter)) return way("l", sql`${isSeen(ranks)} and ${isOf(personId, "l")}`);
  const ways: SQL[] = [];
  const seen = sql`${sql.raw(of)}.site_id = ${siteId} and ${isSeenByRole(ranks, of)}`;
  const given = sql`p.person_id = ${me} and p.given and p.site_id = ${siteId}
    and (select has_role_on_site(${me}, ${siteId})) and ${personId === me ? sql`true` : isOf(personId, "p")}`;
  const [all, some] = [withRank(ranks, 2), withRank(ranks, 1)];
  if (sectionIds === null && onSite >= 1) ways.push(way(of, sql`${theirs} and ${seen}`));
  else {
    ways.push(inEach(of, all, theirs));
    const lower = some.filter((id) => !all.includes(id));
    ways.push(inEach(of, lower, sql`${theirs} and ${sql.raw(of)}.needed_rank = 1`));
  }
  if (onSite === 0) {
    // What is moved into a section where they have no role, and stands for readers in one where they have.
    const moved = sql`l.moves and l.site_id = ${siteId} and ${isSeenByRole(ranks)}`;
    ways.push(way("l", sql`${moved} and ${isOf(personId, "l")}`));
    // What they were given where they have no role.
    const others = ranks.sectionIds.filter((id) => !some.includes(id));
    ways.push(inEach("p", others, sql`${given} and p.needed_rank = 1`));
    ways.push(way("p", sql`${given} and p.needed_rank = 1 and p.section_id is null`));
  }
  // What a role shows to nobody but editors: whoever edits the whole site sees all of it.
  if (onSite < 2) ways.push(way("p", sql`${given} and p.needed_rank = 2`));
  return sql.join(ways, sql` union `);
}

/** Whether a line is somebody's; asked where few lines are looked at. */
function isOf(personId: number | null, of: Alias): SQL {
  if (personId === null) return sql`true`;
  // No `exists`, which becomes a join that may begin with all that is theirs.
  return sql`coalesce((select t.theirs from desk_people t
    where t.document_id = ${sql.raw(of)}.document_id and t.person_id = ${personId}), false)`;
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

function passes({ stand, kind }: Narrowed): SQL {
  return sql`${stand === null ? sql`true` : standing(stand)}
    and ${kind === null ? sql`true` : sql`l.kind = ${kind} ${kind === "article" ? sql`` : sql`and l.kind <> 'article'`}`}`;
}

function saysOf(words: string): SQL {
  return words === "" ? sql`true` : like(sql`l.bare_title`, words);
}

/** The same of somebody's row. Not as a join, which may begin with all lines that have the words, for each section anew. */
function saysOfOne(words: string): SQL {
  if (words === "") return sql`true`;
  return sql`coalesce((select ${like(sql`t.bare_title`, words)} from desk_lines t where t.document_id = p.document_id), false)`;
}

/** In the order of a date, and of numbers where dates are the same. */
export function inOrder(at: SQL, id: SQL, descends: boolean): SQL {
  return descends ? sql`${at} desc, ${id} desc` : sql`${at}, ${id}`;
}

/** Beyond the last line that was shown. */
export function beyond(at: SQL, id: SQL, cursor: Cursor | null, descends: boolean): SQL {
  if (cursor === null) return sql`true`;
  return sql`(${at}, ${id}) ${sql.raw(descends ? "<" : ">")} (${cursor.at}::timestamptz, ${cursor.id}::integer)`;
}

/** Days as they begin and end here. */
export function within(at: SQL, { from, until }: Pick<ListFilter, "from" | "until">): SQL {
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
    case "hidden":
    case "withdrawn":
      // Spelt out: with a parameter the database cannot tell that its index of what readers had leaves none of these out.
      return sql`l.visibility = ${sql.raw(`'${stand}'`)}`;
    case "owed":
      return sql`l.owed_since is not null`;
    case "discarded":
    case "refused":
      return sql`l.given_up = ${stand}`;
  }
}

export function like(text: SQL, words: string): SQL {
  return sql`${text} like '%' || ${bare(sql`${words.replace(/[\\%_]/g, "\\$&")}::text`)} || '%'`;
}
