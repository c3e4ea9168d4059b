CREATE TABLE "file_events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "file_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"by_id" integer,
	"reason" text DEFAULT '' NOT NULL,
	"ask_id" integer,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "a_deed_names_a_file_by_its_hash" CHECK ("file_events"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_deed_is_of_a_known_kind" CHECK ("file_events"."kind" in ('hidden', 'shown', 'binned', 'restored', 'erase_asked', 'erase_withdrawn', 'erased', 'erased_again', 'swept')),
	CONSTRAINT "who_hides_or_asks_to_erase_says_why" CHECK ("file_events"."kind" not in ('hidden', 'erase_asked') or "file_events"."reason" <> ''),
	CONSTRAINT "an_answer_is_to_an_asking" CHECK (("file_events"."kind" in ('erase_withdrawn', 'erased')) = ("file_events"."ask_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "a_ready_file_has_what_readers_get";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "a_mail_is_about_one_thing";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "binned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "file_event_id" integer;--> statement-breakpoint
ALTER TABLE "file_events" ADD CONSTRAINT "file_events_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_events" ADD CONSTRAINT "file_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_events" ADD CONSTRAINT "file_events_ask_id_file_events_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."file_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "an_asking_is_answered_once" ON "file_events" USING btree ("ask_id") WHERE "file_events"."ask_id" is not null;--> statement-breakpoint
CREATE INDEX "deeds_of_a_file" ON "file_events" USING btree ("site_id","sha256","id");--> statement-breakpoint
CREATE INDEX "erased_files" ON "file_events" USING btree ("sha256") WHERE "file_events"."kind" in ('erased', 'erased_again');--> statement-breakpoint
CREATE INDEX "erasures_asked_for" ON "file_events" USING btree ("site_id","id") WHERE "file_events"."kind" = 'erase_asked';--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_file_event_id_file_events_id_fk" FOREIGN KEY ("file_event_id") REFERENCES "public"."file_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_in_the_bin" ON "files" USING btree ("site_id","binned_at","id") WHERE "files"."binned_at" is not null;--> statement-breakpoint
CREATE INDEX "files_that_are_hidden" ON "files" USING btree ("site_id","uploaded_at","id") WHERE "files"."hidden";--> statement-breakpoint
CREATE UNIQUE INDEX "one_mail_about_an_erasure" ON "mails" USING btree ("person_id","file_event_id") WHERE "mails"."file_event_id" is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_ready_file_has_what_readers_get" CHECK ("files"."erased" or "files"."state" <> 'ready' or ("files"."made_with" is not null and ("files"."media_type" not like 'image/%'
        or (jsonb_array_length("files"."renditions") > 0 and num_nulls("files"."width", "files"."height") = 0))));--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "a_mail_is_about_one_thing" CHECK (num_nonnulls("mails"."document_id", "mails"."grant_id", "mails"."link_id", "mails"."licences_on", "mails"."file_event_id") = 1);--> statement-breakpoint

create trigger what_decides_is_sealed before insert or update on file_events for each row
  execute function check_seal('site_id', 'sha256', 'kind', 'by_id', 'reason', 'ask_id');
--> statement-breakpoint
create trigger file_events_are_final before update or delete on file_events
  for each row execute function refuse_rewriting('file_events_are_final');
--> statement-breakpoint
create trigger file_events_are_never_truncated before truncate on file_events
  for each statement execute function refuse_rewriting('file_events_are_final');
--> statement-breakpoint

-- The highest role in force of a person anywhere on a site, as in rank_on_site. Files stand in no section.
create function rank_anywhere(who integer, site integer) returns integer language sql stable set search_path = public, pg_temp as $$
  select coalesce(max(case g.role when 'approver' then 3 when 'editor' then 2 when 'reporter' then 1 else 0 end), 0)
  from grants g
  join people on people.id = g.person_id and people.switched_off_at is null
  where g.person_id = who and g.site_id = site and g.ended_at is null and g.effective_from <= now()
$$;
--> statement-breakpoint

