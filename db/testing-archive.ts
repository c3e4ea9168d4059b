import pg from "pg";
import { BESIDE_ARTICLES, INVITATIONS, PEOPLE } from "./testing-archive-people.ts";
import { ARTICLES, DESK, NEAR, OPEN_TEXTS, PAGES, PAPERS, SECTIONS, SISTERS, TAGS } from "./testing-archive-rows.ts";

/**
 * An archive as it is after years, made in SQL: the site of a ward with its sections, people, pages and articles that grew over twenty
 * years, each with its editions, texts, signatures and history. Rows that no trigger has looked at, but for the owner's
 * projections, which are filled as ever. The same at each run.
 */
export type Archive = {
  siteId: number;
  /** The number of article 0: article 1 has the next one. */
  base: number;
  /** Live articles, those that were taken away again among them. */
  articles: number;
  /** The section that most stand in or below, with children; and one of the smaller ones. */
  large: { id: number; slug: string };
  small: { id: number; slug: string };
  /** The one whose live address is `/page`. */
  pageSlug: string;
  /** A topic in which one of twenty articles stands, with article 15; the next number is a smaller one. */
  topic: number;
  /** One of each role on the whole site, and one with it in a single section. */
  people: Record<ArchiveRole | `${ArchiveRole}_in_a_section`, number>;
};

type ArchiveRole = "reporter" | "editor" | "approver";

export type ArchiveSize = {
  /** In each text, of some 240 letters. */
  paragraphs: number;
  /** Each article with all its cuts, signatures and lines of history; else with one of each kind, which is quicker made. */
  isWhole: boolean;
  /** Open texts beside the archive. */
  drafts: number;
  inReview: number;
  people: number;
};

/** What one statement makes at a time: enough to be quick, few enough for a small machine's memory. */
const CHUNK = 20_000;

/** Pages that stand for themselves, and two topics after them. */
const OWN_PAGES = 8;

/** Makes the site, in an empty database, and what does not grow with its archive. */
export async function beginArchive(ownerUrl: string, size: ArchiveSize): Promise<Archive> {
  const base = OWN_PAGES + size.inReview + size.drafts;
  return withoutRowTriggers(ownerUrl, async (ask) => {
    await ask("begin");
    const [site] = await ask<{ id: number }>(
      "insert into sites (key, name) values ('luu-tru', 'Phường Lưu Trữ') returning id",
    );
    const siteId = site?.id ?? 0;
    const given = { site: siteId, people: size.people, pages: OWN_PAGES, review: size.inReview, base };
    for (const statement of [SECTIONS, PEOPLE, INVITATIONS, TAGS, ...PAGES, ...OPEN_TEXTS])
      await ask(filledIn(statement, given));
    for (const statement of DESK) await ask(filledIn(statement, { first: 1, last: base }));
    const [found] = await ask<Pick<Archive, "large" | "small" | "people">>(
      `select (select jsonb_build_object('id', id, 'slug', slug) from sections where slug = 'tin-tuc') as large,
              (select jsonb_build_object('id', id, 'slug', slug) from sections where slug = 'lich-tiep-dan') as small,
              (select jsonb_object_agg(role, person_id) from (
                select role || case when section_id is null then '' else '_in_a_section' end as role, min(person_id) as person_id
                from grants group by 1) x) as people`,
    );
    if (!found) throw new Error("an archive that was begun has a site");
    await ask("commit");
    return { siteId, base, articles: 0, pageSlug: "trang-luu-tru-1", topic: OWN_PAGES - 1, ...found };
  });
}

/** So many are made by themselves, that the planner knows the tables before they are large: projections are filled by joins. */
const FIRST = 2_000;

/** Adds articles until there are so many, anywhere in the twenty years; what was there stays as it is. */
export async function growArchive(
  ownerUrl: string,
  archive: Archive,
  articles: number,
  size: ArchiveSize,
): Promise<Archive> {
  if (archive.articles === 0 && articles > FIRST) {
    return growArchive(ownerUrl, await growArchive(ownerUrl, archive, FIRST, size), articles, size);
  }
  const { paragraphs, isWhole } = size;
  const { siteId: site, base } = archive;
  const chunks: { from: number; upto: number }[] = [];
  for (let done = archive.articles; done < articles; ) {
    const upto = Math.min(articles, done - (done % CHUNK) + CHUNK);
    chunks.push({ from: done + 1, upto });
    done = upto;
  }
  const make = () =>
    asArchivist(ownerUrl, async (ask) => {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
        const given = { site, base, paragraphs, whole: Number(isWhole), ...chunk };
        const documents = { first: base + chunk.from, last: base + chunk.upto };
        await ask("begin");
        for (const statement of [...ARTICLES, ...PAPERS, ...SISTERS, NEAR, ...BESIDE_ARTICLES, ...DESK])
          await ask(filledIn(statement, { ...given, ...documents }));
        await ask("commit");
      }
    });
  await withoutRowTriggers(ownerUrl, async (ask) => {
    const slow = await ask<{ name: string; definition: string }>(SLOW_TO_FILL);
    for (const { name } of slow) await ask(`drop index ${name}`);
    await Promise.all([make(), make()]);
    for (const { definition } of slow) await ask(definition);
    for (const table of ["documents", "editions", "revisions", "batches"]) {
      await ask(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
    }
    // A site counts a day on that day. Two who fill years side by side leave it to chance which counts lie together.
    for (const [table, order] of [
      ["listing_days", "day, section_id"],
      ["listing_months", "month, section_id"],
      ["listed_days", "day, list, of_id"],
      ["listed_months", "month, list, of_id"],
      ["view_days", "day, site_id"],
    ] as const) {
      await ask(`create index as_time_went on ${table} (${order}, slot)`);
      await ask(`cluster ${table} using as_time_went`);
      await ask("drop index as_time_went");
    }
    // What a server does by itself within a minute.
    await ask("vacuum (analyze)");
  });
  return { ...archive, articles };
}

/** Indexes that are made as a whole in less time than row by row, and that nothing asks while the rows come. */
const SLOW_TO_FILL = `
  select c.relname as name, pg_get_indexdef(c.oid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
  where c.relnamespace = 'public'::regnamespace and not i.indisunique 
    and (am.amname = 'gin' or i.indrelid in ('documents'::regclass, 'desk_lines'::regclass, 'desk_people'::regclass))`;

/** A statement with numbers in the places of ":name". */
function filledIn(statement: string, given: Readonly<Record<string, number>>): string {
  return statement.replace(/(?<!:):([a-z]+)\b/g, (whole, name: string) => `${given[name] ?? whole}`);
}

type Ask = <Row extends pg.QueryResultRow>(statement: string) => Promise<Row[]>;

/**
 * What is always done at the end of a transaction for each row, one by one, is done here for all of them at once (`DESK`).
 * What is done for each statement goes on.
 */
async function withoutRowTriggers<T>(ownerUrl: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  return asArchivist(ownerUrl, async (ask) => {
    const found = await ask<{ on: string; name: string }>(
      "select tgrelid::regclass as on, tgname as name from pg_trigger where tgenabled = 'A' and tgdeferrable",
    );
    for (const { on, name } of found) await ask(`alter table ${on} disable trigger ${name}`);
    const done = await work(ask);
    for (const { on, name } of found) await ask(`alter table ${on} enable always trigger ${name}`);
    return done;
  });
}

async function asArchivist<T>(ownerUrl: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set jit = off; set synchronous_commit = off; set work_mem = '64MB'",
    );
    return await work(async (statement) => (await client.query(statement)).rows);
  } finally {
    await client.end();
  }
}
