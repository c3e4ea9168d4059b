-- Each document as the desk's lists show it, computed from what the workflow wrote. A view, so that what is kept can be compared with
-- it at any time (`npm run verify`).
create view desk_lines_now as
select d.id as document_id, d.site_id, d.kind, d.visibility,
       e.id as edition_id, nullif(e.state, 'closed') as state, e.purpose, e.outcome,
       case when e.state = 'draft' and sending.last_step = 'return' then 'returned' else nullif(e.state, 'closed') end as stand,
       case when e.state = 'closed' and e.outcome in ('refused', 'discarded') then e.outcome end as given_up,
       e.opened_by, e.submitted_by,
       case when may_see(1, false, nullif(e.state, 'closed'), e.outcome, d.visibility) then 1 else 2 end as needed_rank,
       (select c.batch_id from editions c where c.document_id = d.id and c.batch_id is not null limit 1) as batch_id,
       place.section_id, d.section_id as live_section_id,
       d.section_id is not null and place.section_id is distinct from d.section_id as moves,
       case when b.edition_id is null then d.title else coalesce(text.title, '') end as title, d.title as live_title,
       coalesce(b.saved_at, d.withdrawn_at, d.hidden_at, d.live_since, e.closed_at, d.created_at) as changed_at,
       sending.sent_at, d.shown_at,
       case when d.visibility = 'live' then case when d.live_since > d.first_live_at then d.live_since else d.shown_at end end as out_at,
       coalesce(b.unkept_by[1], e.submitted_by, e.opened_by, d.created_by) as by_id,
       (select coalesce(l.submitted_by, l.opened_by) from editions l
        where l.document_id = d.id and l.published_revision_id = d.last_live_revision_id limit 1) as live_by_id,
       d.owed_since, d.owed_by, restoring.restorers,
       case when c.ended_at is null then c.due_at end as due_at, c.attempts, c.error as trouble, c.outcome = 'failed' as missed,
       eyes.revision as revision_id, eyes.contributors, eyes.unconfirmed, eyes.confirmed_by, eyes.sent_alone,
       coalesce(e.state in ('approved', 'scheduled') or (e.state = 'in_review' and e.purpose <> 'migrate')
         or (e.state = 'draft' and sending.last_step = 'return'), false)
         or (d.visibility = 'live' and d.owed_since is not null)
         or (d.visibility = 'hidden' and coalesce(e.state, 'closed') = 'closed')
         or coalesce(restoring.restorers <> '{}', false) as waits
from documents d
join document_kinds k on k.name = d.kind
left join lateral (
  select * from editions e where e.document_id = d.id order by e.state = 'closed', e.number desc limit 1
) e on true
left join draft_buffers b on b.edition_id = e.id and (e.state <> 'closed' or d.visibility = 'never_live')
left join lateral (
  select b.content ->> k.title_field as title, (b.content ->> k.section_field)::integer as section_id
) text on true
cross join lateral (
  select case when e.state <> 'closed' then text.section_id else coalesce(d.section_id, text.section_id) end as section_id
) place
cross join lateral (
  select (select max(s.submitted_at) from editions s where s.document_id = d.id) as sent_at,
         case when e.state = 'draft' then (select v.payload ->> 'move' from events v
           where v.document_id = d.id and v.payload ->> 'move' in ('submit', 'return') order by v.seq desc limit 1) end as last_step
) sending
-- The hour that it waits for, or one that was missed and after which nobody has done anything.
left join lateral (
  select * from schedules c where c.edition_id = e.id and (c.ended_at is null or (c.outcome = 'failed' and (
    select v.payload ->> 'move' from events v where v.document_id = d.id and v.payload ->> 'to' = 'approved'
    order by v.seq desc limit 1) = 'miss')) order by c.id desc limit 1
) c on e.state in ('approved', 'scheduled')
cross join lateral (
  select case when d.visibility = 'withdrawn' and d.withdrawn_reason = 'authority' then array(
    select distinct y.person_id from approvals y
    where y.revision_id = d.last_live_revision_id and y.kind = 'restore' and y.at >= d.withdrawn_at order by 1) end as restorers
) restoring
left join lateral eyes_on(case when e.state = 'in_review' then e.id end) eyes on true;
--> statement-breakpoint

-- Whose a document is. What an import brought was written by nobody here.
create view desk_people_now as
select l.document_id, p.person_id, l.site_id, l.section_id, l.live_section_id, l.needed_rank, bool_or(p.given) as given, bool_or(p.theirs) as theirs,
       bool_or(p.given and l.state is not null) or (bool_or(p.begun) and not exists (
         select from events v join editions e on e.id = l.edition_id
         where v.document_id = l.document_id and v.actor_id = p.person_id and v.payload ->> 'move' = 'hand_over' and v.at >= e.opened_at))
         as writing,
       l.changed_at, l.sent_at, l.shown_at
