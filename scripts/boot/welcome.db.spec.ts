import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { signIn } from "#features/accounts/sign-in.ts";
import { keptStorage } from "#features/renditions/testing-files.ts";
import { readSettings } from "#lib/env.ts";
import { fillDemo, firstSteps } from "./welcome.ts";

const { rows } = oneDatabase();
keptStorage();

const visitor = { address: "::1", device: null };
const accounts = () => rows("select email, password_hash is null as without from people");

test("without the demo there is no account and no password, only a link that works once", async () => {
  const lines = await firstSteps();
  expect(lines).toEqual([expect.stringMatching(/once/), expect.stringMatching(/^ {2}\S+\/login\/one-time#[\w-]{43}$/)]);
  expect(await firstSteps()).not.toEqual(lines);
  expect(await accounts()).toEqual([]);
});

test("the demo's accounts get a password of chance that one start tells, and lets them in", async () => {
  const told: string[] = [];
  const tell = (lines: string[]) => void told.push(...lines);
  const { lines } = await fillDemo(readSettings({ DEMO: "1" }), tell);
  const password = /^Password of the demo accounts: (\S{12}) \(told this once\)$/.exec(told.join())?.[1] ?? "";
  const emails = lines.flatMap((line) => (line.startsWith("  ") ? [line.trim()] : []));
  expect(emails).toEqual(["reporter", "editor", "approver", "approver2", "admin"].map((who) => `${who}@demo.example`));
  for (const email of emails) expect(await signIn(email, password, visitor)).toMatchObject({ ok: true });
  expect((await fillDemo(readSettings({ DEMO: "1" }), tell)).lines).toEqual([]);
  expect(await firstSteps()).toEqual([]);
});
