/** What Drizzle throws. Known by its look: Next's bundle holds a copy of the class of its own. */
type FailedQuery = Error & { query: string; params: unknown };

/** What PostgreSQL says. Source: the fields of pg's DatabaseError. */
type SaidByDatabase = Error & { severity: string; code: string; detail?: string; where?: string };

/**
 * Takes out of a database's error what was about to be written or looked for: whoever prints it (Next does, whole) prints
 * no words of documents and no secrets of people. The statement, the name of the broken rule and the stack stay.
 */
export function withoutWords(error: unknown): unknown {
  if (isFailedQuery(error)) {
    say(error, `Failed query: ${error.query}`);
    error.params = [];
    withoutWords(error.cause);
  } else if (isSaidByDatabase(error)) {
    delete error.detail;
    delete error.where;
    // Errors about data quote it: invalid input syntax for type integer: "…".
    if (error.code.startsWith("22")) say(error, error.message.replace(/"[\s\S]*"/, '"…"'));
  }
  return error;
}

function isFailedQuery(error: unknown): error is FailedQuery {
  return error instanceof Error && "query" in error && "params" in error && error.message.startsWith("Failed query: ");
}

function isSaidByDatabase(error: unknown): error is SaidByDatabase {
  return error instanceof Error && "severity" in error && "code" in error && typeof error.code === "string";
}

function say(error: Error, message: string): void {
  error.stack = error.stack?.replace(error.message, () => message);
  error.message = message;
}
