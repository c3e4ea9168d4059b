import { and, asc, eq, getTableColumns, getTableName, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { z } from "zod";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { sessions } from "#db/schema/people.ts";
import { events, revisions } from "#db/schema/revisions.ts";
import type { SealKey } from "#db/seal.ts";
import { sealKeysOf } from "#db/seal-keys.ts";
import { SEALED, type SealedTable } from "#db/sealed-columns.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { LOOKED_AT } from "./verdict.ts";

/** Rows of one page. */
const PAGE = 500;
/** A page of texts is as long, in bytes, or is one text. */
const PAGE_BYTES = 1_000_000;
/** So many documents, or lines of what was done in the office, are compared by one statement: by any clock it is short. */
const COMPARED = { documents: 500, office_events: 10_000 };

/** Where is read, and how. */
export type Reading = {
  db: NodePgDatabase;
  /** Every key that was ever in force; those that this process holds, when they are not given. */
  keys?: readonly SealKey[];
  /** Waited for between two rows, by whoever shares a machine; what it throws ends the reading. */
  rest?: () => Promise<void>;
};

/** Reads the database as of one moment and as its owner. Changes nothing. */
export async function atOneMoment<T>(ownerUrl: string, read: (reading: Reading) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "toasoan_verify" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    return await read({ db: drizzle(client), keys: await sealKeysOf(client) });
  } finally {
    await client.end();
  }
}

/** Reads as the app's role, each page as of its own moment. Of the keys it has those that came with the database. */
export function asTheApp(rest: () => Promise<void>): Reading {
  return { db: database(), rest };
}

/** Tables whose rows carry a seal, by their names; histories are read line by line. */
export const SEALED_TABLES = [...SEALED.keys()]
  .filter((table) => table !== events)
  .map((table) => ({ name: z.enum(LOOKED_AT).parse(getTableName(table)), table: table as SealedTable }));

/** Rows that carry a seal, in the order of their ids; of sessions those that are open. */
export async function* sealedRows({ db, rest }: Reading, table: SealedTable): AsyncGenerator<Record<string, unknown>> {
  const open = (table as SealedTable) === sessions ? isNull(sessions.endedAt) : undefined;
  const after = (last: Record<string, unknown> | null) => and(open, last === null ? undefined : gt(table.id, last.id));
  yield* paged(rest, (last) => db.select().from(table).where(after(last)).orderBy(asc(table.id)).limit(PAGE));
}

/** Every history, line by line. */
export async function* historyLines({ db, rest }: Reading): AsyncGenerator<typeof events.$inferSelect> {
  const after = (last: typeof events.$inferSelect | null) =>
    last === null
      ? undefined
      : or(
          gt(events.documentId, last.documentId),
          and(eq(events.documentId, last.documentId), gt(events.seq, last.seq)),
        );
  yield* paged(rest, (last) =>
    db.select().from(events).where(after(last)).orderBy(events.documentId, events.seq).limit(PAGE),
  );
}

type KeptText = typeof revisions.$inferSelect & { kind: KindName };

/** Every text that was kept. */
export async function* keptTexts({ db, rest }: Reading): AsyncGenerator<KeptText> {
  const length = sql`coalesce(octet_length(${revisions.canonical}), 0)`;
  yield* paged(rest, (last: KeptText | null) => {
    const next = db
      .select({
        id: revisions.id,
        before: sql`sum(${length}) over (order by ${revisions.id}) - ${length}`.as("before"),
      })
      .from(revisions)
      .where(gt(revisions.id, last?.id ?? 0))
      .orderBy(revisions.id)
      .limit(PAGE)
      .as("next");
    return db
      .select({ ...getTableColumns(revisions), kind: documents.kind })
      .from(revisions)
      .innerJoin(documents, eq(documents.id, revisions.documentId))
      .where(sql`${revisions.id} in (select id from ${next} where before < ${PAGE_BYTES})`)
      .orderBy(revisions.id);
  });
}

