import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findSecret } from "./secret.ts";

let dataDir: string;
let file: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "toa-soan-secret-"));
  file = join(dataDir, "secret");
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const found = (secret?: string) => findSecret({ dataDir, secret });

test("a secret is made of chance, and written down for us alone when the start has come so far", () => {
  const made = found();
  expect(made.value).toMatch(/^[0-9a-f]{64}$/);
  expect(found().value).not.toBe(made.value);
  expect(existsSync(file)).toBe(false);
  made.keep();
  expect(readFileSync(file, "utf8")).toBe(made.value);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("the secret that was kept is the next start's, unless the settings have one, which is not written down", () => {
  const first = found();
  first.keep();
  expect(found()).toMatchObject({ value: first.value, fingerprint: first.fingerprint });
  const said = found("a secret of the settings, long enough");
  expect(said.value).toBe("a secret of the settings, long enough");
  said.keep();
  expect(readFileSync(file, "utf8")).toBe(first.value);
});

test("what the database knows a secret by is of that secret alone, and is not the secret", () => {
  const [one, other] = [found("a".repeat(32)), found("b".repeat(32))];
  expect(one.fingerprint).toBe(found("a".repeat(32)).fingerprint);
  expect(one.fingerprint).not.toBe(other.fingerprint);
  expect(one.value).not.toContain(one.fingerprint);
});

test("a secret that was cut short is named with a way out, and left as it is", () => {
  for (const left of ["", "a".repeat(31)]) {
    writeFileSync(file, left);
    expect(() => found()).toThrow(`The secret in ${file} is damaged: delete the file to have a new one made`);
    expect(readFileSync(file, "utf8")).toBe(left);
  }
});
