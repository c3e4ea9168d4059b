/** The people of a generated archive, and what their years leave beside the articles: as in `testing-archive-rows.ts`. */
export const PEOPLE = `
  with made as (
    insert into people (email, name) select 'nguoi-' || n || '@luu-tru.example', 'Người thứ ' || n from generate_series(1, :people) n returning id)
  insert into grants (person_id, site_id, role, effective_from, section_id)
  select id, :site, case when id % 10 = 0 then 'approver' when id % 10 = 1 then 'editor' else 'reporter' end, now() - interval '20 years',
    case when id > 10 then (select min(id) from sections) + id % 11 end
  from made`;

/** What approvers are told of each of them. */
export const INVITATIONS = `
  insert into office_events (site_id, person_id, kind, payload, canonical, at)
  select :site, id, 'invited', '{}', '{}', now() - interval '20 years' + id * interval '1 day' from people`;

/** Of the articles of a chunk. */
export const BESIDE_ARTICLES = [
  // One article in four is written about, to its writer and to whoever decides.
  `insert into mails (site_id, person_id, document_id, kinds, state, subject, words, queued_at, due_at, left_at)
   select :site, person, id, array[kind], state, 'Bài số ' || n, 'Bài số ' || n || ' đã đăng.', first_live_at, first_live_at, first_live_at
   from chunk cross join lateral (values (writer, 'published'), (approver, 'waiting')) as told (person, kind)
   cross join lateral (select case n % 40 when 4 then 'dropped' when 8 then 'failed' when 12 then 'kept' else 'sent' end as state) came
   where n % 4 = 0`,
  // People sign in, and make keywords.
  `insert into sessions (person_id, created_at, expires_at, last_seen_at, ended_at, ended_because)
   select writer, at, at + interval '12 hours', at, at + interval '1 hour', 'signed_out'
   from chunk cross join lateral (select now() - interval '90 days' * (n * 0.6180339887 % 1) as at) day where n % 10 = 0`,
  `insert into office_events (site_id, by_id, kind, payload, canonical, at)
   select :site, writer, 'tag_made', '{}', '{}', first_live_at from chunk where n % 20 = 0`,
];
