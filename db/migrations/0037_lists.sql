CREATE TABLE "authors" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authors_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"key" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "authors_site_id_key_unique" UNIQUE("site_id","key"),
	CONSTRAINT "authors_site_id_slug_unique" UNIQUE("site_id","slug")
);
--> statement-breakpoint
CREATE TABLE "listed_days" (
	"list" text NOT NULL,
	"of_id" integer NOT NULL,
	"day" date NOT NULL,
	"slot" integer GENERATED ALWAYS AS IDENTITY (sequence name "listed_days_slot_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"listed" integer NOT NULL,
	CONSTRAINT "listed_days_list_of_id_day_slot_pk" PRIMARY KEY("list","of_id","day","slot")
);
--> statement-breakpoint
CREATE TABLE "listed_months" (
	"list" text NOT NULL,
	"of_id" integer NOT NULL,
	"month" date NOT NULL,
	"slot" integer GENERATED ALWAYS AS IDENTITY (sequence name "listed_months_slot_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"listed" integer NOT NULL,
	CONSTRAINT "listed_months_list_of_id_month_slot_pk" PRIMARY KEY("list","of_id","month","slot")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"list" text NOT NULL,
	"of_id" integer NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"document_id" integer NOT NULL,
	"edition_id" integer,
	CONSTRAINT "listings_list_of_id_day_at_document_id_pk" PRIMARY KEY("list","of_id","day","at","document_id")
);
--> statement-breakpoint
CREATE TABLE "view_days" (
	"site_id" integer NOT NULL,
	"day" date NOT NULL,
	"slot" integer GENERATED ALWAYS AS IDENTITY (sequence name "view_days_slot_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"count" bigint NOT NULL,
	"imported" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "view_days_site_id_day_slot_pk" PRIMARY KEY("site_id","day","slot")
);
--> statement-breakpoint
CREATE TABLE "section_slugs" (
	"site_id" integer NOT NULL,
	"slug" text NOT NULL,
	"section_id" integer NOT NULL,
	CONSTRAINT "section_slugs_site_id_slug_pk" PRIMARY KEY("site_id","slug")
);
--> statement-breakpoint
ALTER TABLE "sections" DROP CONSTRAINT "a_section_slug_is_not_reserved";--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_days" ADD CONSTRAINT "view_days_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_slugs" ADD CONSTRAINT "section_slugs_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_slugs" ADD CONSTRAINT "section_slugs_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counts_of_days" ON "listed_days" USING btree ("list","of_id","day","listed");--> statement-breakpoint
CREATE INDEX "counts_of_months" ON "listed_months" USING btree ("list","of_id","month","listed");--> statement-breakpoint
CREATE INDEX "lists_of_a_document" ON "listings" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "views_by_hour" ON "article_views" USING btree ("hour");--> statement-breakpoint

-- What ways of writing one name have in common: small letters, one blank between words, and the tone mark behind its syllable,
-- wherever it was put ("Hoà", "Hòa") and however it was encoded.
create function name_key(name text) returns text language sql immutable strict parallel safe
set search_path = public, pg_temp as $$
  select normalize(regexp_replace(
    normalize(lower(btrim(regexp_replace(regexp_replace(name, '[\u200b-\u200f\u2060\ufeff\u00ad]', '', 'g'), '\s+', ' ', 'g'))), NFD),
    '([\u0300\u0301\u0303\u0309\u0323])([[:alpha:]\u0302\u0306\u031b]+)', '\2\1', 'g'), NFC)
$$;
--> statement-breakpoint

-- The same as a segment of an address; empty where nothing is left of it.
create function name_slug(key text) returns text language sql immutable strict parallel safe
set search_path = public, pg_temp as $$
  select btrim(left(regexp_replace(
    translate(regexp_replace(normalize(key, NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), '[^a-z0-9]+', '-', 'g'), 80), '-')
$$;
--> statement-breakpoint

-- Whom the texts that are live name, by the keys of their names. Nobody where the byline is switched off.
create function named_in(ids integer[]) returns table (document_id integer, site_id integer, key text)
language sql stable set search_path = public, pg_temp as $$
  select distinct d.id, d.site_id, name_key(said ->> 'name')
  from documents d join revisions r on r.id = d.live_revision_id
    cross join lateral jsonb_array_elements(coalesce(r.head #> '{byline,names}', '[]')) said
  where d.id = any(ids) and d.kind = 'article' and d.visibility = 'live'
    and coalesce(r.head #>> '{byline,hidden}', 'false') <> 'true' and said ->> 'name' ~ '[[:alnum:]]'
$$;
--> statement-breakpoint

-- Gives those whom nobody has named before an address. Two who name somebody new at once do it one after the other.
create function meet_authors(ids integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  new_name record;
  wanted text;
  free text;
  n integer;
begin
  for new_name in
    select distinct n.site_id, n.key from named_in(ids) n
    where not exists (select from authors a where a.site_id = n.site_id and a.key = n.key) order by 1, 2
  loop
    perform pg_advisory_xact_lock(hashtextextended(format('authors of %s', new_name.site_id), 0));
    continue when exists (select from authors a where a.site_id = new_name.site_id and a.key = new_name.key);
    wanted := coalesce(nullif(name_slug(new_name.key), ''), 'tac-gia');
    free := wanted;
    n := 1;
    while exists (select from authors a where a.site_id = new_name.site_id and a.slug = free) loop
      n := n + 1;
      free := format('%s-%s', wanted, n);
    end loop;
    insert into authors (site_id, key, slug) values (new_name.site_id, new_name.key, free);
  end loop;
end $$;
--> statement-breakpoint

-- In which lists live articles stand. A text that carries the correction of the one before it says nothing new.
create function lines_of(ids integer[])
returns table (list text, of_id integer, day date, at timestamptz, document_id integer, edition_id integer)
language sql stable set search_path = public, pg_temp as $$
  with live as (
    select d.id, d.site_id, d.shown_at, s.time_zone from documents d join sites s on s.id = d.site_id
    where d.id = any(ids) and d.kind = 'article' and d.visibility = 'live'
  ), lines (list, of_id, at, document_id, edition_id) as (
    select 'site', l.site_id, l.shown_at, l.id, null::integer from live l
    union all
    select 'tag', t.tag_id, l.shown_at, l.id, null from live l join document_tags t on t.document_id = l.id
    union all
    select 'author', a.id, l.shown_at, l.id, null
      from named_in(ids) n join authors a on a.site_id = n.site_id and a.key = n.key join live l on l.id = n.document_id
    union all
    select 'corrections', l.site_id, said.closed_at, l.id, said.id from live l join lateral (
      select e.id, e.closed_at, coalesce(r.head ->> 'correction', '') as note,
        coalesce(lag(r.head ->> 'correction') over (order by e.number), '') as before
      from editions e join revisions r on r.id = e.published_revision_id where e.document_id = l.id
    ) said on said.note <> '' and said.note <> said.before
  )
  select n.list, n.of_id, (n.at at time zone l.time_zone)::date, n.at, n.document_id, n.edition_id
  from lines n join live l on l.id = n.document_id
$$;
--> statement-breakpoint

-- Brings the lines of documents to what their rows say.
create function line_up(ids integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(cardinality(ids), 0) = 0 then
    return;
  end if;
  perform meet_authors(ids);
  with lines as materialized (select * from lines_of(ids))
  delete from listings l where l.document_id = any(ids) and not exists (
    select from lines n where (n.list, n.of_id, n.day, n.at, n.document_id) = (l.list, l.of_id, l.day, l.at, l.document_id));
  insert into listings (list, of_id, day, at, document_id, edition_id)
    select n.list, n.of_id, n.day, n.at, n.document_id, n.edition_id from lines_of(ids) n on conflict do nothing;
end $$;
--> statement-breakpoint

-- Views that articles bring along are counted on the day on which readers first get them, and stay counted.
create function count_brought_views(ids integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with more as (
    select d.site_id, (now() at time zone s.time_zone)::date as day, sum(d.imported_views) as imported
    from documents d join sites s on s.id = d.site_id where d.id = any(ids) and d.imported_views > 0 group by 1, 2
  ), held as materialized (
    select m.*, free.slot from more m left join lateral (
      select k.slot from view_days k where k.site_id = m.site_id and k.day = m.day
      limit 1 for no key update skip locked) free on true
  ), added as (
    update view_days k set imported = k.imported + h.imported from held h
    where k.site_id = h.site_id and k.day = h.day and k.slot = h.slot
  )
  insert into view_days (site_id, day, count, imported) select h.site_id, h.day, 0, h.imported from held h where h.slot is null;
end $$;
--> statement-breakpoint

create function line_up_changed_documents() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform line_up(array(select c.id from changed c where c.visibility = 'live'));
    perform count_brought_views(array(select c.id from changed c where c.visibility <> 'never_live'));
  else
    perform line_up(array(
      select c.id from changed c join was on was.id = c.id
      where (c.visibility = 'live', c.live_revision_id, c.shown_at)
        is distinct from (was.visibility = 'live', was.live_revision_id, was.shown_at)));
    perform count_brought_views(array(
      select c.id from changed c join was on was.id = c.id where was.visibility = 'never_live' and c.visibility <> 'never_live'));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger documents_are_lined_up_when_made after insert on documents
  referencing new table as changed for each statement execute function line_up_changed_documents();
--> statement-breakpoint
create trigger documents_are_lined_up_when_changed after update on documents
  referencing old table as was new table as changed for each statement execute function line_up_changed_documents();
--> statement-breakpoint

create function line_up_tagged_documents() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform line_up(array(select distinct c.document_id from changed c));
  return null;
end $$;
--> statement-breakpoint
create trigger tagged_documents_are_lined_up after insert on document_tags
  referencing new table as changed for each statement execute function line_up_tagged_documents();
--> statement-breakpoint
create trigger documents_without_a_tag_are_lined_up after delete on document_tags
  referencing old table as changed for each statement execute function line_up_tagged_documents();
--> statement-breakpoint

-- Lines are counted as listings of sections are (0012), by the day that they say.
create function count_lines() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  with more as (
    select c.list, c.of_id, c.day, one * count(*)::integer as listed from changed c group by 1, 2, 3
  ), held as materialized (
    select m.*, free.slot from more m left join lateral (
      select k.slot from listed_days k where k.list = m.list and k.of_id = m.of_id and k.day = m.day
      limit 1 for no key update skip locked) free on true
  ), counted as (
    update listed_days k set listed = k.listed + h.listed from held h
    where k.list = h.list and k.of_id = h.of_id and k.day = h.day and k.slot = h.slot
  )
  insert into listed_days (list, of_id, day, listed) select h.list, h.of_id, h.day, h.listed from held h where h.slot is null;
  with more as (
    select c.list, c.of_id, date_trunc('month', c.day)::date as month, one * count(*)::integer as listed from changed c group by 1, 2, 3
  ), held as materialized (
    select m.*, free.slot from more m left join lateral (
      select k.slot from listed_months k where k.list = m.list and k.of_id = m.of_id and k.month = m.month
      limit 1 for no key update skip locked) free on true
  ), counted as (
    update listed_months k set listed = k.listed + h.listed from held h
    where k.list = h.list and k.of_id = h.of_id and k.month = h.month and k.slot = h.slot
  )
  insert into listed_months (list, of_id, month, listed) select h.list, h.of_id, h.month, h.listed from held h where h.slot is null;
  return null;
end $$;
--> statement-breakpoint
create trigger lines_are_counted after insert on listings
  referencing new table as changed for each statement execute function count_lines();
--> statement-breakpoint
create trigger lines_are_counted_no_more after delete on listings
  referencing old table as changed for each statement execute function count_lines();
--> statement-breakpoint

-- A new address at the root is none that the program keeps for itself. A section that had it before keeps it.
create function check_section_slug() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.slug in ('en', 'desk', 'login', 'api', 'tim-kiem', 'rss', 'trang', 'tu-khoa', 'tac-gia', 'luu-tru', 'dinh-chinh', 'so-do', 'thong-ke', 'chu-de', 'van-ban', 'lich-cong-tac', 'hoi-dap', 'phan-hoi', 'danh-gia', 'feed') then
    perform refuse('a_section_slug_is_not_reserved', format('/%s is the program''s own', new.slug));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger new_section_slugs_are_free before insert on sections for each row execute function check_section_slug();
--> statement-breakpoint
create trigger changed_section_slugs_are_free before update of slug on sections for each row
  when (old.slug is distinct from new.slug) execute function check_section_slug();
--> statement-breakpoint

-- The same of a page that stands for itself; otherwise as in 0006.
create or replace function check_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  gone_since timestamptz;
  signatures integer;
begin
  if tg_op = 'INSERT' then
    if new.visibility <> 'never_live' or num_nonnulls(new.section_id, new.slug, new.shown_at, new.first_live_at, new.live_since) > 0
      or new.title <> '' or new.card <> '{}' then
      perform refuse('only_signed_text_goes_live', 'a document begins as never live');
    end if;
    return new;
  end if;
  if new.site_id <> old.site_id or new.kind <> old.kind then
    perform refuse('a_document_stays_what_it_is', format('document %s is a %s of site %s', old.id, old.kind, old.site_id));
  end if;
  if new.visibility <> old.visibility and (old.visibility, new.visibility) not in (
      ('never_live', 'live'), ('live', 'hidden'), ('live', 'withdrawn'),
      ('hidden', 'live'), ('hidden', 'withdrawn'), ('withdrawn', 'live')) then
    perform refuse('documents_move_as_the_table_says', format('document %s cannot go from %s to %s', old.id, old.visibility, new.visibility));
  end if;
  if new.visibility = old.visibility and (new.hidden_at, new.hidden_reason, new.withdrawn_at, new.withdrawn_reason, new.merged_into_id)
    is distinct from (old.hidden_at, old.hidden_reason, old.withdrawn_at, old.withdrawn_reason, old.merged_into_id)
    or (new.visibility <> old.visibility and new.visibility = 'withdrawn' and is_now(new.withdrawn_at) is not true)
    or (new.visibility <> old.visibility and new.visibility = 'hidden' and is_now(new.hidden_at) is not true) then
    perform refuse('why_a_document_is_gone_stays', format('document %s is %s since it was', old.id, old.visibility));
  end if;
  if new.merged_into_id is not null and not exists (
    select from documents m where m.id = new.merged_into_id and m.site_id = new.site_id and m.id <> new.id) then
    perform refuse('a_merged_document_points_within_its_site', format('document %s points to document %s', new.id, new.merged_into_id));
  end if;
  if new.last_live_revision_id is distinct from coalesce(new.live_revision_id, old.last_live_revision_id) then
    perform refuse('the_live_text_is_remembered', format('document %s forgets its live text', new.id));
  end if;
  if new.live_revision_id is not null and new.live_revision_id is distinct from old.live_revision_id then
    if new.live_revision_id is not distinct from old.last_live_revision_id then
      gone_since := coalesce(old.withdrawn_at, old.hidden_at);
      select count(distinct a.person_id) into signatures from approvals a
        where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= gone_since;
      if signatures < 1 then
        perform refuse('a_restore_is_signed', format('no approver restored document %s', new.id));
      end if;
    elsif not exists (
      select from editions e where e.document_id = new.id and e.outcome = 'published'
        and e.published_revision_id = new.live_revision_id
        and e.number = (select max(l.number) from editions l where l.document_id = new.id and l.outcome = 'published')
        and (e.approved_revision_id = e.published_revision_id or (new.owed_since is not null and new.owed_by = e.closed_by))) then
      perform refuse('only_signed_text_goes_live', format('revision %s of document %s was not published by its last edition',
        new.live_revision_id, new.id));
    end if;
  end if;
  if old.visibility = 'withdrawn' and old.withdrawn_reason = 'authority' and new.visibility = 'live'
    and (select count(distinct a.person_id) from approvals a
         where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= old.withdrawn_at) < 2 then
    perform refuse('nobody_overrides_an_authority_alone', format('document %s was withdrawn on order', new.id));
  end if;
  if old.first_live_at is not null and (new.slug, new.first_live_at, new.shown_at)
    is distinct from (old.slug, old.first_live_at, old.shown_at) then
    perform refuse('an_address_and_a_date_stay', format('document %s is known under another address or date', new.id));
  end if;
  if new.slug is distinct from old.slug and exists (
      select from document_kinds k where k.name = new.kind and k.slug_field is not null and k.section_field is null)
    and (exists (select from sections s where s.site_id = new.site_id and s.slug = new.slug)
      or new.slug in ('', 'en', 'desk', 'login', 'api', 'tim-kiem', 'rss', 'trang', 'tu-khoa', 'tac-gia', 'luu-tru', 'dinh-chinh', 'so-do', 'thong-ke', 'chu-de', 'van-ban', 'lich-cong-tac', 'hoi-dap', 'phan-hoi', 'danh-gia', 'feed')) then
    perform refuse('an_address_is_of_one_thing', format('/%s is no free address on site %s', new.slug, new.site_id));
  end if;
  if (new.title, new.card, new.section_id, new.slug, new.last_live_revision_id)
      is distinct from (old.title, old.card, old.section_id, old.slug, old.last_live_revision_id)
    and not exists (
      select from revisions r where r.id = new.last_live_revision_id and new.section_id is not distinct from r.section_id
        and is_placed(r.id) and is_shown_as_said(new, r.head)) then
    perform refuse('lists_show_the_live_text', format('lists would show of document %s what its live text does not say', new.id));
  end if;
  if old.owed_since is not null and (new.owed_since, new.owed_by) is distinct from (old.owed_since, old.owed_by) and not exists (
    select from editions e where e.document_id = new.id and e.outcome = 'published'
      and e.published_revision_id = new.live_revision_id
      and (new.live_revision_id is distinct from old.live_revision_id
        or (new.owed_since is null and e.countersigned_at is not null))) then
    perform refuse('a_debt_is_paid_by_a_countersign', format('document %s still owes a second pair of eyes', new.id));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- An address that a section had leads to the section, whatever it is called by then, and so never from one old address to another.
create function keep_section_slug() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into section_slugs as kept (site_id, slug, section_id) values (old.site_id, old.slug, old.id)
    on conflict (site_id, slug) do update set section_id = excluded.section_id;
  return null;
end $$;
--> statement-breakpoint
create trigger former_section_slugs_are_kept after update of slug on sections for each row
  when (old.slug is distinct from new.slug) execute function keep_section_slug();
--> statement-breakpoint

-- Also where every other trigger sleeps: what the owner bends is listed as it then is.
alter table documents enable always trigger documents_are_lined_up_when_made, enable always trigger documents_are_lined_up_when_changed;
--> statement-breakpoint
alter table document_tags enable always trigger tagged_documents_are_lined_up, enable always trigger documents_without_a_tag_are_lined_up;
--> statement-breakpoint
alter table listings enable always trigger lines_are_counted, enable always trigger lines_are_counted_no_more;
--> statement-breakpoint
alter table sections enable always trigger former_section_slugs_are_kept;
--> statement-breakpoint
revoke execute on function meet_authors(integer[]), line_up(integer[]), count_brought_views(integer[]), lines_of(integer[]),
  named_in(integer[]) from public;
--> statement-breakpoint

-- What is there already.
select line_up(array(select id from documents where visibility = 'live'));
--> statement-breakpoint
insert into view_days (site_id, day, count, imported)
select site_id, day, sum(count), sum(imported) from (
  select d.site_id, (v.hour at time zone s.time_zone)::date as day, v.count, 0 as imported
  from article_views v join documents d on d.id = v.article_id join sites s on s.id = d.site_id
  union all
  select d.site_id, (d.first_live_at at time zone s.time_zone)::date, 0, d.imported_views
  from documents d join sites s on s.id = d.site_id where d.imported_views > 0 and d.first_live_at is not null) seen
group by 1, 2;
