import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { asOwner, type TestDatabase } from "#db/testing.ts";
import { nextEvent } from "../history.ts";
import type { State, Visibility } from "../machine.ts";

/** A connection that speaks plain SQL, as the app's role or as the owner. */
export type Sql = {
  /** Rows of one statement, in the order they come. */
  (statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** One value of one row. */
  one<T>(statement: string, values?: unknown[]): Promise<T>;
  end(): Promise<void>;
};

/**
 * The app's role and the owner, each speaking plain SQL for all tests of a spec file. What the role writes is sealed for it,
 * as by the app itself: what is tried is the law that binds the app as well.
 */
export function inPlainSql(db: TestDatabase) {
  beforeAll(() => sealFor(db));
  return { sql: spoken(() => db.appUrl), owner: spoken(() => db.ownerUrl) };
}

/** Nothing is sealed for the role: it has SQL and no key. */
export const withoutKey = (db: TestDatabase) => ({ sql: spoken(() => db.appUrl), owner: spoken(() => db.ownerUrl) });

/** Gives every sealed table a trigger that seals, just before the one that looks at the seal. */
export async function sealFor({ ownerUrl }: Pick<TestDatabase, "ownerUrl">): Promise<void> {
  await asOwner(
    ownerUrl,
    `create function put_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
     declare nonce text := lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
       || left(replace(gen_random_uuid()::text, '-', ''), 20);
     begin
       new.seal := nonce || '.' || mac_of(sealed_text(nonce, lower(tg_op), tg_table_name, to_jsonb(new), tg_argv));
       return new;
     end $$;
     do $$ declare t record; begin
       for t in select tgrelid::regclass as place, replace(pg_get_triggerdef(oid), 'check_seal', 'put_seal') as made
         from pg_trigger where tgname = 'what_decides_is_sealed' loop
         execute replace(t.made, 'what_decides_is_sealed', 'what_decides_gets_a_seal');
       end loop;
     end $$`,
  );
}

export async function speakSql(url: string): Promise<Sql> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return over(() => client);
}

function spoken(url: () => string): Sql {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: url() });
    await client.connect();
  });
  afterAll(() => client.end());
  return over(() => client);
}

function over(client: () => pg.Client): Sql {
  const ask = async (statement: string, values: unknown[] = []) => (await client().query(statement, values)).rows;
  return Object.assign(ask, {
    one: async <T>(statement: string, values: unknown[] = []) => {
      const [row] = await ask(statement, values);
      return Object.values(row ?? {})[0] as T;
    },
    end: () => client().end(),
  });
}

type Statement = string | [string, unknown[]];

/** Tries some statements as one transaction and takes them back. @returns what `takenBack` does */
export const verdict = (sql: Sql, ...statements: Statement[]) =>
  takenBack(sql, async () => {
    await inOrder(sql, statements);
    await sql("set constraints all immediate");
  });

/**
 * Does some work in a transaction that is taken back.
 * @returns the name of the rule that refused (or SQLSTATE where it has none), or "allowed"
 */
export async function takenBack(sql: Sql, work: () => Promise<void>): Promise<string> {
  await sql("begin");
  try {
    await work();
    return "allowed";
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return error.constraint ?? error.code ?? "refused";
  } finally {
    await sql("rollback");
  }
}

export async function inOrder(sql: Sql, statements: Statement[]): Promise<void> {
  for (const statement of statements) await (typeof statement === "string" ? sql(statement) : sql(...statement));
}

/**
 * The verdict of a table's own shape and keys while its triggers sleep: for a rule that a trigger answers before.
 * @param owner a connection as the owner; the app's role puts nothing to sleep
 */
export async function asleep(owner: Sql, table: string, ...statements: string[]): Promise<string> {
  return verdict(owner, `alter table ${table} disable trigger user`, ...statements);
}

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A text as it stands in a statement. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A made-up hash that is of no text. */
export const NO_HASH = "0".repeat(64);

/** Writes the line that a step owes to the history, as the commands would. */
export async function tell(
  sql: Sql,
  documentId: number,
  step: { to?: State | null; visibility?: Visibility; actorId?: number | null },
): Promise<void> {
  const [last] = await sql("select seq, hash from events where document_id = $1 order by seq desc limit 1", [
    documentId,
  ]);
  const at = new Date(await sql.one<string>("select to_json(now()) #>> '{}'"));
  const { to = null, visibility = "never_live", actorId = null } = step;
  const line = nextEvent((last as { seq: number; hash: string } | undefined) ?? null, {
    ...{ documentId, actorId, at },
    happening: { kind: "moved", move: "submit", from: null, to, visibility },
  });
  await sql(
    `insert into events (document_id, seq, kind, actor_id, at, canonical, payload, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[documentId, line.seq, line.kind, actorId, at, line.canonical, JSON.stringify(line.payload)],
      ...[line.prevHash, line.hash],
    ],
  );
}

/** The verdict on a move that does leave its line of history. */
export const moved = (sql: Sql, text: { article: number }, to: State, ...steps: Statement[]) =>
  movedBy(sql, null, text, to, ...steps);

/** The same where the history says who moved it. */
export const movedBy = (
  sql: Sql,
  actorId: number | null,
  text: { article: number },
  to: State,
  ...steps: Statement[]
) =>
  takenBack(sql, async () => {
    await inOrder(sql, steps);
    await tell(sql, text.article, { to, actorId });
    await sql("set constraints all immediate");
  });
