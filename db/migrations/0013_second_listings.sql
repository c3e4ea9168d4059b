-- 0012 knew the second sections of today's texts alone. A section that was never more, and is in none of them any more,
-- had its page as well, and readers have its address.
alter table sections disable trigger openings_are_checked;
--> statement-breakpoint
update sections s set opened_at = listed.first_at
from (
  select second.value::text::integer as section_id, a.site_id, min(e.closed_at) as first_at
  from editions e
  join articles a on a.id = e.article_id
  join revisions r on r.id = e.published_revision_id
  cross join jsonb_path_query(r.content, '$.secondSectionIds[*]') as second (value)
  where e.closed_at is not null
  group by 1, 2
) as listed
where s.id = listed.section_id and s.site_id = listed.site_id and s.opened_at is null;
--> statement-breakpoint
alter table sections enable trigger openings_are_checked;
