import pg from "pg";
import { expect, test } from "vitest";
import { appUrlFrom } from "./app-login.ts";

/** Whom pg logs in, and how, by a connection string. */
function readBy(connectionString: string) {
  const { user, password, host, port, database } = new pg.Client({ connectionString });
  return { user, password, host, port, database };
}

const APP = { user: "toasoan_app", password: "p@ß/1" };
const WHERE = { host: "db.example.vn", port: 6543, database: "toasoan" };

test.each([
  ["in the authority", "postgres://owner:pw@db.example.vn:6543/toasoan"],
  ["in the query", "postgres://db.example.vn:6543/toasoan?user=owner&password=pw"],
  ["in both", "postgres://owner:pw@db.example.vn:6543/toasoan?password=pw&user=owner&user=owner"],
  ["behind an encoded name", "postgres://db.example.vn:6543/toasoan?%75ser=owner&p%61ssword=pw"],
])("an owner who is named %s is not whom the app logs in as", (_, ownerUrl) => {
  expect(readBy(ownerUrl)).toMatchObject({ user: "owner", password: "pw", ...WHERE });
  expect(readBy(appUrlFrom(ownerUrl, APP.user, APP.password))).toEqual({ ...APP, ...WHERE });
});

test("the way to the server stays, and what the app says itself goes", () => {
  const way = "sslmode=verify-full&sslrootcert=%2Fca.pem&host=10.0.0.1&port=6000&options=endpoint%3Dab";
  const ownerUrl = `postgres://o:p@db/t?${way}&application_name=x&statement_timeout=0&query_timeout=0&channel_binding=require`;
  expect(new URL(appUrlFrom(ownerUrl, "app", "pw")).search).toBe(`?${way}`);
});
