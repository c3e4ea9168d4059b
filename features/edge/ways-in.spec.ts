import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { config } from "#proxy.ts";
import { guardOf } from "./guards.ts";
import { ACTIONS, LISTENERS, PAGES, ROUTES } from "./testing-ways-in.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const SOURCES = globSync("{app,components,db,features,i18n,lib,patches,server}/**/*.{ts,tsx}", { cwd: ROOT }).filter(
  (file) => !/\.spec\.tsx?$|(?:^|\/)testing|\/fixtures\//.test(file),
);
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** Part of a source file as the parser says it. */
type Node = { type: string; [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** All that lies in a part of a source file, and the part itself. */
function* within(part: unknown): Generator<Node> {
  if (Array.isArray(part)) for (const one of part) yield* within(one);
  if (!isNode(part)) return;
  yield part;
  for (const value of Object.values(part)) yield* within(value);
}

function parse(file: string, source = read(file)): Node {
  const { program, errors } = parseSync(file, source);
  expect([file, errors]).toEqual([file, []]);
  return { ...program };
}

const nameOf = (part: unknown): string => (isNode(part) && typeof part.name === "string" ? part.name : "");

/** The names of the functions and methods that are called in a part of a source file. */
function calledIn(part: unknown): string[] {
  const calls = [...within(part)].filter(({ type }) => type === "CallExpression");
  return calls.map(({ callee }) => nameOf(callee) || nameOf(isNode(callee) && callee.property));
}

const isServerAction = (source: string, file = "x.tsx") =>
  [...within(parse(file, source))].some(({ directive }) => directive === "use server");

/** `app/(site)/[site]/robots/route.ts` stands at `/[site]/robots`. */
function addressOf(file: string): string {
  const folder = path.posix.dirname(file.split(path.sep).join("/")).replace(/^app/, "");
  return folder.replace(/\/\([^/]+\)/g, "") || "/";
}

/** All that the product is made of is imported for it, beside others who do the same. */
const TIMEOUT_MS = 120_000;

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What a file gives others that can be called, with the guard that made it. */
async function waysOf(file: string): Promise<[name: string, guard: string][]> {
  const given: Record<string, unknown> = await import(path.join(ROOT, file));
  return Object.entries(given)
    .filter(([, way]) => typeof way === "function")
    .map(([name, way]) => [name, guardOf(way) ?? "none"]);
}

test("every route is in the table, and made by the guard that stands beside it", { timeout: TIMEOUT_MS }, async () => {
  const found: string[][] = [];
  for (const file of globSync("app/**/route.{ts,tsx,js}", { cwd: ROOT }))
    for (const [name, guard] of await waysOf(file)) {
      expect(METHODS).toContain(name);
      found.push([addressOf(file), name, guard]);
    }
  expect(found.sort()).toEqual(ROUTES.map((route) => [...route]).sort());
});

test("every action is in the table, and made by the guard that stands beside it", { timeout: TIMEOUT_MS }, async () => {
  const files = SOURCES.filter((file) => read(file).includes("use server") && isServerAction(read(file), file));
  const found: Record<string, object> = {};
  for (const file of files) found[file] = Object.fromEntries(await waysOf(file));
  expect(found).toEqual(ACTIONS);
  const names = Object.values(ACTIONS).flatMap((actions) => Object.keys(actions));
  expect(names).toHaveLength(new Set(names).size);
});

test("an action is found where it hides: in a function, among components", () => {
  expect(isServerAction('export function Page() { async function save() { "use server"; } return <p /> }')).toBe(true);
  expect(isServerAction('/* "use server" */ export const words = `\n"use server";\n`;')).toBe(false);
});

test("what no guard has made has none", () => {
  expect(guardOf(async () => new Response())).toBeUndefined();
});

test("guards are made in this room alone", () => {
  const makers = /edge\/(?:guards|action|route)\.ts["']/;
  expect(SOURCES.filter((file) => makers.test(read(file)))).toEqual([]);
});

test("every page is in the table, and each that is staff's asks who is there", () => {
  const found = globSync("app/**/page.{tsx,ts,jsx,js}", { cwd: ROOT }).map((file) => [addressOf(file), drawnFor(file)]);
  expect(Object.fromEntries(found)).toEqual(PAGES);
  expect(found).toHaveLength(Object.keys(PAGES).length);
});

/** Whom a page is drawn for: readers in their folder, staff where it asks itself or through what it shares with its neighbours. */
function drawnFor(file: string): string {
  if (["(site)", "(english)"].some((folder) => file.startsWith(path.join("app", folder)))) return "readers";
  const program = parse(file);
  const page = [...within(program)].find(({ type }) => type === "ExportDefaultDeclaration");
  const called = calledIn(page);
  const shared = imported(program)
    .filter(([name, from]) => called.includes(name) && from.startsWith("."))
    .map(([name, from]) => [name, parse(path.join(path.dirname(file), from))] as const);
  const asks = called.includes("staffOrSignIn") || shared.some(([name, there]) => asksIn(there, name));
  return asks ? "staff" : "anybody";
}

/** Whether what a file declares under a name asks who is there. */
function asksIn(program: Node, name: string): boolean {
  const declared = [...within(program)].filter(({ type, id }) => /Declarat/.test(type) && nameOf(id) === name);
  return declared.some((one) => calledIn(one).includes("staffOrSignIn"));
}

/** What a file imports: names, and from where. */
function imported(program: Node): [name: string, from: string][] {
  return [...within(program)]
    .filter(({ type }) => type === "ImportDeclaration")
    .flatMap(({ specifiers, source }) => {
      const from = isNode(source) && typeof source.value === "string" ? source.value : "";
      const names = Array.isArray(specifiers) ? specifiers : [];
      return names.filter(isNode).map(({ local }): [string, string] => [nameOf(local), from]);
    });
}

test("no page of staff's is seen by a stranger, whatever it asks itself", () => {
  expect(config.matcher).toEqual(["/desk", "/desk/:path*"]);
});

test("the framework's other ways to answer a request are not used", () => {
  const pictures = "{icon,apple-icon,opengraph-image,twitter-image,favicon}{,[0-9]}";
  const kinds = `app/**/{robots,sitemap,manifest,${pictures}}.*`;
  const folders = ["pages/**", "src/**", "middleware.*", "instrumentation*", "app/**/@*/**"];
  expect(globSync([kinds, ...folders], { cwd: ROOT })).toEqual([]);
});

test("two ports are opened, by the one server of ours", () => {
  const opens = (file: string) => calledIn(parse(file)).some((name) => /^(?:create|open)Server$/.test(name));
  const candidates = SOURCES.filter((file) => /(?:create|open)Server\b/.test(read(file)));
  // Asks for a free port, and gives it back.
  expect(candidates.filter((file) => file !== "lib/free-port.ts" && opens(file)).sort()).toEqual(LISTENERS);
});
