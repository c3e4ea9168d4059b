CREATE TABLE "phone_pictures" (
	"phone_id" integer NOT NULL,
	"sha256" text NOT NULL,
	"brought_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_pictures_phone_id_sha256_pk" PRIMARY KEY("phone_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "phones" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "phones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"session_id" uuid NOT NULL,
	"site_id" integer NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "phones_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "a_phone_is_there_for_half_an_hour" CHECK ("phones"."expires_at" <= "phones"."opened_at" + interval '30 minutes')
);
--> statement-breakpoint
ALTER TABLE "phone_pictures" ADD CONSTRAINT "phone_pictures_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phones" ADD CONSTRAINT "phones_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phones" ADD CONSTRAINT "phones_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phones_of_a_session" ON "phones" USING btree ("session_id");