import { type SQL, sql } from "drizzle-orm";

/** A text in small letters without marks, đ as d: what is searched in, and what is searched for. */
export function bare(text: SQL | string): SQL {
  return sql`translate(regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;
}
