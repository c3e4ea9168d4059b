import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { like } from "./ways-store.ts";

/** So many lines are looked at, about, wherever they lie. */
const SAMPLE = 5_000;

/** In one of so many titles or more. */
const OFTEN = 50;

/**
 * The sections in whose titles certain words are often, by a sample. There the newest lines with them are soon found in the order
 * of a list. In others that could lead through the whole section, and they are found by the words: the database knows how often
 * words are on the whole, but not where.
 */
export async function sectionsWhereOften(words: string): Promise<number[]> {
  if (words === "") return [];
  const { rows } = await database().execute<{ id: number }>(sql`
    with sample as materialized (
      select section_id, ${like(sql`bare_title`, words)} as said from desk_lines
      tablesample system ((select least(100, 100.0 * ${SAMPLE} / greatest(reltuples, 1))
                           from pg_class where oid = 'desk_lines'::regclass))
    )
    select section_id as id from sample where section_id is not null
    group by section_id having ${OFTEN} * count(*) filter (where said) >= count(*)`);
  return rows.map(({ id }) => id);
}
