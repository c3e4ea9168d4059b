CREATE TABLE "share_pictures" (
	"document_id" integer PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "a_share_picture_is_named_by_its_words" CHECK ("share_pictures"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_share_picture_has_bytes" CHECK ("share_pictures"."bytes" > 0)
);
--> statement-breakpoint
ALTER TABLE "share_pictures" ADD CONSTRAINT "share_pictures_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "share_pictures_by_their_words" ON "share_pictures" USING btree ("sha256");