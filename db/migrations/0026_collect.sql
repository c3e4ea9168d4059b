-- The likeness of a picture in eight parts of eight bits, each two of them together with their places. Of two pictures that differ in
-- six bits at most two parts at least are the same in both: so few are looked at more closely, however many there are.
create function parts_of_likeness(likeness bit) returns integer[] language sql immutable set search_path = public, pg_temp as $$
  select case when likeness is not null then
    (select array_agg(((one * 8 + other) << 16) + (substring(likeness from one * 8 + 1 for 8)::integer << 8)
        + substring(likeness from other * 8 + 1 for 8)::integer order by one, other)
      from generate_series(0, 6) one, generate_series(1, 7) other where one < other) end
$$;
--> statement-breakpoint
CREATE TABLE "collection_files" (
	"collection_id" integer NOT NULL,
	"file_id" integer NOT NULL,
	"added_by" integer NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_files_collection_id_file_id_pk" PRIMARY KEY("collection_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "collections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"name" text NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_collection_has_a_name" CHECK ("collections"."name" ~ '\S' and length("collections"."name") <= 120)
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "likeness" bit(64);--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "likeness_parts" integer[] GENERATED ALWAYS AS (parts_of_likeness(likeness)) STORED;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "macros_by" integer;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_macros_by_people_id_fk" FOREIGN KEY ("macros_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_files" ADD CONSTRAINT "collection_files_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_files" ADD CONSTRAINT "collection_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_files" ADD CONSTRAINT "collection_files_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collections_of_a_file" ON "collection_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_collection_of_a_name" ON "collections" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE INDEX "files_that_look_alike" ON "files" USING gin ("likeness_parts") WHERE "files"."likeness" is not null;--> statement-breakpoint

-- What a picture looks like is known when it was unpacked. Whoever has let macros in has done so.
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,caption,credit,alt,creator,copyright,keywords,taken_at,erased,pages,text,version,changed_by,changed_at,used,live,bare_words,likeness,likeness_parts,macros_by}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased)
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready')
    or (old.macros_by is not null and new.macros_by is distinct from old.macros_by) then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- One site's collection shows nothing of another one's.
create function check_collection_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (select site_id from collections where id = new.collection_id) is distinct from (select site_id from files where id = new.file_id) then
    perform refuse('a_collection_holds_files_of_its_site', format('file %s is of another site than collection %s', new.file_id, new.collection_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_collection_holds_files_of_its_site before insert or update on collection_files for each row execute function check_collection_file();
--> statement-breakpoint
create function check_collection() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (new.id, new.site_id, new.made_by, new.made_at) is distinct from (old.id, old.site_id, old.made_by, old.made_at) then
    perform refuse('a_collection_is_what_it_was', format('only the name of collection %s changes', old.id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_collection_is_what_it_was before update on collections for each row execute function check_collection();
