CREATE TABLE "topic_choices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topic_choices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"topic_id" integer NOT NULL,
	"article_id" integer NOT NULL,
	"choice" text NOT NULL,
	"by_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "a_choice_is_one_of_four" CHECK ("topic_choices"."choice" in ('added', 'removed', 'pinned', 'unpinned'))
);
--> statement-breakpoint
ALTER TABLE "topic_choices" ADD CONSTRAINT "topic_choices_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_choices" ADD CONSTRAINT "topic_choices_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_choices" ADD CONSTRAINT "a_choice_is_for_a_document_of_its_site" FOREIGN KEY ("site_id","topic_id") REFERENCES "public"."documents"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_choices" ADD CONSTRAINT "a_choice_is_of_a_document_of_its_site" FOREIGN KEY ("site_id","article_id") REFERENCES "public"."documents"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "choices_of_a_topic" ON "topic_choices" USING btree ("topic_id","article_id","id");--> statement-breakpoint
CREATE INDEX "choices_of_an_article" ON "topic_choices" USING btree ("article_id","topic_id","id");--> statement-breakpoint
CREATE INDEX "newest_choices_of_a_topic" ON "topic_choices" USING btree ("topic_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_topic_for_an_address" ON "documents" USING btree ("site_id","slug") WHERE "documents"."kind" = 'topic' and "documents"."slug" is not null;
--> statement-breakpoint

-- A topic stands under /chu-de, and nothing at the root is in its way.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single) values
  ('topic', 'title', 'slug', null, '{standfirst,lead}', false);
--> statement-breakpoint

create trigger what_decides_is_sealed before insert or update on topic_choices for each row
  execute function check_seal('site_id', 'topic_id', 'article_id', 'choice', 'by_id');
--> statement-breakpoint
create trigger choices_are_final before update or delete on topic_choices
  for each row execute function refuse_rewriting('choices_are_final');
--> statement-breakpoint
create trigger choices_are_never_truncated before truncate on topic_choices
  for each statement execute function refuse_rewriting('choices_are_final');
--> statement-breakpoint

-- One press of an editor or approver, of any section of the site, puts a live article into a topic. Both documents stay as they are
-- until the transaction ends: an article that goes meanwhile leaves the topic, and two presses see each other.
create function check_choice() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  stands text;
begin
  perform from documents d where d.id in (new.topic_id, new.article_id) order by d.id for no key update;
  if not exists (select from documents d where d.id = new.topic_id and d.kind = 'topic')
    or not exists (select from documents d where d.id = new.article_id and d.kind = 'article') then
    perform refuse('articles_stand_in_topics', format('document %s cannot stand in document %s', new.article_id, new.topic_id));
  end if;
  if not exists (
    select from grants g join people p on p.id = g.person_id and p.switched_off_at is null
    where g.person_id = new.by_id and g.site_id = new.site_id and g.role in ('editor', 'approver')
      and g.ended_at is null and g.effective_from <= now()) then
    perform refuse('editors_choose', format('person %s does not edit site %s', new.by_id, new.site_id));
  end if;
  if is_now(new.at) is not true then
    perform refuse('a_choice_is_made_now', format('topic %s was not chosen for at %s', new.topic_id, new.at));
  end if;
  select c.choice into stands from topic_choices c
    where c.topic_id = new.topic_id and c.article_id = new.article_id order by c.id desc limit 1;
  if new.choice <> all (case
      when stands is null or stands = 'removed' then array['added']
      when stands = 'pinned' then array['removed', 'unpinned']
      else array['removed', 'pinned'] end) then
    perform refuse('a_choice_changes_something', format('article %s cannot be %s in topic %s', new.article_id, new.choice, new.topic_id));
  end if;
  if new.choice = 'added' and not exists (select from documents d where d.id = new.article_id and d.visibility = 'live') then
    perform refuse('what_is_live_is_chosen', format('readers have no article %s', new.article_id));
  end if;
  if new.choice = 'pinned' and (
    select count(*) from (
      select distinct on (c.article_id) c.choice from topic_choices c
      where c.topic_id = new.topic_id order by c.article_id, c.id desc) newest
    where newest.choice = 'pinned') >= 5 then
    perform refuse('a_topic_pins_five', format('topic %s has five pinned articles', new.topic_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger choices_are_made_by_the_rules before insert on topic_choices for each row execute function check_choice();
--> statement-breakpoint

-- What shows the topic, and the article with its topics, is forgotten with the press.
create function check_choice_is_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from announcements n where n.xact = pg_current_xact_id() and n.site_id = new.site_id
      and n.facts @> array[format('list:topic:%s', new.topic_id), format('document:%s', new.article_id)]) then
    perform refuse('readers_pages_are_told', format('no instance was told what was chosen for topic %s', new.topic_id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger what_is_chosen_is_told after insert on topic_choices
  deferrable initially deferred for each row execute function check_choice_is_told();
--> statement-breakpoint

-- As in 0037; beside it in which topics a live article stands, and which topics a site has.
create or replace function lines_of(ids integer[])
returns table (list text, of_id integer, day date, at timestamptz, document_id integer, edition_id integer)
language sql stable set search_path = public, pg_temp as $$
  with listed as (
    select d.id, d.kind, d.site_id, d.shown_at, s.time_zone from documents d join sites s on s.id = d.site_id
    where d.id = any(ids) and d.kind in ('article', 'topic') and d.visibility = 'live'
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
  )
  select n.list, n.of_id, (n.at at time zone l.time_zone)::date, n.at, n.document_id, n.edition_id
  from lines n join listed l on l.id = n.document_id
$$;
--> statement-breakpoint

create function line_up_chosen_articles() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform line_up(array(select distinct c.article_id from changed c));
  return null;
end $$;
--> statement-breakpoint
create trigger chosen_articles_are_lined_up after insert on topic_choices
  referencing new table as changed for each statement execute function line_up_chosen_articles();
--> statement-breakpoint
alter table topic_choices enable always trigger chosen_articles_are_lined_up;