async function* paged<Row>(rest: Reading["rest"], next: (last: Row | null) => PromiseLike<Row[]>): AsyncGenerator<Row> {
  let last: Row | null = null;
  for (;;) {
    const rows: Row[] = await next(last);
    for (const row of rows) {
      yield row;
      await rest?.();
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}

/** The first document of which lists show what its last live text does not say, or do not show what it says. */
export function firstMislisted(reading: Reading): Promise<number | null> {
  return firstIn(
    reading,
    "documents",
    ({ above, upTo }) => sql`
    select a.id from documents a join revisions r on r.id = a.last_live_revision_id cross join lateral (select r.head) as s (said)
    where a.id > ${above} and a.id <= ${upTo} and r.redaction_id is null
      and (not is_shown_as_said(a, r.head) or a.section_id is distinct from r.section_id
      or ${sql.raw(idsOf("document_tags", "tag_id"))} is distinct from ${sql.raw(saidIds("tags", "tagIds"))}
      or ${sql.raw(idsOf("document_sections", "section_id"))}
        is distinct from ${sql.raw(saidIds("sections", "secondSectionIds"))})
    order by a.id limit 1`,
  );
}

/** The first document that the desk's lists show otherwise than its rows say, or to other people. */
export function firstMisplaced(reading: Reading): Promise<number | null> {
  const of = (table: string, { above, upTo }: Stretch) =>
    sql`(select * from ${sql.raw(table)} where document_id > ${above} and document_id <= ${upTo})`;
  return firstIn(
    reading,
    "documents",
    (these) => sql`
    select document_id as id from ${of("desk_lines_now", these)} now full join ${of("desk_lines", these)} kept using (document_id)
    where to_jsonb(kept) - 'bare_title' is distinct from to_jsonb(now)
    union all
    select document_id from ${of("desk_people_now", these)} now
      full join ${of("desk_people", these)} kept using (document_id, person_id)
    where to_jsonb(kept) is distinct from to_jsonb(now)
    order by id limit 1`,
  );
}

/** The first line of what was done in the office that says something else than the text which is sealed. */
export function firstMistold(reading: Reading): Promise<number | null> {
  return firstIn(
    reading,
    "office_events",
    ({ above, upTo }) => sql`
    select id::integer from office_events where id > ${above} and id <= ${upTo}
      and canonical::jsonb is distinct from payload and canonical is not null order by id limit 1`,
  );
}

/** A file that a site has erased and that kept texts of one of its documents name still: their hashes hold, its bytes are gone. */
export type ErasedInTexts = {
  document: number;
  /** Their numbers within the document, ascending. */
  revisions: number[];
  sha256: string;
  /** Under which it is on record; where it was erased again, that of the first time. */
  number: number;
};

/** Which files kept texts name that were erased, by document. */
export async function erasedInTexts({ db }: Reading): Promise<ErasedInTexts[]> {
  const { rows } = await db.execute<ErasedInTexts>(sql`
    select d.id as document, array_agg(distinct r.number order by r.number) as revisions, e.sha256, e.id as number
    from (
      select distinct on (site_id, sha256) site_id, sha256, id from file_events where kind in ('erased', 'erased_again')
      order by site_id, sha256, id
    ) e
    join revision_files n on n.sha256 = e.sha256
    join documents d on d.id = n.document_id and d.site_id = e.site_id
    join revisions r on r.id = n.revision_id
    group by d.id, e.sha256, e.id order by d.id, e.id`);
  return rows;
}

/** Numbers of rows, or of documents; the last stretch goes on to the highest there can be. */
type Stretch = { above: number; upTo: number };
const LOWEST = -(2 ** 31);
const HIGHEST = 2 ** 31 - 1;

/** Asks of one stretch after the other, each with so many rows of a table in it. @returns the first number answered */
async function firstIn(
  { db, rest }: Reading,
  table: "documents" | "office_events",
  ask: (stretch: Stretch) => SQL,
): Promise<number | null> {
  for (let above = LOWEST; above < HIGHEST; ) {
    const { rows } = await db.execute<{ id: number }>(sql`select id::integer from ${sql.raw(table)} where id > ${above}
      order by id offset ${COMPARED[table] - 1} limit 1`);
    const upTo = rows[0]?.id ?? HIGHEST;
    const found = await db.execute<{ id: number }>(ask({ above, upTo }));
    if (found.rows[0]) return found.rows[0].id;
    above = upTo;
    await rest?.();
  }
  return null;
}

const idsOf = (table: string, column: string) =>
  `(select array_agg(l.${column} order by l.${column}) from ${table} l where l.document_id = a.id)`;
const saidIds = (table: string, field: string) =>
  `(select array_agg(t.id order by t.id) from ${table} t where t.site_id = a.site_id and said->'${field}' @> to_jsonb(t.id))`;
