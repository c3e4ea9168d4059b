/**
 * The rows of a generated archive, statement by statement. ":site" and the like are the places of numbers; `whole` is 1 or 0.
 * Our own words.
 */

// What articles show; no bytes of it lie anywhere.
const hashOf = (n: string) => `encode(sha256(convert_to('picture ' || ${n}, 'UTF8')), 'hex')`;

const HASH_OF_FILM = "encode(sha256(convert_to('film', 'UTF8')), 'hex')";

/** A video whose poster is the picture that every article shows; each of them shows the video as well. */
const FILM = [
  `insert into files (site_id, sha256, media_type, size, width, height, state, renditions, made_with, uploaded_by, name, alt, used, live, duration_ms)
   select :site, ${HASH_OF_FILM}, 'video/mp4', 100, 640, 360, 'ready', '[]', 1, 1, 'phim.mp4', '', true, true, 60000`,
  `insert into files_beside (file_id, beside_id, which)
   select v.id, p.id, 'poster' from files v join files p on p.sha256 = ${hashOf("0")} where v.name = 'phim.mp4'`,
];

/** @param of says of each its number `n`, its `writer` and when it came, `at`; one of forty is in no text, and one of fifty undescribed */
const pictures = (
  of: string,
) => `insert into files (site_id, sha256, media_type, size, width, height, state, renditions, made_with, uploaded_by, uploaded_at, name, caption, alt, used, live, likeness)
  select :site, ${hashOf("n")}, 'image/jpeg', 100, 360, 240, 'ready', '[{"format": "jpeg", "width": 360, "height": 240, "bytes": 100}]', 1, writer,
    at, 'anh-' || n || '.jpg', 'Quang cảnh số ' || n, case when n % 50 = 3 then '' else 'Sân đình' end, n % 40 <> 7, n % 40 <> 7,
    ('x' || left(${hashOf("n")}, 16))::bit(64)
  from (${of}) of`;

export const TAGS = `insert into tags (site_id, name, slug) select :site, 'Từ khóa ' || n, 'tu-khoa-' || n from generate_series(1, 60) n`;

export const SECTIONS = `
  with tops as (
    insert into sections (site_id, name, slug, position, opened_at)
    values (:site, 'Tin tức', 'tin-tuc', 1, now()), (:site, 'Thông báo', 'thong-bao', 2, now()), (:site, 'Văn bản', 'van-ban', 3, now())
    returning id, slug)
  insert into sections (site_id, parent_id, name, slug, position, opened_at)
  select :site, tops.id, name, below.slug, n, now() from tops join (values
    ('tin-tuc', 'Chính trị', 'chinh-tri', 1), ('tin-tuc', 'Kinh tế', 'kinh-te', 2), ('tin-tuc', 'Văn hóa', 'van-hoa', 3),
    ('tin-tuc', 'Đoàn thể', 'doan-the', 4), ('thong-bao', 'Mời thầu', 'moi-thau', 1), ('thong-bao', 'Lịch tiếp dân', 'lich-tiep-dan', 2),
    ('van-ban', 'Nghị quyết', 'nghi-quyet', 1), ('van-ban', 'Kế hoạch', 'ke-hoach', 2)) as below (top, name, slug, n) on top = tops.slug`;

