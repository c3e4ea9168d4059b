-- Whether lists show of a document what its text says: title, address and card, field by field as its kind names them. A
-- canonical text leaves out what is as on an empty one, and so does a card.
create function is_shown_as_said(shown documents, said jsonb) returns boolean language sql stable as $$
  select shown.title = coalesce(said->>k.title_field, '')
    and (k.slug_field is null) = (shown.slug is null)
    and (k.slug_field is null or shown.slug = coalesce(said->>k.slug_field, ''))
    and shown.card = coalesce((select jsonb_object_agg(f, said->f) from unnest(k.card_fields) as f where said ? f), '{}')
  from document_kinds k where k.name = shown.kind
$$;
--> statement-breakpoint

-- What readers get was signed: approved and published, published in an emergency and owed, or restored by an approver.
create function check_live_text() returns trigger language plpgsql as $$
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
      select from document_kinds k where k.name = new.kind and k.slug_field is not null and k.section_field is null)
    and (exists (select from sections s where s.site_id = new.site_id and s.slug = new.slug)
      or new.slug in ('', 'en', 'desk', 'login', 'api', 'tim-kiem', 'rss', 'trang')) then
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
--> statement-breakpoint
create trigger live_texts_are_checked before insert or update on documents for each row execute function check_live_text();
--> statement-breakpoint
create trigger documents_are_never_deleted before delete on documents
  for each row execute function refuse_rewriting('documents_are_never_deleted');
--> statement-breakpoint
create trigger documents_are_never_truncated before truncate on documents
  for each statement execute function refuse_rewriting('documents_are_never_deleted');
--> statement-breakpoint

-- At the end of a transaction that changed what readers see: the history says so, and every instance was told to forget
-- whatever was drawn from the document.
create function check_told() returns trigger language plpgsql as $$
begin
  if new.visibility <> old.visibility and not exists (select from events v where v.document_id = new.id and is_now(v.at)
      and v.kind = 'moved' and v.payload->>'visibility' = new.visibility) then
    perform refuse('every_move_is_in_the_history', format('document %s became %s without a word', new.id, new.visibility));
  end if;
  if not exists (select from announcements n where n.xact = pg_current_xact_id() and n.site_id = new.site_id
      and format('document:%s', new.id) = any (n.facts)) then
    perform refuse('readers_pages_are_told', format('no instance was told that document %s changed', new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger what_readers_see_is_told after update on documents
  deferrable initially deferred for each row
  when (old.visibility <> new.visibility or old.live_revision_id is distinct from new.live_revision_id)
  execute function check_told();
--> statement-breakpoint

-- A document is listed in second sections and under tags of its own site, and only where its last live text says.
create function check_listing() returns trigger language plpgsql as $$
declare
  said jsonb;
  site integer;
begin
  select r.head, d.site_id into said, site from documents d join revisions r on r.id = d.last_live_revision_id
    where d.id = new.document_id;
  if tg_table_name = 'document_tags' then
    if (said->'tagIds' @> to_jsonb(new.tag_id) and exists (select from tags t where t.id = new.tag_id and t.site_id = site)) is true then
      return new;
    end if;
  elsif (said->'secondSectionIds' @> to_jsonb(new.section_id)
    and exists (select from sections s where s.id = new.section_id and s.site_id = site)) is true then
    return new;
  end if;
  perform refuse('lists_show_the_live_text', format('the live text of document %s does not stand there', new.document_id));
  return null;
end $$;
--> statement-breakpoint
create trigger second_sections_are_checked before insert or update on document_sections
  for each row execute function check_listing();
--> statement-breakpoint
create trigger document_tags_are_checked before insert or update on document_tags
  for each row execute function check_listing();
--> statement-breakpoint

-- At the end of a transaction: a document is still listed wherever its last live text says.
create function check_delisting() returns trigger language plpgsql as $$
declare
  said jsonb;
begin
  select r.head into said from documents d join revisions r on r.id = d.last_live_revision_id where d.id = old.document_id;
  if tg_table_name = 'document_tags' then
    if (said->'tagIds' @> to_jsonb(old.tag_id)) is true
      and not exists (select from document_tags t where t.document_id = old.document_id and t.tag_id = old.tag_id) then
      perform refuse('lists_show_the_live_text', format('document %s is no more under tag %s', old.document_id, old.tag_id));
    end if;
  elsif (said->'secondSectionIds' @> to_jsonb(old.section_id)) is true
    and not exists (select from document_sections s where s.document_id = old.document_id and s.section_id = old.section_id) then
    perform refuse('lists_show_the_live_text', format('document %s stands no more in section %s', old.document_id, old.section_id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger document_tags_stay_as_said after delete on document_tags
  deferrable initially deferred for each row execute function check_delisting();
--> statement-breakpoint
create constraint trigger second_sections_stay_as_said after delete on document_sections
  deferrable initially deferred for each row execute function check_delisting();
--> statement-breakpoint

-- The name of a section is words that readers see: it is there once two people have put an article there, and stays.
create function check_opening() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.opened_at is not null then
      perform refuse('a_section_opens_with_a_live_article', format('section %s is new', new.slug));
    end if;
    return new;
  end if;
  if new.opened_at is not distinct from old.opened_at then
    return new;
  end if;
  if old.opened_at is not null or is_now(new.opened_at) is not true or not exists (
      select from documents d where d.section_id = new.id and d.site_id = new.site_id and d.visibility = 'live')
    and not exists (select from document_sections second join documents d on d.id = second.document_id
      where second.section_id = new.id and d.site_id = new.site_id and d.visibility = 'live') then
    perform refuse('a_section_opens_with_a_live_article', format('section %s has been open since %s', new.slug, old.opened_at));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger openings_are_checked before insert or update on sections for each row execute function check_opening();
