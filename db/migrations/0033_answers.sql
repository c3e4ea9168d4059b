CREATE TABLE "article_answers" (
	"article_id" integer NOT NULL,
	"day" date NOT NULL,
	"useful" integer NOT NULL,
	"not_useful" integer NOT NULL,
	CONSTRAINT "article_answers_article_id_day_pk" PRIMARY KEY("article_id","day"),
	CONSTRAINT "answers_are_counted_up" CHECK ("article_answers"."useful" >= 0 and "article_answers"."not_useful" >= 0 and "article_answers"."useful" + "article_answers"."not_useful" > 0)
);
--> statement-breakpoint
ALTER TABLE "article_answers" ADD CONSTRAINT "article_answers_article_id_documents_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;