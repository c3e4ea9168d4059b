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
