CREATE TABLE "question_deeds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_deeds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"question_id" integer NOT NULL,
	"deed" text NOT NULL,
	"person_id" integer,
	"document_id" integer,
	"reason" text,
	"by_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "a_deed_is_one_of_five" CHECK ("question_deeds"."deed" in ('given', 'answering', 'closed', 'reopened', 'contact_seen')),
	CONSTRAINT "a_deed_says_what_it_needs" CHECK (("question_deeds"."deed" = 'given') = ("question_deeds"."person_id" is not null) and ("question_deeds"."deed" = 'closed') = ("question_deeds"."reason" is not null)
        and ("question_deeds"."deed" = 'answering' or "question_deeds"."reason" is not distinct from 'answered_already') = ("question_deeds"."document_id" is not null)),
	CONSTRAINT "a_question_is_closed_for_a_reason" CHECK ("question_deeds"."reason" in ('elsewhere', 'answered_already', 'no_question', 'too_little'))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"code_hash" text NOT NULL,
	"subject" text,
	"words" text,
	"name" text,
	"contact" text,
	"place" text,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "questions_site_id_id_unique" UNIQUE("site_id","id"),
	CONSTRAINT "a_code_is_kept_as_its_hash" CHECK ("questions"."code_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_question_is_whole_or_erased" CHECK (num_nonnulls("questions"."subject", "questions"."words", "questions"."name", "questions"."contact", "questions"."place") = case when "questions"."erased_at" is null then 5 else 0 end),
	CONSTRAINT "a_question_has_bounds" CHECK ((length("questions"."subject") between 1 and 200 and length("questions"."words") between 1 and 4000 and length("questions"."name") between 1 and 120
        and length("questions"."contact") <= 200 and length("questions"."place") <= 200) is not false)
);
--> statement-breakpoint
ALTER TABLE "question_deeds" ADD CONSTRAINT "question_deeds_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_deeds" ADD CONSTRAINT "question_deeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_deeds" ADD CONSTRAINT "question_deeds_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_deeds" ADD CONSTRAINT "a_deed_is_for_a_question_of_its_site" FOREIGN KEY ("site_id","question_id") REFERENCES "public"."questions"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_deeds" ADD CONSTRAINT "an_answer_is_a_document_of_its_site" FOREIGN KEY ("site_id","document_id") REFERENCES "public"."documents"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deeds_of_a_question" ON "question_deeds" USING btree ("question_id","deed","id");--> statement-breakpoint
CREATE UNIQUE INDEX "an_answer_is_begun_for_one_question" ON "question_deeds" USING btree ("document_id") WHERE "question_deeds"."deed" = 'answering';--> statement-breakpoint
CREATE UNIQUE INDEX "one_question_for_a_code" ON "questions" USING btree ("site_id","code_hash");--> statement-breakpoint
CREATE INDEX "questions_with_words" ON "questions" USING btree ("site_id","id") WHERE "questions"."erased_at" is null;
--> statement-breakpoint

create trigger what_decides_is_sealed before insert or update on question_deeds for each row
  execute function check_seal('site_id', 'question_id', 'deed', 'person_id', 'document_id', 'reason', 'by_id');
--> statement-breakpoint
create trigger deeds_are_final before update or delete on question_deeds
  for each row execute function refuse_rewriting('deeds_are_final');
--> statement-breakpoint
create trigger deeds_are_never_truncated before truncate on question_deeds
  for each statement execute function refuse_rewriting('deeds_are_final');
--> statement-breakpoint

-- A question comes in now, and has every word that it has from the first moment on.
create function check_question() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if is_now(new.sent_at) is not true or new.erased_at is not null then
    perform refuse('a_question_is_asked_now', format('a question of site %s is dated %s', new.site_id, new.sent_at));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger questions_are_asked_by_the_rules before insert on questions for each row execute function check_question();
--> statement-breakpoint

-- Whether somebody has one of these roles in force, in whatever section of a site.
create function holds_anywhere(person integer, site integer, roles text[]) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from grants g join people p on p.id = g.person_id and p.switched_off_at is null
    where g.person_id = person and g.site_id = site and g.role = any(roles)
      and g.ended_at is null and g.effective_from <= now())
$$;
--> statement-breakpoint

-- The document that answers a question, of all that were begun for it: what readers have, then what is hidden or written, then the
-- newest. One that was withdrawn may come back while another is written.
create function answer_of(question integer) returns integer
language sql stable set search_path = public, pg_temp as $$
  select d.id from question_deeds q join documents d on d.id = q.document_id
  where q.question_id = question and q.deed = 'answering'
  order by d.visibility = 'live' desc, d.visibility = 'hidden' or exists (
    select from editions e where e.document_id = d.id and e.state <> 'closed') desc, q.id desc
  limit 1
