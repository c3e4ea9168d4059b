import { and, asc, eq, getTableColumns, getTableName, gt, isNull, or, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { documents } from "#db/schema/documents.ts";
import { sessions } from "#db/schema/people.ts";
import { events, revisions } from "#db/schema/revisions.ts";
import type { SealKey } from "#db/seal.ts";
import { sealKeysOf } from "#db/seal-keys.ts";
import { SEALED, type SealedTable } from "#db/sealed-columns.ts";
import type { KindName } from "#features/kinds/kinds.ts";

/** Rows of one page. */
const PAGE = 500;
/** A page of texts is as long, in bytes, or is one text. */
const PAGE_BYTES = 4_000_000;

/** The database as it is at one moment, with all keys. */
export type Moment = { db: NodePgDatabase; keys: readonly SealKey[] };

/** Reads the database as its owner, who alone knows the keys. Changes nothing. */
export async function atOneMoment<T>(ownerUrl: string, read: (moment: Moment) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "toasoan_verify" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    return await read({ db: drizzle(client), keys: await sealKeysOf(client) });
  } finally {
    await client.end();
  }
}

/** Tables whose rows carry a seal, by their names; histories are read line by line. */
export const SEALED_TABLES = [...SEALED.keys()]
  .filter((table) => table !== events)
  .map((table) => ({ name: getTableName(table), table: table as SealedTable }));

/** Rows that carry a seal, in the order of their ids; of sessions those that are open. */
export async function* sealedRows({ db }: Moment, table: SealedTable): AsyncGenerator<Record<string, unknown>> {
  const open = (table as SealedTable) === sessions ? isNull(sessions.endedAt) : undefined;
  const after = (last: Record<string, unknown> | null) => and(open, last === null ? undefined : gt(table.id, last.id));
  yield* paged((last) => db.select().from(table).where(after(last)).orderBy(asc(table.id)).limit(PAGE));
}

/** Every history, line by line. */
export async function* historyLines({ db }: Moment): AsyncGenerator<typeof events.$inferSelect> {
  const after = (last: typeof events.$inferSelect | null) =>
    last === null
      ? undefined
      : or(
          gt(events.documentId, last.documentId),
          and(eq(events.documentId, last.documentId), gt(events.seq, last.seq)),
        );
  yield* paged((last) =>
    db.select().from(events).where(after(last)).orderBy(events.documentId, events.seq).limit(PAGE),
  );
}

type KeptText = typeof revisions.$inferSelect & { kind: KindName };

/** Every text that was kept. */
export async function* keptTexts({ db }: Moment): AsyncGenerator<KeptText> {
  const length = sql`coalesce(octet_length(${revisions.canonical}), 0)`;
  yield* paged((last: KeptText | null) => {
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

async function* paged<Row>(next: (last: Row | null) => PromiseLike<Row[]>): AsyncGenerator<Row> {
  let last: Row | null = null;
  for (;;) {
    const rows: Row[] = await next(last);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}

/** The first document of which lists show what its last live text does not say, or do not show what it says. */
export async function firstMislisted({ db }: Moment): Promise<number | null> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select a.id from documents a join revisions r on r.id = a.last_live_revision_id cross join lateral (select r.head) as s (said)
    where r.redaction_id is null and (not is_shown_as_said(a, r.head) or a.section_id is distinct from r.section_id
      or ${sql.raw(idsOf("document_tags", "tag_id"))} is distinct from ${sql.raw(saidIds("tags", "tagIds"))}
      or ${sql.raw(idsOf("document_sections", "section_id"))}
        is distinct from ${sql.raw(saidIds("sections", "secondSectionIds"))})
    order by a.id limit 1`);
  return rows[0]?.id ?? null;
}

/** The first document that the desk's lists show otherwise than its rows say, or to other people. */
export async function firstMisplaced({ db }: Moment): Promise<number | null> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select document_id as id from desk_lines_now now full join desk_lines kept using (document_id)
    where to_jsonb(kept) - 'bare_title' is distinct from to_jsonb(now)
    union all
    select document_id from desk_people_now now full join desk_people kept using (document_id, person_id)
    where to_jsonb(kept) is distinct from to_jsonb(now)
    order by id limit 1`);
  return rows[0]?.id ?? null;
}

/** The first line of what was done in the office that says something else than the text which is sealed. */
export async function firstMistold({ db }: Moment): Promise<number | null> {
  const { rows } = await db.execute<{ id: number }>(
    sql`select id::integer from office_events where canonical::jsonb is distinct from payload and canonical is not null order by id limit 1`,
  );
  return rows[0]?.id ?? null;
}

const idsOf = (table: string, column: string) =>
  `(select array_agg(l.${column} order by l.${column}) from ${table} l where l.document_id = a.id)`;
const saidIds = (table: string, field: string) =>
  `(select array_agg(t.id order by t.id) from ${table} t where t.site_id = a.site_id and said->'${field}' @> to_jsonb(t.id))`;
