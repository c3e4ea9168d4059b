CREATE TABLE "file_cuts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "file_cuts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"file_id" integer NOT NULL,
	"cut" text NOT NULL,
	"width" integer,
	"height" integer,
	"state" text DEFAULT 'waiting' NOT NULL,
	"failure" text,
	"renditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"made_with" integer,
	"placeholder" text DEFAULT '' NOT NULL,
	CONSTRAINT "one_row_for_a_cut" UNIQUE("file_id","cut"),
	CONSTRAINT "a_cut_is_spelt_as_one" CHECK ("file_cuts"."cut" ~ '^(0|90|180|270)(-(0|[1-9][0-9]{0,3}|10000)){4}$'),
	CONSTRAINT "a_cut_is_in_one_of_three_states" CHECK ("file_cuts"."state" in ('waiting', 'ready', 'failed')),
	CONSTRAINT "a_failed_cut_says_why" CHECK (("file_cuts"."state" = 'failed') = ("file_cuts"."failure" is not null)),
	CONSTRAINT "a_ready_cut_has_what_readers_get" CHECK ("file_cuts"."state" <> 'ready' or (jsonb_array_length("file_cuts"."renditions") > 0 and num_nulls("file_cuts"."width", "file_cuts"."height", "file_cuts"."made_with") = 0))
);
--> statement-breakpoint
ALTER TABLE "revision_files" DROP CONSTRAINT "revision_files_revision_id_sha256_pk";--> statement-breakpoint
ALTER TABLE "revision_files" ADD COLUMN "cut" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revision_files" ADD CONSTRAINT "revision_files_revision_id_sha256_cut_pk" PRIMARY KEY("revision_id","sha256","cut");--> statement-breakpoint
ALTER TABLE "file_cuts" ADD CONSTRAINT "file_cuts_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cuts_to_be_made" ON "file_cuts" USING btree ("id") WHERE "file_cuts"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "texts_that_show_a_cut" ON "revision_files" USING btree ("sha256","cut","revision_id");--> statement-breakpoint

-- Every file that a canonical text names, and how it is cut there: whatever in it is called "file" is the SHA-256 of one, and what is
-- called "cut" beside it says what is left. A cut that is spelt in no known way is none that could be ready.
drop function files_named_by(text);
--> statement-breakpoint
create function files_named_by(canonical text) returns table (sha256 text, cut text) language sql immutable set search_path = public, pg_temp as $$
  select distinct use ->> 'file', coalesce(use ->> 'cut', '')
  from jsonb_path_query(canonical::jsonb, 'strict $.** ? (@.type() == "object" && exists (@.file))', '{}', true) use
  where jsonb_typeof(use -> 'file') = 'string' and use ->> 'file' ~ '^[0-9a-f]{64}$'
$$;
--> statement-breakpoint

create or replace function keep_files_of_revision() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    with gone as (delete from revision_files where revision_id = new.id returning sha256)
      select coalesce(array_agg(distinct sha256), '{}') into touched from gone;
  end if;
  -- Most texts name none, and a long one takes a while to be read.
  if new.canonical like '%"file":"%' then
    with come as (insert into revision_files (revision_id, document_id, sha256, cut)
        select new.id, new.document_id, named.sha256, named.cut from files_named_by(new.canonical) named returning sha256)
      select touched || coalesce(array_agg(distinct sha256), '{}') into touched from come;
  end if;
  if touched <> '{}' then
    perform note_uses((select site_id from documents where id = new.document_id), touched);
  end if;
  return null;
end $$;
--> statement-breakpoint

-- A text may show several parts of one file.
create or replace function keep_live_files() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text[];
begin
  select array_agg(sha256) into touched from (
    select sha256 from revision_files where revision_id in (old.live_revision_id, new.live_revision_id)
    group by sha256 having count(distinct revision_id) = 1) changed;
  if touched is not null then
    perform note_uses(new.site_id, touched);
  end if;
  return null;
end $$;
--> statement-breakpoint

-- Nobody reads about a picture that is not there, nor about a part of one that is not.
create or replace function check_files_of_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  missing text;
begin
  select concat_ws('/', n.sha256, nullif(n.cut, '')) into missing from revision_files n
    left join files f on f.site_id = new.site_id and f.sha256 = n.sha256
    left join file_cuts c on c.file_id = f.id and c.cut = n.cut
    where n.revision_id = new.live_revision_id
      and (f.id is null or f.erased or (case n.cut when '' then f.state else c.state end) is distinct from 'ready') limit 1;
  if missing is not null then
    perform refuse('a_live_text_has_its_files', format('document %s names file %s, which is not ready', new.id, missing));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- As with files: what readers get of a cut may be made anew and stays theirs until it is.
create function check_file_cut() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{width,height,state,failure,renditions,made_with,placeholder}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready') then
    perform refuse('a_cut_is_what_it_was', format('cut %s of file %s is %s', old.id, old.file_id, old.cut));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_cut_is_what_it_was before update on file_cuts for each row execute function check_file_cut();
