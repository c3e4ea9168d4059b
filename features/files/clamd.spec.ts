import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "#lib/until.ts";
import { infectionIn, TooLongForClamd } from "./clamd.ts";
import { EICAR, openTestClamd, type TestClamd } from "./testing-clamd.ts";

let folder: string;
let clamd: TestClamd;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "toa-soan-clamd-"));
  clamd = await openTestClamd();
});
afterEach(async () => {
  await clamd.close();
  rmSync(folder, { recursive: true });
});

/** 40 MB, as they come from a store. */
const long = () => Readable.from(Array.from({ length: 640 }, () => Buffer.alloc(65_536, "sen")));
const bytes = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));

test("what is clean is clean, and all of it was looked at", async () => {
  const long = Buffer.alloc(3 * 1024 * 1024, "sen hồng ");
  expect(await infectionIn(bytes("ảnh ", long, "hết"), clamd.at)).toBeNull();
  expect(await infectionIn(bytes(), clamd.at)).toBeNull();
  expect(clamd.seen).toEqual([Buffer.concat([Buffer.from("ảnh "), long, Buffer.from("hết")]), Buffer.alloc(0)]);
});

test("what is bad has the name that it is given, also where it comes in two pieces", async () => {
  expect(await infectionIn(bytes("ảnh", EICAR), clamd.at)).toBe("Eicar-Test-Signature");
  expect(await infectionIn(bytes(EICAR.slice(0, 30), EICAR.slice(30)), clamd.at)).toBe("Eicar-Test-Signature");
});

test.skipIf(process.platform === "win32")("it is found at a socket's path as well", async () => {
  const local = await openTestClamd(join(folder, "clamd.ctl"));
  expect(await infectionIn(bytes(EICAR), local.at)).toBe("Eicar-Test-Signature");
  await local.close();
});

test.each([
  ["says nothing", "silent", "said nothing for 200 ms"],
  ["hangs up", "hangs up", "StreamMaxLength"],
  ["fails", { says: "stream: Can't allocate memory ERROR" }, "Can't allocate memory"],
  ["speaks of something else", { says: "PONG" }, "PONG"],
  ["says without a name that it has found something", { says: "stream:  FOUND" }, "FOUND"],
  ["never ends", { says: "stream: OK".repeat(1_000) }, "stream: OKstream"],
] as const)("where it %s nobody knows: nothing is clean", async (_, way, why) => {
  clamd.way = way;
  const asked = infectionIn(bytes("ảnh"), clamd.at, way === "silent" ? 200 : undefined);
  await expect(asked).rejects.toThrow(`clamd cannot say whether a file is clean: `);
  clamd.way = way;
  await expect(infectionIn(bytes("ảnh"), clamd.at, 200)).rejects.toThrow(why);
});

test("where nobody is there nobody knows, and what broke off on our side is our doing", async () => {
  await expect(infectionIn(bytes("ảnh"), { host: "127.0.0.1", port: 1 })).rejects.toThrow("ECONNREFUSED");
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from("half");
      throw new Error("the store is away");
    })(),
  );
  await expect(infectionIn(broken, clamd.at)).rejects.toThrow(/^the store is away$/);
});

test("what is longer than it takes is known from everything that passes, and not sent to its end", async () => {
  clamd.way = { takes: 1024 * 1024 };
  await expect(infectionIn(long(), clamd.at)).rejects.toThrow(TooLongForClamd);
  expect(await infectionIn(bytes("ảnh"), clamd.at)).toBeNull();
});

const CLAMD = ["/usr/sbin/clamd", "/usr/bin/clamd"].find((path) => existsSync(path));

test.runIf(CLAMD)("the real one finds it too, where it is installed", async () => {
  const path = join(folder, "clamd.ctl");
  // One signature of our own: nobody has to have fetched any.
  writeFileSync(
    join(folder, "own.hdb"),
    `${createHash("md5").update(EICAR).digest("hex")}:${EICAR.length}:Own.Eicar\n`,
  );
  writeFileSync(
    join(folder, "clamd.conf"),
    `Foreground yes\nLocalSocket ${path}\nDatabaseDirectory ${folder}\nStreamMaxLength 1M\n`,
  );
  const real = spawn(CLAMD ?? "", ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  try {
    expect(await until(() => existsSync(path), 25_000)).toBe(true);
    expect(await infectionIn(bytes(EICAR), { path })).toMatch(/Eicar/i);
    expect(await infectionIn(bytes("ảnh"), { path })).toBeNull();
    // It hangs up behind its answer, now and then before that was heard: then it is asked again, as by a job.
    const isTooLong = async () =>
      (await infectionIn(long(), { path }).catch((error) => error)) instanceof TooLongForClamd;
    expect(await until(isTooLong, 10_000)).toBe(true);
  } finally {
    real.kill();
  }
});
