import type pg from "pg";

/**
 * A statement that pg gives up (`query_timeout`) leaves its connection waiting for the answer, and a pool would hand it
 * out again, to wait behind it. Here the connection ends with the statement.
 */
export function endWhenLate(connection: pg.ClientBase & { end?(): Promise<void> }): void {
  connection.query = new Proxy(connection.query, {
    apply(query, self, given) {
      const asked: unknown = Reflect.apply(query, self, given);
      // Ended before the asker hears of it, so that a rollback does not wait as long once more.
      if (asked instanceof Promise) asked.catch((error) => void (isLate(error) && connection.end?.()));
      return asked;
    },
  });
}

/** Source: pg 8.23, lib/client.js. */
function isLate(error: unknown): boolean {
  return error instanceof Error && error.message === "Query read timeout";
}
