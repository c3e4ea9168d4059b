import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";

const FEATURES = join(import.meta.dirname, "../..");
const specs = globSync(["*/law/*.spec.ts", "*/law.db.spec.ts"], { cwd: FEATURES })
  .map((file) => readFileSync(join(FEATURES, file), "utf8"))
  .join("\n");
/** A spec that expects a refusal has its name in quotes, and nothing else in them. */
const isTried = (name: string) => specs.includes(`"${name}"`);

const { rows } = oneDatabase();

/** Names as a spec gives them, but those that drizzle or Postgres made up. */
async function namesIn(statement: string): Promise<string[]> {
  const found = await rows(`select distinct name from (${statement}) x (name)
    where name !~ '_(fk|pk|pkey|unique|check)$' order by 1`);
  return found.map(({ name }) => String(name));
}

test("every CHECK and foreign key that has a name of ours is tried", async () => {
  const names = await namesIn(
    "select conname from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x')",
  );
  expect(names).toContain("nothing_leaves_unapproved");
  expect(names.filter((name) => !isTried(name))).toEqual([]);
});

test("every unique key that has a name of ours is tried, unless it holds the primary key and can refuse nothing", async () => {
  const names = await namesIn(`
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary and not exists (
      select from pg_index p where p.indrelid = i.indrelid and p.indisprimary
        and i.indpred is null and p.indkey::int2[] <@ i.indkey::int2[])`);
  expect(names).toContain("one_open_edition");
  expect(names).not.toContain("documents_of_a_site");
  expect(names.filter((name) => !isTried(name))).toEqual([]);
});

test("every rule that a trigger says is tried", async () => {
  const names = await namesIn(`
    select (regexp_matches(prosrc, 'refuse\\(\\s*''([a-z0-9_]+)''', 'g'))[1] from pg_proc
      where pronamespace = 'public'::regnamespace
    union all
    select trim(trailing e'\\\\000' from encode(tgargs, 'escape')) from pg_trigger
      where tgfoid = 'refuse_rewriting'::regproc`);
  expect(names).toContain("nobody_approves_alone");
  expect(names).toContain("revisions_are_final");
  expect(names.filter((name) => !isTried(name))).toEqual([]);
});
