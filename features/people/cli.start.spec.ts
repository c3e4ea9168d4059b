import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectHome } from "#db/embedded/home.ts";
import { runningPostmaster } from "#db/embedded/postmaster.ts";
import { asOwner } from "#db/testing.ts";
import { atRest } from "#e2e/fixtures/at-rest.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { npmRun, type Said } from "#e2e/fixtures/npm-run.ts";
import { aDataDir, removeDataDirs } from "#e2e/fixtures/processes.ts";
import { signIn } from "#features/accounts/sign-in.ts";
import { anOffice } from "#features/moves/testing.ts";
import { setPasswordWith } from "./links.ts";
import { HERE, tokenOf, WORDS } from "./testing.ts";

/** An office in an embedded cluster of its own, with the server down; the last one was at `SITE_URL`. */
const SITE_URL = "http://localhost:3230";
let dataDir = "";
let email = "";

const person = (words: string[], DATA_DIR = dataDir): Promise<Said> => npmRun("person", words, { DATA_DIR });
const isLeftRunning = () =>
  runningPostmaster(inspectHome(dataDir).data) !== undefined || readdirSync(dataDir).includes("running.json");

beforeAll(async () => {
  dataDir = await aMadeDataDir();
  email = await atRest(
    dataDir,
    async (ownerUrl) => {
      const { reporter } = await anOffice();
      return (await asOwner(ownerUrl, "select email from people where id = $1", [reporter.personId])).rows[0].email;
    },
    SITE_URL,
  );
});
afterAll(removeDataDirs);

test("with the server down whoever is locked out gets a link, which lets them in once it is up", async () => {
  const { code, out, error } = await person(["reset", ` ${email.toUpperCase()}`]);
  expect({ code, error }).toEqual({ code: 0, error: [] });
  expect(out).toEqual([
    "This link sets a new password for Reporter, once. It works at once.",
    expect.stringMatching(/^http:\/\/localhost:3230\/login\/one-time#[\w-]{43}$/),
  ]);
  expect(isLeftRunning()).toBe(false);
  await atRest(dataDir, async () => {
    expect(await signIn(email, WORDS, HERE)).toMatchObject({ ok: false });
    await setPasswordWith(tokenOf(out[1] ?? ""), WORDS);
    expect(await signIn(email, WORDS, HERE)).toMatchObject({ ok: true });
  });
});

test("an address that nobody has is one sentence, and nothing is left running", async () => {
  expect(await person(["reset", "ai-do@phuong.example"])).toEqual({
    ...{ code: 1, out: [] },
    error: ["Nobody has the address ai-do@phuong.example: npm run person -- list shows who has an account."],
  });
  expect(isLeftRunning()).toBe(false);
});

test("a wrong use is one sentence, before anything is started", async () => {
  const nowhere = aDataDir();
  expect(await person(["rset", "a@b.example"], nowhere)).toEqual({
    ...{ code: 1, out: [] },
    error: ['There is no "rset": say list, add, reset, off or on. See npm run person -- --help.'],
  });
  expect(existsSync(nowhere)).toBe(false);
});

test("where there is no database none is made: it says where it looked", async () => {
  const nowhere = aDataDir();
  expect(await person(["reset", "a@b.example"], nowhere)).toEqual({
    ...{ code: 1, out: [] },
    error: [`There is no database in ${nowhere} yet: run npm start first, or set DATA_DIR to where it is.`],
  });
  expect(existsSync(nowhere)).toBe(false);
});
