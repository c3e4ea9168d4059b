-- Four eyes over the text that is being written, read and not decided, as before (`0004_editions.sql`), but that whoever a deputy
-- has pressed "confirm" for has confirmed: as `eyesOn` and what is asked of it in the code have it. A spec compares.
create or replace function eyes_on(edition integer, out revision integer, out contributors integer[], out unconfirmed integer[],
  out confirmed_by integer[], out sent_alone boolean) language plpgsql stable strict set search_path = public, pg_temp as $$
begin
  select r.id into revision from revisions r where r.edition_id = edition order by r.id desc limit 1;
  contributors := contributors_in(edition, null);
  if is_text_that_is_there(revision, edition) then
    unconfirmed := unconfirmed_of(revision, contributors);
    confirmed_by := array(select distinct by.person
      from approvals a cross join lateral (values (a.person_id), (a.for_person_id)) as by (person)
      where a.revision_id = revision and a.kind in ('confirm', 'approve') and not is_taken_back(a) and by.person is not null order by 1);
    sent_alone := stands_with_its_sender_alone(revision);
  else
    unconfirmed := contributors;
    confirmed_by := '{}';
    sent_alone := (select e.submitted_by is not null from editions e where e.id = edition);
  end if;
end $$;
--> statement-breakpoint

-- What lists keep of texts that a deputy has confirmed.
select show_on_desk(l.document_id) from desk_lines l where l.state = 'in_review'
  and exists (select from approvals a where a.revision_id = l.revision_id and a.for_person_id is not null);
