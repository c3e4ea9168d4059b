import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..", "..");
const files = globSync("{app,components,features,lib,db,server,i18n}/**/*.{ts,tsx}", { cwd: ROOT })
  .map((file) => file.split(path.sep).join("/"))
  .filter((name) => !/\.spec\.tsx?$/.test(name));
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

test("a permit is made in the workflow's policy and nowhere else, by a cast neither", () => {
  const cast = files.filter((name) => /\bas (unknown as )?\w*Permit\b/.test(read(name)));
  expect(cast).toEqual(["features/workflow/policy.ts"]);
});

/** What stands between somebody and what readers get. */
const TABLES = [
  ...["documents", "documentSections", "documentTags", "documentWriters", "editions", "draftBuffers", "draftSaves"],
  ...["revisions", "approvals", "events", "schedules", "redirects", "imports", "batches"],
];
const IN_SQL = TABLES.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const WRITES = new RegExp(
  [
    `\\.(?:insert|update|delete)\\(\\s*(?:\\w+\\.)?(?:${TABLES.join("|")})\\b`,
    `\\bchangeSealed\\(\\s*\\w+\\s*,\\s*(?:\\w+\\.)?(?:${TABLES.join("|")})\\b`,
    `\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(?:only\\s+)?(?:public\\.)?(?:${IN_SQL.join("|")})\\b`,
    `\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+\\$\\{\\s*(?:\\w+\\.)?(?:${TABLES.join("|")})\\b`,
  ].join("|"),
  "i",
);

/** Something that a file declares at its top. */
type Declared = { name: string; text: string; isGiven: boolean };

function declaredIn(source: string): Declared[] {
  const { program, errors } = parseSync("x.tsx", source);
  expect(errors).toEqual([]);
  return program.body.flatMap((statement) => {
    const isGiven = statement.type.startsWith("Export");
    const declaration = "declaration" in statement ? statement.declaration : statement;
    const text = source.slice(statement.start, statement.end);
    if (declaration?.type === "VariableDeclaration") {
      return declaration.declarations.map(({ id, start, end }) => {
        return { name: id.type === "Identifier" ? id.name : "", text: source.slice(start, end), isGiven };
      });
    }
    return declaration?.type === "FunctionDeclaration" ? [{ name: declaration.id?.name ?? "", text, isGiven }] : [];
  });
}

/** What writes in a file without a permit among what it is called with, itself or by what it uses of its own file. */
function withoutPermit(source: string): string[] {
  const all = declaredIn(source);
  const writing = new Set(all.filter(({ text }) => WRITES.test(text)));
  const takesOne = ({ text }: Declared) => /[:<]\s*(?:\w+<)?\w*Permit\b/.test(text.slice(0, text.indexOf("{\n")));
  // Who asks for a permit answers for what it calls; who does not passes the question on to whoever calls it.
  for (let before = -1; before !== writing.size; ) {
    before = writing.size;
    const open = [...writing].filter((one) => !one.isGiven && !takesOne(one));
    for (const one of all) if (open.some(({ name }) => new RegExp(`\\b${name}\\(`).test(one.text))) writing.add(one);
  }
  return [...writing].filter((one) => one.isGiven && !takesOne(one)).map(({ name }) => name);
}

test("whatever writes in the workflow asks for a permit", () => {
  const writers = files.filter((file) => !/(?:^|\/)testing|\/law\//.test(file) && WRITES.test(read(file)));
  expect(writers.length).toBeGreaterThan(5);
  const open = writers.flatMap((file) => withoutPermit(read(file)).map((name) => `${file} ${name}`));
  expect(open).toEqual([]);
});

const write = (given: string, rest = "") =>
  `export async function one(tx: Tx, ${given}) {\n  await tx.update(documents).set(x);\n}\n${rest}`;

test.each([
  [write("documentId: number"), ["one"]],
  [write("permit: MovePermit"), []],
  [write("{ documentId }: Permit"), []],
  ["export const one = async (tx: Tx) => {\n  await changeSealed(tx, editions, eq(1), () => x);\n};", ["one"]],
  ["export async function one(tx: Tx) {\n  await tx.execute(sql`update draft_buffers set content = 1`);\n}", ["one"]],
  ["const put = (tx: Tx) => tx.insert(events);\nexport function one(tx: Tx) {\n  return put(tx);\n}", ["one"]],
  ["const put = (tx: Tx) => tx.insert(events);\nexport function one(tx: Tx, p: Permit) {\n  return put(tx);\n}", []],
  ["export function one(tx: Tx) {\n  return tx.select().from(documents);\n}", []],
])("in %j these write without one: %j", (source, names) => {
  expect(withoutPermit(source)).toEqual(names);
});
