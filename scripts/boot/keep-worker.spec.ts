import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSettings } from "#lib/env.ts";
import { until } from "#lib/until.ts";
import { keepWorker } from "./keep-worker.ts";

const CHARGE = {
  settings: { ...readSettings({}), secret: "a secret of the newsroom" },
  opening: { appUrl: "postgres://app@base/x", sealKeys: [{ inner: Buffer.alloc(64, 1), outer: Buffer.alloc(64, 2) }] },
};
const WITHIN_MS = 20_000;

let folder: string;
let said: string[];
let kept: ReturnType<typeof keepWorker>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-worker-"));
  said = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((line) => said.push(String(line)) > 0);
  }
});
afterEach(async () => {
  await kept.stop();
  rmSync(folder, { recursive: true });
});

/** Keeps a process that runs this script. */
function keep(script: string, pauseMs = 10): typeof kept {
  const entry = join(folder, "worker.mjs");
  writeFileSync(entry, script);
  kept = keepWorker({ ...CHARGE, settings: { ...CHARGE.settings, dataDir: folder } }, { entry, pauseMs });
  return kept;
}

test("a worker that dies is started again after longer and longer pauses", async () => {
  keep("process.exit(3)");
  const pauses = () =>
    said.flatMap((line) => /ended \(code 3\) and is started again in ([\d.]+) s/.exec(line)?.[1] ?? []);
  expect(await until(() => pauses().length >= 4, WITHIN_MS)).toBe(true);
  expect(pauses().slice(0, 4)).toEqual(["0.01", "0.02", "0.04", "0.08"]);
});

test("a worker is told its charge over the channel and not in its environment, and its lines are ours", async () => {
  keep(`process.once("message", ({ opening: { appUrl, sealKeys }, settings }) => {
    console.log("told " + appUrl, Buffer.isBuffer(sealKeys[0].inner));
    console.error(JSON.stringify([process.env, process.argv]).includes(settings.secret) ? "leaked" : "secret kept");
    process.send("works");
  })`);
  expect(await kept.began()).toEqual({ how: expect.stringMatching(/^process \d+$/) });
  expect(await until(() => said.length >= 2, WITHIN_MS)).toBe(true);
  expect(said.sort()).toEqual(["secret kept\n", "told postgres://app@base/x true\n"]);
});

test("nobody waits for a worker that cannot begin", async () => {
  keep("process.exit(1)", 60_000);
  expect(await kept.began()).toEqual({ how: "ended (code 1)" });
});

test("a worker that is asked to go is not started again", async () => {
  keep(`process.once("message", () => process.send("works")); process.on("SIGTERM", () => process.exit())`);
  await kept.began();
  await kept.stop();
  expect(said).toEqual([]);
});

test("what a worker has loaded is kept among the product's own data for its next life", async () => {
  const life = keep("import 'node:http'; process.on('SIGTERM', () => process.exit()); process.send('works');");
  expect((await life.began()).how).toMatch(/^process /);
  await life.stop();
  expect(readdirSync(join(folder, "compiled"), { recursive: true }).length).toBeGreaterThan(1);
});
