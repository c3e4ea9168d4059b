CREATE TABLE "front_choices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "front_choices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"section_id" integer,
	"number" integer NOT NULL,
	"pins" text NOT NULL,
	"takes_effect_at" timestamp with time zone NOT NULL,
	"cancels" integer,
	"person_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "what_cancels_a_choice_pins_nothing" CHECK ("front_choices"."cancels" is null or "front_choices"."pins" = '[]')
);
--> statement-breakpoint
ALTER TABLE "front_choices" ADD CONSTRAINT "front_choices_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_choices" ADD CONSTRAINT "front_choices_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_choices" ADD CONSTRAINT "front_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "choices_of_a_front_are_counted" ON "front_choices" USING btree ("site_id",(coalesce("section_id", 0)),"number");--> statement-breakpoint
CREATE INDEX "choices_of_a_front_by_hour" ON "front_choices" USING btree ("site_id",(coalesce("section_id", 0)),takes_effect_at desc,number desc);--> statement-breakpoint
CREATE INDEX "cancelled_choices" ON "front_choices" USING btree ("site_id",(coalesce("section_id", 0)),"cancels") WHERE "front_choices"."cancels" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_front_of_a_page" ON "documents" USING btree ("site_id",(coalesce((card ->> 'sectionId')::integer, 0))) WHERE "documents"."kind" = 'front' and "documents"."live_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_of_a_form" ON "documents" USING btree ("site_id",(card ->> 'kind'),shown_at desc nulls last,id desc) WHERE "documents"."kind" = 'article' and "documents"."visibility" = 'live' and card ? 'kind';--> statement-breakpoint

-- How pages that list articles are arranged: a kind of document at the site's root, with no address of its own.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single)
  values ('front', 'title', null, null, '{sectionId}', false);
--> statement-breakpoint

-- What is chosen for a front: by an editor of its place, among articles of its site, each in one slot and each slot with one.
create function check_front_choice() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  here integer := coalesce(new.section_id, 0);
  last integer;
  said jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(format('front %s %s', new.site_id, here), 0));
  if new.section_id is not null and not exists (select from sections s where s.id = new.section_id and s.site_id = new.site_id) then
    perform refuse('a_front_is_of_its_site', format('section %s is not of site %s', new.section_id, new.site_id));
  end if;
  if rank_at(new.person_id, new.site_id, new.section_id) < 2 then
    perform refuse('editors_choose_what_stands_in_front', format('person %s is no editor there', new.person_id));
  end if;
  select coalesce(max(c.number), 0) into last from front_choices c
    where c.site_id = new.site_id and coalesce(c.section_id, 0) = here;
  if new.number <> last + 1 then
    perform refuse('choices_of_a_front_follow_each_other', format('after choice %s comes %s', last, last + 1));
  end if;
  if is_now(new.at) is not true or (new.takes_effect_at < new.at and is_now(new.takes_effect_at) is not true) then
    perform refuse('a_choice_is_for_now_or_later', format('choice %s would have been in force before it was made', new.number));
  end if;
  if new.cancels is not null and not exists (
    select from front_choices c where c.site_id = new.site_id and coalesce(c.section_id, 0) = here and c.number = new.cancels
      and c.cancels is null and c.takes_effect_at > now()) then
    perform refuse('only_what_is_to_come_is_cancelled', format('choice %s is in force, or was', new.cancels));
  end if;
  said := new.pins::jsonb;
  if jsonb_typeof(said) <> 'array' or jsonb_array_length(said) > 200
    or exists (select from jsonb_array_elements(said) p group by p->>'article' having count(*) > 1)
    or exists (select from jsonb_array_elements(said) p group by p->>'band', p->>'slot' having count(*) > 1) then
    perform refuse('an_article_stands_once_on_a_front', format('choice %s has an article or a slot twice', new.number));
  end if;
  if exists (select from jsonb_array_elements(said) p where not exists (
      select from documents d where d.id = (p->>'article')::integer and d.site_id = new.site_id and d.kind = 'article')) then
    perform refuse('a_front_shows_articles_of_its_site', format('choice %s names what is none', new.number));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger front_choices_are_checked before insert on front_choices for each row execute function check_front_choice();
--> statement-breakpoint
create trigger front_choices_are_final before update or delete on front_choices
  for each row execute function refuse_rewriting('front_choices_are_final');
--> statement-breakpoint
create trigger front_choices_are_never_truncated before truncate on front_choices
  for each statement execute function refuse_rewriting('front_choices_are_final');
--> statement-breakpoint
create trigger what_decides_is_sealed before insert or update on front_choices for each row
  execute function check_seal('site_id', 'section_id', 'number', 'pins', 'takes_effect_at:ms', 'cancels', 'person_id');
