-- Where live documents stand, as readers' lists have it: their own section, their second ones, and every one above these.
create function places_of(ids integer[]) returns table (document_id integer, section_id integer, shown_at timestamptz)
language sql stable set search_path = public, pg_temp as $$
  with recursive places as (
    (select d.id, d.section_id, d.shown_at from documents d
       where d.id = any(ids) and d.visibility = 'live' and d.section_id is not null
     union
     select d.id, second.section_id, d.shown_at from documents d join document_sections second on second.document_id = d.id
       where d.id = any(ids) and d.visibility = 'live')
    union
    select place.id, own.parent_id, place.shown_at from places place join sections own on own.id = place.section_id
      where own.parent_id is not null
  )
  select id, section_id, shown_at from places
$$;
--> statement-breakpoint

-- Brings the listings of documents to what their rows say. Whoever lists holds the tree as it is: a section that gets another
-- parent waits for them, and they for it; they never wait for each other.
create function list_documents(ids integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(cardinality(ids), 0) = 0 then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('tree of sections', 0));
  with places as materialized (select * from places_of(ids))
  delete from section_listings l where l.document_id = any(ids) and not exists (
    select from places p where p.document_id = l.document_id and p.section_id = l.section_id and p.shown_at = l.shown_at);
  insert into section_listings (section_id, document_id, shown_at)
    select p.section_id, p.document_id, p.shown_at from places_of(ids) p on conflict do nothing;
end $$;
--> statement-breakpoint

create function list_changed_documents() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform list_documents(array(select c.id from changed c where c.visibility = 'live'));
  else
    perform list_documents(array(
      select c.id from changed c join was on was.id = c.id
      where (c.visibility = 'live', c.section_id, c.shown_at) is distinct from (was.visibility = 'live', was.section_id, was.shown_at)));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger documents_are_listed_when_made after insert on documents
  referencing new table as changed for each statement execute function list_changed_documents();
--> statement-breakpoint
create trigger documents_are_listed_when_changed after update on documents
  referencing old table as was new table as changed for each statement execute function list_changed_documents();
--> statement-breakpoint

create function list_placed_documents() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform list_documents(array(select distinct c.document_id from changed c));
  return null;
end $$;
--> statement-breakpoint
create trigger second_sections_are_listed after insert on document_sections
  referencing new table as changed for each statement execute function list_placed_documents();
--> statement-breakpoint
create trigger second_sections_are_listed_no_more after delete on document_sections
  referencing old table as changed for each statement execute function list_placed_documents();
--> statement-breakpoint
create trigger moved_second_sections_are_listed after update on document_sections
  referencing new table as changed for each statement execute function list_placed_documents();
--> statement-breakpoint

-- A section that gets another parent takes everything that is listed in it along.
create function hold_tree() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('tree of sections', 0));
  return null;
end $$;
--> statement-breakpoint
-- Before any row of it is locked: who publishes locks sections after the tree.
create trigger the_tree_is_held before update of parent_id on sections for each statement execute function hold_tree();
--> statement-breakpoint
create function list_moved_section() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform list_documents(array(select l.document_id from section_listings l where l.section_id = new.id));
  return null;
end $$;
--> statement-breakpoint
create trigger moved_sections_are_listed after update of parent_id on sections for each row
  when (old.parent_id is distinct from new.parent_id) execute function list_moved_section();
--> statement-breakpoint

-- What is listed is counted by day and by month. Who publishes in one section at once counts in different slots: one that
-- somebody holds is passed over, so nobody waits and no order of locks is needed.
create function count_listings() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  with more as (
    select c.section_id, (c.shown_at at time zone 'UTC')::date as day, one * count(*)::integer as listed from changed c group by 1, 2
  ), held as materialized (
    select m.*, free.slot from more m left join lateral (
      select k.slot from listing_days k where k.section_id = m.section_id and k.day = m.day
      limit 1 for no key update skip locked) free on true
  ), counted as (
    update listing_days k set listed = k.listed + h.listed from held h
    where k.section_id = h.section_id and k.day = h.day and k.slot = h.slot
  )
  insert into listing_days (section_id, day, listed) select h.section_id, h.day, h.listed from held h where h.slot is null;
  with more as (
    select c.section_id, date_trunc('month', c.shown_at at time zone 'UTC')::date as month, one * count(*)::integer as listed from changed c group by 1, 2
  ), held as materialized (
    select m.*, free.slot from more m left join lateral (
      select k.slot from listing_months k where k.section_id = m.section_id and k.month = m.month
      limit 1 for no key update skip locked) free on true
  ), counted as (
    update listing_months k set listed = k.listed + h.listed from held h
    where k.section_id = h.section_id and k.month = h.month and k.slot = h.slot
  )
  insert into listing_months (section_id, month, listed) select h.section_id, h.month, h.listed from held h where h.slot is null;
  return null;
end $$;
--> statement-breakpoint
create trigger listings_are_counted after insert on section_listings
  referencing new table as changed for each statement execute function count_listings();
--> statement-breakpoint
create trigger listings_are_counted_no_more after delete on section_listings
  referencing old table as changed for each statement execute function count_listings();
--> statement-breakpoint

-- Also where every other trigger sleeps: what the owner bends is listed as it then is.
alter table documents enable always trigger documents_are_listed_when_made, enable always trigger documents_are_listed_when_changed;
--> statement-breakpoint
alter table document_sections enable always trigger second_sections_are_listed,
  enable always trigger second_sections_are_listed_no_more, enable always trigger moved_second_sections_are_listed;
--> statement-breakpoint
alter table sections enable always trigger the_tree_is_held, enable always trigger moved_sections_are_listed;
--> statement-breakpoint
alter table section_listings enable always trigger listings_are_counted, enable always trigger listings_are_counted_no_more;
--> statement-breakpoint
revoke execute on function list_documents(integer[]), places_of(integer[]) from public;