/** Pages, of which the last two are topics. A page's document, edition and text have one number, and so have those of a text that is open. */
export const PAGES = [
  // One picture that every article shows, such as a coat of arms.
  pictures("select 0 as n, 1 as writer, now() as at"),
  ...FILM,
  `insert into revisions (id, document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, writers, cut_because)
   overriding system value
   select n, n, n, 1, canonical::jsonb || '{"version": 1}', 1, decode(md5('page ' || n), 'hex'), encode(sha256(convert_to('page ' || n, 'UTF8')), 'hex'),
     md5('page ' || n) || md5(n::text), canonical, array[1], 'move'
   from generate_series(1, :pages) n cross join lateral (
     select format('{"body":{"content":[],"type":"doc"},"slug":"trang-luu-tru-%s","title":"Trang %s"}', n, n) as canonical) spelt`,
  `insert into editions (id, document_id, number, state, purpose, opened_by, approved_revision_id, published_revision_id, outcome, closed_at)
   overriding system value select n, n, 1, 'closed', 'first', 1, n, n, 'published', now() from generate_series(1, :pages) n`,
  // Every second one is the calendar of a week.
  `insert into documents (id, site_id, kind, created_by, visibility, live_revision_id, last_live_revision_id, slug, title, card, shown_at, first_live_at, live_since)
   overriding system value
   select n, :site, kind, 1, 'live', n, n, case kind when 'week' then week_slug(monday) else 'trang-luu-tru-' || n end, 'Trang ' || n,
     case kind when 'week' then jsonb_build_object('monday', monday) else '{}' end, now(), now(), now()
   from generate_series(1, :pages) n cross join lateral (
     select case when n > :pages - 2 then 'topic' when n % 2 = 0 then 'week' else 'page' end as kind, (date '2015-01-05' + 7 * n)::text as monday) said`,
];

export const OPEN_TEXTS = [
  `create temporary table open_texts on commit drop as
   select n, n <= :pages + :review as sent, n % (select count(*) from people) + 1 as writer,
     jsonb_build_object('headline', 'Bài đang viết số ' || n, 'sectionId', (select min(id) from sections) + n % 11, 'standfirst', 'Viết dở.',
       'body', '{"content":[],"type":"doc"}'::jsonb) as said
   from generate_series(:pages + 1, :base) n`,
  `insert into revisions (id, document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, section_id, writers, cut_because)
   overriding system value
   select n, n, n, 1, said || '{"version": 1}', 1, decode(md5('open ' || n), 'hex'), encode(sha256(convert_to('open ' || n, 'UTF8')), 'hex'),
     md5('open ' || n) || md5(n::text), said::text, (said ->> 'sectionId')::integer, array[writer], 'move' from open_texts where sent`,
  `insert into editions (id, document_id, number, state, purpose, opened_by, opened_at, submitted_by, submitted_at) overriding system value
   select n, n, 1, case when sent then 'in_review' else 'draft' end, 'first', writer, now() - interval '2 days', case when sent then writer end,
     case when sent then now() - make_interval(mins => n) end from open_texts`,
  `insert into draft_buffers (edition_id, document_id, content, digest, next_salt, unkept_by)
   select n, n, said || '{"version": 1}', md5('open ' || n) || md5(n::text), '', case when sent then '{}' else array[writer] end from open_texts`,
  `insert into document_writers (document_id, person_id) select n, writer from open_texts`,
  `insert into events (document_id, seq, kind, actor_id, at, canonical, payload, prev_hash, hash, xact)
   select n, seq, 'moved', writer, now() - make_interval(mins => n), format('{"payload":%s}', payload), payload::jsonb,
     case seq when 1 then repeat('0', 64) else encode(sha256(convert_to(n || '.1', 'UTF8')), 'hex') end, encode(sha256(convert_to(n || '.' || seq, 'UTF8')), 'hex'), '0'
   from open_texts join (values (1, '{"kind":"moved","move":"start","to":"draft","visibility":"never_live"}'),
     (2, '{"kind":"moved","move":"submit","from":"draft","to":"in_review","visibility":"never_live"}')) line (seq, payload) on seq = 1 or sent`,
  `insert into documents (id, site_id, kind, created_by, created_at) overriding system value
   select n, :site, 'article', writer, now() - interval '2 days' from open_texts`,
];

/**
 * Of each article its number, and what its rows have in common. Sections by their share, dates in no order. People write where
 * they have their role; the first articles are by people who have moved on to another section.
 */
