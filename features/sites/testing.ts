import { eq } from "drizzle-orm";
import { sites, tags } from "#db/schema/sites.ts";
import { changeSealed } from "#db/seal.ts";
import { transaction } from "#db/transaction.ts";
import { tell } from "./tell.ts";

type Rows = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
type Deed = { kind: string; by: number | null; payload: Record<string, unknown> };

/** What the office has on record of its site, sections and tags, and what was announced of them. */
export function onRecord(rows: Rows) {
  return {
    /** The newest first. */
    deeds: async (siteId: number): Promise<Deed[]> =>
      (await rows(
        `select kind, by_id as by, payload from office_events
         where site_id = $1 and kind ~ '^(site|section|tag)_' order by id desc`,
        [siteId],
      )) as Deed[],
    /** The facts that were announced, each as often as it was, in their order. */
    announced: async (siteId: number): Promise<unknown[]> =>
      (await rows("select unnest(facts) as fact from announcements where site_id = $1 order by id", [siteId])).map(
        ({ fact }) => fact,
      ),
  };
}

const TABLES = { site: sites, tag: tags } as const;

/** Changes a word of a row as whoever may change one has to: sealed, on record, and told to readers' pages. No command does yet. */
export async function rewritten(
  siteId: number,
  what: keyof typeof TABLES,
  id: number,
  after: { name: string } | { host: string },
): Promise<void> {
  const table = TABLES[what];
  await transaction(async (tx) => {
    let before: Record<string, string | null> = {};
    await changeSealed(tx, table, eq(table.id, id), (row: object) => {
      before = Object.fromEntries(Object.entries(row).filter(([column]) => column in after));
      return after;
    });
    const deed = `${what}_made` as const;
    await tell(tx, siteId, { personId: null, because: "demo" }, [{ what, deed, id, before, after }]);
  });
}
