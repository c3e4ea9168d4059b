-- The app's role. Its members log in; it owns nothing. Rows that are final are guarded by the triggers above,
-- so that whoever tries reads the sentence and not "permission denied".
do $$ begin
  if not exists (select from pg_roles where rolname = 'toasoan_app') then
    create role toasoan_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
grant usage on schema public to toasoan_app;
--> statement-breakpoint
grant select, insert, update on all tables in schema public to toasoan_app;
--> statement-breakpoint
grant delete, truncate on revisions, approvals, events, office_events, editions, draft_buffers, articles to toasoan_app;
--> statement-breakpoint
grant delete on article_second_sections, article_tags, article_writers, sign_in_tries, known_devices to toasoan_app;
--> statement-breakpoint
revoke update on redactions, announcements, imports from toasoan_app;
--> statement-breakpoint
revoke insert on redactions from toasoan_app;
--> statement-breakpoint
revoke create on schema public from public;
--> statement-breakpoint

-- The law reads the tables of the newsroom and no others, whatever a client puts before them in its own search path.
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql') loop
    execute format('alter function %s set search_path = public, pg_temp', f);
  end loop;
end $$;