const CHUNK_OF_ARTICLES = `
  create temporary table chunk on commit drop as
  select n, :base + n as id, 2 * (:base + n) as edition, 3 * (:base + n) as revision, tree.ids[shares.picks[n % 20 + 1]] as section,
    case when n % 5 = 0 then tree.ids[shares.picks[(n + 7) % 20 + 1]] end as second,
    writers.ids[n % cardinality(writers.ids) + 1] as writer, staff.editors[n % cardinality(staff.editors) + 1] as editor,
    staff.approvers[n % cardinality(staff.approvers) + 1] as approver,
    words.tags[n % 60 + 1] as tag, words.tags[n * 7 % 60 + 1] as other_tag, n % 10 < 3 as migrated, n % 10 = 4 as updated,
    case when n % 50 = 7 then 'withdrawn' when n % 997 = 1 and n < 2000 then 'hidden' else 'live' end as visibility,
    'bai-so-' || n as slug, said.shown_at,
    case when n % 10 < 3 then now() - interval '60 days' else said.shown_at end as first_live_at,
    format('%s %s lần thứ %s ở %s và %s', words.subjects[n % 12 + 1], words.doings[n / 12 % 10 + 1], n,
      words.places[n % 40 + 1] || ' ' || lower(words.places[n / 40 % 40 + 1]),
      words.places[n * 7 % 40 + 1] || ' ' || lower(words.places[n * 3 / 40 % 40 + 1])) as headline,
    'Sáng nay, ' || words.subjects[n * 5 % 12 + 1] || ' đã gặp bà con các khu phố để nghe ý kiến và trả lời từng việc.' as standfirst
  from generate_series(:from, :upto) n
  cross join lateral (select date_trunc('milliseconds', now() - interval '1 hour' - interval '7300 days' * (n * 0.6180339887 % 1)) as shown_at) said
  cross join (select array_agg(id order by id) as ids from sections where site_id = :site) tree
  cross join (select array[4, 5, 6, 7, 1, 4, 5, 6, 7, 4, 5, 6, 2, 8, 9, 3, 10, 10, 11, 11] as picks) shares
  cross join (
    select array_agg(person_id) filter (where role = 'editor') as editors,
      array_agg(person_id) filter (where role = 'approver') as approvers from grants where site_id = :site) staff
  join (
    select s.id as section, moved, array_agg(person_id order by person_id) as ids
    from sections s cross join (values (true), (false)) as once (moved)
      join grants g on g.role = 'reporter' and g.site_id = s.site_id and (moved or coalesce(g.section_id, s.id) = s.id)
    where s.site_id = :site group by 1, 2
  ) writers on writers.section = tree.ids[shares.picks[n % 20 + 1]] and writers.moved = (n <= 2000)
  cross join (
    select array_agg(id order by id) as tags,
      -- Two together are a name, of which there are some hundreds: few articles are about the same places.
      string_to_array('An Bến Cầu Chùa Đình Đông Gò Hạ Hồ Kim Lai Lạc Lâm Mai Mỹ Nam Nghĩa Ngọc Phú Phước Quán Rạch Sơn Tam Tân Tây Thanh Thạch Thái Thịnh '
        || 'Thới Thuận Thượng Trà Trung Vạn Vân Vĩnh Xuân Yên', ' ') as places,
      array['Khu phố Bến Trúc', 'Trạm y tế phường', 'Hội chợ hoa xuân', 'Đội dân phòng', 'Trường tiểu học Bờ Kinh', 'Câu lạc bộ dưỡng sinh',
        'Ban quản lý chợ', 'Đoàn thanh niên', 'Tổ thu gom rác', 'Thư viện phường', 'Lớp học tình thương', 'Công viên bờ sông'] as subjects,
      array['mở cửa trở lại', 'họp bàn việc chung', 'nhận thêm cây xanh', 'sửa đường trước mùa mưa', 'trao quà cho người cao tuổi',
        'tổng kết một năm', 'phát động thi đua', 'khám bệnh miễn phí', 'đổi giờ tiếp dân', 'lấy ý kiến bà con'] as doings
    from tags where site_id = :site) words`;

