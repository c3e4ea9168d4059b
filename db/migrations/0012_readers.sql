ALTER TABLE "sections" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "articles_that_are_news" ON "articles" USING btree ("site_id",shown_at desc nulls last,id desc) WHERE "articles"."visibility" = 'live' and "articles"."first_live_at" - "articles"."shown_at" <= interval '90 days';--> statement-breakpoint
CREATE INDEX "articles_never_live" ON "articles" USING btree ("site_id") WHERE "articles"."visibility" = 'never_live';--> statement-breakpoint
CREATE INDEX "articles_by_their_date" ON "articles" USING btree ("site_id",shown_at desc,id desc) WHERE "articles"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "articles_ever_in_a_section" ON "articles" USING btree ("section_id") WHERE "articles"."visibility" <> 'never_live';--> statement-breakpoint
CREATE INDEX "editions_by_when_they_were_sent" ON "editions" USING btree ("submitted_at","article_id") WHERE "editions"."submitted_at" is not null;--> statement-breakpoint
CREATE INDEX "revisions_of_a_writer" ON "revisions" USING btree ("writer_id","article_id");--> statement-breakpoint

-- A section in which readers ever found something keeps its page. Those that moved on are known by what was published.
update sections s set opened_at = coalesce(
    (select min(a.first_live_at) from articles a where a.section_id = s.id and a.visibility <> 'never_live'),
    (select min(a.first_live_at) from article_second_sections second join articles a on a.id = second.article_id
     where second.section_id = s.id),
    (select min(e.closed_at) from editions e join revisions r on r.id = e.published_revision_id where r.section_id = s.id));
--> statement-breakpoint

-- The name of a section is words that readers see: it is there once two people have put an article there, and stays.
create function check_opening() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.opened_at is not null then
      perform refuse('a_section_opens_with_a_live_article', format('section %s is new', new.slug));
    end if;
    return new;
  end if;
  if new.opened_at is not distinct from old.opened_at then
    return new;
  end if;
  if old.opened_at is not null or is_now(new.opened_at) is not true or not exists (
      select from articles a where a.section_id = new.id and a.site_id = new.site_id and a.visibility = 'live')
    and not exists (select from article_second_sections second join articles a on a.id = second.article_id
      where second.section_id = new.id and a.site_id = new.site_id and a.visibility = 'live') then
    perform refuse('a_section_opens_with_a_live_article', format('section %s has been open since %s', new.slug, old.opened_at));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger openings_are_checked before insert or update on sections for each row execute function check_opening();
