-- Sending and approving are two people. Whether nobody but the person who sent a text on has confirmed it; a deputy
-- counts as both people. Of a text that nobody has sent, no.
create function stands_with_its_sender_alone(revision integer) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select coalesce((
    select e.submitted_by is not null and not exists (
      select from approvals a
      where a.revision_id = r.id and a.kind in ('confirm', 'approve') and not is_taken_back(a)
        and a.person_id <> e.submitted_by and a.for_person_id is distinct from e.submitted_by)
    from revisions r join editions e on e.id = r.edition_id where r.id = revision), false)
$$;
--> statement-breakpoint

-- Whoever sent a text does not approve it alone, and stays named until it is sent anew. After `editions_are_checked`, which
-- has asked for four eyes by then.
create function check_sending() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.submitted_by is distinct from old.submitted_by and not (old.state = 'draft' and new.state = 'in_review') then
    perform refuse('who_sent_a_text_is_on_record', format('edition %s was sent by person %s', old.id, old.submitted_by));
  end if;
  if new.state = 'approved' and old.state = 'in_review' and stands_with_its_sender_alone(new.approved_revision_id) then
    perform refuse('nobody_approves_alone_what_they_sent',
      format('nobody but person %s, who sent edition %s, has confirmed it', old.submitted_by, old.id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger editions_are_sent_and_approved_by_two before update on editions for each row execute function check_sending();
--> statement-breakpoint

-- At the end of a transaction: who sent a text is who the history says.
create function check_sender() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from events v where v.article_id = new.article_id and is_now(v.at)
      and v.kind = 'moved' and v.payload->>'move' = 'submit' and v.actor_id = new.submitted_by) then
    perform refuse('who_sent_a_text_is_on_record',
      format('the history does not say that person %s sent edition %s', new.submitted_by, new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger editions_were_sent_in_the_history after update on editions
  deferrable initially deferred for each row when (old.state = 'draft' and new.state = 'in_review')
  execute function check_sender();
