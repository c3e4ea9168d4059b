-- The law of the newsroom, for every client of the database. Each refusal has a name that reads as a sentence:
-- it is the "constraint" of the error, with SQLSTATE 23514.

create function refuse(rule text, sentence text) returns void language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = rule, message = sentence;
end $$;
--> statement-breakpoint
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  perform refuse(tg_argv[0], format('%s are never changed, deleted or truncated', tg_table_name));
  return null;
end $$;
--> statement-breakpoint
create trigger revisions_are_final before update or delete on revisions
  for each row execute function refuse_rewriting('revisions_are_final');
--> statement-breakpoint
create trigger revisions_are_never_truncated before truncate on revisions
  for each statement execute function refuse_rewriting('revisions_are_final');
--> statement-breakpoint
create trigger approvals_are_final before update or delete on approvals
  for each row execute function refuse_rewriting('approvals_are_final');
--> statement-breakpoint
create trigger approvals_are_never_truncated before truncate on approvals
  for each statement execute function refuse_rewriting('approvals_are_final');
--> statement-breakpoint
create trigger events_are_final before update or delete on events
  for each row execute function refuse_rewriting('events_are_final');
--> statement-breakpoint
create trigger events_are_never_truncated before truncate on events
  for each statement execute function refuse_rewriting('events_are_final');
--> statement-breakpoint
create trigger office_events_are_final before update or delete on office_events
  for each row execute function refuse_rewriting('office_events_are_final');
--> statement-breakpoint
create trigger office_events_are_never_truncated before truncate on office_events
  for each statement execute function refuse_rewriting('office_events_are_final');
--> statement-breakpoint

-- Now, to the millisecond that the app's clock can tell.
create function is_now(at timestamptz) returns boolean language sql stable as $$
  select at > now() - interval '2 milliseconds' and at <= now()
$$;
--> statement-breakpoint

-- Events are chained: the hash of each is over the one before and its own canonical text.
create function chain_event() returns trigger language plpgsql as $$
declare
  last_seq integer;
  last_hash text;
  said jsonb;