-- Whether any text of a site names a file, kept or being written. One text after the other, the newest first: as a join all texts
-- were read with the picture that stands in all of them.
create function is_named_on_site(site integer, hash text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce((select true from revision_files r
      where r.sha256 = hash and site = (select d.site_id from documents d where d.id = r.document_id)
      order by r.sha256, r.revision_id desc limit 1), false)
    or coalesce((select true from draft_files b
      where b.sha256 = hash and site = (select d.site_id from documents d where d.id = b.document_id) limit 1), false)
$$;
--> statement-breakpoint

-- The asking for a file's erasure that nobody has answered.
create function asked_to_erase(site integer, hash text) returns file_events language sql stable set search_path = public, pg_temp as $$
  select e from file_events e where e.site_id = site and e.sha256 = hash and e.kind = 'erase_asked'
    and not exists (select from file_events a where a.ask_id = e.id) order by e.id desc limit 1
$$;
--> statement-breakpoint

create function is_erased_on_site(site integer, hash text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from file_events where site_id = site and sha256 = hash and kind in ('erased', 'erased_again'))
$$;
--> statement-breakpoint

-- Who may do what, after what. The file's row is held before anything is looked up: of two who come at once the second one sees
-- what the first one did; and so does whoever has just put the file into a text (note_uses), or does it next.
create function check_file_event() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  file files;
  asked file_events;
  rank integer := rank_anywhere(new.by_id, new.site_id);
  least_rank integer := case when new.kind in ('shown', 'erased') then 3
    when new.kind in ('hidden', 'erase_asked', 'erase_withdrawn') then 2 else 1 end;
  follows boolean;
begin
  select * into file from files where site_id = new.site_id and sha256 = new.sha256 for no key update;
  asked := asked_to_erase(new.site_id, new.sha256);
  if not is_now(new.at) then
    perform refuse('events_happen_now', format('what was %s is dated %s', new.kind, new.at));
  end if;
  if (new.kind in ('erased_again', 'swept')) is distinct from (new.by_id is null) or new.by_id is not null
    and (rank < least_rank or new.kind = 'binned' and rank < 2 and new.by_id is distinct from file.uploaded_by) then
    perform refuse('who_may_let_a_file_go', format('person %s may not have file %s %s', new.by_id, new.sha256, new.kind));
  end if;
  if new.kind = 'erased' and new.by_id = asked.by_id then
    perform refuse('nobody_erases_a_file_alone', format('person %s has asked for it', new.by_id));
  end if;
  follows := case new.kind
    when 'hidden' then not file.erased and not file.hidden
    when 'shown' then not file.erased and file.hidden and asked.id is null
    when 'binned' then not file.erased and file.binned_at is null
    when 'restored' then file.binned_at is not null
    when 'erase_asked' then not file.erased and asked.id is null
    when 'erase_withdrawn' then asked.id = new.ask_id
    when 'erased' then not file.erased and asked.id = new.ask_id
    when 'erased_again' then not (is_erased_on_site(new.site_id, new.sha256) and coalesce(file.erased, true))
    when 'swept' then is_erased_on_site(new.site_id, new.sha256)
  end;
  if follows is not true then
    perform refuse('a_deed_follows_from_the_last', format('file %s is not such that it could be %s', new.sha256, new.kind));
  end if;
  if new.kind = 'binned' and is_named_on_site(new.site_id, new.sha256) then
    perform refuse('a_file_in_use_stays', format('texts name file %s', new.sha256));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger file_events_are_checked before insert on file_events for each row execute function check_file_event();
--> statement-breakpoint

-- What was done is so at once. Of an erased file the row stays, with nothing of what was in it or said of it.
create function carry_out_file_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind in ('erased', 'erased_again') then
    delete from file_cuts c using files f where f.id = c.file_id and f.site_id = new.site_id and f.sha256 = new.sha256;
    update files set erased = true, binned_at = null, name = '', caption = '', credit = '', alt = '', creator = '', copyright = '',
      keywords = '{}', taken_at = null, text = '', pages = null, placeholder = '', renditions = '[]', likeness = null, version = version + 1,
      owner = '', licence = null, licence_name = '', licence_end = null, rights_note = '', people_shown = null, children_basis = null,
      consent_holder = '', ai = 'none', rights_by = new.by_id
      where site_id = new.site_id and sha256 = new.sha256;
    -- Who holds the consent of a child's parents is told nobody any more, nor which event it was.
    delete from file_rights r using files f where f.id = r.file_id and f.site_id = new.site_id and f.sha256 = new.sha256;
    delete from collection_files c using files f where f.id = c.file_id and f.site_id = new.site_id and f.sha256 = new.sha256;
    delete from licence_notices n using files f where f.id = n.file_id and f.site_id = new.site_id and f.sha256 = new.sha256;
  else
    update files set hidden = case new.kind when 'hidden' then true when 'shown' then false else hidden end,
      binned_at = case new.kind when 'binned' then new.at when 'restored' then null else binned_at end
      where site_id = new.site_id and sha256 = new.sha256 and new.kind in ('hidden', 'shown', 'binned', 'restored');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger file_events_are_carried_out after insert on file_events for each row execute function carry_out_file_event();
--> statement-breakpoint

-- Whoever brings the same bytes once more: they stay erased, also where an older copy of the database has lost the file's row.
create function check_new_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if is_erased_on_site(new.site_id, new.sha256) then
    perform refuse('an_erased_file_stays_away', format('file %s was erased', new.sha256));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger new_files_are_checked before insert on files for each row execute function check_new_file();
--> statement-breakpoint

-- Words, and what the database itself says of its uses and of where it has gone, may change later. (hidden, binned_at are new.)
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,caption,credit,alt,creator,copyright,keywords,taken_at,erased,pages,text,version,changed_by,changed_at,used,live,bare_words,likeness,likeness_parts,macros_by,hidden,binned_at}';
  -- The columns of rights.
  rights text[] := '{owner,licence,licence_name,licence_end,rights_note,people_shown,children_basis,consent_holder,ai,rights_version,rights_by,rights_at}';
