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