const BODY = `(select string_agg(format('{"content":[{"text":"Việc thứ %s của bài %s: bà con đề nghị sửa đoạn đường trước chợ trước mùa mưa, '
  || 'thay bóng đèn ở các hẻm tối và mở thêm một buổi tiếp dân ngoài giờ; cán bộ phường ghi lại từng ý kiến, hẹn ngày trả lời và người chịu trách nhiệm.",'
  || '"type":"text"}],"type":"paragraph"}', p, n), ',') from generate_series(1, :paragraphs) p)`;

const CANONICAL_TEXTS = `
  create temporary table texts on commit drop as
  select n, format('{"body":{"content":[%s],"type":"doc"},"byline":{"names":[{"name":"Người thứ %s"}]},"headline":"%s",%s"sectionId":%s,"slug":"%s","standfirst":"%s","tagIds":[%s,%s]}',
    ${BODY}, writer, headline, case when second is null then '' else format('"secondSectionIds":[%s],', second) end, section, slug, standfirst,
    tag, other_tag) as canonical
  from chunk`;

const REVISIONS = `
  insert into revisions (id, document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, section_id, writers, cut_because, cut_at)
  overriding system value
  select revision - 3 + number, id, case number when 3 then edition else edition - 1 end, number, t.canonical::jsonb || '{"version": 1}', 1,
    decode(md5(n || '.' || number), 'hex'), md5(n || '.' || number) || md5(n::text), md5(n || '.' || number) || md5(n::text), t.canonical,
    section, array[case number when 2 then editor else writer end], case number when 1 then 'another_writer' else 'move' end,
    first_live_at - interval '1 hour'
  from chunk join texts t using (n) join (values (1), (2), (3)) as cut (number) on number = 2 or (number = 1 and :whole = 1) or (number = 3 and updated)`;

const EDITIONS = `
  insert into editions (id, document_id, number, state, purpose, opened_by, opened_at, base_revision_id, submitted_by, submitted_at,
    approved_revision_id, published_revision_id, outcome, closed_at, closed_by, batch_id)
  overriding system value
  select edition - 2 + number, id, number, 'closed', case when number = 2 then 'revise' when migrated then 'migrate' else 'first' end, writer,
    first_live_at - interval '1 day', case number when 2 then revision - 1 end, writer, first_live_at - interval '3 hours',
    revision - 2 + number, revision - 2 + number, 'published', first_live_at + (number - 1) * interval '1 minute', approver,
    case when migrated and number = 1 then (n - 1) / 500 + 1 end
  from chunk join (values (1), (2)) as outing (number) on number = 1 or updated`;

const EVENTS = `
  insert into events (document_id, seq, kind, actor_id, at, canonical, payload, prev_hash, hash, xact)
  select id, seq, kind, actor, at, canonical, canonical::jsonb -> 'payload',
    case seq when 1 then repeat('0', 64) else md5(id || '.' || seq - 1) || md5(id::text) end,
    md5(id || '.' || seq) || md5(id::text), '0'
  from chunk cross join lateral (values
    (1, 'moved', writer, '{"from":null,"kind":"moved","move":"start","to":"draft","visibility":"never_live"}'),
    (2, 'moved', writer, '{"from":"draft","kind":"moved","move":"submit","to":"in_review","visibility":"never_live"}'),
    (3, 'moved', approver, '{"from":"in_review","kind":"moved","move":"approve","to":"approved","visibility":"never_live"}'),
    (4, 'moved', approver, '{"from":"approved","kind":"moved","move":"publish","to":"closed","visibility":"live"}'),
    (5, 'moved', approver, '{"from":"closed","kind":"moved","move":"withdraw","reason":"expired","to":null,"visibility":"withdrawn"}')
  ) as line (seq, kind, actor, payload)
  cross join lateral (select first_live_at - interval '1 day' + seq * interval '5 hours' as at) moment
  cross join lateral (select format('{"actorId":%s,"at":"%s","documentId":%s,"kind":"%s","payload":%s,"seq":%s}', actor,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), id, kind, payload, seq) as canonical) spelt
  where case seq when 5 then visibility = 'withdrawn' when 4 then true else :whole = 1 end`;

