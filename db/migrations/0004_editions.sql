-- An edition moves as the workflow's table says, and reaches "approved" only when four eyes hold.
create function check_edition() returns trigger language plpgsql as $$
declare
  countersign text[] := '{countersigned_at,countersigned_by}';
  in_emergency boolean;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or num_nonnulls(new.approved_revision_id, new.published_revision_id, new.outcome, new.closed_at,
      new.closed_by, new.emergency_reason, new.countersigned_at, new.countersigned_by) > 0 then
      perform refuse('editions_begin_as_drafts', format('an edition of document %s begins as %s', new.document_id, new.state));
    end if;
    if new.base_revision_id is distinct from (select d.last_live_revision_id from documents d where d.id = new.document_id) then
      perform refuse('an_update_begins_from_the_live_text',
        format('revision %s is not what readers of document %s had last', new.base_revision_id, new.document_id));
    end if;
    return new;
  end if;
  if new.document_id <> old.document_id or new.opened_by <> old.opened_by or new.number <> old.number
    or new.base_revision_id is distinct from old.base_revision_id or new.purpose <> old.purpose or new.opened_at <> old.opened_at then
    perform refuse('an_edition_keeps_its_origin', format('edition %s keeps its document, starter and base', old.id));
  end if;
  if old.state = 'closed' and new.state = 'closed' then
    if to_jsonb(new) - countersign is distinct from to_jsonb(old) - countersign
      or (old.countersigned_at is not null and to_jsonb(new) is distinct from to_jsonb(old)) then
      perform refuse('what_is_closed_stays_as_it_was', format('edition %s is closed', old.id));
    end if;
    if num_nonnulls(new.countersigned_at, new.countersigned_by) > 0 and (new.emergency_reason is null or not exists (
      select from approvals a
      where a.revision_id = new.published_revision_id and a.kind = 'countersign'
        and a.person_id = new.countersigned_by and a.person_id <> new.closed_by
        and may_decide(a.person_id, a.revision_id))) then
      perform refuse('nobody_countersigns_alone', format('edition %s was not countersigned by another approver', old.id));
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (
      ('draft', 'draft'), ('draft', 'in_review'), ('draft', 'closed'),
      ('in_review', 'in_review'), ('in_review', 'draft'), ('in_review', 'approved'), ('in_review', 'closed'),
      ('approved', 'approved'), ('approved', 'in_review'), ('approved', 'draft'), ('approved', 'scheduled'), ('approved', 'closed'),
      ('scheduled', 'scheduled'), ('scheduled', 'approved'), ('scheduled', 'draft'), ('scheduled', 'closed'),
      ('closed', 'draft'))
    or (old.state = 'closed' and (old.outcome <> 'discarded' or old.closed_at < now() - interval '30 days'))
    or (new.outcome = 'discarded' and old.state <> 'draft') or (new.outcome = 'refused' and old.state <> 'in_review') then
    perform refuse('editions_move_as_the_table_says', format('edition %s cannot go from %s to %s', old.id, old.state,
      coalesce(new.outcome, new.state)));
  end if;
  if num_nonnulls(new.countersigned_at, new.countersigned_by) > 0 then
    perform refuse('nobody_countersigns_alone', format('edition %s is not out yet', old.id));
  end if;
  if new.approved_revision_id is not null and (new.state in ('draft', 'in_review') or old.state in ('draft', 'in_review'))
    and not (old.state = 'in_review' and new.state = 'approved') then
    perform refuse('only_an_approved_edition_names_its_text', format('edition %s is not approved', old.id));
  end if;
  if new.state = 'approved' and old.state = 'in_review' then
    if not is_text_that_is_there(new.approved_revision_id, old.id) then
      perform refuse('an_approval_is_of_the_text_that_is_there',
        format('revision %s is not what edition %s holds', new.approved_revision_id, old.id));
    end if;
    if not four_eyes_hold(new.approved_revision_id) then
      perform refuse('nobody_approves_alone', format('edition %s has not been confirmed by two people', old.id));
    end if;
  end if;
  if new.state in ('approved', 'scheduled', 'closed') and old.state in ('approved', 'scheduled')
    and new.approved_revision_id is distinct from old.approved_revision_id then
    perform refuse('an_approval_is_of_one_text', format('edition %s was approved with another text', old.id));
  end if;
  if new.outcome = 'published' and old.state in ('approved', 'scheduled')
    and new.published_revision_id is distinct from old.approved_revision_id then
    perform refuse('what_was_approved_is_published', format('edition %s was approved with another text', old.id));
  end if;
  if new.outcome = 'published' and old.state = 'scheduled' and not exists (
    select from schedules s where s.edition_id = old.id and s.ended_at is null and s.due_at <= now()) then
    perform refuse('nothing_goes_live_before_its_hour', format('edition %s is not due', old.id));
  end if;
  in_emergency := new.outcome = 'published' and old.state in ('draft', 'in_review');
  if in_emergency is not true and new.emergency_reason is not null then
    perform refuse('an_emergency_is_an_approvers', format('edition %s is no emergency', old.id));
  end if;
  if in_emergency then
    if new.emergency_reason is null then
      perform refuse('nothing_is_published_unapproved', format('edition %s was not approved', old.id));
    end if;
    if trim(new.emergency_reason) = '' or not is_text_that_is_there(new.published_revision_id, old.id) or not exists (
      select from approvals a
      where a.revision_id = new.published_revision_id and a.kind = 'emergency' and a.person_id = new.closed_by
        and may_decide(a.person_id, a.revision_id)) then
      perform refuse('an_emergency_is_an_approvers', format('no approver signed the emergency of edition %s', old.id));
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger editions_are_checked before insert or update on editions for each row execute function check_edition();
--> statement-breakpoint
create trigger editions_are_never_deleted before delete on editions
  for each row execute function refuse_rewriting('editions_are_never_deleted');
