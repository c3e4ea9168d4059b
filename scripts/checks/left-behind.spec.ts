import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stillIn } from "./left-behind.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-left-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that works until it is told to end. */
async function aProcess(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()", ...args], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "ignore", "ignore"],
  });
  await once(child, "spawn");
  return {
    pid: child.pid ?? 0,
    async end() {
      child.kill();
      await once(child, "exit");
    },
  };
}

test("a process is seen that was started on something in the folder, and is not when it has ended", async () => {
  const left = await aProcess([join(folder, "postgres")], {});
  expect(await stillIn(folder)).toEqual([expect.stringMatching(new RegExp(`^${left.pid} .*${folder}/postgres`))]);
  await left.end();
  expect(await stillIn(folder)).toEqual([]);
});

test.runIf(process.platform === "linux").each(["DATA_DIR", "TMPDIR"])(
  "a process that has the folder only in its %s is seen as well",
  async (setting) => {
    const left = await aProcess([], { [setting]: join(folder, "Dữ liệu") });
    expect(await stillIn(folder)).toEqual([expect.stringMatching(new RegExp(`^${left.pid} `))]);
    await left.end();
    expect(await stillIn(folder)).toEqual([]);
  },
);