export const ARTICLES = [
  CHUNK_OF_ARTICLES,
  CANONICAL_TEXTS,
  "analyze chunk, texts",
  pictures("select n, writer, first_live_at - interval '1 day' as at from chunk"),
  "insert into collections (site_id, name, made_by) select :site, 'Lễ hội đình', min(writer) from chunk on conflict do nothing",
  `insert into collection_files (collection_id, file_id, added_by)
   select c.id, f.id, c.made_by from collections c join files f on f.site_id = c.site_id
     join chunk on f.sha256 = ${hashOf("n")} and n <= 50 where c.site_id = :site`,
  `insert into revision_files (revision_id, document_id, sha256)
   select text, id, named from chunk cross join lateral (select revision - 1 union all select revision where updated) as texts (text)
     cross join lateral (values (${hashOf("n")}), (${hashOf("0")}), (${HASH_OF_FILM})) as files (named)`,
  `insert into draft_files (edition_id, document_id, sha256, since)
   select edition - 1, id, named, first_live_at - interval '2 hours' from chunk
     cross join lateral (values (${hashOf("n")}), (${hashOf("0")})) as files (named)`,
  `insert into batches (id, site_id, made_by, made_at, confirmed_by, confirmed_at) overriding system value
   select (n - 1) / 500 + 1, :site, min(writer), now() - interval '61 days', min(approver), now() - interval '60 days'
   from chunk where migrated group by (n - 1) / 500 on conflict do nothing`,
  REVISIONS,
  EDITIONS,
  EVENTS,
  `insert into draft_buffers (edition_id, document_id, content, digest, next_salt, saved_at)
   select edition - 1, id, t.canonical::jsonb || '{"version": 1}', md5(n || '.2') || md5(n::text), '', first_live_at - interval '2 hours'
   from chunk join texts t using (n)`,
  `insert into approvals (document_id, revision_id, content_hash, person_id, kind, at)
   select id, revision - 1, md5(n || '.2') || md5(n::text), person, kind, first_live_at - interval '1 minute'
   from chunk cross join lateral (values (writer, 'confirm'), (approver, 'approve')) as signature (person, kind)
   where kind = 'approve' or :whole = 1`,
  `insert into document_sections select id, second from chunk where second <> section`,
  `insert into document_tags select id, tag from chunk union all select id, other_tag from chunk where other_tag <> tag and :whole = 1`,
  // Many stand in one topic, few of them at its top, and some in another one as well.
  `insert into topic_choices (site_id, topic_id, article_id, choice, by_id, at)
   select :site, topic, id, choice, approver, first_live_at from chunk cross join lateral (values
     (7, 'added', n % 20 = 15), (7, 'pinned', n in (15, 35, 55)), (8, 'added', n % 200 = 15)) as pressed (topic, choice, isso)
   where isso`,
  // As many questions as articles; nearly all are done with and erased, and some of the others are answered.
  `insert into questions (id, site_id, code_hash, subject, words, name, contact, place, sent_at, erased_at) overriding system value
   select n, :site, encode(sha256(convert_to('code ' || n, 'UTF8')), 'hex'), case when n <= 80 then 'Giờ tiếp dân' end, case when n <= 80 then 'Mấy giờ?' end,
     case when n <= 80 then 'Ai đó' end, case when n <= 80 then '' end, case when n <= 80 then '' end, first_live_at, case when n > 80 then now() end
   from chunk`,
  `insert into question_deeds (site_id, question_id, deed, person_id, document_id, reason, by_id, at)
   select :site, n, deed, case deed when 'given' then writer end, case deed when 'answering' then id end,
     case deed when 'closed' then 'elsewhere' end, approver, first_live_at
   from chunk cross join lateral (values ('given', n % 2 = 0), ('answering', n % 4 = 0), ('closed', n > 80)) as done (deed, isso)
   where isso`,
  `insert into document_writers (document_id, person_id, given_at) select id, writer, first_live_at from chunk`,
  `insert into article_views (article_id, hour, count) select id, date_trunc('month', first_live_at), n % 900 + 1 from chunk where n % 3 = 0`,
  `insert into imports (site_id, text_hash, file_name, document_id, batch_id, imported_by, imported_at)
   select :site, encode(sha256(convert_to('file ' || n, 'UTF8')), 'hex'), 'bai-' || n || '.txt', id, (n - 1) / 500 + 1, writer, now() - interval '61 days'
   from chunk where migrated`,
  `insert into redirects (site_id, from_path, to_document_id, made_by) select :site, '/cu/' || n || '.html', id, writer from chunk where migrated`,
  `insert into documents (id, site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title, card, shown_at, first_live_at,
     live_since, hidden_at, hidden_reason, withdrawn_at, withdrawn_reason, migrated, imported_views, created_by, created_at)
   overriding system value
   select id, :site, 'article', visibility, case visibility when 'live' then last end, last, section, slug, headline,
     jsonb_build_object('standfirst', standfirst, 'lead', jsonb_build_object('file', ${hashOf("n")})), shown_at, first_live_at, first_live_at + case when updated then interval '1 minute' else '0' end,
     case visibility when 'hidden' then now() end, case visibility when 'hidden' then 'Chờ kiểm tra' end,
     case visibility when 'withdrawn' then least(now(), first_live_at + interval '30 days') end, case visibility when 'withdrawn' then 'expired' end, migrated,
     case when migrated then n % 4000 else 0 end, writer, first_live_at - interval '1 day'
   from chunk cross join lateral (select case when updated then revision else revision - 1 end as last) text`,
];

