ALTER TABLE "files" ADD COLUMN "duration_ms" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "codecs" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "what_is_played_lasts" CHECK ("files"."duration_ms" > 0);--> statement-breakpoint

-- How long what is played lasts, and how it is spelt, is found when it is looked into: duration_ms and codecs join what may change later.
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,caption,credit,alt,creator,copyright,keywords,taken_at,erased,pages,text,version,changed_by,changed_at,used,live,bare_words,likeness,likeness_parts,macros_by,hidden,binned_at,duration_ms,codecs}';
  -- The columns of rights.
  rights text[] := '{owner,licence,licence_name,licence_end,rights_note,people_shown,children_basis,consent_holder,ai,rights_version,rights_by,rights_at}';
begin
  later := later || rights;
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased)
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready')
    or (old.macros_by is not null and new.macros_by is distinct from old.macros_by) then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  if (new.hidden, new.binned_at, new.erased) is distinct from (old.hidden, old.binned_at, old.erased) and not the_owner_speaks() then
    perform refuse('a_file_goes_as_its_deeds_say', format('nothing was done to file %s', old.sha256));
  end if;
  return new;
end $$;
