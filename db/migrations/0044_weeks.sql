-- The week whose Monday a card names, as its address spells it; null of any other day, and of what is none.
create function week_slug(monday text) returns text language sql immutable set search_path = public, pg_temp as $$
  select case when extract(isodow from d) = 1
    then format('%s-w%s', extract(isoyear from d), lpad(extract(week from d)::text, 2, '0')) end
  from (select case when monday ~ '^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' then to_date(monday, 'YYYY-MM-DD') end) as said (d)
$$;
--> statement-breakpoint
CREATE UNIQUE INDEX "one_calendar_for_a_week" ON "documents" USING btree ("site_id","slug") WHERE "documents"."kind" = 'week' and "documents"."slug" is not null;--> statement-breakpoint
CREATE INDEX "live_weeks" ON "documents" USING btree ("site_id","slug") WHERE "documents"."kind" = 'week' and "documents"."visibility" = 'live';--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "a_calendar_stands_under_its_week" CHECK ("documents"."kind" <> 'week' or "documents"."slug" is null or "documents"."slug" is not distinct from week_slug("documents"."card" ->> 'monday'));
--> statement-breakpoint

-- The work calendar of a week stands under /lich-cong-tac, by its week: of each there is one that readers know, or knew.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single)
  values ('week', 'title', 'slug', null, '{monday}', false);
