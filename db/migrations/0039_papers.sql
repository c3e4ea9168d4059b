CREATE TABLE "paper_replacements" (
	"replaced_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	CONSTRAINT "paper_replacements_replaced_id_document_id_pk" PRIMARY KEY("replaced_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"document_id" integer PRIMARY KEY NOT NULL,
	"site_id" integer NOT NULL,
	"form" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" date NOT NULL,
	"effective_on" date,
	"ends_on" date
);
--> statement-breakpoint
ALTER TABLE "paper_replacements" ADD CONSTRAINT "paper_replacements_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "papers_that_one_replaces" ON "paper_replacements" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "papers_by_date" ON "papers" USING btree ("site_id","issued_on","document_id","effective_on","ends_on");--> statement-breakpoint
CREATE INDEX "papers_of_a_form" ON "papers" USING btree ("site_id","form","issued_on","document_id","effective_on","ends_on");--> statement-breakpoint
CREATE INDEX "papers_of_a_body" ON "papers" USING btree ("site_id","issuer","issued_on","document_id","effective_on","ends_on");--> statement-breakpoint
CREATE INDEX "papers_of_a_body_by_form" ON "papers" USING btree ("site_id","issuer","form","issued_on","document_id","effective_on","ends_on");--> statement-breakpoint
CREATE INDEX "live_papers_by_number" ON "documents" USING btree ("site_id","id") WHERE "documents"."kind" = 'paper' and "documents"."visibility" = 'live';--> statement-breakpoint
CREATE INDEX "papers_by_reference" ON "documents" USING btree ("site_id",("card" ->> 'reference')) WHERE "documents"."kind" = 'paper';--> statement-breakpoint

-- A paper of an authority has its address below one of the program's own.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single, at_root) values
  ('paper', 'abstract', 'slug', null, '{form,reference,issuer,issuedOn,effectiveOn,expiresOn,replaces}', false, false);
--> statement-breakpoint

-- A day as a card spells it; null of what is none.
create function day_in(card jsonb, field text) returns date language sql immutable set search_path = public, pg_temp as $$
  select case when card ->> field ~ '^[12]\d{3}-\d\d-\d\d$' then (card ->> field)::date end
$$;
--> statement-breakpoint

-- Brings the rows of papers to what their documents say, and those of the papers that they replace or replaced. Two who publish papers
-- at once do this one after the other: the second one sees what the first one replaced.
create function keep_papers(ids integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched integer[];
begin
  if coalesce(cardinality(ids), 0) = 0 then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('papers', 0));
  touched := ids || array(select r.replaced_id from paper_replacements r where r.document_id = any(ids));
  delete from paper_replacements where document_id = any(ids);
  insert into paper_replacements (replaced_id, document_id)
    select distinct t.id, d.id
    from documents d cross join lateral jsonb_array_elements_text(coalesce(d.card -> 'replaces', '[]')) said
      join documents t on t.id = said::integer and t.site_id = d.site_id and t.kind = 'paper' and t.id <> d.id
    where d.id = any(ids) and d.visibility = 'live';
  touched := touched || array(select r.replaced_id from paper_replacements r where r.document_id = any(ids));
  delete from papers p where p.document_id = any(ids)
    and not exists (select from documents d where d.id = p.document_id and d.visibility = 'live');
  -- A card leaves out what is as on an empty paper, which is a decision.
  insert into papers as kept (document_id, site_id, form, issuer, issued_on, effective_on)
    select d.id, d.site_id, coalesce(d.card ->> 'form', 'decision'), name_slug(name_key(coalesce(d.card ->> 'issuer', ''))),
      coalesce(day_in(d.card, 'issuedOn'), (d.shown_at at time zone s.time_zone)::date), day_in(d.card, 'effectiveOn')
    from documents d join sites s on s.id = d.site_id where d.id = any(ids) and d.visibility = 'live'
  on conflict (document_id) do update set form = excluded.form, issuer = excluded.issuer, issued_on = excluded.issued_on,
    effective_on = excluded.effective_on;
  update papers p set ends_on = least(day_in(d.card, 'expiresOn'), (
      select min(coalesce(b.effective_on, b.issued_on)) from paper_replacements r join papers b on b.document_id = r.document_id
      where r.replaced_id = p.document_id))
  from documents d where d.id = p.document_id and p.document_id = any(touched);
end $$;
--> statement-breakpoint

create function keep_changed_papers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_papers(array(
    select c.id from changed c join was on was.id = c.id
    where c.kind = 'paper' and (c.visibility = 'live', c.live_revision_id, c.shown_at, c.card)
      is distinct from (was.visibility = 'live', was.live_revision_id, was.shown_at, was.card)));
  return null;
end $$;
--> statement-breakpoint
create trigger papers_are_kept_when_changed after update on documents
  referencing old table as was new table as changed for each statement execute function keep_changed_papers();
--> statement-breakpoint
alter table documents enable always trigger papers_are_kept_when_changed;
--> statement-breakpoint
revoke execute on function keep_papers(integer[]) from public;
