import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { inspectHome } from "#db/embedded/home.ts";
import { runningPostmaster } from "#db/embedded/postmaster.ts";
import { findDatabase } from "#db/find.ts";
import { migrate } from "#db/migrate.ts";
import { asOwner } from "#db/testing.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { removeDataDirs } from "#e2e/fixtures/processes.ts";
import { anOffice, type Office } from "#features/moves/testing.ts";
import { readSettings } from "#lib/env.ts";

/** An office in an embedded cluster of its own, with the server down. */
let folder = "";
let dataDir = "";
let office: Office;
let email = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-cli-"));
  // Open to walk through, for the account that runs PostgreSQL when we are root.
  chmodSync(folder, 0o711);
  dataDir = await aMadeDataDir();
  const { cluster, ownerUrl } = await findDatabase(settings());
  openDatabase(await migrate(ownerUrl));
  office = await anOffice();
  const found = await asOwner(ownerUrl, "select email from people where id = $1", [office.reporter.personId]);
  email = found.rows[0].email;
  await closeDatabase();
  await cluster?.stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeDataDirs();
});

const settings = () => readSettings({ DATA_DIR: dataDir, SITE_URL: "http://phuong.example" });
const serverRuns = () => runningPostmaster(inspectHome(dataDir).data) !== undefined;

function page(name: string, text?: string): string {
  const path = join(folder, name);
  const head = `Đảng - đoàn thể\n\nMở lại cầu Ao Cả: ${name}\n`;
  writeFileSync(path, text ?? `${head}Ngày đăng 07/03/2019 | 16:40\n\nMột.\n\nHai.\n`);
  return name;
}

type Said = { code: number | null; out: string[]; error: string[] };

function run(args: string[], environment: Record<string, string> = {}): Promise<Said> {
  const child = spawn(process.execPath, ["features/importing/cli.ts", "--from", folder, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_ENV: "test",
      PATH: "/usr/bin:/bin",
      DATA_DIR: dataDir,
      SITE_URL: "http://phuong.example",
      ...environment,
    },
  });
  const said = { out: "", error: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.error += chunk;
  });
  const lines = (text: string) => text.split("\n").filter((line) => line !== "" && !line.includes("Warning"));
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, out: lines(said.out), error: lines(said.error) }));
  });
}

test("with the server down: files are imported, bad ones are named, the sum is right, and nothing is left running", async () => {
  mkdirSync(join(folder, "thư mục"));
  const files = [page("một.txt"), page("hai.txt", "\n\nNgày đăng 31/02/2021 | 10:27\n"), "không có.txt", "thư mục"];
  const bad = page("ba.txt", "Tin tức\n\nMở lại cầu\nNgày đăng 31/02/2021 | 10:27 | Lượt xem: 5\n\nMột.\n");
  const { code, out, error } = await run([...files, bad, "./một.txt", page("bốn.txt"), "--as", email.toUpperCase()]);
  expect(error).toEqual([
    "hai.txt:3: refused: there is no headline above the date line",
    "không có.txt: refused: there is no such file",
    "thư mục: refused: this is a folder: name the files in it",
    "ba.txt:4: refused: 31/02/2021 10:27 is not a date",
    "./một.txt: refused: this file is named twice: it was looked at once",
  ]);
  expect(out).toEqual([
    expect.stringMatching(/^một.txt: imported as a draft, article \d+ \(http:\/\/phuong.example\/dang-doan-the\/.*\)$/),
    expect.stringMatching(/^bốn.txt: imported as a draft/),
    "7 files: 2 imported, 0 unchanged, 5 refused",
  ]);
  expect(code).toBe(1);
  expect(serverRuns()).toBe(false);
});

test("--json prints one line per file and nothing else", async () => {
  const files = [page("một.txt"), page("năm.txt"), page("trống.txt", "")];
  const { code, out, error } = await run([...files, "--as", email, "--json"]);
  const [known, made, refused] = out.map((line) => JSON.parse(line));
  expect(out).toHaveLength(3);
  expect(known).toEqual({
    ...{ file: "một.txt", number: expect.any(Number), url: expect.any(String), state: "unchanged" },
    problems: ["imported before, from một.txt"],
  });
  expect(made).toMatchObject({ file: "năm.txt", state: "imported", problems: [] });
  expect(made.url).toMatch(new RegExp(`-${made.number}$`));
  expect(refused).toEqual({
    file: "trống.txt",
    number: null,
    url: null,
    state: "refused",
    problems: ["the file is empty"],
  });
  expect(error).toEqual(["3 files: 1 imported, 1 unchanged, 1 refused"]);
  expect(code).toBe(1);
});

test("two commands at once with the server down: one after the other, one article", async () => {
  const file = page("sáu.txt");
  const both = await Promise.all([run([file, "--as", email]), run([file, "--as", email])]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.map(({ out }) => out.at(-1)).toSorted()).toEqual([
    "1 file: 0 imported, 1 unchanged, 0 refused",
    "1 file: 1 imported, 0 unchanged, 0 refused",
  ]);
  expect(serverRuns()).toBe(false);
});

test("with the server up its database is used and left running; DATABASE_URL does as well", async () => {
  const { cluster, ownerUrl } = await findDatabase(settings());
  try {
    const file = page("bảy.txt");
    const elsewhere = { DATA_DIR: join(folder, "nowhere"), DATABASE_URL: ownerUrl };
    expect((await run([file, "--as", email, "--dry-run"], elsewhere)).out.at(-1)).toBe(
      "1 file: 1 would be imported, 0 unchanged, 0 refused",
    );
    expect((await run([file, "--as", email, "--live"], elsewhere)).out[0]).toMatch(/imported as migrated/);
    expect(serverRuns()).toBe(true);
  } finally {
    await cluster?.stop();
  }
});

test("addresses are those of the server that started last here, whatever its port, unless SITE_URL is said", async () => {
  const { cluster, ownerUrl } = await findDatabase(settings());
  await migrate(ownerUrl, { fingerprint: "any", siteUrl: "http://localhost:3230" });
  await cluster?.stop();
  const known = [page("tám.txt"), "--as", email];
  expect((await run(known, { SITE_URL: "" })).out[0]).toContain("(http://localhost:3230/dang-doan-the/");
  expect((await run(known, { SITE_URL: "", PORT: "8080" })).out[0]).toContain("(http://localhost:8080/");
  expect((await run(known)).out[0]).toContain("(http://phuong.example/");
});

test.each([
  [["--as", "a@b.example"], /Name at least one file/],
  [["một.txt"], /--as EMAIL/],
  [["một.txt", "bốn.txt", "--as", "a@b.example", "--old-url", "/x"], /name one file/],
  [["một.txt", "--as", "a@b.example", "--old-url", "x"], /give a web address/],
  [["một.txt", "--as", "a@b.example", "--lve"], /Unknown option '--lve'/],
  [["một.txt", "--as"], /--as/],
])("one sentence for %j", async (args, sentence) => {
  const { code, out, error } = await run(args);
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(error).toEqual([expect.stringMatching(sentence)]);
});

test("an unknown person is one sentence, and nothing is left running", async () => {
  expect(await run(["một.txt", "--as", "ai-do@phuong.example"])).toEqual({
    ...{ code: 1, out: [] },
    error: ["Nobody has an account with the address ai-do@phuong.example: look at --as."],
  });
  expect(serverRuns()).toBe(false);
});
