-- A text is upgraded as a whole, head and body.
ALTER TABLE "draft_buffers" RENAME COLUMN "body_version" TO "content_version";--> statement-breakpoint
ALTER TABLE "revisions" RENAME COLUMN "body_version" TO "content_version";
