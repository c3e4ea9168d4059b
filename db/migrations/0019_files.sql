CREATE TABLE "revision_files" (
	"revision_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "revision_files_revision_id_sha256_pk" PRIMARY KEY("revision_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "renditions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "made_with" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "placeholder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "caption" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "creator" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "copyright" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "keywords" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "revision_files" ADD CONSTRAINT "files_are_named_by_a_text_of_the_document" FOREIGN KEY ("document_id","revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "texts_that_name_a_file" ON "revision_files" USING btree ("sha256","revision_id");--> statement-breakpoint
CREATE INDEX "files_to_be_made" ON "files" USING btree ("id") WHERE "files"."state" = 'waiting';--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_file_is_in_one_of_three_states" CHECK ("files"."state" in ('waiting', 'ready', 'failed'));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_failed_file_says_why" CHECK (("files"."state" = 'failed') = ("files"."failure" is not null));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_ready_file_has_what_readers_get" CHECK ("files"."state" <> 'ready' or (jsonb_array_length("files"."renditions") > 0 and num_nulls("files"."width", "files"."height", "files"."made_with") = 0));--> statement-breakpoint

-- Every file that a canonical text names: whatever in it is called "file" is the SHA-256 of one.
create function files_named_by(canonical text) returns setof text language sql immutable set search_path = public, pg_temp as $$
  select distinct said #>> '{}' from jsonb_path_query(canonical::jsonb, 'strict $.** ? (@.type() == "object").file', '{}', true) said
  where jsonb_typeof(said) = 'string' and said #>> '{}' ~ '^[0-9a-f]{64}$'
$$;
--> statement-breakpoint

create function keep_files_of_revision() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from revision_files where revision_id = new.id;
  end if;
  -- Most texts name none, and a long one takes a while to be read.
  if new.canonical like '%"file":"%' then
    insert into revision_files (revision_id, document_id, sha256)
      select new.id, new.document_id, named from files_named_by(new.canonical) named;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger files_of_a_new_text after insert on revisions for each row execute function keep_files_of_revision();
--> statement-breakpoint
create trigger files_of_an_erased_text after update of canonical on revisions for each row
  when (new.canonical is distinct from old.canonical) execute function keep_files_of_revision();
--> statement-breakpoint
insert into revision_files (revision_id, document_id, sha256)
  select r.id, r.document_id, named from revisions r cross join lateral files_named_by(r.canonical) named
  where r.canonical like '%"file":"%';
--> statement-breakpoint

-- Nobody reads about a picture that is not there.
create function check_files_of_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  missing text;
begin
  select n.sha256 into missing from revision_files n left join files f on f.site_id = new.site_id and f.sha256 = n.sha256
    where n.revision_id = new.live_revision_id and (f.state is distinct from 'ready' or f.erased) limit 1;
  if missing is not null then
    perform refuse('a_live_text_has_its_files', format('document %s names file %s, which is not ready', new.id, missing));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_live_text_has_its_files before update of live_revision_id on documents for each row
  when (new.live_revision_id is not null and new.live_revision_id is distinct from old.live_revision_id)
  execute function check_files_of_live_text();
--> statement-breakpoint

-- What follows from its bytes is said once, when it was looked at. What readers get of it may be made anew and stays theirs until it is.
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,caption,credit,alt,creator,copyright,keywords,taken_at,erased}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased)
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready') then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  return new;
end $$;
