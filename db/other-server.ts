import type pg from "pg";

/**
 * The number of a transaction means something on the server that gave it. A database that came out of a backup may hold
 * numbers that this one has not given yet: followers would wait for events that are there, pass over those that get a number
 * below their place, and fronts would read the announcements of a week at each look. The numbers are made 0, decided, and each
 * follower's place is said anew, so that it hears what it had not heard and nothing twice.
 */
export async function settleOtherServersNumbers(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(HAS_OTHERS);
  if (rowCount === 0) return;
  await client.query(SETTLE);
}

/** A place may lie beyond every event: transactions that wrote none have numbers as well. */
const HAS_OTHERS = `
  select from pg_snapshot_xmax(pg_current_snapshot()) as next
  where exists (select from events where xact >= next) or exists (select from announcements where xact >= next)
     or exists (select from followers where horizon > next)`;

/** What a follower has not heard; `base` goes up to just before it, and what was heard behind that is named. */
const SETTLE = `
  begin;
  lock table followers, events, announcements in exclusive mode;
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
  update announcements set xact = '0' where xact <> '0';
  commit`;
