import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SOURCES =
  "{app,bench,components,db,e2e,features,i18n,lib,patches,public,scripts,server}/**/*.{ts,tsx,js,mjs,sql}";
const TABLES = ["sites", "sections", "tags"];

/** Where something is tried or a database is made and measured, not where the newsroom works. */
const isTried = (file: string) => /\.spec\.tsx?$|(^|\/)testing|^e2e\/|^db\/migrations\/|\/law\/house\.ts$/.test(file);

/**
 * What writes a site, a section or a tag in a source: through Drizzle, by whatever name the table was imported or is held, or in plain
 * SQL, with the table's name or with the table put into it.
 */
function writesIn(source: string): string[] {
  const table = `(?:\\w+\\s*\\.\\s*)?(?:${TABLES.flatMap((name) => [name, ...othersFor(name, source)]).join("|")})\\b`;
  const inSql = `(?:"?public"?\\.)?"?(?:${TABLES.join("|")})\\b|\\$\\{\\s*${table}`;
  const ways = [
    `\\.(?:insert|update|delete)\\(\\s*${table}`,
    `\\bsealed\\(\\s*${table}`,
    `\\bchangeSealed\\(\\s*\\w+\\s*,\\s*${table}`,
    `\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|copy|truncate(?:\\s+table)?)\\s+(?:only\\s+)?(?:${inSql})`,
  ];
  return ways.flatMap((way) => [...source.matchAll(new RegExp(way, "gi"))].map(([found]) => found));
}

/** Names under which a source has imported a table or holds one. */
function othersFor(table: string, source: string): string[] {
  const imported = source.matchAll(new RegExp(`\\b${table}\\s+as\\s+(\\w+)`, "g"));
  const held = source.matchAll(new RegExp(`\\b(\\w+)\\s*(?::[^=\\n]+)?=\\s*(?:\\w+\\.)?${table}\\s*[;,)\\n]`, "g"));
  return [...imported, ...held].map(([, name = ""]) => name);
}

test("sites, sections and tags are written by features/sites and by nobody else", () => {
  const files = globSync(SOURCES, { cwd: ROOT }).map((file) => file.split(sep).join("/"));
  const working = files.filter((file) => !isTried(file));
  expect(working.length).toBeGreaterThan(400);
  const writers = working.filter((file) => writesIn(readFileSync(join(ROOT, file), "utf8")).length > 0);
  expect(writers.sort()).toEqual(["sections", "sites", "tags"].map((table) => `features/sites/${table}-store.ts`));
});

test.each([
  "await tx.insert(tags).values(row)",
  "tx\n    .update(sections)\n    .set({ name })",
  "tx.delete( sites )",
  "tx.insert(schema.tags)",
  'import { tags as keywords } from "#db/schema/sites.ts";\ntx.insert(keywords)',
  "const place: PgTable = sections;\ntx.update(place)",
  "sealed(sites, { key })",
  "await changeSealed(tx, sections, eq(sections.id, id), () => ({ name }))",
  "sql`update sections set name = 'x'`",
  "sql`UPDATE ONLY public.sections SET name = 'x'`",
  "sql`insert into\n  tags (name) values ('x')`",
  'sql`insert into "tags" (name) values (1)`',
  "sql`delete from $" + "{tags} where true`",
  "sql`merge into sites using x on true`",
  "sql`truncate table tags`",
])("%j writes one", (source) => {
  expect(writesIn(source)).not.toEqual([]);
});

test.each([
  "tx.insert(documentTags).values(row)",
  "tx.delete(documentSections)",
  "tx.select().from(tags).where(eq(tags.siteId, siteId))",
  "sql`insert into document_tags select id from tags`",
  "sql`select from sections for no key update`",
  "sql`delete from section_listings`",
  "const found = sections.filter(isOpen);\nmap.delete(found)",
  "const tagIds = content.tags;\ntx.update(documents)",
])("%j writes none", (source) => {
  expect(writesIn(source)).toEqual([]);
});
