-- Whoever writes a site, a section or a tag says so: in the record of the office, with what it was and what it is, and to
-- whoever has drawn a page from it.

-- What a row says in the columns that are listed, each as the record calls it ("parent_id:parentId"); of a moment ("opened_at:opened?")
-- whether it has come.
create function recorded_words(said jsonb, listed text[]) returns jsonb language sql immutable
set search_path = public, pg_temp as $$
  select jsonb_object_agg(rtrim(name, '?'), case when right(name, 1) = '?' then to_jsonb(said->>place is not null) else said->place end)
  from (select split_part(l, ':', 1) as place, coalesce(nullif(split_part(l, ':', 2), ''), l) as name from unnest(listed) as l) c
$$;
--> statement-breakpoint

-- At the end of a transaction. The first argument is what the row is called in the record, the others are what it records.
-- The owner may write by hand; the row then has no seal, so that it shows.
create function check_recorded() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  thing text := tg_argv[0];
  said jsonb := to_jsonb(new);
  site integer := case thing when 'site' then said->>'id' else said->>'site_id' end;
  fact text := case thing when 'tag' then format('tag:%s', new.id) else format('site:%s', site) end;
  was jsonb;
  becomes jsonb;
begin
  if the_owner_speaks() then
    return null;
  end if;
  becomes := recorded_words(said, tg_argv[1:]);
  if tg_op = 'UPDATE' then
    was := recorded_words(to_jsonb(old), tg_argv[1:]);
    select jsonb_object_agg(key, value), jsonb_object_agg(key, was->key) into becomes, was
      from jsonb_each(becomes) where value <> was->key;
    if becomes is null then
      return null;
    end if;
  end if;
  if not exists (select from office_events e
      where e.at >= now() - interval '2 milliseconds' and e.site_id = site and e.kind like thing || '\_%'
        and e.payload->(thing || 'Id') = to_jsonb(new.id) and e.payload->'after' @> becomes
        and (was is null or e.payload->'before' @> was)) then
    perform refuse('every_change_of_a_site_is_recorded', format('the office does not know what was done to %s %s', thing, new.id));
  end if;
  if not exists (select from announcements n where n.xact = pg_current_xact_id() and n.site_id = site and fact = any (n.facts)) then
    perform refuse('readers_pages_are_told', format('no instance was told that %s %s changed', thing, new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger what_is_done_to_sites_is_told after insert or update on sites
  deferrable initially deferred for each row
  execute function check_recorded('site', 'key', 'host', 'name', 'language', 'time_zone:timeZone', 'demo');
--> statement-breakpoint
create constraint trigger what_is_done_to_sections_is_told after insert or update on sections
  deferrable initially deferred for each row
  execute function check_recorded('section', 'name', 'slug', 'parent_id:parentId', 'position', 'strict', 'opened_at:opened?');
--> statement-breakpoint
create constraint trigger what_is_done_to_tags_is_told after insert or update on tags
  deferrable initially deferred for each row execute function check_recorded('tag', 'name', 'slug');
