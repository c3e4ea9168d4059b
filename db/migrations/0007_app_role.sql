-- The app's role owns nothing and makes nothing. What it may do stands in db/rights.ts.
revoke create on schema public from public;
--> statement-breakpoint

-- The law reads the tables of the newsroom and no others, whatever a client puts before them in its own search path. A function
-- with a body in standard SQL has looked its names up when it was made.
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql') and p.prosqlbody is null loop
    execute format('alter function %s set search_path = public, pg_temp', f);
  end loop;
end $$;
