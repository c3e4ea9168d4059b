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
ALTER TABLE "journal_keys" ADD CONSTRAINT "journal_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_keys" ADD CONSTRAINT "journal_keys_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "keys_of_a_session" ON "journal_keys" USING btree ("session_id");