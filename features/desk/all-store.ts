import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Cursor } from "./address.ts";
import { COUNTED, type DatedLine, type DateKind, PAGE_SIZE } from "./lines.ts";
import { type LineRow, lineOf, lineWith, moment, type Ranks } from "./lists-store.ts";
import { allWays, inOrder, type Narrowed } from "./ways-store.ts";

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
