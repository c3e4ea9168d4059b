ALTER TABLE "files" DROP CONSTRAINT "a_ready_file_has_what_readers_get";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_ready_file_has_what_readers_get" CHECK ("files"."state" <> 'ready' or ("files"."made_with" is not null and ("files"."media_type" not like 'image/%'
        or (jsonb_array_length("files"."renditions") > 0 and num_nulls("files"."width", "files"."height") = 0))));--> statement-breakpoint

-- What follows from its bytes is said once, when it was looked at. What readers get of it may be made anew and stays theirs until it is.
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,pages,text,caption,credit,alt,creator,copyright,keywords,taken_at,erased}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased)
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.pages is not null and new.pages is distinct from old.pages)
    or (old.state = 'ready' and new.state <> 'ready') then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  return new;
end $$;
