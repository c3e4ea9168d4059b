import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Line, Stand } from "./lines.ts";
import { LINE, type LineRow, lineOf, type Ranks, seenBy } from "./lists-store.ts";

export const PAGE_SIZE = 40;

/**
 * The articles somebody may see, newest happening first, one page of them.
 * @param words found in headlines whatever their accents and case
 */
export async function articlesSeen(
  ranks: Ranks,
  { stand, words, page }: { stand: Stand | null; words: string; page: number },
): Promise<{ lines: Line[]; total: number }> {
  const { rows } = await database().execute<LineRow & { total: number }>(sql`
    select ${LINE}, count(*) over ()::integer as total from (${seenBy(ranks)}) story
    where ${stand === null ? sql`true` : standing(stand)}
      and ${words === "" ? sql`true` : sql`${bare(sql`story.headline`)} like '%' || ${bare(sql`${escaped(words)}`)} || '%'`}
    order by story.at desc, story.id desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
  return { lines: rows.map(({ total: _, ...row }) => lineOf(row)), total: rows[0]?.total ?? 0 };
}

function standing(stand: Stand): SQL {
  switch (stand) {
    case "draft":
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

/** Small letters without marks; đ as d. */
function bare(text: SQL): SQL {
  return sql`translate(regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;
}

const escaped = (words: string): string => words.replace(/[\\%_]/g, "\\$&");
