import pg from "pg";
import type { Sent } from "#db/testing-plans.ts";

/** What a page was told by its queries. */
export type Told = {
  /** Rows of which a column came with an answer: `sections:5`. */
  rows: Set<string>;
  /** Tables that were read for it. */
  tables: Set<string>;
};

type Columns = Map<number, { table: string; columns: Map<number, string> }>;

/**
 * Asks again what was asked for a page, and finds the rows that the answers came from: PostgreSQL says of each column of an answer
 * which table's it is. A row that came without its number is the one that says the same.
 *
 * @param within the site whose rows are meant
 * @param nameOf by which column a table's rows are told apart, and what they are called by it
 */
export function tellerOf(
  ownerUrl: string,
  within: () => number,
  nameOf: (table: string) => { called: string; by: string },
) {
  const client = new pg.Client({ connectionString: ownerUrl, types: { getTypeParser: () => String } });
  const read = new Map<string, string[]>();
  let known: Columns;

  async function tablesRead({ text, values }: Sent): Promise<string[]> {
    const found = read.get(text);
    if (found) return found;
    const { rows } = await client.query(`explain (format json) ${text}`, values);
    const tables = [...rows[0]["QUERY PLAN"].matchAll(/"Relation Name": "(\w+)"/g)].map(([, name = ""]) => name);
    read.set(text, tables);
    return tables;
  }

  /** The rows of one table that an answer came from. */
  async function rowsIn(table: string, columns: string[], answers: (string | null)[][]): Promise<string[]> {
    const { called, by } = nameOf(table);
    const said = columns.map(
      (column, at) =>
        `case when t.${column} is null then v ->> ${at} is null else format('%s', t.${column}) = v ->> ${at} end`,
    );
    const ofSite = [...known.values()].some(
      (one) => one.table === table && [...one.columns.values()].includes("site_id"),
    );
    const { rows } = await client.query(
      `select distinct t.${by} as id from ${table} t
       where exists (select from jsonb_array_elements($1::jsonb) v where ${said.join(" and ")})
         and ${ofSite ? "t.site_id = $2::integer" : "$2::integer is not null"}`,
      [JSON.stringify(answers), within()],
    );
    return rows.map(({ id }) => `${called}:${id}`);
  }

  return {
    async open() {
      await client.connect();
      known = await columnsOf(client);
    },
    close: () => client.end(),
    async told(sent: readonly Sent[]): Promise<Told> {
      const told: Told = { rows: new Set(), tables: new Set() };
      for (const statement of sent) {
        for (const table of await tablesRead(statement)) told.tables.add(table);
        const { fields, rows } = await client.query({ ...statement, rowMode: "array" });
        for (const [tableId, own] of Map.groupBy(fields.entries(), ([, field]) => field.tableID)) {
          const place = known.get(tableId);
          if (!place) continue;
          const columns = own.map(([, { columnID }]) => place.columns.get(columnID) ?? "");
          // What was joined and not there is no row.
          const answers = distinct(rows.map((row) => own.map(([at]) => row[at]))).filter((row) =>
            row.some((one) => one !== null),
          );
          if (answers.length > 0) {
            const found = await rowsIn(place.table, columns, answers);
            if (found.length === 0 || found.length > answers.length)
              throw new Error(`${found.length} rows of ${place.table} say ${JSON.stringify(answers)}`);
            for (const row of found) told.rows.add(row);
          }
        }
      }
      return told;
    },
  };
}

function distinct(answers: (string | null)[][]): (string | null)[][] {
  return [...new Map(answers.map((row) => [JSON.stringify(row), row])).values()];
}

async function columnsOf(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query(
    `select c.oid, c.relname, a.attnum, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0`,
  );
  const columns: Columns = new Map();
  for (const { oid, relname, attnum, attname } of rows) {
    const place = columns.get(Number(oid)) ?? { table: relname, columns: new Map() };
    columns.set(Number(oid), place);
    place.columns.set(Number(attnum), attname);
  }
  return columns;
}
