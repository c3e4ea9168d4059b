-- Wakes followers on every machine, if and when the transaction commits.
create function ring_followers() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_notify('toasoan_history', '');
  return null;
end $$;
--> statement-breakpoint
create trigger events_wake_followers after insert on events for each statement execute function ring_followers();
--> statement-breakpoint

-- What may be forgotten, by the owner's hand: the app's role may delete none of these rows, and here only what is old.
create function forget_old_announcements() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  -- Instances read announcements within seconds; a week is more than any of them sleeps.
  with gone as (delete from announcements where at < now() - interval '7 days' returning 1) select count(*) from gone
$$;
--> statement-breakpoint
create function forget_old_links() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from one_time_links where coalesce(used_at, expires_at) < now() - interval '90 days' returning 1
  ) select count(*) from gone
$$;
--> statement-breakpoint
create function forget_old_sessions() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  -- The newest of a person says when they were last seen; one that a browser's key hangs on goes after the key.
  with gone as (
    delete from sessions s where coalesce(s.ended_at, s.expires_at) < now() - interval '90 days'
      and exists (select from sessions n where n.person_id = s.person_id and n.last_seen_at > s.last_seen_at)
      and not exists (select from journal_keys k where k.session_id = s.id) returning 1
  ) select count(*) from gone
$$;
--> statement-breakpoint
create function forget_old_saves() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  -- A browser that comes back with words asks which of its saves arrived.
  with gone as (
    delete from draft_saves d using editions e
    where e.id = d.edition_id and e.state = 'closed' and e.closed_at < now() - interval '90 days' returning 1
  ) select count(*) from gone
$$;
--> statement-breakpoint
-- Of the articles after `after`, `many` at a time: hours of whole months that are long past become one row a month. The
-- sum of an article stays. Returns the last article looked at, null when there is none.
create function fold_old_views(after integer, many integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  upto integer;
  recent timestamptz := date_trunc('month', now() - interval '90 days', 'Asia/Ho_Chi_Minh');
begin
  select max(a.id) into upto from (select id from documents where id > after order by id limit many) a;
  with gone as (
    delete from article_views v
    where v.article_id > after and v.article_id <= upto and v.hour < recent
      and v.hour <> date_trunc('month', v.hour, 'Asia/Ho_Chi_Minh')
    returning v.article_id, v.hour, v.count
  )
  insert into article_views (article_id, hour, count)
  select g.article_id, date_trunc('month', g.hour, 'Asia/Ho_Chi_Minh'), sum(g.count) from gone g group by 1, 2
  on conflict (article_id, hour) do update set count = article_views.count + excluded.count;
  return upto;
end $$;
--> statement-breakpoint
revoke execute on function forget_old_announcements(), forget_old_links(), forget_old_sessions(), forget_old_saves(),
  fold_old_views(integer, integer) from public;
