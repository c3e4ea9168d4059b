-- As in 0011, but that a text which came back has come to an end when another edition is begun: an update of an article whose last
-- text was returned and then given up, or went live all the same, was said to have come back as well.
create or replace view desk_lines_now as
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
           where v.document_id = d.id and v.payload ->> 'move' in ('submit', 'return', 'revise') order by v.seq desc limit 1) end as last_step
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

-- What lists keep of such texts.
select show_on_desk(document_id) from desk_lines where stand = 'returned';
