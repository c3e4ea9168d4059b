import type pg from "pg";

/**
 * The number of a transaction means something on the server that gave it. A database that came out of a backup holds
 * numbers that this one has not given yet: followers would wait for events that are there. They are made 0, decided, and
 * each follower's place is said anew, so that it hears what it had not heard and nothing twice.
 */
export async function settleOtherServersNumbers(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from events where xact >= pg_snapshot_xmax(pg_current_snapshot()) limit 1",
  );
  if (rowCount === 0) return;
  await client.query(SETTLE);
}

/** What a follower has not heard; `base` goes up to just before it, and what was heard behind that is named. */
const SETTLE = `
  begin;
  lock table followers, events in exclusive mode;
  with owed as (
    select f.name, e.id from followers f join events e on e.id > f.base and e.xact >= f.horizon and e.id <> all (f.seen)
  ), place as (
    select f.name, coalesce(min(o.id) - 1, (select coalesce(max(id), 0) from events)) as base
    from followers f left join owed o on o.name = f.name group by f.name
  )
  update followers f set horizon = '0', base = p.base, seen = array(
    select e.id from events e where e.id > p.base and not exists (select from owed o where o.name = f.name and o.id = e.id))
  from place p where p.name = f.name;
  alter table events disable trigger events_are_final;
  update events set xact = '0' where xact <> '0';
  alter table events enable trigger events_are_final;
  commit`;
