-- The people whose writing a text of an edition contains, since the last text that went live with a regular approval:
-- of the revision `up_to`, or, where that is null, of the text that is being written, typed words included.
-- A text that is letter for letter an earlier one contains only what that one contained (typing and undoing);
-- restoring, importing and duplicating count as writing. An erased text equals no other.
create function contributors_in(edition integer, up_to integer) returns integer[] language plpgsql stable as $$
declare
  e editions%rowtype;
  base revisions%rowtype;
  base_edition editions%rowtype;
  digests text[] := '{}';
  -- Beside each digest the set of its writers, as JSON: the sets differ in length.
  sets jsonb[] := '{}';
  step record;
  found_at integer;
  start_digest text;
begin
  select * into e from editions where id = edition;
  if e.base_revision_id is not null then
    select * into base from revisions where id = e.base_revision_id;
    select * into base_edition from editions where id = base.edition_id;
    start_digest := base.digest;
    if base_edition.emergency_reason is not null and base_edition.countersigned_at is null
      and base_edition.published_revision_id = base.id and base_edition.approved_revision_id is distinct from base.id
      and cardinality(contributors_in(base_edition.id, base.id)) > 0 then
      digests := array[base.digest];
      sets := array[to_jsonb(contributors_in(base_edition.id, base.id))];
      start_digest := null;
    end if;
  end if;
  for step in
    select x.digest, x.writers, x.cut_because from (
      select x.id, x.digest, x.writers, x.cut_because from revisions x
      where x.edition_id = e.id and (up_to is null or x.id <= up_to)
      union all
      select null, b.digest, b.unkept_by, 'move' from draft_buffers b
      where up_to is null and b.edition_id = e.id and b.unkept_by <> '{}' and b.digest is distinct from
        (select own.digest from revisions own where own.edition_id = e.id order by own.id desc limit 1)
    ) x order by x.id nulls last
  loop
    if step.cut_because not in ('restore', 'import', 'duplicate') then
      if step.digest = start_digest then
        digests := '{}';
        sets := '{}';
        continue;
      end if;
      found_at := case when step.digest is null then null else array_position(digests, step.digest) end;
      if found_at is not null then
        digests := digests[1:found_at];
        sets := sets[1:found_at];
        continue;
      end if;
    end if;
    digests := digests || step.digest;
    sets := sets || to_jsonb(step.writers);
  end loop;
  return array(select distinct w::integer from unnest(sets) as s, jsonb_array_elements_text(s) as w order by 1);
end $$;
--> statement-breakpoint

create function contributors_of(revision integer) returns integer[] language sql stable as $$
  select contributors_in(r.edition_id, r.id) from revisions r where r.id = revision
$$;
--> statement-breakpoint

-- Whether a person is an approver of where a text stands and, when readers have the document in another section, of
-- that one as well: nobody takes a document out of a section they have no say in.
create function may_decide(who integer, revision integer) returns boolean language sql stable as $$
  select coalesce((
    select rank_at(who, d.site_id, r.section_id) >= 3
      and (d.section_id is null or d.section_id = r.section_id or rank_in_section(who, d.section_id) >= 3)
    from revisions r join documents d on d.id = r.document_id where r.id = revision), false)
$$;
--> statement-breakpoint

-- Whether a text stands where its kind asks for: in a section, or at the site's root.
create function is_placed(revision integer) returns boolean language sql stable as $$
  select coalesce((
    select (k.section_field is null) = (r.section_id is null)
    from revisions r join documents d on d.id = r.document_id join document_kinds k on k.name = d.kind
    where r.id = revision), false)
$$;
--> statement-breakpoint

-- Whoever cancels an approval or sends the text back takes back what they have confirmed, or a deputy in their name.
-- What they do in a later edition says nothing about this one.
create function is_taken_back(given approvals) returns boolean language sql stable as $$
  select exists (
    select from events v
    where v.document_id = given.document_id and v.actor_id in (given.person_id, given.for_person_id)
      and v.kind = 'moved' and v.payload->>'move' in ('cancel_approval', 'return')
      and v.at >= date_trunc('milliseconds', given.at)
      and v.at <= (select coalesce(e.closed_at, 'infinity') from revisions r join editions e on e.id = r.edition_id
                   where r.id = given.revision_id))
$$;
--> statement-breakpoint