--> statement-breakpoint
create trigger editions_are_never_truncated before truncate on editions
  for each statement execute function refuse_rewriting('editions_are_never_deleted');
--> statement-breakpoint

-- At the end of a transaction: every step stands in the history, and exactly what is scheduled waits for its hour.
create function check_step() returns trigger language plpgsql as $$
declare
  now_scheduled boolean;
begin
  if not exists (select from events v where v.document_id = new.document_id and is_now(v.at)
      and v.kind = 'moved' and v.payload->>'to' = new.state) then
    perform refuse('every_move_is_in_the_history', format('edition %s became %s without a word', new.id, new.state));
  end if;
  select e.state = 'scheduled' into now_scheduled from editions e where e.id = new.id;
  if now_scheduled <> exists (select from schedules s where s.edition_id = new.id and s.ended_at is null) then
    perform refuse('a_scheduled_text_waits_for_its_hour', format('edition %s and its schedule differ', new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger editions_begin_in_the_history after insert on editions
  deferrable initially deferred for each row execute function check_step();
--> statement-breakpoint
create constraint trigger editions_move_in_the_history after update on editions
  deferrable initially deferred for each row when (old.state <> new.state) execute function check_step();
--> statement-breakpoint

-- A schedule is of the approved text and keeps the hour that was set; another hour is another schedule.
create function check_schedule() returns trigger language plpgsql as $$
declare
  kept text[] := '{attempts,next_try_at,error,ended_at,outcome}';
begin
  if tg_op = 'INSERT' then
    if not exists (select from editions e where e.id = new.edition_id and e.state = 'approved'
      and e.approved_revision_id = new.revision_id) then
      perform refuse('a_schedule_is_of_the_approved_text', format('edition %s is not approved with revision %s',
        new.edition_id, new.revision_id));
    end if;
  elsif to_jsonb(new) - kept is distinct from to_jsonb(old) - kept or old.ended_at is not null then
    perform refuse('a_schedule_keeps_its_hour', format('schedule %s was set for %s', old.id, old.due_at));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger schedules_are_checked before insert or update on schedules for each row execute function check_schedule();
--> statement-breakpoint

-- Sending and approving are two people. Whether nobody but the person who sent a text on has confirmed it; a deputy
-- counts as both people. Of a text that nobody has sent, no.
create function stands_with_its_sender_alone(revision integer) returns boolean language sql stable as $$
  select coalesce((
    select e.submitted_by is not null and not exists (
      select from approvals a
      where a.revision_id = r.id and a.kind in ('confirm', 'approve') and not is_taken_back(a)
        and a.person_id <> e.submitted_by and a.for_person_id is distinct from e.submitted_by)
    from revisions r join editions e on e.id = r.edition_id where r.id = revision), false)
$$;
--> statement-breakpoint

-- Four eyes over the text that is being written, read and not decided: who has written in it, whose words wait for somebody
-- else, who has pressed "confirm", and whether nobody but who sent it on has. Typed words that no revision holds are in it, and
-- of those nobody has confirmed anything. `revision` is the newest one. Nothing is read of no edition. The same as `eyesOn` in the code: a spec compares.
create function eyes_on(edition integer, out revision integer, out contributors integer[], out unconfirmed integer[],
  out confirmed_by integer[], out sent_alone boolean) language plpgsql stable strict as $$
begin
  select r.id into revision from revisions r where r.edition_id = edition order by r.id desc limit 1;
  contributors := contributors_in(edition, null);
  if is_text_that_is_there(revision, edition) then
    unconfirmed := unconfirmed_of(revision, contributors);
    confirmed_by := array(select distinct a.person_id from approvals a
      where a.revision_id = revision and a.kind in ('confirm', 'approve') and not is_taken_back(a));
    sent_alone := stands_with_its_sender_alone(revision);
  else
    unconfirmed := contributors;
    confirmed_by := '{}';
    sent_alone := (select e.submitted_by is not null from editions e where e.id = edition);
  end if;
end $$;
--> statement-breakpoint

-- Whoever sent a text does not approve it alone, and stays named until it is sent anew. After `editions_are_checked`, which
-- has asked for four eyes by then.
create function check_sending() returns trigger language plpgsql as $$
begin
  if new.submitted_by is distinct from old.submitted_by and not (old.state = 'draft' and new.state = 'in_review') then
    perform refuse('who_sent_a_text_is_on_record', format('edition %s was sent by person %s', old.id, old.submitted_by));
  end if;
  if new.state = 'approved' and old.state = 'in_review' and stands_with_its_sender_alone(new.approved_revision_id) then
    perform refuse('nobody_approves_alone_what_they_sent',
      format('nobody but person %s, who sent edition %s, has confirmed it', old.submitted_by, old.id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger editions_are_sent_and_approved_by_two before update on editions for each row execute function check_sending();
--> statement-breakpoint

-- At the end of a transaction: who sent a text is who the history says.
create function check_sender() returns trigger language plpgsql as $$
begin
  if not exists (select from events v where v.document_id = new.document_id and is_now(v.at)
      and v.kind = 'moved' and v.payload->>'move' = 'submit' and v.actor_id = new.submitted_by) then
    perform refuse('who_sent_a_text_is_on_record',
      format('the history does not say that person %s sent edition %s', new.submitted_by, new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger editions_were_sent_in_the_history after update on editions
  deferrable initially deferred for each row when (old.state = 'draft' and new.state = 'in_review')
  execute function check_sender();
