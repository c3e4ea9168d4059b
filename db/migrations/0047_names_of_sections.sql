CREATE INDEX "names_of_sections" ON "office_events" USING btree ("site_id","id") WHERE "office_events"."kind" in ('section_name_proposed', 'section_renamed', 'section_name_dropped');--> statement-breakpoint

-- What a section is called and where it stands are words that readers see: an administrator proposes them, and somebody else who
-- approves in that section agrees to just these, as the last that was done about its name, while both are what they were. Nor does a
-- section take an address by which readers still find another one. Looked at when the transaction ends, as 0014 looks.
create function check_section_name() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if the_owner_speaks() then
    return null;
  end if;
  if (tg_op = 'INSERT' or new.slug <> old.slug) and exists (
    select from section_slugs k join sections s on s.id = k.section_id and s.opened_at is not null
    where k.site_id = new.site_id and k.slug = new.slug and k.section_id <> new.id) then
    perform refuse('an_address_is_of_one_thing', format('/%s leads to another section of site %s', new.slug, new.site_id));
  end if;
  if tg_op = 'INSERT' then
    return null;
  end if;
  if not exists (
    select from office_events r join office_events p on p.id = (r.payload ->> 'proposalId')::bigint
    where r.at >= now() - interval '2 milliseconds' and r.site_id = new.site_id and r.kind = 'section_renamed'
      and r.payload -> 'sectionId' = to_jsonb(new.id)
      and r.payload -> 'after' = jsonb_build_object('name', new.name, 'slug', new.slug)
      and p.site_id = new.site_id and p.kind = 'section_name_proposed'
      and p.payload -> 'sectionId' = r.payload -> 'sectionId' and p.payload -> 'after' = r.payload -> 'after'
      and p.by_id <> r.by_id and rank_at(r.by_id, new.site_id, new.id) = 3
      and holds_anywhere(p.by_id, new.site_id, array['administrator'])
      and not exists (select from office_events o
        where o.site_id = new.site_id and o.id > p.id and o.id < r.id
          and o.kind in ('section_name_proposed', 'section_renamed', 'section_name_dropped')
          and o.payload -> 'sectionId' = p.payload -> 'sectionId')) then
    perform refuse('a_section_is_called_by_two', format('no two people have called section %s %s, /%s', new.id, new.name, new.slug));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger sections_are_called_by_two after update of name, slug on sections
  deferrable initially deferred for each row when ((old.name, old.slug) is distinct from (new.name, new.slug))
  execute function check_section_name();
--> statement-breakpoint
create constraint trigger made_sections_take_no_known_address after insert on sections
  deferrable initially deferred for each row execute function check_section_name();