$$;
--> statement-breakpoint

-- Editors and approvers, of any section, give a question away, close it and open it again. Whoever it was given to last begins its
-- answer as well, and sees who asked. Deeds for one question come one after the other.
create function check_question_deed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  edits boolean := holds_anywhere(new.by_id, new.site_id, array['editor', 'approver']);
  is_closed boolean;
  has_answer boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(format('question %s', new.question_id), 0));
  if new.deed in ('given', 'closed', 'reopened') and not edits then
    perform refuse('editors_decide_on_questions', format('person %s does not edit site %s', new.by_id, new.site_id));
  end if;
  if not edits and not (holds_anywhere(new.by_id, new.site_id, array['reporter']) and new.by_id is not distinct from (
      select d.person_id from question_deeds d where d.question_id = new.question_id and d.deed = 'given' order by d.id desc limit 1)) then
    perform refuse('questions_are_answered_by_whom_they_are_given',
      format('question %s was not given to person %s', new.question_id, new.by_id));
  end if;
  if new.deed = 'given' and not holds_anywhere(new.person_id, new.site_id, array['reporter', 'editor', 'approver']) then
    perform refuse('questions_are_given_to_who_writes', format('person %s does not write for site %s', new.person_id, new.site_id));
  end if;
  if is_now(new.at) is not true then
    perform refuse('a_deed_is_done_now', format('a deed for question %s is dated %s', new.question_id, new.at));
  end if;
  if exists (select from questions q where q.id = new.question_id and q.erased_at is not null) then
    perform refuse('an_erased_question_rests', format('question %s was erased', new.question_id));
  end if;
  select d.deed = 'closed' into is_closed from question_deeds d
    where d.question_id = new.question_id and d.deed in ('closed', 'reopened') order by d.id desc limit 1;
  if new.deed <> 'contact_seen' and coalesce(is_closed, false) is distinct from (new.deed = 'reopened') then
    perform refuse('a_deed_follows_what_was', format('question %s cannot be %s as it stands', new.question_id, new.deed));
  end if;
  if new.document_id is not null and not exists (
      select from documents d where d.id = new.document_id and d.kind = 'article'
        and (new.deed = 'answering' or d.visibility = 'live')) then
    perform refuse('questions_are_answered_by_articles', format('document %s answers no question', new.document_id));
  end if;
  has_answer := exists (
    select from documents d where d.id = answer_of(new.question_id) and (d.visibility in ('live', 'hidden') or exists (
      select from editions e where e.document_id = d.id and e.state <> 'closed')));
  if new.deed = 'closed' and has_answer then
    perform refuse('what_is_answered_is_not_closed', format('question %s has an answer', new.question_id));
  end if;
  if new.deed = 'answering' and has_answer then
    perform refuse('a_question_has_one_answer', format('question %s has an answer', new.question_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger deeds_are_done_by_the_rules before insert on question_deeds for each row execute function check_question_deed();
--> statement-breakpoint

-- Who asked, and in which words, is kept for ninety days after a question is closed, or its answer first went out, and no
-- longer, whatever became of that answer since (features/questions/kept.ts says it to readers).
create function forget_old_questions() returns bigint
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    update questions q set erased_at = now(), subject = null, words = null, name = null, contact = null, place = null
    where q.erased_at is null and (
      (select d.deed = 'closed' and d.at < now() - interval '90 days' from question_deeds d
        where d.question_id = q.id and d.deed in ('closed', 'reopened') order by d.id desc limit 1)
      or exists (select from question_deeds d join documents a on a.id = d.document_id
        where d.question_id = q.id and d.deed = 'answering' and a.first_live_at < now() - interval '90 days'))
    returning 1
  ) select count(*) from gone
$$;
--> statement-breakpoint
revoke execute on function forget_old_questions() from public;
--> statement-breakpoint

-- As in 0040; beside it which live articles are questions with their answers.
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
    union all
    select 'answers', l.site_id, l.shown_at, l.id, null
      from live l join documents d on d.id = l.id where d.card ->> 'kind' = 'qa'
  )
  select n.list, n.of_id, (n.at at time zone l.time_zone)::date, n.at, n.document_id, n.edition_id
  from lines n join listed l on l.id = n.document_id
$$;
--> statement-breakpoint
select line_up(array(select id from documents where visibility = 'live' and card ->> 'kind' = 'qa'));
