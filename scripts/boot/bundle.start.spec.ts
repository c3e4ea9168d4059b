import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Everything in this folder is sent to whoever asks. */
const SENT = join(".next", "static");
/** What the same build runs with. */
const RUN = join(".next", "server");

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const textsIn = (folder: string) => filesIn(folder).map((file) => [file, readFileSync(file, "latin1")] as const);

/** Words that stand in code or settings of the server. Each is found where it runs, so that the test can fail. */
const SERVERS_OWN: Record<string, string> = {
  "settings and their secrets": "NEXTAUTH_SECRET",
  "where the database is": "DATABASE_URL",
  "the database's library": "drizzle",
  "the pools": "toasoan.database",
  "statements of SQL": "for no key update",
  "names of tables": "document_writers",
  "names of columns": "password_hash",
  "how passwords are kept": "argon2",
  "the list of common passwords": "1qaz2wsx",
  "who may do what": "effective_from",
};

test.each(Object.entries(SERVERS_OWN))("no browser is sent %s", (_, word) => {
  expect(textsIn(RUN).some(([, text]) => text.includes(word))).toBe(true);
  expect(textsIn(SENT).flatMap(([file, text]) => (text.includes(word) ? [file] : []))).toEqual([]);
});

test("no browser is sent our sources", () => {
  expect(filesIn(SENT).filter((file) => /\.(?:map|tsx?)$/.test(file))).toEqual([]);
  for (const [, text] of textsIn(SENT)) expect(text).not.toMatch(/sourceMappingURL|(?:\/|\\)features(?:\/|\\)[a-z]+/);
});
