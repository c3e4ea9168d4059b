ALTER TABLE "file_cuts" ADD COLUMN "unused_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "cuts_that_nobody_shows" ON "file_cuts" USING btree ("id") WHERE "file_cuts"."unused_since" is not null;--> statement-breakpoint

-- Since when a cut is shown by no text may change; all else as in 0025.
create or replace function check_file_cut() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{width,height,state,failure,renditions,made_with,placeholder,unused_since}';
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later
    or (old.width is not null and new.width is distinct from old.width)
    or (old.height is not null and new.height is distinct from old.height)
    or (old.state = 'ready' and new.state <> 'ready') then
    perform refuse('a_cut_is_what_it_was', format('cut %s of file %s is %s', old.id, old.file_id, old.cut));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Whether a text of a site shows this cut of a file, kept or being written. Few drafts name one file: of those, the
-- texts are read in which the cut's word stands at all (it is digits and dashes, which JSON spells as they are).
create function is_cut_shown(site integer, hash text, spelt text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce((select true from revision_files r
      where r.sha256 = hash and r.cut = spelt and site = (select d.site_id from documents d where d.id = r.document_id)
      order by r.sha256, r.cut, r.revision_id desc limit 1), false)
    or coalesce((select true from draft_files b
      join editions e on e.id = b.edition_id and e.state <> 'closed'
      join documents d on d.id = b.document_id and d.site_id = site
      join draft_buffers t on t.edition_id = b.edition_id and position(spelt in t.content::text) > 0
      cross join lateral files_named_by(t.content::text) n
      where b.sha256 = hash and n.sha256 = hash and n.cut = spelt limit 1), false)
$$;
--> statement-breakpoint

-- A cut that was found to be shown by no text goes, if that is so: each can be made again. Whoever asks for it at the same moment
-- takes the word back that nobody shows it, and holds its row.
-- @returns the hash of its file; null where it stays
create function forget_unused_cut(cut_row integer) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone text;
begin
  delete from file_cuts c using files f where c.id = cut_row and f.id = c.file_id
    and c.unused_since is not null and not is_cut_shown(f.site_id, f.sha256, c.cut)
    returning f.sha256 into gone;
  return gone;
end $$;
--> statement-breakpoint
revoke execute on function forget_unused_cut(integer) from public;
