ALTER TABLE "mail_choices" DROP CONSTRAINT "a_choice_is_about_a_kind_of_mail";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "a_mail_is_about_one_thing";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "a_mail_says_why";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "name_proposal_id" bigint;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_name_proposal_id_office_events_id_fk" FOREIGN KEY ("name_proposal_id") REFERENCES "public"."office_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_mail_about_a_name_of_a_section" ON "mails" USING btree ("person_id","name_proposal_id") WHERE "mails"."name_proposal_id" is not null;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "a_choice_is_about_a_kind_of_mail" CHECK ("mail_choices"."kind" in ('returned', 'waiting', 'published', 'missed', 'owed', 'asked', 'answered', 'licence'));--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "a_mail_is_about_one_thing" CHECK (num_nonnulls("mails"."document_id", "mails"."grant_id", "mails"."link_id", "mails"."licences_on", "mails"."file_event_id", "mails"."name_proposal_id") = 1);--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "a_mail_says_why" CHECK (cardinality("mails"."kinds") > 0 and "mails"."kinds" <@ '{returned,waiting,published,missed,owed,asked,answered,licence}'::text[]);--> statement-breakpoint

-- As in 0045; beside it the corrections of what a site has in English, of articles and of pages.
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
    select case l.kind when 'article' then 'corrections' else 'english_corrections' end, l.site_id, said.closed_at, l.id, said.id
      from listed l join lateral (
        select e.id, e.closed_at, coalesce(r.head ->> 'correction', '') as note,
          coalesce(lag(r.head ->> 'correction') over (order by e.number), '') as before
        from editions e join revisions r on r.id = e.published_revision_id where e.document_id = l.id
      ) said on said.note <> '' and said.note <> said.before
      where l.kind in ('article', 'translation')
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
--> statement-breakpoint
select line_up(array(select id from documents where kind = 'translation' and visibility = 'live'));
