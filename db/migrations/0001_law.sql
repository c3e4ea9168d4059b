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
  said := new.canonical::jsonb;
  if said->'payload' is distinct from new.payload or said->>'kind' is distinct from new.kind
    or (said->>'articleId')::integer is distinct from new.article_id or (said->>'seq')::integer is distinct from new.seq
    or (said->>'actorId')::integer is distinct from new.actor_id then
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
    union all
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

-- The people whose writing a revision contains, since the last text that went live with a regular approval.
-- A text that is letter for letter an earlier one contains only what that one contained (typing and undoing);
-- restoring, importing and duplicating count as writing.
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
      found_at := array_position(digests, step.digest);
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

-- A confirmation is given by a person with a role in the section, on a text that is being reviewed;
-- a deputy holds a deputation that is in force.
create function check_approval() returns trigger language plpgsql as $$
declare
  e editions%rowtype;
  section integer;
  acting integer := coalesce(new.for_person_id, new.person_id);
begin
  select editions.* into e from editions join revisions on revisions.edition_id = editions.id where revisions.id = new.revision_id;
  select r.section_id into section from revisions r where r.id = new.revision_id;
  if rank_in_section(acting, section) < (case when new.kind = 'confirm' then 1 else 3 end)
    and not (new.kind = 'confirm' and new.for_person_id is null and exists (
      select from article_writers w where w.article_id = new.article_id and w.person_id = new.person_id)) then
    perform refuse('confirmations_are_given_by_the_section',
      format('person %s has no right to %s article %s', acting, new.kind, new.article_id));
  end if;
  if new.for_person_id is not null and not exists (
    select from deputies d where d.giver_id = new.for_person_id and d.deputy_id = new.person_id
      and d.ended_at is null and now() between d.from_at and d.until_at) then
    perform refuse('a_deputy_holds_a_deputation',
      format('person %s is no deputy of person %s today', new.person_id, new.for_person_id));
  end if;
  if new.kind in ('confirm', 'approve') and e.state not in ('in_review', 'approved') then
    perform refuse('confirmations_are_given_in_review', format('edition %s is not in review', e.id));
  end if;
  if new.kind = 'approve' and acting = e.opened_by and new.for_person_id is null then
    perform refuse('nobody_approves_what_they_started', format('person %s started edition %s', new.person_id, e.id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approvals_are_checked before insert on approvals for each row execute function check_approval();
--> statement-breakpoint

-- An edition moves as the workflow's table says, and reaches "approved" only when four eyes hold.
create function check_edition() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      perform refuse('editions_begin_as_drafts', format('an edition of article %s begins as %s', new.article_id, new.state));
    end if;
    return new;
  end if;
  if new.article_id <> old.article_id or new.opened_by <> old.opened_by or new.number <> old.number
    or new.base_revision_id is distinct from old.base_revision_id then
    perform refuse('an_edition_keeps_its_origin', format('edition %s keeps its article, starter and base', old.id));
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
      ('draft', 'in_review'), ('draft', 'closed'),
      ('in_review', 'draft'), ('in_review', 'approved'), ('in_review', 'closed'),
      ('approved', 'in_review'), ('approved', 'draft'), ('approved', 'scheduled'), ('approved', 'closed'),
      ('scheduled', 'approved'), ('scheduled', 'draft'), ('scheduled', 'closed'),
      ('closed', 'draft'))
    or (old.state = 'closed' and new.state = 'draft' and old.outcome <> 'discarded') then
    perform refuse('editions_move_as_the_table_says', format('edition %s cannot go from %s to %s', old.id, old.state, new.state));
  end if;
  if new.state = 'approved' and old.state = 'in_review' and not four_eyes_hold(new.approved_revision_id) then
    perform refuse('nobody_approves_alone', format('edition %s has not been confirmed by two people', old.id));
  end if;
  if new.state in ('approved', 'scheduled') and old.state in ('approved', 'scheduled')
    and new.approved_revision_id is distinct from old.approved_revision_id then
    perform refuse('an_approval_is_of_one_text', format('edition %s was approved with another text', old.id));
  end if;
  if new.state = 'closed' and old.state <> 'closed' and new.outcome = 'published' then
    if old.state in ('approved', 'scheduled') then
      if new.published_revision_id is distinct from old.approved_revision_id then
        perform refuse('what_was_approved_is_published', format('edition %s was approved with another text', old.id));
      end if;
    elsif new.emergency_reason is null then
      perform refuse('nothing_is_published_unapproved', format('edition %s was not approved', old.id));
    end if;
  end if;
  if old.published_revision_id is not null and new.published_revision_id is distinct from old.published_revision_id then
    perform refuse('what_was_published_stays', format('edition %s was published', old.id));
  end if;
  if new.countersigned_at is not null and old.countersigned_at is null and not exists (
    select from approvals a join revisions r on r.id = a.revision_id
    where a.revision_id = new.published_revision_id and a.kind = 'countersign'
      and a.person_id = new.countersigned_by and a.person_id <> new.closed_by
      and rank_in_section(a.person_id, r.section_id) >= 3) then
    perform refuse('nobody_countersigns_alone', format('edition %s was not countersigned by another approver', old.id));
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

-- Nobody types in a frozen text; and the words of the last writer are kept before somebody else's are saved over them.
create function check_buffer() returns trigger language plpgsql as $$
declare
  edition_state text;
  last_digest text;
begin
  select state into edition_state from editions where id = new.edition_id;
  if new.digest is distinct from old.digest or new.content is distinct from old.content then
    if edition_state not in ('draft', 'in_review') then
      perform refuse('a_frozen_text_is_not_typed_in', format('edition %s is %s', new.edition_id, edition_state));
    end if;
    if old.last_writer_id is not null and new.last_writer_id is distinct from old.last_writer_id
      and new.digest is distinct from old.digest then
      select r.digest into last_digest from revisions r where r.edition_id = new.edition_id order by r.id desc limit 1;
      if last_digest is distinct from old.digest and new.last_writer_id is not null then
        perform refuse('every_writers_words_are_kept', format('the words of person %s in edition %s are in no revision',
          old.last_writer_id, new.edition_id));
      end if;
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger buffers_are_checked before update on draft_buffers for each row execute function check_buffer();
--> statement-breakpoint
create trigger buffers_are_never_deleted before delete on draft_buffers
  for each row execute function refuse_rewriting('buffers_are_never_deleted');
--> statement-breakpoint
create trigger buffers_are_never_truncated before truncate on draft_buffers
  for each statement execute function refuse_rewriting('buffers_are_never_deleted');
--> statement-breakpoint

-- A revision is cut from the buffer of its edition, never invented.
create function check_revision() returns trigger language plpgsql as $$
declare
  buffer draft_buffers%rowtype;
begin
  select * into buffer from draft_buffers where edition_id = new.edition_id;
  if buffer.edition_id is null or buffer.digest is distinct from new.digest or buffer.content is distinct from new.content
    or buffer.next_salt is distinct from new.salt then
    perform refuse('a_revision_is_cut_from_its_buffer', format('edition %s holds another text', new.edition_id));
  end if;
  if buffer.last_writer_id is not null and new.writer_id <> buffer.last_writer_id then
    perform refuse('a_revision_names_its_writer', format('the text of edition %s was written by person %s',
      new.edition_id, buffer.last_writer_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger revisions_are_cut_from_their_buffer before insert on revisions
  for each row execute function check_revision();
--> statement-breakpoint

-- What readers get was signed: approved and published, published in an emergency and owed, or live before.
create function check_live_text() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.visibility <> 'never_live' then
      perform refuse('only_signed_text_goes_live', 'an article begins as never live');
    end if;
    return new;
  end if;
  if new.site_id <> old.site_id then
    perform refuse('an_article_stays_on_its_site', format('article %s belongs to site %s', old.id, old.site_id));
  end if;
  if new.live_revision_id is not null and new.live_revision_id is distinct from old.live_revision_id
    and new.live_revision_id is distinct from old.last_live_revision_id
    and not exists (
      select from editions e where e.article_id = new.id and e.outcome = 'published'
        and e.published_revision_id = new.live_revision_id
        and (e.approved_revision_id = e.published_revision_id or new.owed_since is not null)) then
    perform refuse('only_signed_text_goes_live', format('revision %s of article %s was not published by its edition',
      new.live_revision_id, new.id));
  end if;
  if new.live_revision_id is not null and new.last_live_revision_id is distinct from new.live_revision_id then
    perform refuse('the_live_text_is_remembered', format('article %s forgets its live text', new.id));
  end if;
  if old.first_live_at is not null and (new.slug is distinct from old.slug or new.first_live_at is distinct from old.first_live_at)
    and new.live_revision_id is not distinct from old.live_revision_id then
    perform refuse('an_address_changes_only_with_its_text', format('article %s is live under another address', new.id));
  end if;
  if old.visibility = 'withdrawn' and old.withdrawn_reason = 'authority' and new.visibility = 'live'
    and (select count(distinct a.person_id) from approvals a
         where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= old.withdrawn_at) < 2 then
    perform refuse('nobody_overrides_an_authority_alone', format('article %s was withdrawn on order', new.id));
  end if;
  if old.owed_since is not null and new.owed_since is null and not exists (
    select from editions e where e.article_id = new.id and e.outcome = 'published'
      and e.published_revision_id = new.live_revision_id
      and (e.approved_revision_id = e.published_revision_id or e.countersigned_at is not null)) then
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
