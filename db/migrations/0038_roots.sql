ALTER TABLE "document_kinds" ADD COLUMN "at_root" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Which kinds have their address at the root of a site, beside its sections. What merely stands in no section may have it elsewhere.
update document_kinds set at_root = true where name = 'page';
--> statement-breakpoint

-- Addresses at the root of a site that are the program's own, or kept for it.
create function is_root_of_ours(slug text) returns boolean language sql immutable set search_path = public, pg_temp as $$
  select slug in ('en', 'desk', 'login', 'api', 'tim-kiem', 'rss', 'trang', 'tu-khoa', 'tac-gia', 'luu-tru',
    'dinh-chinh', 'so-do', 'thong-ke', 'chu-de', 'van-ban', 'lich-cong-tac', 'hoi-dap', 'phan-hoi', 'danh-gia', 'feed')
$$;
--> statement-breakpoint

-- As in 0037, with that list.
create or replace function check_section_slug() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if is_root_of_ours(new.slug) then
    perform refuse('a_section_slug_is_not_reserved', format('/%s is the program''s own', new.slug));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- As in 0002, asking by the kind's own word.
create or replace function check_section() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
  if exists (select from documents d join document_kinds k on k.name = d.kind and k.at_root
      where d.site_id = new.site_id and d.slug = new.slug) then
    perform refuse('an_address_is_of_one_thing', format('/%s is no free address on site %s', new.slug, new.site_id));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- As in 0037, asking by the kind's own word and that list.
create or replace function check_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  gone_since timestamptz;
  signatures integer;
begin
  if tg_op = 'INSERT' then
    if new.visibility <> 'never_live' or num_nonnulls(new.section_id, new.slug, new.shown_at, new.first_live_at, new.live_since) > 0
      or new.title <> '' or new.card <> '{}' then
      perform refuse('only_signed_text_goes_live', 'a document begins as never live');
    end if;
    return new;
  end if;
  if new.site_id <> old.site_id or new.kind <> old.kind then
    perform refuse('a_document_stays_what_it_is', format('document %s is a %s of site %s', old.id, old.kind, old.site_id));
  end if;
  if new.visibility <> old.visibility and (old.visibility, new.visibility) not in (
      ('never_live', 'live'), ('live', 'hidden'), ('live', 'withdrawn'),
      ('hidden', 'live'), ('hidden', 'withdrawn'), ('withdrawn', 'live')) then
    perform refuse('documents_move_as_the_table_says', format('document %s cannot go from %s to %s', old.id, old.visibility, new.visibility));
  end if;
  if new.visibility = old.visibility and (new.hidden_at, new.hidden_reason, new.withdrawn_at, new.withdrawn_reason, new.merged_into_id)
    is distinct from (old.hidden_at, old.hidden_reason, old.withdrawn_at, old.withdrawn_reason, old.merged_into_id)
    or (new.visibility <> old.visibility and new.visibility = 'withdrawn' and is_now(new.withdrawn_at) is not true)
    or (new.visibility <> old.visibility and new.visibility = 'hidden' and is_now(new.hidden_at) is not true) then
    perform refuse('why_a_document_is_gone_stays', format('document %s is %s since it was', old.id, old.visibility));
  end if;
  if new.merged_into_id is not null and not exists (
    select from documents m where m.id = new.merged_into_id and m.site_id = new.site_id and m.id <> new.id) then
    perform refuse('a_merged_document_points_within_its_site', format('document %s points to document %s', new.id, new.merged_into_id));
  end if;
  if new.last_live_revision_id is distinct from coalesce(new.live_revision_id, old.last_live_revision_id) then
    perform refuse('the_live_text_is_remembered', format('document %s forgets its live text', new.id));
  end if;
  if new.live_revision_id is not null and new.live_revision_id is distinct from old.live_revision_id then
    if new.live_revision_id is not distinct from old.last_live_revision_id then
      gone_since := coalesce(old.withdrawn_at, old.hidden_at);
      select count(distinct a.person_id) into signatures from approvals a
        where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= gone_since;
      if signatures < 1 then
        perform refuse('a_restore_is_signed', format('no approver restored document %s', new.id));
      end if;
    elsif not exists (
      select from editions e where e.document_id = new.id and e.outcome = 'published'
        and e.published_revision_id = new.live_revision_id
        and e.number = (select max(l.number) from editions l where l.document_id = new.id and l.outcome = 'published')
        and (e.approved_revision_id = e.published_revision_id or (new.owed_since is not null and new.owed_by = e.closed_by))) then
      perform refuse('only_signed_text_goes_live', format('revision %s of document %s was not published by its last edition',
        new.live_revision_id, new.id));
    end if;
  end if;
  if old.visibility = 'withdrawn' and old.withdrawn_reason = 'authority' and new.visibility = 'live'
    and (select count(distinct a.person_id) from approvals a
         where a.revision_id = old.last_live_revision_id and a.kind = 'restore' and a.at >= old.withdrawn_at) < 2 then
    perform refuse('nobody_overrides_an_authority_alone', format('document %s was withdrawn on order', new.id));
  end if;
  if old.first_live_at is not null and (new.slug, new.first_live_at, new.shown_at)
    is distinct from (old.slug, old.first_live_at, old.shown_at) then
    perform refuse('an_address_and_a_date_stay', format('document %s is known under another address or date', new.id));
  end if;
  if new.slug is distinct from old.slug and exists (
      select from document_kinds k where k.name = new.kind and k.at_root)
    and (exists (select from sections s where s.site_id = new.site_id and s.slug = new.slug)
      or new.slug = '' or is_root_of_ours(new.slug)) then
    perform refuse('an_address_is_of_one_thing', format('/%s is no free address on site %s', new.slug, new.site_id));
  end if;
  if (new.title, new.card, new.section_id, new.slug, new.last_live_revision_id)
      is distinct from (old.title, old.card, old.section_id, old.slug, old.last_live_revision_id)
    and not exists (
      select from revisions r where r.id = new.last_live_revision_id and new.section_id is not distinct from r.section_id
        and is_placed(r.id) and is_shown_as_said(new, r.head)) then
    perform refuse('lists_show_the_live_text', format('lists would show of document %s what its live text does not say', new.id));
  end if;
  if old.owed_since is not null and (new.owed_since, new.owed_by) is distinct from (old.owed_since, old.owed_by) and not exists (
    select from editions e where e.document_id = new.id and e.outcome = 'published'
      and e.published_revision_id = new.live_revision_id
      and (new.live_revision_id is distinct from old.live_revision_id
        or (new.owed_since is null and e.countersigned_at is not null))) then
    perform refuse('a_debt_is_paid_by_a_countersign', format('document %s still owes a second pair of eyes', new.id));
  end if;
  return new;
end $$;