/** What is near an article by its text: as many as are kept of each, some of which readers get no more. */
export const NEAR = `insert into near_texts (document_id, near_id, step, shown_at)
   select id, id - 40 * back, 1 + back / 2, shown_at - back * interval '1 day' from chunk cross join generate_series(1, 6) back where n > 240`;

/**
 * Papers, as lists look for them: every fourth document is one to them. Few bodies issue them, of few kinds; one of ten has ended, and
 * one of forty was replaced.
 */
export const PAPERS = [
  `insert into papers (document_id, site_id, form, issuer, issued_on, effective_on, ends_on)
   select id, :site, (array['decision', 'plan', 'announcement', 'resolution'])[n / 4 % 4 + 1], 'co-quan-' || n / 4 % 9, shown_at::date,
     shown_at::date, case when n % 40 = 0 then shown_at::date + 400 end
   from chunk where n % 4 = 0`,
  `insert into paper_replacements (replaced_id, document_id)
   select p.document_id, p.document_id + 4 from papers p join chunk on chunk.id = p.document_id where n % 160 = 0`,
];

/** What stands in English, as lists look for it: every twentieth document is one to them, the sister of the one before it. */
export const SISTERS = [
  "update documents d set sister_of_id = d.id - 1 from chunk where d.id = chunk.id and n % 20 = 16",
  `insert into listings (list, of_id, day, at, document_id)
   select 'english', :site, shown_at::date, shown_at, id from chunk where n % 20 = 16`,
];

/** The desk's lines of the documents from `first` to `last`, as its own views say them. */
export const DESK = [
  // Of what has just come nothing is known yet: a plan for few rows is the right one, each document by its keys.
  "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off",
  "insert into desk_lines select n.* from desk_lines_now n where n.document_id between :first and :last",
  "insert into desk_people select n.* from desk_people_now n where n.document_id between :first and :last",
  `insert into batch_counts as kept (batch_id, section_id, total, waiting, returned, live)
   select batch_id, coalesce(section_id, 0), count(*), count(*) filter (where purpose = 'migrate' and state = 'in_review'),
     count(*) filter (where purpose = 'migrate' and state = 'draft'), count(*) filter (where visibility = 'live')
   from desk_lines where document_id between :first and :last and batch_id is not null group by 1, 2
   on conflict (batch_id, section_id) do update set total = kept.total + excluded.total, waiting = kept.waiting + excluded.waiting,
     returned = kept.returned + excluded.returned, live = kept.live + excluded.live`,
];
