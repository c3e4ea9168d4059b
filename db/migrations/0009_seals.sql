-- What decides is written by the app and by nobody who has only its role: each such row carries a seal, an HMAC over what
-- decides in it, with a key that the role cannot read. The key comes to the app's process with the connection string.

-- Keys as the two blocks that HMAC-SHA256 puts before what it hashes (RFC 2104). The newest is in force.
create table seal_keys (
  id integer generated always as identity primary key,
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64),
  made_at timestamptz not null default now());
--> statement-breakpoint
create table spent_seals (nonce bytea primary key);
--> statement-breakpoint

-- What a seal is over: its nonce, how and where it is written, and each sealed column. Every value is hex, so that none runs
-- into the next; a moment (":ms") is its whole milliseconds since 1970.
create function sealed_text(nonce text, how text, place text, said jsonb, columns text[]) returns text language sql stable
set search_path = public, pg_temp as $$
  select concat_ws('|', nonce, how, place, case how when 'update' then said->>'id' else '-' end, string_agg(coalesce(
    encode(convert_to(case when c.moment = '' then said->>c.name else
      floor(extract(epoch from (said->>c.name)::timestamptz) * 1000)::bigint::text end, 'UTF8'), 'hex'), '-'), '|' order by c.at))
  from (select split_part(listed, ':', 1) as name, split_part(listed, ':', 2) as moment, at
        from unnest(columns) with ordinality as l (listed, at)) c
$$;
--> statement-breakpoint
create function mac_of(said text) returns text language sql stable set search_path = public, pg_temp as $$
  select encode(sha256(outer_pad || sha256(inner_pad || convert_to(said, 'UTF8'))), 'hex')
  from seal_keys order by id desc limit 1
$$;
--> statement-breakpoint

-- After every other BEFORE trigger of the table, by its name: it sees the row that will be written. It reads and writes what
-- the app's role cannot, and calls nothing that this role could have made. Who asks is who logged in: inside this function
-- everybody is its owner.
create function check_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said jsonb := to_jsonb(new);
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  how text := case tg_op when 'INSERT' then 'insert' else 'update' end;
  nonce text := split_part(new.seal, '.', 1);
  spent integer;
begin
  if tg_op = 'UPDATE' and not exists (
    select from unnest(array['id', 'seal'] || tg_argv) as l (listed)
    where said->split_part(listed, ':', 1) is distinct from was->split_part(listed, ':', 1)) then
    return new;
  end if;
  if new.seal is not distinct from was->>'seal'
    and pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    new.seal := null;
    return new;
  end if;
  if (new.seal ~ '^[0-9a-f]{32}[.][0-9a-f]{64}$'
    and split_part(new.seal, '.', 2) = mac_of(sealed_text(nonce, how, tg_table_name, said, tg_argv))) is not true then
    perform refuse('what_decides_is_sealed', format('this row of %s was not written by the app', tg_table_name));
  end if;
  if abs(extract(epoch from clock_timestamp()) * 1000 - ('x' || left(nonce, 12))::bit(48)::bigint) > 86400000 then
    perform refuse('a_seal_is_used_once', 'the seal is not of these days: whether it was used is not known');
  end if;
  insert into spent_seals values (decode(nonce, 'hex')) on conflict do nothing;
  get diagnostics spent = row_count;
  if spent <> 1 then
    perform refuse('a_seal_is_used_once', 'the seal was used before');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on sessions for each row
  execute function check_seal('id', 'person_id', 'created_at:ms', 'expires_at:ms');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on people for each row
  execute function check_seal('email', 'name', 'password_hash', 'switched_off_at:ms', 'demo');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on one_time_links for each row
  execute function check_seal('token_hash', 'purpose', 'person_id', 'made_by', 'agreed_by',
    'usable_from:ms', 'expires_at:ms', 'used_at:ms', 'created_at:ms');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on grants for each row
  execute function check_seal('person_id', 'site_id', 'section_id', 'role', 'given_by', 'agreed_by',
    'given_at:ms', 'effective_from:ms', 'ended_at:ms', 'ended_by');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on deputies for each row
  execute function check_seal('site_id', 'giver_id', 'deputy_id', 'from_at:ms', 'until_at:ms', 'ended_at:ms');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on redirects for each row
  execute function check_seal('site_id', 'from_path', 'to_document_id', 'to_url', 'made_by', 'agreed_by');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on office_events for each row
  execute function check_seal('site_id', 'person_id', 'by_id', 'kind', 'canonical');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on sites for each row
  execute function check_seal('key', 'host', 'name', 'language', 'time_zone', 'demo');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on sections for each row
  execute function check_seal('site_id', 'parent_id', 'name', 'slug', 'position', 'strict');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on tags for each row
  execute function check_seal('site_id', 'name', 'slug');
--> statement-breakpoint

-- What was done in the office is sealed as the text that it was written in, and is dated now.
create function check_office_event() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if the_owner_speaks() and new.canonical is null then
    return new;
  end if;
  if new.canonical::jsonb is distinct from new.payload then
    perform refuse('events_say_what_was_hashed', format('what was %s differs from its canonical text', new.kind));
  end if;
  if not is_now(new.at) then
    perform refuse('events_happen_now', format('what was %s is dated %s', new.kind, new.at));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger office_events_are_checked before insert on office_events for each row execute function check_office_event();
--> statement-breakpoint

-- A way in that has ended leads nowhere any more, whoever asks.
create function check_session() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.ended_at is not null and new.ended_at is null then
    perform refuse('a_session_is_never_revived', format('a session of person %s has ended', old.person_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sessions_are_checked before update on sessions for each row execute function check_session();
--> statement-breakpoint

-- Every step of a document is sealed as well: who confirmed which hash, each line of its history, what waits for its hour, and
-- what readers have.
create trigger what_decides_is_sealed before insert or update on approvals for each row
  execute function check_seal('document_id', 'revision_id', 'content_hash', 'person_id', 'for_person_id', 'step', 'kind');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on events for each row
  execute function check_seal('document_id', 'seq', 'prev_hash', 'hash');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on schedules for each row
  execute function check_seal('document_id', 'edition_id', 'move', 'due_at:ms', 'revision_id', 'set_by');
--> statement-breakpoint
create trigger what_decides_is_sealed before update on documents for each row
  execute function check_seal('site_id', 'language', 'visibility', 'live_revision_id', 'last_live_revision_id',
    'shown_at:ms', 'first_live_at:ms', 'live_since:ms', 'owed_since:ms', 'owed_by', 'hidden_at:ms', 'hidden_reason',
    'withdrawn_at:ms', 'withdrawn_reason', 'merged_into_id', 'migrated', 'imported_views');
