import { type SQL, sql } from "drizzle-orm";
import type { List } from "./types.ts";

// Parts of statements about lists, which more than one store asks.

/** The lines of a list from a place on, as parts of a statement: it is found by the months and days that were passed, not by walking there. */
export function linesFrom({ list, ofId }: List, offset: number, limit: number): SQL {
  const own = sql`list = ${list} and of_id = ${ofId}`;
  // Several counts of one month or day are peers of each other: what came before them is of those that are newer.
  const passed = (by: SQL) =>
    sql`coalesce(sum(listed) over (order by ${by} desc groups between unbounded preceding and 1 preceding), 0)`;
  const upto = (by: SQL) => sql`sum(listed) over (order by ${by} desc)`;
  return sql`months as (
      select month, ${passed(sql`month`)} as before, ${upto(sql`month`)} as upto from listed_months where ${own}
    ), the_month as (
      select month, before from months where upto > ${offset}::bigint and upto > before order by month desc limit 1
    ), days as (
      select d.day, m.before + ${passed(sql`d.day`)} as before, m.before + ${upto(sql`d.day`)} as upto
      from the_month m join listed_days d on ${own} and d.day >= m.month and d.day < m.month + interval '1 month'
    ), the_day as (
      select day, before from days where upto > ${offset}::bigint and upto > before order by day desc limit 1
    ), lines as (
      select day, at, document_id, edition_id from listings
      where ${own} and day <= (select day from the_day)
      order by day desc, at desc, document_id desc
      offset (select ${offset}::bigint - before from the_day)::bigint limit ${limit}
    )`;
}

/** The newest documents of a topic: of each of its two lists so many, and of these the newest. */
export function newestInTopic(topicId: SQL | number, limit: number, without: readonly number[] = []): SQL {
  const of = (list: "topic" | "topic_pinned") => sql`(
    select document_id, day, at from listings where list = ${list} and of_id = ${topicId}
      and document_id <> all(${sql.param([...without])}::integer[])
    order by day desc, at desc, document_id desc limit ${limit})`;
  return sql`select document_id, at from (${of("topic")} union all ${of("topic_pinned")}) both_lists
    order by day desc, at desc, document_id desc limit ${limit}`;
}
