-- Messages are forgotten by the owner's hand, as other rows that the app may not delete.
create function forget_old_mails() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  -- None is tried for longer than some days.
  with gone as (delete from mails where queued_at < now() - interval '90 days' returning 1) select count(*) from gone
$$;
--> statement-breakpoint
revoke execute on function forget_old_mails() from public;
