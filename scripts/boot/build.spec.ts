import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { build } from "./build.ts";

let root: string;
let builds: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "toa-soan-build-"));
  builds = 0;
  write("app/page.tsx", "export default () => null;");
  write("messages/vi/site.json", "{}");
  write("package-lock.json", "{}");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

/** One start, with a Next that only counts how often it is called. */
async function started(code = 0, during: () => Promise<unknown> = async () => undefined): Promise<Built> {
  const make = async () => {
    builds += 1;
    await during();
    return { code, output: "a word of Next" };
  };
  return (await build(undefined, { root, make })).how;
}

type Built = "up to date" | "built";

test("two starts at once in one folder build once, one after the other", async () => {
  const { promise: second, resolve: begun } = Promise.withResolvers<Promise<Built>>();
  const first = started(0, async () => begun(started()));
  expect(await first).toBe("built");
  expect(await await second).toBe("up to date");
  expect(builds).toBe(1);
});

test("whoever waits for another's build that fails builds", async () => {
  const { promise: second, resolve: begun } = Promise.withResolvers<Promise<Built>>();
  await expect(started(1, async () => begun(started()))).rejects.toThrow("The build failed");
  expect(await await second).toBe("built");
});

test("a start that is given up while it waits for another's build stops waiting", async () => {
  const gone = new AbortController();
  const make = async () => ({ code: 0, output: "" });
  await started(0, async () => {
    const waits = build(gone.signal, { root, make });
    gone.abort();
    await expect(waits).rejects.toThrow("aborted");
  });
});

test("a second start with unchanged sources does not build", async () => {
  expect([await started(), await started(), await started()]).toEqual(["built", "up to date", "up to date"]);
  expect(builds).toBe(1);
});

test.each([
  ["a page that says something else", () => write("app/page.tsx", "export default () => 1;")],
  ["a sentence that reads otherwise", () => write("messages/vi/site.json", '{"home":"Trang chủ"}')],
  ["other packages", () => write("package-lock.json", '{"packages":{}}')],
  ["a new file", () => write("features/reading/new.ts", "")],
  ["a file that has gone", () => rmSync(join(root, "messages/vi/site.json"))],
])("a start builds again after %s", async (_, change) => {
  await started();
  change();
  expect([await started(), await started()]).toEqual(["built", "up to date"]);
  expect(builds).toBe(2);
});

test("tests, the front and what is noted beside the sources are not built from", async () => {
  await started();
  for (const name of ["app/page.spec.tsx", "server/main.ts", "README.md", ".data/secret"]) write(name, "new");
  expect(await started()).toBe("up to date");
});

test("a build that failed is said, and the next start begins anew but for what `npm run dev` has made", async () => {
  await expect(started(1)).rejects.toThrow("The build failed; Next says: a word of Next");
  write(".next/cache/half", "made");
  write(".next/dev/page", "made");
  expect(await started()).toBe("built");
  expect([existsSync(join(root, ".next/cache")), existsSync(join(root, ".next/dev/page"))]).toEqual([false, true]);
});
