import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";

/**
 * Takes out of a database's error what was about to be written: whoever prints it (Next does, whole) prints no words of
 * articles and no secrets of people. The statement, the name of the broken rule and the stack stay.
 */
export function withoutWords(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) {
    const bare = `Failed query: ${error.query}`;
    error.stack = error.stack?.replace(error.message, () => bare);
    error.message = bare;
    error.params = [];
    withoutWords(error.cause);
  } else if (error instanceof pg.DatabaseError) {
    delete error.detail;
    delete error.where;
  }
  return error;
}