begin
  select e.seq, e.hash into last_seq, last_hash from events e
    where e.article_id = new.article_id order by e.seq desc limit 1;
  if new.seq <> coalesce(last_seq, 0) + 1 or new.prev_hash <> coalesce(last_hash, repeat('0', 64)) then
    perform refuse('events_form_a_chain', format('event %s of article %s does not follow event %s',
      new.seq, new.article_id, coalesce(last_seq, 0)));
  end if;
  if new.hash <> encode(sha256(convert_to(new.prev_hash || new.canonical, 'UTF8')), 'hex') then
    perform refuse('events_form_a_chain', format('the hash of event %s of article %s is not its own', new.seq, new.article_id));
  end if;
  if not is_now(new.at) then
    perform refuse('events_happen_now', format('event %s of article %s is dated %s', new.seq, new.article_id, new.at));
  end if;
  said := new.canonical::jsonb;
  if said->'payload' is distinct from new.payload or said->>'kind' is distinct from new.kind
    or (said->>'articleId')::integer is distinct from new.article_id or (said->>'seq')::integer is distinct from new.seq
    or (said->>'actorId')::integer is distinct from new.actor_id or (said->>'at')::timestamptz is distinct from new.at then
    perform refuse('events_say_what_was_hashed', format('event %s of article %s differs from its canonical text', new.seq, new.article_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger events_form_a_chain before insert on events for each row execute function chain_event();
--> statement-breakpoint

-- 3 approver, 2 editor, 1 reporter, 0 nothing: the highest role in force for a person in a section.
-- Each role includes the ones before it; administrators have no say over articles.
create function rank_in_section(who integer, section integer) returns integer language sql stable as $$
  with recursive upward as (
    select s.id, s.parent_id, s.site_id from sections s where s.id = section
    union
    select p.id, p.parent_id, p.site_id from sections p join upward u on p.id = u.parent_id
  )
  select coalesce(max(case g.role when 'approver' then 3 when 'editor' then 2 when 'reporter' then 1 else 0 end), 0)
  from grants g
  join people on people.id = g.person_id and people.switched_off_at is null
  where g.person_id = who and g.ended_at is null and g.effective_from <= now()
    and ((g.section_id is null and g.site_id in (select u.site_id from upward u))
      or g.section_id in (select u.id from upward u))
$$;
--> statement-breakpoint

-- The same on a site as a whole: what a person may do with a text that stands in no section yet.
create function rank_on_site(who integer, site integer) returns integer language sql stable as $$
  select coalesce(max(case g.role when 'approver' then 3 when 'editor' then 2 when 'reporter' then 1 else 0 end), 0)
  from grants g
  join people on people.id = g.person_id and people.switched_off_at is null
  where g.person_id = who and g.site_id = site and g.section_id is null
    and g.ended_at is null and g.effective_from <= now()
$$;
--> statement-breakpoint

-- Whether a person writes for a site at all: some role in force, administrator aside.
create function has_role_on_site(who integer, site integer) returns boolean language sql stable as $$
  select exists (
    select from grants g join people on people.id = g.person_id and people.switched_off_at is null
    where g.person_id = who and g.site_id = site and g.role <> 'administrator'
      and g.ended_at is null and g.effective_from <= now())
$$;
--> statement-breakpoint

-- The people whose writing a revision contains, since the last text that went live with a regular approval.
-- A text that is letter for letter an earlier one contains only what that one contained (typing and undoing);
-- restoring, importing and duplicating count as writing. An erased text equals no other.
create function contributors_of(revision integer) returns integer[] language plpgsql stable as $$
declare
  r revisions%rowtype;
  e editions%rowtype;
  base revisions%rowtype;
  base_edition editions%rowtype;
  digests text[] := '{}';
  writers integer[] := '{}';
  step record;
  found_at integer;
  start_digest text;
begin
  select * into r from revisions where id = revision;
  select * into e from editions where id = r.edition_id;
  if e.base_revision_id is not null then
    select * into base from revisions where id = e.base_revision_id;
    select * into base_edition from editions where id = base.edition_id;
    start_digest := base.digest;
    if base_edition.emergency_reason is not null and base_edition.countersigned_at is null
      and base_edition.published_revision_id = base.id and base_edition.approved_revision_id is distinct from base.id then
      writers := contributors_of(base.id);
      digests := array_fill(null::text, array[cardinality(writers)]);
      if cardinality(writers) > 0 then
        digests[cardinality(writers)] := base.digest;
        start_digest := null;
      end if;
    end if;
  end if;
  for step in select x.digest, x.writer_id, x.cut_because from revisions x
      where x.edition_id = e.id and x.id <= revision order by x.id loop
    if step.cut_because not in ('restore', 'import', 'duplicate') then
      if step.digest = start_digest then
        digests := '{}';
        writers := '{}';
        continue;
      end if;
      found_at := case when step.digest is null then null else array_position(digests, step.digest) end;
      if found_at is not null then
        digests := digests[1:found_at];
        writers := writers[1:found_at];
        continue;
      end if;
    end if;
    digests := digests || step.digest;
    writers := writers || step.writer_id;
  end loop;
  return array(select distinct w from unnest(writers) as w order by w);
end $$;
--> statement-breakpoint

-- Four eyes, at one and the same hash: (1) every contributor's words are confirmed by somebody else, and
-- (2) one of those who confirmed is an approver of the section who did not start the edition
-- (in a strict section: and who is no contributor). A deputy counts as both people.
create function four_eyes_hold(revision integer) returns boolean language sql stable as $$
  with r as (select * from revisions where id = revision),
       e as (select editions.* from editions join r on editions.id = r.edition_id),
       c as (select unnest(contributors_of(revision)) as person),
       a as (select person_id, for_person_id from approvals where revision_id = revision and kind in ('confirm', 'approve'))
  select
    (select section_id from r) is not null
    and not exists (
      select from c where not exists (
        select from a where a.person_id <> c.person and a.for_person_id is distinct from c.person))
    and exists (
      select from a, e, r left join sections s on s.id = r.section_id
      where rank_in_section(coalesce(a.for_person_id, a.person_id), r.section_id) >= 3
        and a.person_id <> e.opened_by and a.for_person_id is distinct from e.opened_by
        and (not s.strict or (a.person_id not in (select person from c)
                              and coalesce(a.for_person_id, 0) not in (select person from c))))
$$;
--> statement-breakpoint

-- The text an edition has kept last: its newest revision's, or the one it began from. The buffer differs from it by
-- the words of its last writer and by nothing else.
create function kept_digest(edition integer) returns text language sql stable as $$
  select r.digest from editions e join revisions r on r.id = coalesce(
    (select max(own.id) from revisions own where own.edition_id = e.id), e.base_revision_id)
  where e.id = edition
$$;
--> statement-breakpoint

-- Whether a revision is the newest of its edition and the very text in the buffer.
create function is_text_that_is_there(revision integer, edition integer) returns boolean language sql stable as $$
  select coalesce((
    select r.id = revision and r.digest = b.digest
    from revisions r join draft_buffers b on b.edition_id = r.edition_id
    where r.edition_id = edition order by r.id desc limit 1), false)
$$;
--> statement-breakpoint

-- A confirmation is given now, by a person with a role in the section, of the text that is there; a deputy holds a
-- deputation that is in force.
create function check_approval() returns trigger language plpgsql as $$
declare
  e editions%rowtype;
  a articles%rowtype;
  section integer;
  acting integer := coalesce(new.for_person_id, new.person_id);
begin
  new.at := now();
  select editions.* into e from editions join revisions on revisions.edition_id = editions.id where revisions.id = new.revision_id;
  select * into a from articles where id = e.article_id;
  select r.section_id into section from revisions r where r.id = new.revision_id;
  if exists (select from people p where p.id = new.person_id and p.switched_off_at is not null) then
    perform refuse('confirmations_are_given_by_the_section', format('person %s is switched off', new.person_id));
  end if;
  if rank_in_section(acting, section) < (case when new.kind = 'confirm' then 1 else 3 end)
    and not (new.kind = 'confirm' and new.for_person_id is null and has_role_on_site(new.person_id, a.site_id) and exists (
      select from article_writers w where w.article_id = new.article_id and w.person_id = new.person_id)) then
    perform refuse('confirmations_are_given_by_the_section',
      format('person %s has no right to %s article %s', acting, new.kind, new.article_id));
  end if;
  if new.for_person_id is not null and (new.kind not in ('confirm', 'approve') or not exists (
    select from deputies d where d.giver_id = new.for_person_id and d.deputy_id = new.person_id and d.site_id = a.site_id
      and d.ended_at is null and now() between d.from_at and d.until_at)) then
    perform refuse('a_deputy_holds_a_deputation',
      format('person %s is no deputy of person %s today', new.person_id, new.for_person_id));
  end if;
  if new.kind in ('confirm', 'approve') and e.state <> 'in_review' then
    perform refuse('confirmations_are_given_in_review', format('edition %s is not in review', e.id));
  end if;
  if new.kind = 'emergency' and e.state not in ('draft', 'in_review') then
    perform refuse('an_emergency_is_of_an_open_text', format('edition %s is %s', e.id, e.state));
  end if;
  if new.kind in ('confirm', 'approve', 'emergency') and not is_text_that_is_there(new.revision_id, e.id) then
    perform refuse('a_confirmation_is_of_the_text_that_is_there',
      format('revision %s is not what edition %s holds', new.revision_id, e.id));
  end if;
  if new.kind = 'approve' and (new.person_id = e.opened_by or new.for_person_id = e.opened_by) then
    perform refuse('nobody_approves_what_they_started', format('person %s started edition %s', e.opened_by, e.id));
  end if;
  if new.kind = 'countersign' and (e.outcome is distinct from 'published' or e.emergency_reason is null
    or e.countersigned_at is not null or new.revision_id is distinct from a.live_revision_id
    or new.person_id is not distinct from e.closed_by) then
    perform refuse('a_countersign_follows_anothers_emergency', format('article %s owes person %s nothing', a.id, new.person_id));
  end if;
  if new.kind = 'restore' and (a.visibility not in ('hidden', 'withdrawn')
    or new.revision_id is distinct from a.last_live_revision_id) then
    perform refuse('a_restore_is_of_what_was_live', format('article %s is %s', a.id, a.visibility));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approvals_are_checked before insert on approvals for each row execute function check_approval();
--> statement-breakpoint

-- An article is given to people who may write on its site.
create function check_writer() returns trigger language plpgsql as $$
begin
  if not has_role_on_site(new.person_id, (select a.site_id from articles a where a.id = new.article_id)) then
    perform refuse('articles_are_given_to_people_with_a_role',
      format('person %s may not write article %s', new.person_id, new.article_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger writers_are_checked before insert or update on article_writers for each row execute function check_writer();
--> statement-breakpoint

-- An edition moves as the workflow's table says, and reaches "approved" only when four eyes hold.
create function check_edition() returns trigger language plpgsql as $$
declare
  countersign text[] := '{countersigned_at,countersigned_by}';
  in_emergency boolean;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or num_nonnulls(new.approved_revision_id, new.published_revision_id, new.outcome, new.closed_at,
      new.closed_by, new.emergency_reason, new.countersigned_at, new.countersigned_by) > 0 then
      perform refuse('editions_begin_as_drafts', format('an edition of article %s begins as %s', new.article_id, new.state));
    end if;
    if new.base_revision_id is distinct from (select a.last_live_revision_id from articles a where a.id = new.article_id) then
      perform refuse('an_update_begins_from_the_live_text',
        format('revision %s is not what readers of article %s had last', new.base_revision_id, new.article_id));
    end if;
    return new;
  end if;
  if new.article_id <> old.article_id or new.opened_by <> old.opened_by or new.number <> old.number
    or new.base_revision_id is distinct from old.base_revision_id or new.purpose <> old.purpose or new.opened_at <> old.opened_at then
    perform refuse('an_edition_keeps_its_origin', format('edition %s keeps its article, starter and base', old.id));
  end if;
  if old.state = 'closed' and new.state = 'closed' then
    if to_jsonb(new) - countersign is distinct from to_jsonb(old) - countersign
      or (old.countersigned_at is not null and to_jsonb(new) is distinct from to_jsonb(old)) then
      perform refuse('what_is_closed_stays_as_it_was', format('edition %s is closed', old.id));
    end if;
    if num_nonnulls(new.countersigned_at, new.countersigned_by) > 0 and (new.emergency_reason is null or not exists (
      select from approvals a join revisions r on r.id = a.revision_id
      where a.revision_id = new.published_revision_id and a.kind = 'countersign'
        and a.person_id = new.countersigned_by and a.person_id <> new.closed_by
        and rank_in_section(a.person_id, r.section_id) >= 3)) then
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
      select from approvals a join revisions r on r.id = a.revision_id
      where a.revision_id = new.published_revision_id and a.kind = 'emergency' and a.person_id = new.closed_by
        and rank_in_section(a.person_id, r.section_id) >= 3) then
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
  if not exists (select from events v where v.article_id = new.article_id and is_now(v.at)
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

-- A text begins from what readers had; nobody types in a frozen one; and the words of the last writer are kept before
-- somebody else's are saved over them.
create function check_buffer() returns trigger language plpgsql as $$
declare
  e editions%rowtype;
  base revisions%rowtype;
  kept text := kept_digest(new.edition_id);
begin
  select * into e from editions where id = new.edition_id for share;
  if tg_op = 'UPDATE' and (new.edition_id <> old.edition_id or new.article_id <> old.article_id) then
    perform refuse('a_buffer_stays_with_its_edition', format('the text of edition %s is its own', old.edition_id));
  end if;
  if tg_op = 'INSERT' then
    if e.state <> 'draft' then
      perform refuse('a_frozen_text_is_not_typed_in', format('edition %s is %s', e.id, e.state));
    end if;
    select * into base from revisions where id = e.base_revision_id;
    if e.base_revision_id is not null and (new.digest is distinct from base.digest
      or new.content is distinct from base.content or new.last_writer_id is not null) then
      perform refuse('an_update_begins_from_the_live_text', format('edition %s began from revision %s', e.id, base.id));
    end if;
    return new;
  end if;
  if new.digest is distinct from old.digest or new.content is distinct from old.content
    or new.last_writer_id is distinct from old.last_writer_id then
    if e.state not in ('draft', 'in_review') then
      perform refuse('a_frozen_text_is_not_typed_in', format('edition %s is %s', e.id, e.state));
    end if;
    if new.digest <> old.digest and new.content = old.content then
      perform refuse('a_digest_is_of_its_text', format('the text of edition %s did not change', e.id));
    end if;
    if old.last_writer_id is not null and new.last_writer_id is distinct from old.last_writer_id
      and old.digest is distinct from kept and not (new.last_writer_id is null and new.digest is not distinct from kept) then
      perform refuse('every_writers_words_are_kept', format('the words of person %s in edition %s are in no revision',
        old.last_writer_id, e.id));
    end if;
    if new.last_writer_id is null and new.digest is distinct from kept
      and (old.last_writer_id is not null or new.digest <> old.digest) then
      perform refuse('every_text_names_its_writer', format('somebody wrote the text of edition %s', e.id));
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger buffers_are_checked before insert or update on draft_buffers for each row execute function check_buffer();
--> statement-breakpoint
create trigger buffers_are_never_deleted before delete on draft_buffers
  for each row execute function refuse_rewriting('buffers_are_never_deleted');
--> statement-breakpoint
create trigger buffers_are_never_truncated before truncate on draft_buffers
  for each statement execute function refuse_rewriting('buffers_are_never_deleted');
--> statement-breakpoint

-- A revision is cut from the buffer of its open edition, never invented, after all that were cut before it.
create function check_revision() returns trigger language plpgsql as $$
declare
  e editions%rowtype;
  buffer draft_buffers%rowtype;
  place integer;
begin
  select * into e from editions where id = new.edition_id;
  select * into buffer from draft_buffers where edition_id = new.edition_id;
  if buffer.edition_id is null or buffer.digest is distinct from new.digest or buffer.content is distinct from new.content
    or buffer.next_salt is distinct from new.salt then
    perform refuse('a_revision_is_cut_from_its_buffer', format('edition %s holds another text', new.edition_id));
  end if;
  if e.state not in ('draft', 'in_review') then
    perform refuse('a_frozen_text_is_not_typed_in', format('edition %s is %s', e.id, e.state));
  end if;
  if new.writer_id <> buffer.last_writer_id then
    perform refuse('a_revision_names_its_writer', format('the text of edition %s was written by person %s',
      new.edition_id, buffer.last_writer_id));
  end if;
  if buffer.last_writer_id is null and new.digest is distinct from kept_digest(e.id) and new.writer_id <> e.opened_by then
    perform refuse('a_revision_names_its_writer', format('nobody but person %s was in the text of edition %s', e.opened_by, e.id));
  end if;
  if exists (select from revisions r where r.article_id = new.article_id and (r.id >= new.id or r.number >= new.number)) then
    perform refuse('revisions_follow_each_other', format('revision %s of article %s comes too late', new.number, new.article_id));
  end if;
  select s.id into place from sections s join articles a on a.site_id = s.site_id
    where a.id = new.article_id and s.id = (new.content->>'sectionId')::integer;
  if new.section_id is distinct from place then
    perform refuse('a_revision_stands_where_its_text_says', format('the text of edition %s is not for section %s', e.id, new.section_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger revisions_are_cut_from_their_buffer before insert on revisions
  for each row execute function check_revision();
--> statement-breakpoint

-- What readers get was signed: approved and published, published in an emergency and owed, or restored by an approver.
create function check_live_text() returns trigger language plpgsql as $$
declare
  gone_since timestamptz;
  signatures integer;
begin
  if tg_op = 'INSERT' then
    if new.visibility <> 'never_live' or num_nonnulls(new.section_id, new.slug, new.shown_at, new.first_live_at, new.live_since) > 0
      or new.headline || new.kicker || new.standfirst <> '' then
      perform refuse('only_signed_text_goes_live', 'an article begins as never live');
    end if;
    return new;
  end if;
  if new.site_id <> old.site_id then
    perform refuse('an_article_stays_on_its_site', format('article %s belongs to site %s', old.id, old.site_id));
  end if;
  if new.visibility <> old.visibility and (old.visibility, new.visibility) not in (
      ('never_live', 'live'), ('live', 'hidden'), ('live', 'withdrawn'),
      ('hidden', 'live'), ('hidden', 'withdrawn'), ('withdrawn', 'live')) then
    perform refuse('articles_move_as_the_table_says', format('article %s cannot go from %s to %s', old.id, old.visibility, new.visibility));
  end if;
  if new.visibility = old.visibility and (new.hidden_at, new.hidden_reason, new.withdrawn_at, new.withdrawn_reason, new.merged_into_id)
    is distinct from (old.hidden_at, old.hidden_reason, old.withdrawn_at, old.withdrawn_reason, old.merged_into_id)
    or (new.visibility <> old.visibility and new.visibility = 'withdrawn' and is_now(new.withdrawn_at) is not true)
    or (new.visibility <> old.visibility and new.visibility = 'hidden' and is_now(new.hidden_at) is not true) then
    perform refuse('why_an_article_is_gone_stays', format('article %s is %s since it was', old.id, old.visibility));
  end if;
  if new.merged_into_id is not null and not exists (
    select from articles m where m.id = new.merged_into_id and m.site_id = new.site_id and m.id <> new.id) then
    perform refuse('a_merged_article_points_within_its_site', format('article %s points to article %s', new.id, new.merged_into_id));
  end if;
  if new.last_live_revision_id is distinct from coalesce(new.live_revision_id, old.last_live_revision_id) then
    perform refuse('the_live_text_is_remembered', format('article %s forgets its live text', new.id));
  end if;
  if new.live_revision_id is not null and new.live_revision_id is distinct from old.live_revision_id then
    if new.live_revision_id is not distinct from old.last_live_revision_id then
      gone_since := coalesce(old.withdrawn_at, old.hidden_at);
      select count(distinct a.person_id) into signatures from approvals a
        where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= gone_since;
      if signatures < 1 then
        perform refuse('a_restore_is_signed', format('no approver restored article %s', new.id));
      end if;
    elsif not exists (
      select from editions e where e.article_id = new.id and e.outcome = 'published'
        and e.published_revision_id = new.live_revision_id
        and e.number = (select max(l.number) from editions l where l.article_id = new.id and l.outcome = 'published')
        and (e.approved_revision_id = e.published_revision_id or (new.owed_since is not null and new.owed_by = e.closed_by))) then
      perform refuse('only_signed_text_goes_live', format('revision %s of article %s was not published by its last edition',
        new.live_revision_id, new.id));
    end if;
  end if;
  if old.visibility = 'withdrawn' and old.withdrawn_reason = 'authority' and new.visibility = 'live'
    and (select count(distinct a.person_id) from approvals a
         where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= old.withdrawn_at) < 2 then
    perform refuse('nobody_overrides_an_authority_alone', format('article %s was withdrawn on order', new.id));
  end if;
  if old.first_live_at is not null and (new.slug, new.first_live_at, new.shown_at)
    is distinct from (old.slug, old.first_live_at, old.shown_at) then
    perform refuse('an_address_and_a_date_stay', format('article %s is known under another address or date', new.id));
  end if;
  if (new.headline, new.kicker, new.standfirst, new.kind, new.section_id, new.slug, new.last_live_revision_id)
      is distinct from (old.headline, old.kicker, old.standfirst, old.kind, old.section_id, old.slug, old.last_live_revision_id)
    and not exists (
      select from revisions r where r.id = new.last_live_revision_id
        and new.headline = r.content->>'headline' and new.kicker = r.content->>'kicker'
        and new.standfirst = r.content->>'standfirst' and new.kind = r.content->>'kind'
        and new.section_id = r.section_id and new.slug = r.content->>'slug') then
    perform refuse('lists_show_the_live_text', format('lists would show of article %s what its live text does not say', new.id));
  end if;
  if old.owed_since is not null and (new.owed_since, new.owed_by) is distinct from (old.owed_since, old.owed_by) and not exists (
    select from editions e where e.article_id = new.id and e.outcome = 'published'
      and e.published_revision_id = new.live_revision_id
      and (new.live_revision_id is distinct from old.live_revision_id
        or (new.owed_since is null and e.countersigned_at is not null))) then
    perform refuse('a_debt_is_paid_by_a_countersign', format('article %s still owes a second pair of eyes', new.id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger live_texts_are_checked before insert or update on articles for each row execute function check_live_text();
--> statement-breakpoint
create trigger articles_are_never_deleted before delete on articles
  for each row execute function refuse_rewriting('articles_are_never_deleted');
--> statement-breakpoint
create trigger articles_are_never_truncated before truncate on articles
  for each statement execute function refuse_rewriting('articles_are_never_deleted');
--> statement-breakpoint

-- At the end of a transaction that changed what readers see: the history says so, and every instance was told to forget
-- the pages of the article, where it stood and where it stands.
create function check_told() returns trigger language plpgsql as $$
declare
  at_section text;
  place record;
begin
  if new.visibility <> old.visibility and not exists (select from events v where v.article_id = new.id and is_now(v.at)
      and v.kind = 'moved' and v.payload->>'visibility' = new.visibility) then
    perform refuse('every_move_is_in_the_history', format('article %s became %s without a word', new.id, new.visibility));
  end if;
  for place in select * from (values (old.visibility, old.section_id, old.slug), (new.visibility, new.section_id, new.slug))
      as p (visibility, section_id, slug) where p.visibility <> 'never_live' loop
    select s.slug into at_section from sections s where s.id = place.section_id;
    if not exists (select from announcements n where n.xact = pg_current_xact_id() and n.site_id = new.site_id
        and n.surfaces && array['/*', format('/%s/%s-%s', at_section, place.slug, new.id)]) then
      perform refuse('readers_pages_are_told', format('no instance was told that article %s changed', new.id));
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger what_readers_see_is_told after update on articles
  deferrable initially deferred for each row
  when (old.visibility <> new.visibility or old.live_revision_id is distinct from new.live_revision_id)
  execute function check_told();
--> statement-breakpoint

-- An article is listed in second sections and under tags of its own site, and only where its last live text says.
create function check_listing() returns trigger language plpgsql as $$
declare
  said jsonb;
  site integer;
begin
  select r.content, a.site_id into said, site from articles a join revisions r on r.id = a.last_live_revision_id
    where a.id = new.article_id;
  if tg_table_name = 'article_tags' then
    if (said->'tagIds' @> to_jsonb(new.tag_id) and exists (select from tags t where t.id = new.tag_id and t.site_id = site)) is true then
      return new;
    end if;
  elsif (said->'secondSectionIds' @> to_jsonb(new.section_id)
    and exists (select from sections s where s.id = new.section_id and s.site_id = site)) is true then
    return new;
  end if;
  perform refuse('lists_show_the_live_text', format('the live text of article %s does not stand there', new.article_id));
  return null;
end $$;
--> statement-breakpoint
create trigger second_sections_are_checked before insert or update on article_second_sections
  for each row execute function check_listing();
--> statement-breakpoint
create trigger article_tags_are_checked before insert or update on article_tags
  for each row execute function check_listing();
--> statement-breakpoint

-- Roles reach down the tree of sections: it stays a tree.
create function check_section() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.site_id <> old.site_id then
    perform refuse('a_section_stays_on_its_site', format('section %s belongs to site %s', old.id, old.site_id));
  end if;
  if new.parent_id is not null and exists (
    with recursive upward as (
      select s.id, s.parent_id from sections s where s.id = new.parent_id
      union
      select p.id, p.parent_id from sections p join upward u on p.id = u.parent_id)
    select from upward where id = new.id) then
    perform refuse('a_section_is_not_inside_itself', format('section %s cannot stand under section %s', new.id, new.parent_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sections_are_checked before insert or update of site_id, parent_id on sections
  for each row execute function check_section();
--> statement-breakpoint

-- A role is given and ended; it is not made into another one, nor brought to life again, nor brought forward by one person.
create function check_grant() returns trigger language plpgsql as $$
declare
  later text[] := '{agreed_by,effective_from,ended_at,ended_by}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later
    or (old.ended_at is not null and new is distinct from old)
    or (old.agreed_by is not null and new.agreed_by is distinct from old.agreed_by) then
    perform refuse('a_role_is_given_and_ended', format('role %s of person %s stays what it is', old.id, old.person_id));
  end if;
  if new.effective_from < old.effective_from and new.role in ('approver', 'administrator')
    and (new.agreed_by is null or old.agreed_by is not null) then
    perform refuse('nobody_brings_a_role_forward_alone', format('role %s is in force from %s', old.id, old.effective_from));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger grants_are_checked before update on grants for each row execute function check_grant();
--> statement-breakpoint

-- The app's role. Its members log in; it owns nothing. Rows that are final are guarded by the triggers above,
-- so that whoever tries reads the sentence and not "permission denied".
do $$ begin
  if not exists (select from pg_roles where rolname = 'toasoan_app') then
    create role toasoan_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
grant usage on schema public to toasoan_app;
--> statement-breakpoint
grant select, insert, update on all tables in schema public to toasoan_app;
--> statement-breakpoint
grant delete, truncate on revisions, approvals, events, office_events, editions, draft_buffers, articles to toasoan_app;
--> statement-breakpoint
grant delete on article_second_sections, article_tags, article_writers, sign_in_tries, known_devices to toasoan_app;
--> statement-breakpoint
revoke update on redactions, announcements, imports from toasoan_app;
--> statement-breakpoint
revoke insert on redactions from toasoan_app;
--> statement-breakpoint
revoke create on schema public from public;
--> statement-breakpoint

-- The law reads the tables of the newsroom and no others, whatever a client puts before them in its own search path.
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql') loop
    execute format('alter function %s set search_path = public, pg_temp', f);
  end loop;
end $$;
