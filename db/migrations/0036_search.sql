CREATE TABLE "search_entries" (
	"document_id" integer PRIMARY KEY NOT NULL,
	"site_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"site_id" integer NOT NULL,
	"size" integer NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"titles" integer NOT NULL,
	CONSTRAINT "search_words_site_id_size_words_pk" PRIMARY KEY("site_id","size","words")
);
--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_by_their_words" ON "search_entries" USING gin ("words");
--> statement-breakpoint

-- Whoever looks for what is common reads many rows, and of each its date alone: the words lie apart.
alter table search_entries alter column words set storage external, set (toast_tuple_target = 128);
--> statement-breakpoint

-- The numbers of documents that satisfy a step, those of the first step before those of the second and so on, within a step the newest
-- first, until there are `most`. No row's words are read: the index alone knows which match.
--
-- What is common is looked for in one stretch of time after the other, from the newest, so that nobody puts all of it in order. How
-- common it is the first two stretches say: what is rare there is looked for everywhere at once, unless that turns out to be much.
--
-- `within` says of each step of what it is a part, where that is known: of what has nothing no part is looked for, which is what two
-- common words cost that never stand together.
create function find_entries(steps text[], within text[], stretches text[], most integer) returns table (document_id integer, step integer)
language plpgsql stable set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  common constant integer := 100;
  much constant integer := 5000;
  found_all integer[] := '{}';
  of_step integer[];
  more integer[];
  query tsquery;
  known text;
  is_empty boolean;
  at integer;
  next integer;
begin
  for at in 1 .. cardinality(steps) loop
    if within[at] is distinct from known then
      known := within[at];
      is_empty := known is not null and not exists (
        select from search_entries e where e.words @@ (known::tsquery && stretches[1]::tsquery)) and not exists (
        select from search_entries e where e.words @@ known::tsquery);
    end if;
    continue when is_empty;
    query := steps[at]::tsquery;
    of_step := '{}';
    for next in 1 .. cardinality(stretches) + 1 loop
      if next = 3 and cardinality(of_step) < common then
        more := array(select e.document_id from search_entries e where e.words @@ query limit much + 1);
        if cardinality(more) <= much then
          of_step := array(select e.document_id from search_entries e where e.document_id = any(more)
            order by e.shown_at desc, e.document_id desc limit most);
          exit;
        end if;
      end if;
      more := array(select e.document_id from search_entries e
        where e.words @@ case when next > cardinality(stretches) then query else query && stretches[next]::tsquery end
        order by e.shown_at desc, e.document_id desc limit most);
      of_step := of_step || array(select m.id from unnest(more) with ordinality m (id, place) where m.id <> all(of_step) order by m.place);
      exit when cardinality(of_step) >= most;
    end loop;
    more := array(select m.id from unnest(of_step) with ordinality m (id, place) where m.id <> all(found_all)
      order by m.place limit most - cardinality(found_all));
    found_all := found_all || more;
    return query select m.id, at from unnest(more) with ordinality m (id, place) order by m.place;
    exit when cardinality(found_all) >= most;
  end loop;
end $$;
