CREATE TABLE "batch_counts" (
	"batch_id" integer NOT NULL,
	"section_id" integer NOT NULL,
	"total" integer NOT NULL,
	"waiting" integer NOT NULL,
	"returned" integer NOT NULL,
	"live" integer NOT NULL,
	CONSTRAINT "batch_counts_batch_id_section_id_pk" PRIMARY KEY("batch_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "desk_lines" (
	"document_id" integer PRIMARY KEY NOT NULL,
	"site_id" integer NOT NULL,
	"kind" text NOT NULL,
	"visibility" text NOT NULL,
	"edition_id" integer,
	"state" text,
	"purpose" text,
	"outcome" text,
	"stand" text,
	"given_up" text,
	"opened_by" integer,
	"submitted_by" integer,
	"needed_rank" integer NOT NULL,
	"batch_id" integer,
	"section_id" integer,
	"live_section_id" integer,
	"moves" boolean NOT NULL,
	"title" text NOT NULL,
	"live_title" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"shown_at" timestamp with time zone,
	"out_at" timestamp with time zone,
	"by_id" integer NOT NULL,
	"live_by_id" integer,
	"owed_since" timestamp with time zone,
	"owed_by" integer,
	"restorers" integer[],
	"due_at" timestamp with time zone,
	"attempts" integer,
	"trouble" text,
	"missed" boolean,
	"revision_id" integer,
	"contributors" integer[],
	"unconfirmed" integer[],
	"confirmed_by" integer[],
	"sent_alone" boolean,
	"waits" boolean NOT NULL,
	"bare_title" text GENERATED ALWAYS AS (translate(regexp_replace(normalize(lower(title), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')) STORED
);
--> statement-breakpoint
CREATE TABLE "desk_people" (
	"document_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"site_id" integer NOT NULL,
	"section_id" integer,
	"live_section_id" integer,
	"needed_rank" integer NOT NULL,
	"given" boolean NOT NULL,
	"theirs" boolean NOT NULL,
	"writing" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"shown_at" timestamp with time zone,
	CONSTRAINT "desk_people_document_id_person_id_pk" PRIMARY KEY("document_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_kinds" (
	"name" text PRIMARY KEY NOT NULL,
	"title_field" text NOT NULL,
	"slug_field" text,
	"section_field" text,
	"card_fields" text[] NOT NULL,
	"single" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_sections" (
	"document_id" integer NOT NULL,
	"section_id" integer NOT NULL,
	CONSTRAINT "document_sections_document_id_section_id_pk" PRIMARY KEY("document_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "document_tags" (
	"document_id" integer NOT NULL,
	"tag_id" integer NOT NULL,
	CONSTRAINT "document_tags_document_id_tag_id_pk" PRIMARY KEY("document_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "document_writers" (
	"document_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"given_by" integer,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_writers_document_id_person_id_pk" PRIMARY KEY("document_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "documents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"kind" text NOT NULL,
	"language" text DEFAULT 'vi' NOT NULL,
	"sister_of_id" integer,
	"visibility" text DEFAULT 'never_live' NOT NULL,
	"live_revision_id" integer,
	"last_live_revision_id" integer,
	"section_id" integer,
	"slug" text,
	"title" text DEFAULT '' NOT NULL,
	"card" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"shown_at" timestamp with time zone,
	"first_live_at" timestamp with time zone,
	"live_since" timestamp with time zone,
	"owed_since" timestamp with time zone,
	"owed_by" integer,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"merged_into_id" integer,
	"migrated" boolean DEFAULT false NOT NULL,
	"imported_views" integer DEFAULT 0 NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "documents_of_a_site" UNIQUE("site_id","id"),
	CONSTRAINT "a_visibility_is_one_of_four" CHECK ("documents"."visibility" in ('never_live', 'live', 'hidden', 'withdrawn')),
	CONSTRAINT "live_means_a_live_text" CHECK (("documents"."visibility" = 'live') = ("documents"."live_revision_id" is not null)),
	CONSTRAINT "once_live_leaves_a_last_text" CHECK (("documents"."visibility" = 'never_live') = ("documents"."last_live_revision_id" is null)),
	CONSTRAINT "a_live_document_has_a_date" CHECK ("documents"."live_revision_id" is null or "documents"."shown_at" is not null),
	CONSTRAINT "withdrawn_says_why" CHECK (("documents"."visibility" = 'withdrawn') = ("documents"."withdrawn_reason" is not null)),
	CONSTRAINT "hidden_says_why" CHECK (("documents"."visibility" = 'hidden') = ("documents"."hidden_reason" is not null)),
	CONSTRAINT "only_a_merged_document_points_on" CHECK ("documents"."merged_into_id" is null or "documents"."withdrawn_reason" is not distinct from 'merged'),
	CONSTRAINT "owed_means_by_somebody" CHECK (("documents"."owed_since" is null) = ("documents"."owed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "draft_buffers" (
	"edition_id" integer PRIMARY KEY NOT NULL,
	"document_id" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"content" jsonb NOT NULL,
	"content_version" integer DEFAULT 1 NOT NULL,
	"digest" text NOT NULL,
	"next_salt" "bytea" NOT NULL,
	"unkept_by" integer[] DEFAULT '{}' NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_text_is_at_most_3_mb" CHECK (octet_length("draft_buffers"."content"::text) <= 3000000)
);
--> statement-breakpoint
CREATE TABLE "draft_saves" (
	"edition_id" integer NOT NULL,
	"tab_id" uuid NOT NULL,
	"person_id" integer NOT NULL,
	"counter" integer NOT NULL,
	"version" integer NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_saves_edition_id_tab_id_pk" PRIMARY KEY("edition_id","tab_id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "editions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"purpose" text NOT NULL,
	"opened_by" integer NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"base_revision_id" integer,
	"submitted_by" integer,
	"submitted_at" timestamp with time zone,
	"returned_revision_id" integer,
	"return_reason" text,
	"return_words" text,
	"approved_revision_id" integer,
	"published_revision_id" integer,
	"outcome" text,
	"closed_at" timestamp with time zone,
	"closed_by" integer,
	"emergency_reason" text,
	"countersigned_at" timestamp with time zone,
	"countersigned_by" integer,
	"batch_id" integer,
	CONSTRAINT "editions_of_a_document" UNIQUE("document_id","id"),
	CONSTRAINT "editions_are_numbered" UNIQUE("document_id","number"),
	CONSTRAINT "a_state_is_one_of_five" CHECK ("editions"."state" in ('draft', 'in_review', 'approved', 'scheduled', 'closed')),
	CONSTRAINT "nothing_leaves_unapproved" CHECK ("editions"."state" not in ('approved', 'scheduled') or "editions"."approved_revision_id" is not null),
	CONSTRAINT "closed_has_an_outcome" CHECK (("editions"."state" = 'closed') = ("editions"."outcome" is not null)),
	CONSTRAINT "published_names_its_text" CHECK (("editions"."outcome" is not distinct from 'published') = ("editions"."published_revision_id" is not null)),
	CONSTRAINT "published_was_approved_or_an_emergency" CHECK ("editions"."published_revision_id" is null or "editions"."published_revision_id" is not distinct from "editions"."approved_revision_id" or "editions"."emergency_reason" is not null),
	CONSTRAINT "nobody_countersigns_alone" CHECK ("editions"."countersigned_by" <> "editions"."closed_by")
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"name" text PRIMARY KEY NOT NULL,
	"base" bigint NOT NULL,
	"horizon" "xid8" NOT NULL,
	"seen" bigint[] NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_days" (
	"section_id" integer NOT NULL,
	"day" date NOT NULL,
	"slot" integer GENERATED ALWAYS AS IDENTITY (sequence name "listing_days_slot_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"listed" integer NOT NULL,
	CONSTRAINT "listing_days_section_id_day_slot_pk" PRIMARY KEY("section_id","day","slot")
);
--> statement-breakpoint
CREATE TABLE "listing_months" (
	"section_id" integer NOT NULL,
	"month" date NOT NULL,
	"slot" integer GENERATED ALWAYS AS IDENTITY (sequence name "listing_months_slot_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"listed" integer NOT NULL,
	CONSTRAINT "listing_months_section_id_month_slot_pk" PRIMARY KEY("section_id","month","slot")
);
--> statement-breakpoint
CREATE TABLE "section_listings" (
	"section_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	CONSTRAINT "section_listings_section_id_shown_at_document_id_pk" PRIMARY KEY("section_id","shown_at","document_id")
);
--> statement-breakpoint
CREATE TABLE "mail_choices" (
	"person_id" integer NOT NULL,
	"kind" text NOT NULL,
	"wanted" boolean NOT NULL,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_choices_person_id_kind_pk" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "a_choice_is_about_a_kind_of_mail" CHECK ("mail_choices"."kind" in ('returned', 'waiting', 'published', 'missed', 'owed', 'asked'))
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"document_id" integer,
	"grant_id" integer,
	"link_id" integer,
	"kinds" text[] NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"subject" text,
	"words" text,
	"trouble" text,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "a_mail_is_about_one_thing" CHECK (num_nonnulls("mails"."document_id", "mails"."grant_id", "mails"."link_id") = 1),
	CONSTRAINT "a_mail_says_why" CHECK (cardinality("mails"."kinds") > 0 and "mails"."kinds" <@ '{returned,waiting,published,missed,owed,asked}'::text[]),
	CONSTRAINT "a_mail_stands_somewhere" CHECK ("mails"."state" in ('waiting', 'sending', 'sent', 'failed', 'kept', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "deputies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deputies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"giver_id" integer NOT NULL,
	"deputy_id" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"seal" text,
	CONSTRAINT "nobody_is_their_own_deputy" CHECK ("deputies"."giver_id" <> "deputies"."deputy_id"),
	CONSTRAINT "a_deputy_has_an_end_date" CHECK ("deputies"."until_at" > "deputies"."from_at")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grants_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"site_id" integer NOT NULL,
	"section_id" integer,
	"role" text NOT NULL,
	"given_by" integer,
	"agreed_by" integer,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"effective_from" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" integer,
	"seal" text,
	CONSTRAINT "a_role_is_one_of_four" CHECK ("grants"."role" in ('reporter', 'editor', 'approver', 'administrator')),
	CONSTRAINT "administrators_are_for_the_whole_site" CHECK ("grants"."role" <> 'administrator' or "grants"."section_id" is null),
	CONSTRAINT "nobody_agrees_to_their_own_grant" CHECK ("grants"."agreed_by" <> "grants"."given_by" and "grants"."agreed_by" <> "grants"."person_id")
);
--> statement-breakpoint
CREATE TABLE "journal_keys" (
	"person_id" integer NOT NULL,
	"browser" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"key" "bytea" NOT NULL,
	"session_id" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_keys_person_id_browser_pk" PRIMARY KEY("person_id","browser")
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "office_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"site_id" integer,
	"person_id" integer,
	"by_id" integer,
	"kind" text NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"canonical" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text
);
--> statement-breakpoint
CREATE TABLE "office_events_seen" (
	"person_id" integer NOT NULL,
	"event_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "office_events_seen_person_id_event_id_pk" PRIMARY KEY("person_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "one_time_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"person_id" integer,
	"made_by" integer,
	"agreed_by" integer,
	"usable_from" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "one_time_links_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "nobody_agrees_to_their_own_link" CHECK ("one_time_links"."agreed_by" <> "one_time_links"."made_by" and "one_time_links"."agreed_by" <> "one_time_links"."person_id"),
	CONSTRAINT "a_link_is_somebodys_but_the_first" CHECK ("one_time_links"."person_id" is not null or "one_time_links"."purpose" = 'first_administrator')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"switched_off_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "an_address_is_kept_in_lower_case" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	"seal" text,
	CONSTRAINT "a_session_lasts_at_most_twelve_hours" CHECK ("sessions"."expires_at" <= "sessions"."created_at" + interval '12 hours')
);
--> statement-breakpoint
CREATE TABLE "sign_in_tries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_tries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_hash" text NOT NULL,
	"address_hash" text NOT NULL,
	"succeeded" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "announcements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xact" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"site_id" integer NOT NULL,
	"facts" text[] NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_views" (
	"article_id" integer NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "article_views_article_id_hour_pk" PRIMARY KEY("article_id","hour"),
	CONSTRAINT "views_are_counted_up" CHECK ("article_views"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_by" integer,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "nobody_confirms_their_own_batch" CHECK ("batches"."confirmed_by" <> "batches"."made_by")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"credit" text DEFAULT '' NOT NULL,
	"uploaded_by" integer NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"erased" boolean DEFAULT false NOT NULL,
	CONSTRAINT "one_file_for_its_bytes" UNIQUE("site_id","sha256"),
	CONSTRAINT "a_file_hash_is_sha256" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"text_hash" text NOT NULL,
	"file_name" text NOT NULL,
	"document_id" integer NOT NULL,
	"batch_id" integer,
	"imported_by" integer NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_import_for_a_text" UNIQUE("site_id","text_hash")
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "redirects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"from_path" text NOT NULL,
	"to_document_id" integer,
	"to_url" text,
	"made_by" integer,
	"agreed_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "one_redirect_from_a_path" UNIQUE("site_id","from_path"),
	CONSTRAINT "a_redirect_leads_somewhere" CHECK (("redirects"."to_document_id" is null) <> ("redirects"."to_url" is null)),
	CONSTRAINT "a_redirect_out_of_the_site_has_two_people" CHECK ("redirects"."to_url" is null or coalesce("redirects"."agreed_by" <> "redirects"."made_by", false)),
	CONSTRAINT "a_redirect_begins_with_a_slash" CHECK ("redirects"."from_path" like '/%')
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "schedules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" integer NOT NULL,
	"edition_id" integer NOT NULL,
	"move" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"revision_id" integer NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"error" text,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"seal" text,
	CONSTRAINT "an_ended_schedule_has_an_outcome" CHECK (("schedules"."ended_at" is null) = ("schedules"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "redactions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "redactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" integer NOT NULL,
	"order_number" text NOT NULL,
	"asked_by" integer NOT NULL,
	"agreed_by" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "nobody_erases_alone" CHECK ("redactions"."asked_by" <> "redactions"."agreed_by")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"content_hash" text NOT NULL,
	"person_id" integer NOT NULL,
	"for_person_id" integer,
	"step" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "nobody_deputises_for_themselves" CHECK ("approvals"."for_person_id" <> "approvals"."person_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"document_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"actor_id" integer,
	"at" timestamp with time zone NOT NULL,
	"canonical" text NOT NULL,
	"payload" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	"seal" text,
	"xact" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "events_are_numbered" UNIQUE("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" integer NOT NULL,
	"edition_id" integer NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb,
	"content_version" integer NOT NULL,
	"salt" "bytea",
	"content_hash" text NOT NULL,
	"digest" text,
	"canonical" text,
	"head" jsonb GENERATED ALWAYS AS (canonical::jsonb - 'body') STORED,
	"section_id" integer,
	"writers" integer[] NOT NULL,
	"cut_because" text NOT NULL,
	"cut_at" timestamp with time zone DEFAULT now() NOT NULL,
	"redaction_id" integer,
	CONSTRAINT "revisions_of_a_document" UNIQUE("document_id","id"),
	CONSTRAINT "a_revision_and_its_hash" UNIQUE("id","content_hash"),
	CONSTRAINT "revisions_are_numbered" UNIQUE("document_id","number"),
	CONSTRAINT "a_content_hash_is_sha256" CHECK ("revisions"."content_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_text_is_there_or_was_erased" CHECK (num_nulls("revisions"."content", "revisions"."salt", "revisions"."digest", "revisions"."canonical") = case when "revisions"."redaction_id" is null then 0 else 4 end),
	CONSTRAINT "a_revision_has_writers" CHECK (cardinality("revisions"."writers") > 0)
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"parent_id" integer,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"strict" boolean DEFAULT false NOT NULL,
	"opened_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "sections_of_a_site" UNIQUE("site_id","id"),
	CONSTRAINT "one_section_for_a_slug" UNIQUE("site_id","slug"),
	CONSTRAINT "a_section_slug_is_a_path_segment" CHECK ("sections"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "a_section_slug_is_not_reserved" CHECK ("sections"."slug" not in ('en', 'desk', 'login', 'api', 'tim-kiem', 'rss', 'trang')),
	CONSTRAINT "a_section_is_not_its_own_parent" CHECK ("sections"."parent_id" <> "sections"."id")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sites_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"host" text,
	"name" text NOT NULL,
	"language" text DEFAULT 'vi' NOT NULL,
	"time_zone" text DEFAULT 'Asia/Ho_Chi_Minh' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "sites_key_unique" UNIQUE("key"),
	CONSTRAINT "sites_host_unique" UNIQUE("host"),
	CONSTRAINT "a_site_key_is_a_path_segment" CHECK ("sites"."key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"site_id" integer NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seal" text,
	CONSTRAINT "one_tag_for_a_slug" UNIQUE("site_id","slug")
);
--> statement-breakpoint
ALTER TABLE "batch_counts" ADD CONSTRAINT "batch_counts_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_lines" ADD CONSTRAINT "desk_lines_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_people" ADD CONSTRAINT "desk_people_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_people" ADD CONSTRAINT "desk_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sections" ADD CONSTRAINT "document_sections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sections" ADD CONSTRAINT "document_sections_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tags" ADD CONSTRAINT "document_tags_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tags" ADD CONSTRAINT "document_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kind_document_kinds_name_fk" FOREIGN KEY ("kind") REFERENCES "public"."document_kinds"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_sister_of_id_documents_id_fk" FOREIGN KEY ("sister_of_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_owed_by_people_id_fk" FOREIGN KEY ("owed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_merged_into_id_documents_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "live_text_is_its_own" FOREIGN KEY ("id","live_revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "last_live_text_is_its_own" FOREIGN KEY ("id","last_live_revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "a_document_stands_in_a_section_of_its_site" FOREIGN KEY ("site_id","section_id") REFERENCES "public"."sections"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_buffers" ADD CONSTRAINT "a_buffer_belongs_to_an_edition" FOREIGN KEY ("document_id","edition_id") REFERENCES "public"."editions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_countersigned_by_people_id_fk" FOREIGN KEY ("countersigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "base_text_is_its_own" FOREIGN KEY ("document_id","base_revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "approved_text_is_its_own" FOREIGN KEY ("document_id","approved_revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "published_text_is_its_own" FOREIGN KEY ("document_id","published_revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_days" ADD CONSTRAINT "listing_days_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_months" ADD CONSTRAINT "listing_months_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_listings" ADD CONSTRAINT "section_listings_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_listings" ADD CONSTRAINT "section_listings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_link_id_one_time_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."one_time_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_giver_id_people_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "a_grant_is_for_a_section_of_its_site" FOREIGN KEY ("site_id","section_id") REFERENCES "public"."sections"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_keys" ADD CONSTRAINT "journal_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_keys" ADD CONSTRAINT "journal_keys_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events" ADD CONSTRAINT "office_events_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events" ADD CONSTRAINT "office_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events" ADD CONSTRAINT "office_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events_seen" ADD CONSTRAINT "office_events_seen_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events_seen" ADD CONSTRAINT "office_events_seen_event_id_office_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."office_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_views" ADD CONSTRAINT "article_views_article_id_documents_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_imported_by_people_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "a_redirect_leads_to_a_document_of_its_site" FOREIGN KEY ("site_id","to_document_id") REFERENCES "public"."documents"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "a_schedule_is_for_an_edition" FOREIGN KEY ("document_id","edition_id") REFERENCES "public"."editions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "a_schedule_pins_a_text_of_its_document" FOREIGN KEY ("document_id","revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_for_person_id_people_id_fk" FOREIGN KEY ("for_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "an_approval_is_of_one_hash" FOREIGN KEY ("revision_id","content_hash") REFERENCES "public"."revisions"("id","content_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "an_approval_is_of_its_document" FOREIGN KEY ("document_id","revision_id") REFERENCES "public"."revisions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_redaction_id_redactions_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "a_revision_belongs_to_an_edition" FOREIGN KEY ("document_id","edition_id") REFERENCES "public"."editions"("document_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "a_parent_is_of_the_same_site" FOREIGN KEY ("site_id","parent_id") REFERENCES "public"."sections"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batches_that_wait" ON "batch_counts" USING btree ("batch_id") WHERE "batch_counts"."waiting" > 0;--> statement-breakpoint
CREATE INDEX "batches_of_a_section" ON "batch_counts" USING btree ("section_id","batch_id");--> statement-breakpoint
CREATE INDEX "desk_lines_of_a_site_by_changed_at" ON "desk_lines" USING btree ("site_id","changed_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_lines_of_a_site_by_sent_at" ON "desk_lines" USING btree ("site_id","sent_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_lines_of_a_site_by_shown_at" ON "desk_lines" USING btree ("site_id","shown_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_lines_in_a_section_by_changed_at" ON "desk_lines" USING btree ("section_id","changed_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_lines_in_a_section_by_sent_at" ON "desk_lines" USING btree ("section_id","sent_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_lines_in_a_section_by_shown_at" ON "desk_lines" USING btree ("section_id","shown_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_lines_that_stand_so_by_changed_at" ON "desk_lines" USING btree ("site_id","stand","changed_at","document_id") WHERE "desk_lines"."stand" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_that_stand_so_by_sent_at" ON "desk_lines" USING btree ("site_id","stand","sent_at","document_id") WHERE "desk_lines"."stand" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_that_stand_so_by_shown_at" ON "desk_lines" USING btree ("site_id","stand","shown_at","document_id") WHERE "desk_lines"."stand" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_for_readers_by_changed_at" ON "desk_lines" USING btree ("site_id","visibility","changed_at","document_id") WHERE "desk_lines"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "desk_lines_for_readers_by_sent_at" ON "desk_lines" USING btree ("site_id","visibility","sent_at","document_id") WHERE "desk_lines"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "desk_lines_for_readers_by_shown_at" ON "desk_lines" USING btree ("site_id","visibility","shown_at","document_id") WHERE "desk_lines"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "desk_lines_for_readers_in_a_section_by_changed_at" ON "desk_lines" USING btree ("section_id","visibility","changed_at","document_id") WHERE "desk_lines"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "desk_lines_for_readers_in_a_section_by_sent_at" ON "desk_lines" USING btree ("section_id","visibility","sent_at","document_id") WHERE "desk_lines"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "desk_lines_for_readers_in_a_section_by_shown_at" ON "desk_lines" USING btree ("section_id","visibility","shown_at","document_id") WHERE "desk_lines"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "desk_lines_given_up_by_changed_at" ON "desk_lines" USING btree ("site_id","given_up","changed_at","document_id") WHERE "desk_lines"."given_up" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_given_up_by_sent_at" ON "desk_lines" USING btree ("site_id","given_up","sent_at","document_id") WHERE "desk_lines"."given_up" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_given_up_by_shown_at" ON "desk_lines" USING btree ("site_id","given_up","shown_at","document_id") WHERE "desk_lines"."given_up" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_given_up_in_a_section_by_changed_at" ON "desk_lines" USING btree ("section_id","given_up","changed_at","document_id") WHERE "desk_lines"."given_up" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_given_up_in_a_section_by_sent_at" ON "desk_lines" USING btree ("section_id","given_up","sent_at","document_id") WHERE "desk_lines"."given_up" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_given_up_in_a_section_by_shown_at" ON "desk_lines" USING btree ("section_id","given_up","shown_at","document_id") WHERE "desk_lines"."given_up" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_owed" ON "desk_lines" USING btree ("site_id") WHERE "desk_lines"."owed_since" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_of_other_kinds" ON "desk_lines" USING btree ("site_id","kind") WHERE "desk_lines"."kind" <> 'article';--> statement-breakpoint
CREATE INDEX "desk_lines_that_move" ON "desk_lines" USING btree ("site_id") WHERE "desk_lines"."moves";--> statement-breakpoint
CREATE INDEX "desk_lines_that_wait" ON "desk_lines" USING btree ("site_id") WHERE "desk_lines"."waits";--> statement-breakpoint
CREATE INDEX "desk_lines_to_come" ON "desk_lines" USING btree ("site_id","due_at") WHERE "desk_lines"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_out" ON "desk_lines" USING btree ("site_id","out_at") WHERE "desk_lines"."out_at" is not null;--> statement-breakpoint
CREATE INDEX "desk_lines_in_a_batch" ON "desk_lines" USING btree ("batch_id","section_id","document_id") WHERE "desk_lines"."state" = 'in_review' and "desk_lines"."purpose" = 'migrate';--> statement-breakpoint
CREATE INDEX "desk_people_have_by_changed_at" ON "desk_people" USING btree ("person_id","changed_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_people_have_by_sent_at" ON "desk_people" USING btree ("person_id","sent_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_people_have_by_shown_at" ON "desk_people" USING btree ("person_id","shown_at","document_id");--> statement-breakpoint
CREATE INDEX "desk_people_have_in_a_section_by_changed_at" ON "desk_people" USING btree ("person_id","section_id","changed_at","document_id","needed_rank","theirs");--> statement-breakpoint
CREATE INDEX "desk_people_have_in_a_section_by_sent_at" ON "desk_people" USING btree ("person_id","section_id","sent_at","document_id","needed_rank","theirs");--> statement-breakpoint
CREATE INDEX "desk_people_have_in_a_section_by_shown_at" ON "desk_people" USING btree ("person_id","section_id","shown_at","document_id","needed_rank","theirs");--> statement-breakpoint
CREATE INDEX "desk_people_were_given_by_changed_at" ON "desk_people" USING btree ("person_id","needed_rank","section_id","changed_at","document_id") WHERE "desk_people"."given";--> statement-breakpoint
CREATE INDEX "desk_people_were_given_by_sent_at" ON "desk_people" USING btree ("person_id","needed_rank","section_id","sent_at","document_id") WHERE "desk_people"."given";--> statement-breakpoint
CREATE INDEX "desk_people_were_given_by_shown_at" ON "desk_people" USING btree ("person_id","needed_rank","section_id","shown_at","document_id") WHERE "desk_people"."given";--> statement-breakpoint
CREATE INDEX "desk_people_write" ON "desk_people" USING btree ("person_id","changed_at") WHERE "desk_people"."writing";--> statement-breakpoint
CREATE INDEX "second_documents_in_a_section" ON "document_sections" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "documents_of_a_tag" ON "document_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "documents_of_a_writer" ON "document_writers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_site_document" ON "documents" USING btree ("site_id") WHERE "documents"."kind" = 'site';--> statement-breakpoint
CREATE UNIQUE INDEX "one_page_for_an_address" ON "documents" USING btree ("site_id","slug") WHERE "documents"."kind" = 'page' and "documents"."slug" is not null;--> statement-breakpoint
CREATE INDEX "live_documents_in_a_section" ON "documents" USING btree ("site_id","section_id",shown_at desc nulls last,id desc) WHERE "documents"."visibility" = 'live';--> statement-breakpoint
CREATE INDEX "articles_by_date" ON "documents" USING btree ("site_id","shown_at" DESC NULLS LAST) WHERE "documents"."kind" = 'article' and "documents"."visibility" = 'live';--> statement-breakpoint
CREATE INDEX "articles_that_are_news" ON "documents" USING btree ("site_id",shown_at desc nulls last,id desc) WHERE "documents"."kind" = 'article' and "documents"."visibility" = 'live' and "documents"."first_live_at" - "documents"."shown_at" <= interval '90 days';--> statement-breakpoint
CREATE INDEX "live_articles_by_number" ON "documents" USING btree ("site_id","id") WHERE "documents"."kind" = 'article' and "documents"."visibility" = 'live';--> statement-breakpoint
CREATE INDEX "live_documents_by_their_last_change" ON "documents" USING btree ("site_id","kind",live_since desc) WHERE "documents"."visibility" = 'live';--> statement-breakpoint
CREATE INDEX "pages_by_name" ON "documents" USING btree ("site_id","title","id") WHERE "documents"."kind" = 'page';--> statement-breakpoint
CREATE INDEX "buffers_of_a_document" ON "draft_buffers" USING btree ("document_id","edition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_edition" ON "editions" USING btree ("document_id") WHERE "editions"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "editions_by_state" ON "editions" USING btree ("state") WHERE "editions"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "editions_that_published" ON "editions" USING btree ("published_revision_id") WHERE "editions"."published_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "editions_of_a_batch" ON "editions" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "listings_of_a_document" ON "section_listings" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_mail_about_a_document_waits" ON "mails" USING btree ("person_id","document_id") WHERE "mails"."state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "one_mail_about_a_role" ON "mails" USING btree ("person_id","grant_id") WHERE "mails"."grant_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_mail_about_a_way_in" ON "mails" USING btree ("person_id","link_id") WHERE "mails"."link_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_about_a_document" ON "mails" USING btree ("document_id","person_id");--> statement-breakpoint
CREATE INDEX "mails_about_a_link" ON "mails" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "mails_of_a_person" ON "mails" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "mails_of_a_site" ON "mails" USING btree ("site_id","id");--> statement-breakpoint
CREATE INDEX "mails_by_age" ON "mails" USING btree ("queued_at");--> statement-breakpoint
CREATE INDEX "grants_of_a_person" ON "grants" USING btree ("person_id") WHERE "grants"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "keys_of_a_session" ON "journal_keys" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "office_events_by_time" ON "office_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_account_for_an_address" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_of_a_person" ON "sessions" USING btree ("person_id") WHERE "sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "tries_of_an_account" ON "sign_in_tries" USING btree ("account_hash","at");--> statement-breakpoint
CREATE INDEX "tries_of_an_address" ON "sign_in_tries" USING btree ("address_hash","at");--> statement-breakpoint
CREATE INDEX "announcements_by_transaction" ON "announcements" USING btree ("xact");--> statement-breakpoint
CREATE INDEX "batches_of_a_person" ON "batches" USING btree ("made_by","id");--> statement-breakpoint
CREATE INDEX "imports_of_a_document" ON "imports" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "redirects_to_a_document" ON "redirects" USING btree ("to_document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_schedule_waits" ON "schedules" USING btree ("edition_id") WHERE "schedules"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "due" ON "schedules" USING btree ("next_try_at") WHERE "schedules"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "approvals_of_a_revision" ON "approvals" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "approvals_of_a_document" ON "approvals" USING btree ("document_id","id");--> statement-breakpoint
CREATE INDEX "events_by_transaction" ON "events" USING btree ("xact");--> statement-breakpoint
CREATE INDEX "revisions_of_a_writer" ON "revisions" USING gin ("writers");--> statement-breakpoint
CREATE INDEX "revisions_of_an_edition" ON "revisions" USING btree ("edition_id","id");