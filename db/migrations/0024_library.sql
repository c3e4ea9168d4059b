-- What the library searches in, in small letters without marks, a blank before each of its words: whoever gives a file more words
-- to be found by adds them here. Of a document's text the beginning is enough: whole it would be a million letters.
create function words_of_file(name text, caption text, credit text, alt text, keywords text[], text text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select translate(regexp_replace(normalize(lower(E'\n ' || concat_ws(E'\n ', name, caption, credit, alt, array_to_string(keywords, E'\n '), left(text, 50000))), NFD),
    '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
$$;
--> statement-breakpoint
CREATE TABLE "draft_files" (
	"edition_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	"sha256" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_files_edition_id_sha256_pk" PRIMARY KEY("edition_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "changed_by" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "used" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "live" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "bare_words" text GENERATED ALWAYS AS (words_of_file(name, caption, credit, alt, keywords, text)) STORED;--> statement-breakpoint
ALTER TABLE "draft_files" ADD CONSTRAINT "draft_files_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_that_name_a_file" ON "draft_files" USING btree ("sha256","document_id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_by_arrival" ON "files" USING btree ("site_id","uploaded_at","id");--> statement-breakpoint
CREATE INDEX "files_of_a_person" ON "files" USING btree ("site_id","uploaded_by","uploaded_at","id");--> statement-breakpoint
CREATE INDEX "files_by_use" ON "files" USING btree ("site_id","used","uploaded_at","id");--> statement-breakpoint
CREATE INDEX "files_that_are_live" ON "files" USING btree ("site_id","uploaded_at","id") WHERE "files"."live";--> statement-breakpoint
CREATE INDEX "files_without_alt" ON "files" USING btree ("site_id","uploaded_at","id") WHERE "files"."alt" = '';--> statement-breakpoint
CREATE INDEX "files_that_failed" ON "files" USING btree ("site_id","uploaded_at","id") WHERE "files"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "documents_that_name_a_file" ON "revision_files" USING btree ("sha256","document_id");--> statement-breakpoint
CREATE INDEX "files_by_words" ON "files" USING gin ("bare_words" gin_trgm_ops);--> statement-breakpoint

-- Every file that a text names which is being written. It is saved every few seconds, so its text is split and no tree is walked.
-- What stands in a string has its quotes escaped, and is none of them.
create function files_in(content jsonb) returns setof text language sql immutable set search_path = public, pg_temp as $$
  select distinct left(part, 64) from unnest(string_to_array(content::text, '"file": "')) part where left(part, 65) ~ '^[0-9a-f]{64}"$'
$$;
--> statement-breakpoint

-- Words, and what the database itself says of its uses, may change later.
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,caption,credit,alt,creator,copyright,keywords,taken_at,erased,pages,text,version,changed_by,changed_at,used,live,bare_words}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased)
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready') then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Says of files whether texts of their site name them. Their rows are held before anything is looked up, in one order: of two
-- who come at once the second one sees what the first one did.
create function note_uses(site integer, hashes text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  hash text;
begin
  perform from files where site_id = site and sha256 = any(hashes) order by sha256 for no key update;
  foreach hash in array hashes loop
    update files f set used = found.used, live = found.live
    -- One text after the other, the newest first: as a join all texts were read with the picture that stands in all of them.
    from (select
        coalesce((select true from revision_files r
          where r.sha256 = hash and site = (select d.site_id from documents d where d.id = r.document_id)
          order by r.sha256, r.revision_id desc limit 1), false)
        or coalesce((select true from draft_files b
          where b.sha256 = hash and site = (select d.site_id from documents d where d.id = b.document_id) limit 1), false) as used,
        coalesce((select true from revision_files r
          where r.sha256 = hash and r.revision_id = (select d.live_revision_id from documents d where d.id = r.document_id and d.site_id = site)
          order by r.sha256, r.revision_id desc limit 1), false) as live) found
    where f.site_id = site and f.sha256 = hash and (f.used, f.live) is distinct from (found.used, found.live);
  end loop;
end $$;
--> statement-breakpoint

create or replace function keep_files_of_revision() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    with gone as (delete from revision_files where revision_id = new.id returning sha256)
      select coalesce(array_agg(sha256), '{}') into touched from gone;
  end if;
  -- Most texts name none, and a long one takes a while to be read.
  if new.canonical like '%"file":"%' then
    with come as (insert into revision_files (revision_id, document_id, sha256)
        select new.id, new.document_id, named from files_named_by(new.canonical) named returning sha256)
      select touched || coalesce(array_agg(sha256), '{}') into touched from come;
  end if;
  if touched <> '{}' then
    perform note_uses((select site_id from documents where id = new.document_id), touched);
  end if;
  return null;
end $$;
--> statement-breakpoint

create function keep_files_of_draft() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named text[] := array(select files_in(new.content));
  touched text[];
begin
  with gone as (delete from draft_files where edition_id = new.edition_id and sha256 <> all(named) returning sha256),
    come as (insert into draft_files (edition_id, document_id, sha256)
      select new.edition_id, new.document_id, hash from unnest(named) hash on conflict do nothing returning sha256)
    select array_agg(sha256) into touched from (select sha256 from gone union select sha256 from come) changed;
  if touched is not null then
    perform note_uses((select site_id from documents where id = new.document_id), touched);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger files_of_a_draft after insert or update of content on draft_buffers for each row execute function keep_files_of_draft();
--> statement-breakpoint

create function keep_live_files() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text[];
begin
  select array_agg(sha256) into touched from (
    select sha256 from revision_files where revision_id in (old.live_revision_id, new.live_revision_id)
    group by sha256 having count(*) = 1) changed;
  if touched is not null then
    perform note_uses(new.site_id, touched);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger files_of_a_live_text after update of live_revision_id on documents for each row
  when (new.live_revision_id is distinct from old.live_revision_id) execute function keep_live_files();
--> statement-breakpoint

-- A text may name a file before its site has it.
create function keep_uses_of_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_uses(new.site_id, array[new.sha256]);
  return null;
end $$;
--> statement-breakpoint
create trigger uses_of_a_new_file after insert on files for each row execute function keep_uses_of_file();
--> statement-breakpoint

insert into draft_files (edition_id, document_id, sha256, since)
  select b.edition_id, b.document_id, named, b.saved_at from draft_buffers b cross join lateral files_in(b.content) named;
--> statement-breakpoint
select note_uses(site_id, array_agg(sha256)) from files group by site_id;
