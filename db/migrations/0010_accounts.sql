CREATE TABLE "office_events_seen" (
	"person_id" integer NOT NULL,
	"event_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "office_events_seen_person_id_event_id_pk" PRIMARY KEY("person_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "office_events_seen" ADD CONSTRAINT "office_events_seen_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events_seen" ADD CONSTRAINT "office_events_seen_event_id_office_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."office_events"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- What is older than a fortnight is no news to anybody.
insert into office_events_seen (person_id, event_id)
select distinct g.person_id, e.id from grants g cross join office_events e
where g.role = 'approver' and g.ended_at is null and e.at < now() - interval '14 days';
--> statement-breakpoint

-- Editors hide what readers have: they are made, switched on and let in anew by two, as approvers and administrators are.
create or replace function is_by_two(role text) returns boolean language sql immutable
  set search_path = public, pg_temp as $$
  select role in ('editor', 'approver', 'administrator')
$$;
--> statement-breakpoint

-- Whether a person is approver or administrator of a site now: somebody who is asked. Editors are not.
create function answers_for_roles(who integer, site integer) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select exists (
    select from grants g join people on people.id = g.person_id and people.switched_off_at is null
    where g.person_id = who and g.site_id = site and g.role in ('approver', 'administrator')
      and g.ended_at is null and g.effective_from <= now())
$$;
--> statement-breakpoint

create or replace function somebody_could_answer(site integer, besides integer) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select exists (
    select from people where id <> besides and password_hash is not null and answers_for_roles(id, site))
$$;
--> statement-breakpoint

-- As before, but that editors are not the second person.
create or replace function check_grant() returns trigger language plpgsql
  set search_path = public, pg_temp as $$
declare
  later text[] := '{agreed_by,effective_from,ended_at,ended_by}';
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

create or replace function check_link() returns trigger language plpgsql
  set search_path = public, pg_temp as $$
declare
  later text[] := '{agreed_by,usable_from,expires_at,used_at}';
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

drop function has_role_by_two(integer, integer);
--> statement-breakpoint

-- Whoever makes accounts has no say over what readers get, on no site: else one person with a second account that they made
-- themselves is the two people. Nobody is excepted. What waits counts as well; it comes into force without anybody's word.
create function check_apart() returns trigger language plpgsql
  set search_path = public, pg_temp as $$
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
create function check_deputy_apart() returns trigger language plpgsql
  set search_path = public, pg_temp as $$
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
--> statement-breakpoint

-- Whoever was both: an administrator's role that only waits is taken back; else the say over articles ends, so that no site
-- is left without its administrator. It is written down, and the person signs in again.
with both_and_waiting as (
  select a.id from grants a where a.role = 'administrator' and a.ended_at is null and a.effective_from > now() and exists (
    select from grants g where g.person_id = a.person_id and g.role in ('editor', 'approver')
      and g.ended_at is null and g.effective_from <= now())),
over as (
  update grants g set ended_at = now()
  where g.id in (select id from both_and_waiting)
    or g.role in ('editor', 'approver') and g.ended_at is null and exists (
      select from grants a where a.person_id = g.person_id and a.role = 'administrator' and a.ended_at is null
        and a.id not in (select id from both_and_waiting))
  returning g.id, g.person_id, g.site_id, g.role),
out as (
  update sessions s set ended_at = now(), ended_because = 'role_changed'
  where s.ended_at is null and s.person_id in (select person_id from over))
insert into office_events (site_id, person_id, kind, payload)
select site_id, person_id, 'role_ended', jsonb_build_object('grantId', id, 'role', role, 'because', 'administrator')
from over;
--> statement-breakpoint

-- A link that one person has made into an editor's account is not used any more.
update one_time_links l set expires_at = now()
where l.used_at is null and l.expires_at > now() and l.usable_from < l.created_at + interval '24 hours'
  and exists (select from grants g where g.person_id = l.person_id and g.role = 'editor' and g.ended_at is null);