-- Whose words, of those who wrote a revision, nobody else has confirmed. A deputy confirms as both people.
create function unconfirmed_of(revision integer, writers integer[]) returns integer[] language sql stable as $$
  select array(select w from unnest(writers) w where not exists (
    select from approvals a
    where a.revision_id = revision and a.kind in ('confirm', 'approve') and not is_taken_back(a)
      and a.person_id <> w and a.for_person_id is distinct from w) order by w)
$$;
--> statement-breakpoint

-- Four eyes, at one and the same hash: (1) every contributor's words are confirmed by somebody else, and
-- (2) one of those who confirmed is an approver who may decide about it and did not start the edition
-- (in a strict section: and who is no contributor). A deputy counts as both people.
create function four_eyes_hold(revision integer) returns boolean language sql stable as $$
  with r as (select * from revisions where id = revision),
       e as (select editions.* from editions join r on editions.id = r.edition_id),
       c as (select unnest(contributors_of(revision)) as person),
       a as (select person_id, for_person_id from approvals
         where revision_id = revision and kind in ('confirm', 'approve') and not is_taken_back(approvals))
  select
    is_placed(revision)
    and unconfirmed_of(revision, array(select person from c)) = '{}'
    and exists (
      select from a, e, r left join sections s on s.id = r.section_id
      where may_decide(coalesce(a.for_person_id, a.person_id), r.id)
        and a.person_id <> e.opened_by and a.for_person_id is distinct from e.opened_by
        and (not coalesce(s.strict, false) or (a.person_id not in (select person from c)
                              and coalesce(a.for_person_id, 0) not in (select person from c))))
$$;
--> statement-breakpoint

-- The text an edition has kept last: its newest revision's, or the one it began from. The buffer differs from it by
-- the words of those who wrote since and by nothing else.
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
  d documents%rowtype;
  section integer;
  acting integer := coalesce(new.for_person_id, new.person_id);
begin
  -- Not when the transaction began: it may have waited for one that began later and took the document from readers.
  new.at := clock_timestamp();
  select editions.* into e from editions join revisions on revisions.edition_id = editions.id where revisions.id = new.revision_id;
  select * into d from documents where id = e.document_id;
  select r.section_id into section from revisions r where r.id = new.revision_id;
  if exists (select from people p where p.id = new.person_id and p.switched_off_at is not null) then
    perform refuse('confirmations_are_given_by_the_section', format('person %s is switched off', new.person_id));
  end if;
  if not (case when new.kind = 'confirm' then rank_at(acting, d.site_id, section) >= 1 else may_decide(acting, new.revision_id) end)
    and not (new.kind = 'confirm' and new.for_person_id is null and has_role_on_site(new.person_id, d.site_id) and exists (
      select from document_writers w where w.document_id = new.document_id and w.person_id = new.person_id)) then
    perform refuse('confirmations_are_given_by_the_section',
      format('person %s has no right to %s document %s', acting, new.kind, new.document_id));
  end if;
  if new.for_person_id is not null and (new.kind not in ('confirm', 'approve') or not exists (
    select from deputies lent where lent.giver_id = new.for_person_id and lent.deputy_id = new.person_id
      and lent.site_id = d.site_id and lent.ended_at is null and now() between lent.from_at and lent.until_at)) then
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
    or e.countersigned_at is not null or new.revision_id is distinct from d.live_revision_id
    or new.person_id is not distinct from e.closed_by) then
    perform refuse('a_countersign_follows_anothers_emergency', format('document %s owes person %s nothing', d.id, new.person_id));
  end if;
  if new.kind = 'restore' and (d.visibility not in ('hidden', 'withdrawn')
    or new.revision_id is distinct from d.last_live_revision_id) then
    perform refuse('a_restore_is_of_what_was_live', format('document %s is %s', d.id, d.visibility));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approvals_are_checked before insert on approvals for each row execute function check_approval();
--> statement-breakpoint

-- A document is given to people who may write on its site.
create function check_writer() returns trigger language plpgsql as $$
begin
  if not has_role_on_site(new.person_id, (select d.site_id from documents d where d.id = new.document_id)) then
    perform refuse('documents_are_given_to_people_with_a_role',
      format('person %s may not write document %s', new.person_id, new.document_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger writers_are_checked before insert or update on document_writers for each row execute function check_writer();