begin
  later := later || rights;
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.erased and not new.erased)
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready')
    or (old.macros_by is not null and new.macros_by is distinct from old.macros_by) then
    perform refuse('a_file_is_what_it_was', format('file %s is %s', old.id, old.sha256));
  end if;
  if (new.hidden, new.binned_at, new.erased) is distinct from (old.hidden, old.binned_at, old.erased) and not the_owner_speaks() then
    perform refuse('a_file_goes_as_its_deeds_say', format('nothing was done to file %s', old.sha256));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- A file that comes into use is in no bin: no draft is refused for one.
create or replace function note_uses(site integer, hashes text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  hash text;
begin
  perform from files where site_id = site and sha256 = any(hashes) order by sha256 for no key update;
  foreach hash in array hashes loop
    update files f set used = found.used, live = found.live, binned_at = case when found.used then null else f.binned_at end
    -- One text after the other, the newest first: as a join all texts were read with the picture that stands in all of them.
    from (select is_named_on_site(site, hash) as used,
        coalesce((select true from revision_files r
          where r.sha256 = hash and r.revision_id = (select d.live_revision_id from documents d where d.id = r.document_id and d.site_id = site)
          order by r.sha256, r.revision_id desc limit 1), false) as live) found
    where f.site_id = site and f.sha256 = hash and (f.used, f.live) is distinct from (found.used, found.live);
  end loop;
end $$;
--> statement-breakpoint

-- Nobody reads about a picture that is not there, nor about a part of one that is not. What readers had before comes back to them
-- without what was hidden or erased meanwhile: the text that was signed is the same.
create or replace function check_files_of_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  comes_back boolean := new.live_revision_id is not distinct from old.last_live_revision_id;
  missing text;
begin
  select concat_ws('/', n.sha256, nullif(n.cut, '')) into missing from revision_files n
    left join files f on f.site_id = new.site_id and f.sha256 = n.sha256
    left join file_cuts c on c.file_id = f.id and c.cut = n.cut
    where n.revision_id = new.live_revision_id
      and (f.id is null or case when f.erased or f.hidden then not comes_back
        else (case n.cut when '' then f.state else c.state end) is distinct from 'ready' end) limit 1;
  if missing is not null then
    perform refuse('a_live_text_has_its_files', format('document %s names file %s, which is not ready', new.id, missing));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- As before; what readers do not get needs no right.
create or replace function check_rights_of_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  without text;
begin
  select n.sha256 into without from revision_files n join files f on f.site_id = new.site_id and f.sha256 = n.sha256
    where n.revision_id = new.live_revision_id and not f.erased and not f.hidden
      and (f.licence_end < today_here()
        or (f.people_shown = 'children' and (f.children_basis is null or f.consent_holder = ''))
        or (f.asks_rights and num_nulls(f.licence, f.people_shown) > 0)) limit 1;
  if without is not null then
    perform refuse('a_live_text_has_the_right_to_its_files', format('document %s names file %s without the right to show it', new.id, without));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- A file that was in the bin for thirty days and that nothing names goes: its row, for its bytes a job is queued. One that is hidden
-- stays hidden, and so does its row: brought once more it would be one that nobody has hidden.
-- @returns its hash; null where it stays
create function forget_binned_file(file integer) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone text;
begin
  -- Held before it is looked whether a text names it: what comes later waits, and finds no file.
  perform from files where id = file for update;
  delete from files f where f.id = file and f.binned_at < now() - interval '30 days' and not f.erased and not f.hidden
    and not is_named_on_site(f.site_id, f.sha256) and (asked_to_erase(f.site_id, f.sha256)).id is null
    returning f.sha256 into gone;
  return gone;
end $$;
--> statement-breakpoint
revoke execute on function forget_binned_file(integer) from public;
