import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runningPostmaster, settledPostmaster } from "./postmaster.ts";

let data: string;
let server: ChildProcess;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "toa-soan-postmaster-"));
  // What is asked of a server is where it stands, and what its file says.
  server = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { cwd: data });
  await once(server, "spawn");
});
afterEach(async () => {
  const gone = once(server, "exit");
  if (server.exitCode === null && server.signalCode === null && server.kill("SIGKILL")) await gone;
  rmSync(data, { recursive: true, force: true });
});

const says = (word: string) =>
  writeFileSync(join(data, "postmaster.pid"), `${server.pid}\n${data}\n0\n5432\n\n127.0.0.1\n 1 2\n${word}\n`);

describe.skipIf(process.platform !== "linux")("a server that is waited for", () => {
  test("is taken when it is ready, and told from one that stops", async () => {
    says("ready   ");
    expect(await settledPostmaster(data, 5_000)).toMatchObject({ port: 5432, state: "ready" });
    says("stopping");
    expect(await settledPostmaster(data, 5_000)).toMatchObject({ state: "stopping" });
  });
  test("and dies is not waited for any longer", async () => {
    says("starting");
    const waiting = settledPostmaster(data, 60_000);
    server.kill("SIGKILL");
    expect(await waiting).toBeUndefined();
  });
  test("and takes too long is said to be starting still", async () => {
    says("starting");
    expect(await settledPostmaster(data, 50)).toMatchObject({ state: "starting" });
    expect(runningPostmaster(data)?.pid).toBe(server.pid);
  });
});
