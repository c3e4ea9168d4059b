import pg from "pg";
import { StartError } from "#lib/start-error.ts";
import { connecting } from "./client.ts";

/** What a connection string may say of the way to the server. The rest of it is the owner's, or ours to say. */
const WAY = /^(?:host|port|ssl\w*|uselibpqcompat|options)$/;

/**
 * The owner's connection string, with the app's role in the owner's place. A query may name somebody as well, and pg
 * believes it before anything else: what is said there of the login, of limits or of the connection's name is left out.
 */
export function appUrlFrom(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  for (const name of [...url.searchParams.keys()]) {
    if (!WAY.test(name)) url.searchParams.delete(name);
  }
  return url.toString();
}

/**
 * Logs in as the app will, with all that it asks for: some poolers refuse that as well.
 * @returns false when the password is not the role's
 * @throws {StartError} when the server does not let the role in, or takes it for somebody else
 */
export async function logsIn(appUrl: string): Promise<boolean> {
  const app = new pg.Client(connecting(appUrl, "desk", "toasoan"));
  const role = new URL(appUrl).username;
  try {
    await app.connect();
    const { rows } = await app.query<{ login: string; who: string }>(
      "select session_user as login, current_user as who",
    );
    const other = [rows[0]?.login, rows[0]?.who].find((name) => name !== role);
    if (other === undefined) return true;
    throw new StartError(
      `The app must work as its own role ${role}, and the database takes it for ${other}, whom the rules of the newsroom do not bind: connect to the server itself, without a pooler that chooses the role, and leave ${role} without a role setting ("alter role ${role} reset role").`,
    );
  } catch (error) {
    if (error instanceof StartError) throw error;
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) return false;
    throw notLetIn(role, error instanceof Error ? error.message || error.name : String(error), error);
  } finally {
    await app.end();
  }
}

/** What the operator does about it. */
export function notLetIn(role: string, why: string, cause?: unknown): StartError {
  return new StartError(
    `The app's own role ${role} cannot log in to the database (${why}): let it in as the owner is let in (pg_hba.conf of the server), and connect to the server itself, without a pooler that knows the owner alone or works in transaction mode.`,
    { cause },
  );
}

/** SQLSTATE of a password that is not the role's. */
const WRONG_PASSWORD = "28P01";
