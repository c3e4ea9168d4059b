CREATE TABLE "file_checks" (
	"sha256" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trouble" text,
	CONSTRAINT "bytes_are_missing_or_differ" CHECK ("file_checks"."trouble" in ('missing', 'differs'))
);
--> statement-breakpoint
CREATE INDEX "bytes_in_trouble" ON "file_checks" USING btree ("sha256") WHERE "file_checks"."trouble" is not null;--> statement-breakpoint
CREATE INDEX "files_by_their_bytes" ON "files" USING btree ("sha256");