import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { asOwner, withDatabase } from "#db/testing.ts";
import { makeAsReleased, migrationsNow, releaseKept } from "#db/testing-release.ts";
import { signIn } from "#features/accounts/sign-in.ts";
import { carryOut } from "#features/moves/commands.ts";
import { seen, storyOf } from "#features/moves/testing.ts";
import { cardsOn, frontPage } from "#features/reading/front.ts";
import { liveArticle, siteByKey } from "#features/reading/queries.ts";
import { verify } from "#features/verifying/verify.ts";

/** Every release there was, by the name under which it is kept in db/releases: another one is another line. */
const RELEASES = ["first"] as const;

describe.each(RELEASES)("a database of the release %s", (name) => {
  const database = `released_${name}_${process.pid}`;
  const fresh = `fresh_${name}_${process.pid}`;
  const cluster = inject("clusterUrl");
  const [ownerUrl, freshUrl] = [withDatabase(cluster, database), withDatabase(cluster, fresh)];
  const rows = async (sql: string, url = ownerUrl) => (await asOwner(url, sql)).rows;
  const texts = () => rows("select id, title, visibility from documents order by id");
  let before: Awaited<ReturnType<typeof texts>>;

  beforeAll(async () => {
    for (const one of [database, fresh]) await asOwner(cluster, `create database ${one}`);
    await makeAsReleased(ownerUrl, name);
    before = await texts();
    openDatabase(await migrate(ownerUrl));
  });
  afterAll(async () => {
    await closeDatabase();
    for (const one of [database, fresh]) await asOwner(cluster, `drop database if exists ${one} with (force)`);
  });

  test("was made by migrations that nobody has edited since: what is new is a new one", () => {
    const { migrations } = releaseKept(name);
    expect(migrationsNow(migrations.length).migrations).toEqual(migrations);
  });

  test("comes to this version with everything in it, and all of it fits", async () => {
    expect(before.length).toBeGreaterThan(15);
    expect(await texts()).toEqual(before);
    expect((await verify(ownerUrl)).misfit).toBeNull();
  });

  test("has the tables, functions, rules and rights of a new one then", async () => {
    await migrate(freshUrl);
    const shape = await shapeOf(ownerUrl);
    expect(shape).toEqual(await shapeOf(freshUrl));
    expect(shape).toEqual(
      expect.arrayContaining([
        "right to DELETE jobs.job",
        "right to INSERT public.events",
        "right to execute public.forget_old_links",
      ]),
    );
  });

  test("shows readers what they had, and lets its people in with their passwords", async () => {
    const site = await siteByKey("sen-ho");
    const newest = cardsOn(await frontPage(site?.id ?? 0, null));
    expect(newest.length).toBeGreaterThan(0);
    for (const { number } of newest) expect(await liveArticle(site?.id ?? 0, number)).not.toBeNull();
    const visitor = { address: "203.0.113.9", device: null };
    const answer = await signIn("reporter@demo.example", "mật khẩu của bản giữ lại", visitor);
    expect(answer).toMatchObject({ ok: true });
  });

  test("goes on where its people stopped: what waits is approved, what came back is sent again", async () => {
    const [people] = await rows(`select site_id as site,
      max(person_id) filter (where email like 'reporter@%') as reporter, max(person_id) filter (where email like 'approver@%') as approver
      from grants join people on people.id = person_id group by 1`);
    const person = (personId: number) => ({ siteId: people.site as number, personId });
    const [reporter, approver] = [person(people.reporter), person(people.approver)];
    const [returned] = await rows(
      "select document_id as id from draft_buffers where content ->> 'headline' = 'Bài được trả lại của bản giữ lại'",
    );
    await carryOut(reporter, "submit", returned.id, {});
    await carryOut(approver, ["approve", "publish"], returned.id, await seen(approver, returned.id));
    expect((await storyOf(reporter, returned.id)).document.visibility).toBe("live");
    expect((await verify(ownerUrl)).misfit).toBeNull();
  });
});

test("lists say of a text that a deputy confirmed before the update what they would say anew", async () => {
  const cluster = inject("clusterUrl");
  const database = `deputies_${process.pid}`;
  const ownerUrl = withDatabase(cluster, database);
  await asOwner(cluster, `create database ${database}`);
  try {
    await makeAsReleased(ownerUrl, "first");
    // By the editor in an approver's name; no row that was kept of the release is of such a one.
    await asOwner(
      ownerUrl,
      `set session_replication_role = replica;
       insert into approvals (document_id, revision_id, content_hash, person_id, for_person_id, step, kind)
         select r.document_id, r.id, r.content_hash, 2, 3, 1, 'confirm'
         from revisions r join desk_lines l on l.revision_id = r.id where l.state = 'in_review';
       select show_on_desk(document_id) from desk_lines where state = 'in_review'`,
    );
    const confirmedBy = async (lists: "desk_lines" | "desk_lines_now") =>
      (await asOwner(ownerUrl, `select confirmed_by from ${lists} where state = 'in_review'`)).rows;
    expect(await confirmedBy("desk_lines")).toEqual([{ confirmed_by: [2] }]);
    await migrate(ownerUrl);
    expect(await confirmedBy("desk_lines")).toEqual([{ confirmed_by: [2, 3] }]);
    expect(await confirmedBy("desk_lines_now")).toEqual([{ confirmed_by: [2, 3] }]);
  } finally {
    await asOwner(cluster, `drop database ${database} with (force)`);
  }
});

/** Everything but the rows, as the database spells it. */
async function shapeOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      select format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
      union all select format('view %s %s', viewname, definition) from pg_views where schemaname = 'public'
      union all select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
      union all select format('rule %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select format('function %s', pg_get_functiondef(oid)) from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
      union all select format('trigger %s %s', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
      union all select format('right to %s %s.%s', privilege_type, table_schema, table_name)
        from information_schema.role_table_grants join install on grantee = app_role
      union all select format('right to execute %s.%s', routine_schema, routine_name)
        from information_schema.role_routine_grants join install on grantee = app_role
      order by 1`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}
