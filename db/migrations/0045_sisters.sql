CREATE UNIQUE INDEX "one_sister_that_readers_know" ON "documents" USING btree ("sister_of_id","language") WHERE "documents"."sister_of_id" is not null and "documents"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "sisters_of_a_document" ON "documents" USING btree ("sister_of_id","id") WHERE "documents"."sister_of_id" is not null;--> statement-breakpoint
CREATE INDEX "live_translations_by_number" ON "documents" USING btree ("site_id","id") WHERE "documents"."kind" = 'translation' and "documents"."visibility" = 'live';
--> statement-breakpoint

-- An English sister stands under /en, and nothing at the root is in its way.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single) values
  ('translation', 'title', 'slug', null, '{standfirst,lead}', false);
--> statement-breakpoint

-- A document is the sister of another one from its first moment on, and stays it: of an article or a page of its own site, in another
-- language. What is written in one language alone is the sister of nothing.
create function check_sister() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.sister_of_id is distinct from old.sister_of_id or new.language <> old.language then
      perform refuse('a_sister_stays_a_sister', format('document %s is the sister of %s', old.id, coalesce(old.sister_of_id::text, 'none')));
    end if;
    return new;
  end if;
  if (new.kind = 'translation') <> (new.sister_of_id is not null) or (new.kind = 'translation' and new.language <> 'en') then
    perform refuse('a_translation_is_a_sister', format('a %s in %s cannot be the sister of %s', new.kind, new.language, coalesce(new.sister_of_id::text, 'none')));
  end if;
  if new.sister_of_id is not null and not exists (
    select from documents o where o.id = new.sister_of_id and o.site_id = new.site_id and o.kind in ('article', 'page')) then
    perform refuse('sisters_are_of_articles_and_pages', format('site %s has no article or page %s', new.site_id, new.sister_of_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sisters_are_checked before insert or update of sister_of_id, language on documents
  for each row execute function check_sister();
--> statement-breakpoint

-- As in 0043; beside it what a site has in English of its articles.
create or replace function lines_of(ids integer[])
returns table (list text, of_id integer, day date, at timestamptz, document_id integer, edition_id integer)
language sql stable set search_path = public, pg_temp as $$
  with listed as (
    select d.id, d.kind, d.site_id, d.sister_of_id, d.shown_at, s.time_zone from documents d join sites s on s.id = d.site_id
    where d.id = any(ids) and d.kind in ('article', 'topic', 'translation') and d.visibility = 'live'
  ), live as (
    select l.id, l.site_id, l.shown_at from listed l where l.kind = 'article'
  ), lines (list, of_id, at, document_id, edition_id) as (
    select 'site', l.site_id, l.shown_at, l.id, null::integer from live l
    union all
    select 'tag', t.tag_id, l.shown_at, l.id, null from live l join document_tags t on t.document_id = l.id
    union all
    select 'author', a.id, l.shown_at, l.id, null
      from named_in(ids) n join authors a on a.site_id = n.site_id and a.key = n.key join live l on l.id = n.document_id
    union all
    select 'corrections', l.site_id, said.closed_at, l.id, said.id from live l join lateral (
      select e.id, e.closed_at, coalesce(r.head ->> 'correction', '') as note,
        coalesce(lag(r.head ->> 'correction') over (order by e.number), '') as before
      from editions e join revisions r on r.id = e.published_revision_id where e.document_id = l.id
    ) said on said.note <> '' and said.note <> said.before
    union all
    select case chosen.choice when 'pinned' then 'topic_pinned' else 'topic' end, chosen.topic_id, l.shown_at, l.id, null
      from live l join lateral (
        select distinct on (c.topic_id) c.topic_id, c.choice from topic_choices c
        where c.article_id = l.id order by c.topic_id, c.id desc
      ) chosen on chosen.choice <> 'removed'
    union all
    select 'topics', l.site_id, l.shown_at, l.id, null from listed l where l.kind = 'topic'
    union all
    select 'answers', l.site_id, l.shown_at, l.id, null
      from live l join documents d on d.id = l.id where d.card ->> 'kind' = 'qa'
    union all
    select 'english', l.site_id, l.shown_at, l.id, null
      from listed l join documents original on original.id = l.sister_of_id and original.kind = 'article'
  )
  select n.list, n.of_id, (n.at at time zone l.time_zone)::date, n.at, n.document_id, n.edition_id
  from lines n join listed l on l.id = n.document_id
$$;