from desk_lines l
cross join lateral (
  select w.person_id, true as given, true as theirs, false as begun from document_writers w where w.document_id = l.document_id
  union all
  select w, false, true, r.edition_id = l.edition_id and l.state is not null and r.cut_because <> 'import'
  from revisions r, unnest(r.writers) w where r.document_id = l.document_id
  union all
  select w, false, true, true from draft_buffers b, unnest(b.unkept_by) w where b.edition_id = l.edition_id and l.state is not null
  union all
  select l.opened_by, false, false, true where l.state is not null
) p
group by l.document_id, p.person_id
having bool_or(p.theirs) or bool_or(p.begun);
--> statement-breakpoint

-- Adds a line to the counts of its batch, or takes it away.
create function count_in_batch(line desk_lines_now, sign integer) returns void
language sql set search_path = public, pg_temp as $$
  insert into batch_counts as kept (batch_id, section_id, total, waiting, returned, live)
  select line.batch_id, coalesce(line.section_id, 0), sign,
         case when line.purpose = 'migrate' and line.state = 'in_review' then sign else 0 end,
         case when line.purpose = 'migrate' and line.state = 'draft' then sign else 0 end,
         case when line.visibility = 'live' then sign else 0 end
  where line.batch_id is not null
  on conflict (batch_id, section_id) do update set total = kept.total + excluded.total, waiting = kept.waiting + excluded.waiting,
    returned = kept.returned + excluded.returned, live = kept.live + excluded.live
$$;
--> statement-breakpoint

-- Writes a document's lines anew where they differ. As the owner: nobody else writes them, so that lists say what was done.
create function show_on_desk(document integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  line desk_lines_now;
  kept jsonb;
  people desk_people_now[];
begin
  select * into line from desk_lines_now n where n.document_id = document;
  if not found then
    return;
  end if;
  select to_jsonb(l) - 'bare_title' into kept from desk_lines l where l.document_id = document;
  if kept is distinct from to_jsonb(line) then
    perform count_in_batch(jsonb_populate_record(null::desk_lines_now, kept), -1);
    delete from desk_lines l where l.document_id = document;
    insert into desk_lines select line.*;
    perform count_in_batch(line, 1);
  end if;
  people := array(select n from desk_people_now n where n.document_id = document);
  insert into desk_people as known select * from unnest(people)
    on conflict (document_id, person_id) do update
    set (section_id, live_section_id, needed_rank, given, theirs, writing, changed_at, sent_at, shown_at)
      = (excluded.section_id, excluded.live_section_id, excluded.needed_rank, excluded.given, excluded.theirs, excluded.writing,
        excluded.changed_at, excluded.sent_at, excluded.shown_at)
    where known is distinct from excluded;
  delete from desk_people p where p.document_id = document
    and p.person_id not in (select n.person_id from unnest(people) n);
end $$;
--> statement-breakpoint
create function document_changed() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform show_on_desk(new.id);
  return null;
end $$;
--> statement-breakpoint
create function something_of_a_document_changed() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform show_on_desk(coalesce(new.document_id, old.document_id));
  return null;
end $$;
--> statement-breakpoint

-- At the end of a transaction, when all of it is there. Always: also while the owner has put the law to sleep.
create constraint trigger the_desk_shows_documents after insert or update on documents
  deferrable initially deferred for each row execute function document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_editions after insert or update on editions
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_texts after insert or update or delete on draft_buffers
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_revisions after insert on revisions
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_approvals after insert or update on approvals
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_events after insert on events
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_hours after insert or update on schedules
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
create constraint trigger the_desk_shows_writers after insert or update or delete on document_writers
  deferrable initially deferred for each row execute function something_of_a_document_changed();
--> statement-breakpoint
alter table documents enable always trigger the_desk_shows_documents;
--> statement-breakpoint
alter table editions enable always trigger the_desk_shows_editions;
--> statement-breakpoint
alter table draft_buffers enable always trigger the_desk_shows_texts;
--> statement-breakpoint
alter table revisions enable always trigger the_desk_shows_revisions;
--> statement-breakpoint
alter table approvals enable always trigger the_desk_shows_approvals;
--> statement-breakpoint
alter table events enable always trigger the_desk_shows_events;
--> statement-breakpoint
alter table schedules enable always trigger the_desk_shows_hours;
--> statement-breakpoint
alter table document_writers enable always trigger the_desk_shows_writers;
--> statement-breakpoint

-- Words anywhere in a title. The extension comes with PostgreSQL, and whoever owns a database may create it.
create extension if not exists pg_trgm;
--> statement-breakpoint
create index desk_lines_by_words on desk_lines using gin (bare_title gin_trgm_ops);
