CREATE TABLE "files_beside" (
	"file_id" integer NOT NULL,
	"beside_id" integer NOT NULL,
	"which" text NOT NULL,
	CONSTRAINT "files_beside_file_id_beside_id_which_pk" PRIMARY KEY("file_id","beside_id","which"),
	CONSTRAINT "what_is_beside_is_a_poster_or_subtitles" CHECK ("files_beside"."which" in ('poster', 'subtitles'))
);
--> statement-breakpoint
ALTER TABLE "files_beside" ADD CONSTRAINT "files_beside_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files_beside" ADD CONSTRAINT "files_beside_beside_id_files_id_fk" FOREIGN KEY ("beside_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_that_have_one_beside" ON "files_beside" USING btree ("beside_id");--> statement-breakpoint

-- What a text's videos have beside them, of the files that its site has.
create function files_beside_in(content jsonb, site integer) returns table (file_id integer, beside_id integer, which text)
language sql stable set search_path = public, pg_temp as $$
  select distinct f.id, b.id, part.which
  from jsonb_path_query(content, '$.body.content[*] ? (@.type == "video")') video
  cross join lateral (values ('poster', video #>> '{attrs,poster,file}'), ('subtitles', video #>> '{attrs,subtitles,file}')) part (which, hash)
  join files f on f.site_id = site and f.sha256 = video #>> '{attrs,file}'
  join files b on b.site_id = site and b.sha256 = part.hash
$$;
--> statement-breakpoint

-- Every text was a draft once: what is beside a video is written down there.
create function keep_files_beside() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into files_beside (file_id, beside_id, which)
    select b.file_id, b.beside_id, b.which
    from files_beside_in(new.content, (select site_id from documents where id = new.document_id)) b
    join files f on f.id = b.file_id join files p on p.id = b.beside_id
    -- One that ends in the bin meanwhile is waited for, and passed over: no save fails for it.
    for key share of f, p
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger files_beside_in_a_draft after insert or update of content on draft_buffers for each row execute function keep_files_beside();
--> statement-breakpoint

-- Texts of before: those that name a video.
insert into files_beside (file_id, beside_id, which)
  select b.file_id, b.beside_id, b.which
  from files f join draft_files n on n.sha256 = f.sha256
  join draft_buffers t on t.edition_id = n.edition_id join documents d on d.id = t.document_id and d.site_id = f.site_id
  cross join lateral files_beside_in(t.content, d.site_id) b
  where f.media_type like 'video/%'
  on conflict do nothing;
--> statement-breakpoint
insert into files_beside (file_id, beside_id, which)
  select b.file_id, b.beside_id, b.which
  from files f join revision_files n on n.sha256 = f.sha256
  join revisions r on r.id = n.revision_id join documents d on d.id = n.document_id and d.site_id = f.site_id
  cross join lateral files_beside_in(r.canonical::jsonb, d.site_id) b
  where f.media_type like 'video/%'
  on conflict do nothing;
