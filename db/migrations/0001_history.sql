-- The law of the newsroom, for every client of the database. Each refusal has a name that reads as a sentence:
-- it is the "constraint" of the error, with SQLSTATE 23514.

create function refuse(rule text, sentence text) returns void language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = rule, message = sentence;
end $$;
--> statement-breakpoint
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  perform refuse(tg_argv[0], format('%s are never changed, deleted or truncated', tg_table_name));
  return null;
end $$;
--> statement-breakpoint
create trigger revisions_are_final before update or delete on revisions
  for each row execute function refuse_rewriting('revisions_are_final');
--> statement-breakpoint
create trigger revisions_are_never_truncated before truncate on revisions
  for each statement execute function refuse_rewriting('revisions_are_final');
--> statement-breakpoint
create trigger approvals_are_final before update or delete on approvals
  for each row execute function refuse_rewriting('approvals_are_final');
--> statement-breakpoint
create trigger approvals_are_never_truncated before truncate on approvals
  for each statement execute function refuse_rewriting('approvals_are_final');
--> statement-breakpoint
create trigger events_are_final before update or delete on events
  for each row execute function refuse_rewriting('events_are_final');
--> statement-breakpoint
create trigger events_are_never_truncated before truncate on events
  for each statement execute function refuse_rewriting('events_are_final');
--> statement-breakpoint
create trigger office_events_are_final before update or delete on office_events
  for each row execute function refuse_rewriting('office_events_are_final');
--> statement-breakpoint
create trigger office_events_are_never_truncated before truncate on office_events
  for each statement execute function refuse_rewriting('office_events_are_final');
--> statement-breakpoint

-- Within this transaction, to the millisecond that the app's clock can tell: it may have waited for a row since it began.
create function is_now(at timestamptz) returns boolean language sql volatile as $$
  select at > now() - interval '2 milliseconds' and at <= clock_timestamp()
$$;
--> statement-breakpoint

-- Events are chained: the hash of each is over the one before and its own canonical text.
create function chain_event() returns trigger language plpgsql as $$
declare
  last_seq integer;
  last_hash text;
  said jsonb;
begin
  select e.seq, e.hash into last_seq, last_hash from events e
    where e.document_id = new.document_id order by e.seq desc limit 1;
  if new.seq <> coalesce(last_seq, 0) + 1 or new.prev_hash <> coalesce(last_hash, repeat('0', 64)) then
    perform refuse('events_form_a_chain', format('event %s of document %s does not follow event %s',
      new.seq, new.document_id, coalesce(last_seq, 0)));
  end if;
  if new.hash <> encode(sha256(convert_to(new.prev_hash || new.canonical, 'UTF8')), 'hex') then
    perform refuse('events_form_a_chain', format('the hash of event %s of document %s is not its own', new.seq, new.document_id));
  end if;
  if not is_now(new.at) then
    perform refuse('events_happen_now', format('event %s of document %s is dated %s', new.seq, new.document_id, new.at));
  end if;
  said := new.canonical::jsonb;
  if said->'payload' is distinct from new.payload or said->>'kind' is distinct from new.kind
    or (said->>'documentId')::integer is distinct from new.document_id or (said->>'seq')::integer is distinct from new.seq
    or (said->>'actorId')::integer is distinct from new.actor_id or (said->>'at')::timestamptz is distinct from new.at then
    perform refuse('events_say_what_was_hashed', format('event %s of document %s differs from its canonical text', new.seq, new.document_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger events_form_a_chain before insert on events for each row execute function chain_event();
