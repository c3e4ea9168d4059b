import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { listenTo } from "#db/listen.ts";
import { followers } from "#db/schema/followers.ts";
import type { Tx } from "#db/transaction.ts";
import type { Happening } from "#features/workflow/history.ts";
import type { Look, Position } from "#lib/commit-order.ts";

/** One line of the history, as followers hear it. */
export type Event = {
  id: number;
  xact: bigint;
  documentId: number;
  /** 1, 2, 3 … within the article. */
  seq: number;
  actorId: number | null;
  at: Date;
  happening: Happening;
};

/** Enters a new follower: at the beginning of the history, or after all that anybody can see of it now. */
export async function enter(tx: Tx, name: string, from: "beginning" | "now"): Promise<void> {
  const place =
    from === "beginning"
      ? sql`select ${name}::text, 0, '0'::xid8, '{}'::bigint[]`
      : sql`select ${name}::text, 0, oldest, array(select id from events where xact >= oldest)
            from (select pg_snapshot_xmin(pg_current_snapshot()) as oldest)`;
  await tx.execute(sql`insert into followers (name, base, horizon, seen) ${place} on conflict do nothing`);
}

/** Where a follower stands, held for the transaction. @returns null when it is not entered, or another process holds it */
export async function holdPosition(tx: Tx, name: string): Promise<Position | null> {
  const [found] = await tx
    .select({ base: followers.base, horizon: followers.horizon, seen: followers.seen })
    .from(followers)
    .where(eq(followers.name, name))
    .for("update", { skipLocked: true });
  return found ? { ...found, horizon: BigInt(found.horizon) } : null;
}

type LookRow = {
  horizon: string;
  owed: (Omit<Event, "xact" | "at"> & { xact: string; at: string })[];
  rest: string | null;
  heard: { id: number; xact: string }[];
};

/** One look at the history, `atMost` events long. One statement, so that it is one snapshot. xid8 travels as text. */
export async function look(tx: Tx, { base, horizon, seen }: Position, atMost: number): Promise<Look<Event>> {
  const unheard = sql`e.id > ${base} and e.xact >= ${String(horizon)}::xid8 and e.id <> all (${sql.param(seen)}::bigint[])`;
  const { rows } = await tx.execute<LookRow>(sql`
    with owed as materialized (select e.* from events e where ${unheard} order by e.id limit ${atMost})
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
           coalesce((select json_agg(json_build_object('id', id, 'xact', xact::text, 'documentId', document_id, 'seq', seq,
             'actorId', actor_id, 'at', at, 'happening', payload) order by id) from owed), '[]'::json) as owed,
           (select e.xact::text from events e
            where (select count(*) = ${atMost} from owed) and (select xact <> '0' from owed order by id desc limit 1)
              and e.id > (select max(id) from owed) and ${unheard}
            order by e.xact limit 1) as rest,
           coalesce((select json_agg(json_build_object('id', id, 'xact', xact::text)) from events
            where id = any (${sql.param(seen)}::bigint[])), '[]'::json) as heard`);
  const [row] = rows;
  if (!row) throw new Error("The database answered a look at the history with nothing.");
  return {
    horizon: BigInt(row.horizon),
    owed: row.owed.map((one) => ({ ...one, xact: BigInt(one.xact), at: new Date(one.at) })),
    rest: row.rest === null ? null : BigInt(row.rest),
    heard: row.heard.map(({ id, xact }) => ({ id, xact: BigInt(xact) })),
  };
}

export async function movePosition(tx: Tx, name: string, { base, horizon, seen }: Position): Promise<void> {
  await tx
    .update(followers)
    .set({ base, horizon: String(horizon), seen: [...seen], movedAt: sql`now()` })
    .where(eq(followers.name, name));
}

/** A follower that owes what happened long ago, and has not moved since. */
export type Stalled = { name: string; since: Date };

/** Followers for which something has waited for so long, in seconds, while they did not move. */
export async function selectStalled(forSeconds: number): Promise<Stalled[]> {
  // What was written before there were followers has the number 0, and is found by its ids, as a follower finds it.
  const { rows } = await database("front").execute<{ name: string; since: string }>(sql`
    select f.name, to_json(greatest(f.moved_at, o.at)) #>> '{}' as since
    from followers f cross join lateral (
      (select e.at from events e
       where f.horizon = '0' and e.id > f.base and e.id <> all (f.seen) order by e.id limit 1)
      union all
      (select e.at from events e
       where f.horizon <> '0' and e.xact >= f.horizon and e.id > f.base and e.id <> all (f.seen) order by e.xact limit 1)
    ) o
    where f.moved_at < now() - make_interval(secs => ${forSeconds})
      and o.at < now() - make_interval(secs => ${forSeconds})
    order by f.name`);
  return rows.map(({ name, since }) => ({ name, since: new Date(since) }));
}

/** A line on which is heard that the history has grown: a trigger on the events rings. */
export function listenToHistory(onWake: () => void, onLost: (error: Error) => void) {
  return listenTo("toasoan_history", onWake, onLost);
}
