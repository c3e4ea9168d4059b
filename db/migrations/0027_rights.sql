CREATE TABLE "file_rights" (
	"file_id" integer NOT NULL,
	"version" integer NOT NULL,
	"said" jsonb NOT NULL,
	"by_id" integer,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_rights_file_id_version_pk" PRIMARY KEY("file_id","version")
);
--> statement-breakpoint
CREATE TABLE "licence_notices" (
	"file_id" integer NOT NULL,
	"licence_end" date NOT NULL,
	"noticed_on" date NOT NULL,
	CONSTRAINT "licence_notices_file_id_licence_end_pk" PRIMARY KEY("file_id","licence_end")
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "a_choice_is_about_a_kind_of_mail";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "a_mail_is_about_one_thing";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "a_mail_says_why";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "asks_rights" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What is here already was brought before anybody was asked.
ALTER TABLE "files" ALTER COLUMN "asks_rights" SET DEFAULT true;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "owner" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "licence" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "licence_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "licence_end" date;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "rights_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "people_shown" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "children_basis" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "consent_holder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "ai" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "rights_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "rights_by" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "rights_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "licences_on" date;--> statement-breakpoint
ALTER TABLE "file_rights" ADD CONSTRAINT "file_rights_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_rights" ADD CONSTRAINT "file_rights_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_notices" ADD CONSTRAINT "licence_notices_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rights_that_a_person_said" ON "file_rights" USING btree ("by_id","at") WHERE "file_rights"."by_id" is not null;--> statement-breakpoint
CREATE INDEX "licences_noticed_on" ON "licence_notices" USING btree ("noticed_on");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_rights_by_people_id_fk" FOREIGN KEY ("rights_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_whose_licence_ends" ON "files" USING btree ("site_id","uploaded_at","id") WHERE "files"."licence_end" is not null;--> statement-breakpoint
CREATE INDEX "files_of_unsaid_rights" ON "files" USING btree ("site_id","uploaded_at","id") WHERE ("files"."media_type" like 'image/%' or "files"."media_type" like 'video/%') and ("files"."licence" is null or "files"."people_shown" is null);--> statement-breakpoint
CREATE INDEX "files_with_an_ai_label" ON "files" USING btree ("site_id","uploaded_at","id") WHERE "files"."ai" <> 'none';--> statement-breakpoint
CREATE UNIQUE INDEX "one_mail_about_licences_of_a_day" ON "mails" USING btree ("person_id","site_id","licences_on") WHERE "mails"."licences_on" is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_licence_is_one_of_five" CHECK ("files"."licence" in ('own', 'given', 'agency', 'free', 'quoted'));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_free_licence_has_a_name" CHECK ("files"."licence" is distinct from 'free' or "files"."licence_name" <> '');--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "people_shown_are_of_three_kinds" CHECK ("files"."people_shown" in ('no_child', 'children', 'public_event'));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "children_are_shown_on_one_of_three_bases" CHECK ("files"."children_basis" in ('parents', 'school', 'authority'));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_basis_is_for_children" CHECK ("files"."people_shown" is not distinct from 'children' or ("files"."children_basis" is null and "files"."consent_holder" = ''));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "a_file_has_one_of_three_ai_labels" CHECK ("files"."ai" in ('none', 'edited', 'made'));--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "a_choice_is_about_a_kind_of_mail" CHECK ("mail_choices"."kind" in ('returned', 'waiting', 'published', 'missed', 'owed', 'asked', 'licence'));--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "a_mail_is_about_one_thing" CHECK (num_nonnulls("mails"."document_id", "mails"."grant_id", "mails"."link_id", "mails"."licences_on") = 1);--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "a_mail_says_why" CHECK (cardinality("mails"."kinds") > 0 and "mails"."kinds" <@ '{returned,waiting,published,missed,owed,asked,licence}'::text[]);--> statement-breakpoint

-- Days of licences are days here, whichever zone the server is in.
create function today_here() returns date language sql stable set search_path = public, pg_temp as $$
  select (now() at time zone 'Asia/Ho_Chi_Minh')::date
$$;
--> statement-breakpoint

-- What is said of a file's rights, by the names of its columns.
create function rights_said(f files) returns jsonb language sql immutable set search_path = public, pg_temp as $$
  select jsonb_build_object('owner', f.owner, 'licence', f.licence, 'licence_name', f.licence_name, 'licence_end', to_char(f.licence_end, 'YYYY-MM-DD'),
    'rights_note', f.rights_note, 'people_shown', f.people_shown, 'children_basis', f.children_basis, 'consent_holder', f.consent_holder, 'ai', f.ai)
$$;
--> statement-breakpoint

-- Whoever changes it says by whom; that it was changed, and how often, the database says itself.
create function count_rights() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  before jsonb := '{"owner": "", "licence": null, "licence_name": "", "licence_end": null, "rights_note": "", "people_shown": null,
    "children_basis": null, "consent_holder": "", "ai": "none"}';
  counted integer := 0;
begin
  if tg_op = 'UPDATE' then
    before := rights_said(old);
    counted := old.rights_version;
  end if;
  if rights_said(new) is distinct from before then
    new.rights_version := counted + 1;
    new.rights_at := now();
  else
    new.rights_version := counted;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rights_are_counted before insert or update on files for each row execute function count_rights();
--> statement-breakpoint

create function keep_rights() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into file_rights (file_id, version, said, by_id, at) values (new.id, new.rights_version, rights_said(new), new.rights_by, new.rights_at);
  return null;
end $$;
--> statement-breakpoint
create trigger rights_of_a_new_file after insert on files for each row when (new.rights_version > 0) execute function keep_rights();
--> statement-breakpoint
create trigger rights_of_a_file after update on files for each row
  when (new.rights_version is distinct from old.rights_version) execute function keep_rights();
--> statement-breakpoint
create trigger what_was_said_of_rights_is_final before update on file_rights
  for each row execute function refuse_rewriting('what_was_said_of_rights_is_final');
--> statement-breakpoint
create trigger what_was_said_of_rights_stays before truncate on file_rights
  for each statement execute function refuse_rewriting('what_was_said_of_rights_is_final');
--> statement-breakpoint

-- What is said of rights may change later, as words may.
create or replace function check_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  later text[] := '{name,width,height,state,failure,renditions,made_with,placeholder,caption,credit,alt,creator,copyright,keywords,taken_at,erased,pages,text,version,changed_by,changed_at,used,live,bare_words,likeness,likeness_parts,macros_by}';
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
  return new;
end $$;
--> statement-breakpoint

-- Nobody gets by a text what may not be shown at that moment: its licence has ended, children are on it on no basis, or nobody has
-- said what is asked of it. What ends later stays with readers until somebody takes it from them.
create function check_rights_of_live_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  without text;
begin
  select n.sha256 into without from revision_files n join files f on f.site_id = new.site_id and f.sha256 = n.sha256
    where n.revision_id = new.live_revision_id
      and (f.licence_end < today_here()
        or (f.people_shown = 'children' and (f.children_basis is null or f.consent_holder = ''))
        or (f.asks_rights and num_nulls(f.licence, f.people_shown) > 0)) limit 1;
  if without is not null then
    perform refuse('a_live_text_has_the_right_to_its_files', format('document %s names file %s without the right to show it', new.id, without));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_live_text_has_the_right_to_its_files before update of live_revision_id on documents for each row
  when (new.live_revision_id is not null and new.live_revision_id is distinct from old.live_revision_id)
  execute function check_rights_of_live_text();
