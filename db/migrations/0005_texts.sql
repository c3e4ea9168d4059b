-- A set of people is told by their numbers, ascending, each once, and each is there.
create function is_set_of_people(ids integer[]) returns boolean language sql stable as $$
  select ids = array(select distinct one from unnest(ids) as one order by one)
    and not exists (select from unnest(ids) as one where not exists (select from people p where p.id = one))
$$;
--> statement-breakpoint

create function people_named(ids integer[]) returns text language sql immutable as $$
  select case when cardinality(ids) = 1 then 'person ' else 'persons ' end || array_to_string(ids, ', ')
$$;
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
  if new.unkept_by <> '{}' and not is_set_of_people(new.unkept_by) then
    perform refuse('writers_are_a_set_of_people', format('the text of edition %s names %s', e.id, people_named(new.unkept_by)));
  end if;
  if tg_op = 'UPDATE' and (new.edition_id <> old.edition_id or new.document_id <> old.document_id) then
    perform refuse('a_buffer_stays_with_its_edition', format('the text of edition %s is its own', old.edition_id));
  end if;
  if tg_op = 'INSERT' then
    if e.state <> 'draft' then
      perform refuse('a_frozen_text_is_not_typed_in', format('edition %s is %s', e.id, e.state));
    end if;
    select * into base from revisions where id = e.base_revision_id;
    if e.base_revision_id is not null and (new.digest is distinct from base.digest
      or new.content is distinct from base.content or new.unkept_by <> '{}') then
      perform refuse('an_update_begins_from_the_live_text', format('edition %s began from revision %s', e.id, base.id));
    end if;
    return new;
  end if;
  if new.digest is distinct from old.digest or new.content is distinct from old.content
    or new.unkept_by <> old.unkept_by then
    if e.state not in ('draft', 'in_review') then
      perform refuse('a_frozen_text_is_not_typed_in', format('edition %s is %s', e.id, e.state));
    end if;
    if new.digest <> old.digest and new.content = old.content then
      perform refuse('a_digest_is_of_its_text', format('the text of edition %s did not change', e.id));
    end if;
    -- Who joins is added; nobody is left out whose words no revision holds.
    if not old.unkept_by <@ new.unkept_by and old.digest is distinct from kept
      and not (new.unkept_by = '{}' and new.digest is not distinct from kept) then
      perform refuse('every_writers_words_are_kept', format('the words of %s in edition %s are in no revision',
        people_named(old.unkept_by), e.id));
    end if;
    if new.unkept_by = '{}' and new.digest is distinct from kept and (old.unkept_by <> '{}' or new.digest <> old.digest) then
      perform refuse('every_text_names_its_writers', format('somebody wrote the text of edition %s', e.id));
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
  if not is_set_of_people(new.writers) then
    perform refuse('writers_are_a_set_of_people', format('revision %s names %s', new.number, people_named(new.writers)));
  end if;
  if buffer.unkept_by <> '{}' and new.writers <> buffer.unkept_by then
    perform refuse('a_revision_names_its_writers', format('the text of edition %s was written by %s',
      new.edition_id, people_named(buffer.unkept_by)));
  end if;
  if buffer.unkept_by = '{}' and new.digest is distinct from kept_digest(e.id) and new.writers <> array[e.opened_by] then
    perform refuse('a_revision_names_its_writers', format('nobody but person %s was in the text of edition %s', e.opened_by, e.id));
  end if;
  if exists (select from revisions r where r.document_id = new.document_id and (r.id >= new.id or r.number >= new.number)) then
    perform refuse('revisions_follow_each_other', format('revision %s of document %s comes too late', new.number, new.document_id));
  end if;
  select s.id into place from documents d join document_kinds k on k.name = d.kind join sections s on s.site_id = d.site_id
    where d.id = new.document_id and s.id = (new.canonical::jsonb->>k.section_field)::integer;
  if new.section_id is distinct from place then
    perform refuse('a_revision_stands_where_its_text_says', format('the text of edition %s is not for section %s', e.id, new.section_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger revisions_are_cut_from_their_buffer before insert on revisions
  for each row execute function check_revision();
--> statement-breakpoint

-- Both hashes are of the canonical text that the revision holds.
create function check_signed_text() returns trigger language plpgsql as $$
declare
  bytes bytea := convert_to(new.canonical, 'UTF8');
begin
  if (new.digest = encode(sha256(bytes), 'hex') and new.content_hash = encode(sha256(new.salt || bytes), 'hex')) is not true then
    perform refuse('a_hash_is_of_the_signed_text', format('revision %s of document %s has the hash of another text', new.number, new.document_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger revisions_have_their_own_hash before insert on revisions for each row execute function check_signed_text();
--> statement-breakpoint

-- A text that was approved shows its pictures by their hashes: a file keeps its bytes and all that follows from them.
-- What is said about it may be mended; bytes that were erased are not there again.
create function check_file() returns trigger language plpgsql as $$
declare
  later text[] := '{credit,erased}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased) then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger files_are_checked before update on files for each row execute function check_file();
