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

-- What a person may do with a text: in its section, or on the site as a whole where it stands in none.
create function rank_at(who integer, site integer, section integer) returns integer language sql stable as $$
  select case when section is null then rank_on_site(who, site)
    else coalesce((select rank_in_section(who, s.id) from sections s where s.id = section and s.site_id = site), 0) end
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

-- Who may know of a document at all. Nothing else says so: lists, pages and presses ask here. Whoever it was given to; whoever
-- edits where it stands or where readers find it (`highest` is their rank there); and whoever writes there, but for a draft
-- or a discarded text of what readers never had. `state` is the open edition's, null where none is; `outcome` the last one's.
-- It names no table, so that Postgres writes it out where it is asked and a list asks it of each row for nothing.
create function may_see(highest integer, is_given boolean, state text, outcome text, visibility text) returns boolean
  language sql immutable
  return highest >= case when visibility = 'never_live' and coalesce(state, outcome) in ('draft', 'discarded') then 2 else 1 end
    or is_given;
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
  if exists (select from documents d join document_kinds k on k.name = d.kind and k.section_field is null
      where d.site_id = new.site_id and d.slug = new.slug) then
    perform refuse('an_address_is_of_one_thing', format('/%s is no free address on site %s', new.slug, new.site_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sections_are_checked before insert or update of site_id, parent_id, slug on sections
  for each row execute function check_section();
--> statement-breakpoint

-- Roles by two. Editors, who hide what readers have, approvers and administrators are made by one person and a second one, or by
-- one and a day in which all could object who are asked. What follows says who the second person is, and when there is none.
create function is_by_two(role text) returns boolean language sql immutable as $$
  select role in ('editor', 'approver', 'administrator')
$$;
--> statement-breakpoint

-- Whether a person is approver or administrator of a site now: somebody who is asked. Editors are not.
create function answers_for_roles(who integer, site integer) returns boolean language sql stable as $$
  select exists (
    select from grants g join people on people.id = g.person_id and people.switched_off_at is null
    where g.person_id = who and g.site_id = site and g.role in ('approver', 'administrator')
      and g.ended_at is null and g.effective_from <= now())
$$;
--> statement-breakpoint

-- Whether anybody but one person could agree or object on a site: is asked, and has a password to come in with.
create function somebody_could_answer(site integer, besides integer) returns boolean language sql stable as $$
  select exists (
    select from people where id <> besides and password_hash is not null and answers_for_roles(id, site))
$$;
--> statement-breakpoint

-- The database's owner may write what the app may not: it could put every trigger to sleep anyhow.
create function the_owner_speaks() returns boolean language sql stable as $$
  select pg_has_role(current_user, (select relowner from pg_class where oid = 'grants'::regclass), 'usage')
$$;
--> statement-breakpoint

-- Nobody given by: the operator at the machine, who need not wait where nobody could answer. So begins every office.
create function check_new_grant() returns trigger language plpgsql as $$
begin
  if the_owner_speaks() then
    return new;
  end if;
  if new.given_by is not null and not exists (
    select from grants g join people p on p.id = g.person_id and p.switched_off_at is null
    where g.person_id = new.given_by and g.site_id = new.site_id and g.role = 'administrator'
      and g.ended_at is null and g.effective_from <= now()) then
    perform refuse('roles_are_given_by_administrators_of_the_site',
      format('person %s does not administer site %s', new.given_by, new.site_id));
  end if;
  if is_by_two(new.role) then
    if new.agreed_by is not null then
      perform refuse('nobody_agrees_before_it_is_asked', format('person %s has not seen this role yet', new.agreed_by));
    end if;
    if new.effective_from < now() + interval '24 hours'
      and (new.given_by is not null or somebody_could_answer(new.site_id, new.person_id)) then
      perform refuse('nobody_makes_an_approver_alone',
        format('a second person has not agreed that person %s is %s', new.person_id, new.role));
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger new_grants_are_checked before insert on grants for each row execute function check_new_grant();
--> statement-breakpoint

-- A role is given and ended; it is not made into another one, nor brought to life again, nor brought forward by one person.
create function check_grant() returns trigger language plpgsql as $$
declare
  later text[] := '{seal,agreed_by,effective_from,ended_at,ended_by}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later
    or (old.ended_at is not null and new is distinct from old)
    or (old.agreed_by is not null and new.agreed_by is distinct from old.agreed_by) then
    perform refuse('a_role_is_given_and_ended', format('role %s of person %s stays what it is', old.id, old.person_id));
  end if;
  if new.effective_from < old.effective_from and is_by_two(new.role)
    and (new.agreed_by is null or old.agreed_by is not null) then
    perform refuse('nobody_brings_a_role_forward_alone', format('role %s is in force from %s', old.id, old.effective_from));
  end if;
  if new.agreed_by is distinct from old.agreed_by and new.agreed_by <> new.person_id
    and new.agreed_by is distinct from new.given_by and not answers_for_roles(new.agreed_by, new.site_id) then
    perform refuse('the_second_person_is_approver_or_administrator',
      format('person %s is neither on site %s', new.agreed_by, new.site_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger grants_are_checked before update on grants for each row execute function check_grant();
--> statement-breakpoint

-- Whoever is switched on again gets such a role anew, as a stranger would.
create function check_switching_on() returns trigger language plpgsql as $$
begin
  if not the_owner_speaks() and exists (
    select from grants g where g.person_id = new.id and is_by_two(g.role) and g.ended_at is null and g.effective_from <= now()) then
    perform refuse('nobody_switches_an_approver_on_alone', format('person %s still has such a role', new.id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger switching_on_is_checked before update of switched_off_at on people
  for each row when (old.switched_off_at is not null and new.switched_off_at is null) execute function check_switching_on();
--> statement-breakpoint

-- A link into the account of an approver or administrator waits as such a role does. Where that person has roles on several
-- sites, the others of those sites are asked.
create function check_link() returns trigger language plpgsql as $$
declare
  later text[] := '{seal,agreed_by,usable_from,expires_at,used_at}';
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - later is distinct from to_jsonb(old) - later
      or (old.used_at is not null and new is distinct from old)
      or (old.agreed_by is not null and new.agreed_by is distinct from old.agreed_by)
      or new.expires_at > old.expires_at then
      perform refuse('a_link_is_made_and_used_once', format('link %s stays what it is', old.id));
    end if;
    if new.used_at is not null and old.used_at is null and (new.usable_from > now() or old.expires_at <= now()) then
      perform refuse('a_link_is_used_in_its_time', format('link %s works from %s to %s', old.id, new.usable_from, old.expires_at));
    end if;
    if new.usable_from < old.usable_from and (new.agreed_by is null or old.agreed_by is not null) then
      perform refuse('nobody_brings_a_link_forward_alone', format('link %s works from %s', old.id, old.usable_from));
    end if;
    if new.agreed_by is distinct from old.agreed_by and new.agreed_by <> new.person_id
      and new.agreed_by is distinct from new.made_by and not exists (
        select from grants g where g.person_id = new.person_id and g.ended_at is null and answers_for_roles(new.agreed_by, g.site_id)) then
      perform refuse('the_second_person_is_approver_or_administrator',
        format('person %s is neither where person %s works', new.agreed_by, new.person_id));
    end if;
  elsif new.agreed_by is not null then
    perform refuse('nobody_agrees_before_it_is_asked', format('person %s has not seen this link yet', new.agreed_by));
  elsif new.usable_from < now() + interval '24 hours' and exists (
    select from grants g
    where g.person_id = new.person_id and is_by_two(g.role) and g.ended_at is null and g.effective_from <= now()
      and (new.made_by is not null or somebody_could_answer(g.site_id, g.person_id))) then
    perform refuse('nobody_resets_an_approver_alone',
      format('a second person has not agreed to a new way in for person %s', new.person_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger links_are_checked before insert or update on one_time_links for each row execute function check_link();
--> statement-breakpoint

-- Whoever makes accounts has no say over what readers get, on no site: else one person with a second account that they made
-- themselves is the two people. Nobody is excepted. What waits counts as well; it comes into force without anybody's word.
create function check_apart() returns trigger language plpgsql as $$
begin
  -- Two roles that are given at once see each other.
  perform from people where id = new.person_id for no key update;
  if new.role <> 'reporter' and new.ended_at is null and exists (
    select from grants g where g.person_id = new.person_id and g.ended_at is null and g.role <> 'reporter'
      and (g.role = 'administrator') <> (new.role = 'administrator')) then
    perform refuse('administrators_neither_edit_nor_approve',
      format('person %s cannot be %s beside another role', new.person_id, new.role));
  end if;
  if new.role = 'administrator' and new.ended_at is null and exists (
    select from deputies d where d.deputy_id = new.person_id and d.ended_at is null and d.until_at > now()) then
    perform refuse('administrators_neither_edit_nor_approve', format('person %s is a deputy', new.person_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger administrators_stand_apart before insert on grants for each row execute function check_apart();
--> statement-breakpoint

-- Nor in the name of somebody else.
create function check_deputy_apart() returns trigger language plpgsql as $$
begin
  perform from people where id = new.deputy_id for no key update;
  if new.ended_at is null and exists (
    select from grants g where g.person_id = new.deputy_id and g.role = 'administrator' and g.ended_at is null) then
    perform refuse('administrators_neither_edit_nor_approve',
      format('person %s is administrator and nobody''s deputy', new.deputy_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger deputies_stand_apart before insert or update on deputies for each row execute function check_deputy_apart();
