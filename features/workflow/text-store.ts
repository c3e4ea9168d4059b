import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Content } from "#features/text/kind.ts";
import { parseJson } from "#lib/json.ts";

/** A text to be selected, by `textOf` to be put together: its body, which may be long, comes as the JSON that it is. */
export function textIn(content: PgColumn) {
  return {
    head: sql<Content | null>`${content} - 'body'`,
    body: sql<string | null>`(${content} -> 'body')::text`,
  };
}

/** @returns null where there is no text, or no longer */
export function textOf({ head, body }: { head: Content | null; body: string | null }): Content | null {
  if (head === null) return null;
  return body === null ? head : { ...head, body: parseJson(body) };
}
