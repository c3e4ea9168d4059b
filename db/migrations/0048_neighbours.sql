CREATE TABLE "lead_pictures" (
	"site_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	"file_id" integer NOT NULL,
	"use" text NOT NULL,
	"widths" integer[] NOT NULL,
	CONSTRAINT "lead_pictures_site_id_document_id_pk" PRIMARY KEY("site_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "near_texts" (
	"document_id" integer NOT NULL,
	"near_id" integer NOT NULL,
	"step" integer NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	CONSTRAINT "near_texts_document_id_near_id_pk" PRIMARY KEY("document_id","near_id")
);
--> statement-breakpoint
ALTER TABLE "search_entries" ADD COLUMN "compared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_pictures" ADD CONSTRAINT "lead_pictures_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_pictures" ADD CONSTRAINT "lead_pictures_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_pictures" ADD CONSTRAINT "lead_pictures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "near_texts" ADD CONSTRAINT "near_texts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "near_texts" ADD CONSTRAINT "near_texts_near_id_documents_id_fk" FOREIGN KEY ("near_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "headlines_with_a_file" ON "lead_pictures" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "texts_that_have_it_near" ON "near_texts" USING btree ("near_id");--> statement-breakpoint
CREATE INDEX "files_kept_from_readers" ON "files" USING btree ("id") WHERE "files"."hidden" or "files"."erased";
--> statement-breakpoint

-- The pictures beside the headlines of live documents.
create function leads_of(ids integer[])
returns table (site_id integer, document_id integer, file_id integer, use text, widths integer[])
language sql stable set search_path = public, pg_temp as $$
  select d.site_id, d.id, f.id, concat_ws('/', f.sha256, nullif(shown.cut, '')), array(
    select (made ->> 'width')::integer from jsonb_array_elements(case shown.cut when '' then f.renditions else c.renditions end) made
    where made ->> 'format' = 'jpeg' order by 1)
  from documents d
    cross join lateral (select d.card #>> '{lead,file}' as file, coalesce(d.card #>> '{lead,cut}', '') as cut) shown
    join files f on f.site_id = d.site_id and f.sha256 = shown.file
    left join file_cuts c on c.file_id = f.id and c.cut = shown.cut
  where d.id = any(ids) and d.visibility = 'live'
$$;
--> statement-breakpoint

-- Brings what is kept of documents to what their rows say.
create function note_leads(ids integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(cardinality(ids), 0) = 0 then
    return;
  end if;
  delete from lead_pictures l where l.document_id = any(ids) and not exists (
    select from leads_of(ids) n where n.document_id = l.document_id);
  insert into lead_pictures (site_id, document_id, file_id, use, widths)
    select n.site_id, n.document_id, n.file_id, n.use, n.widths from leads_of(ids) n
    on conflict (site_id, document_id) do update
      set file_id = excluded.file_id, use = excluded.use, widths = excluded.widths;
end $$;
--> statement-breakpoint

create function note_leads_of_documents() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform note_leads(array(select c.id from changed c where c.visibility = 'live' and c.card ? 'lead'));
  else
    perform note_leads(array(
      select c.id from changed c join was on was.id = c.id
      where (c.visibility = 'live', c.card -> 'lead') is distinct from (was.visibility = 'live', was.card -> 'lead')));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger leads_are_noted_when_made after insert on documents
  referencing new table as changed for each statement execute function note_leads_of_documents();
--> statement-breakpoint
create trigger leads_are_noted_when_changed after update on documents
  referencing old table as was new table as changed for each statement execute function note_leads_of_documents();
--> statement-breakpoint

-- Other sizes are made of a picture, or of a cut of one, or those that there were have gone with it.
create function note_leads_of_file() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  file integer;
begin
  if tg_table_name = 'files' then
    file := new.id;
  else
    file := new.file_id;
  end if;
  perform note_leads(array(select l.document_id from lead_pictures l where l.file_id = file));
  return null;
end $$;
--> statement-breakpoint
create trigger leads_are_made_anew after update of renditions on files for each row
  when (old.renditions is distinct from new.renditions) execute function note_leads_of_file();
--> statement-breakpoint
create trigger leads_are_made_anew after update of renditions on file_cuts for each row
  when (old.renditions is distinct from new.renditions) execute function note_leads_of_file();
--> statement-breakpoint

-- Also where every other trigger sleeps: what the owner bends is noted as it then is.
alter table documents enable always trigger leads_are_noted_when_made, enable always trigger leads_are_noted_when_changed;
--> statement-breakpoint
alter table files enable always trigger leads_are_made_anew;
--> statement-breakpoint
alter table file_cuts enable always trigger leads_are_made_anew;
--> statement-breakpoint
revoke execute on function leads_of(integer[]), note_leads(integer[]) from public;
--> statement-breakpoint

-- What is there already.
select note_leads(array(select id from documents where visibility = 'live' and card ? 'lead'));
