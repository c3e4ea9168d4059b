import { join } from "node:path";
import pg from "pg";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { folderStorage } from "#features/files/storage/folder.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { ranked } from "#features/search/queries.ts";
import { readQuestion } from "#features/search/question.ts";
import { JUDGED_AT, judge, mrr, writeJudged } from "#features/search/testing-judges.ts";
import { say } from "./figures.ts";

/** PostgreSQL as it comes, over title and text as one. $1 is the question. */
const OTHERS = [
  [
    "plain `simple`",
    "select id from plain, plainto_tsquery('simple', $1) q where simple @@ q order by ts_rank(simple, q) desc, id desc limit 10",
  ],
  [
    "`unaccent` alone",
    "select id from plain, plainto_tsquery('simple', unaccent($1)) q where bare @@ q order by ts_rank(bare, q) desc, id desc limit 10",
  ],
  ["`pg_trgm` alone", "select id from plain order by word_similarity($1, said) desc, id desc limit 10"],
] as const;

const PLAIN = `create table plain as
  select d.id, said, to_tsvector('simple', said) as simple, to_tsvector('simple', unaccent(said)) as bare
  from documents d join revisions r on r.id = d.live_revision_id
  cross join lateral (select d.title || e'\\n' || coalesce(r.head ->> 'standfirst', '') || e'\\n' || (
    select string_agg(t #>> '{}', ' ') from jsonb_path_query(r.canonical::jsonb, '$.body.**.text') t) as said) x
  where d.kind in ('article', 'page')`;

/** How the 120 judged questions are answered, beside what PostgreSQL answers by itself. @param url of an empty database, as its owner */
export async function judged(url: string, folder: string): Promise<void> {
  openDatabase(await migrate(url));
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const bend = async (sql: string, values: unknown[] = []) => {
    await owner.query("set session_replication_role = replica");
    await owner.query(sql, values).finally(() => owner.query("set session_replication_role = origin"));
  };
  const siteId = await writeJudged(bend, folderStorage(join(folder, "files")));
  const { rows } = await owner.query<{ id: number; title: string }>("select id, title from documents");
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const narrowed = { sectionIds: null, form: null, year: null };
  const ours = await judge(titles, async (question) => {
    const { ids } = await ranked({ siteId, question: readQuestion(question), narrowed, now: JUDGED_AT });
    return ids;
  });
  const first = (all: typeof ours) => all.filter(({ place }) => place === 1).length;
  const figure = (all: typeof ours) => `MRR ${mrr(all).toFixed(3)}, first ${first(all)}`;
  say(`${ours.length} judged questions over ${titles.size} texts (at least 0.9)`, figure(ours));
  await owner.query("create extension if not exists unaccent");
  await owner.query(PLAIN);
  for (const [name, sql] of OTHERS) {
    const all = await judge(titles, async (question) => {
      const found = await owner.query<{ id: number }>(sql, [question]);
      return found.rows.map(({ id }) => id);
    });
    say(`  ${name}`, figure(all));
  }
  await owner.end();
  await closeDatabase();
  keepFilesIn(undefined);
}
