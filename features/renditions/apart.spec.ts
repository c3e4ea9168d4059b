import { fork } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { run } from "#lib/run.ts";
import { until } from "#lib/until.ts";
import { Died, makeApart } from "./apart.ts";
import { plain } from "./testing.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/></svg>';
const fixture = (name: string) => join(import.meta.dirname, "fixtures", name);

let picture: Buffer;
beforeEach(async () => {
  picture = await plain(40, 30).png().toBuffer();
});
const bytes = (of = picture) => Readable.from([of]);
const never = new AbortController().signal;
const WITHIN_MS = 20_000;

describe("in a process of its own a picture", () => {
  test("is made", async () => {
    expect(await makeApart(bytes(), never)).toMatchObject({
      ...{ width: 40, height: 30 },
      drawn: ["avif", "webp", "jpeg"].map((format) => ({ format, width: 40, height: 30, bytes: expect.any(Buffer) })),
    });
  });
  test("that is at fault says why", async () => {
    expect(await makeApart(bytes(picture.subarray(0, 60)), never)).toMatchObject({ failure: "unreadable" });
  });
  test("is not taken for a drawing, a page or a program, whatever else its bytes could be read as", async () => {
    for (const other of [SVG, `<?xml version="1.0"?>${SVG}`, "%PDF-1.4\n1 0 obj<<>>endobj", "P6 1 1 255 abc"]) {
      expect(await makeApart(bytes(Buffer.from(other)), never)).toMatchObject({ failure: "unreadable" });
    }
  });
  test("that broke off on our side is not at fault", async () => {
    const broken = Readable.from(
      (async function* () {
        yield picture.subarray(0, 60);
        throw new Error("the disk is away");
      })(),
    );
    await expect(makeApart(broken, never)).rejects.toThrow("the disk is away");
  });
});

test("whoever is asked to go ends the process at once, and throws the reason", async () => {
  const ending = new AbortController();
  const making = makeApart(bytes(), ending.signal, { entry: fixture("never-ends.ts") });
  const reason = new Error("the worker was asked to go");
  ending.abort(reason);
  await expect(making).rejects.toBe(reason);
  await expect(makeApart(bytes(), ending.signal)).rejects.toBe(reason);
});

test("a process whose worker is killed with -9 ends itself", async () => {
  const maker = fork(fixture("maker.ts"), { execArgv: [], stdio: "ignore" });
  const pids = async () => {
    const { output } = await run("ps", ["-o", "pid=", "--ppid", String(maker.pid)]);
    return output.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  };
  expect(await until(async () => (await pids()).length === 1, WITHIN_MS)).toBe(true);
  const [pid = ""] = await pids();
  maker.kill("SIGKILL");
  const isGone = async () => (await run("ps", ["-o", "pid=", "-p", pid])).output.trim() === "";
  expect(await until(isGone, WITHIN_MS)).toBe(true);
});

test("a process that breaks is said to have died, by which signal", async () => {
  const dying = makeApart(bytes(), never, { entry: fixture("breaks.ts") });
  await expect(dying).rejects.toThrow(Died);
  await expect(dying).rejects.toThrow("SIGSEGV");
});

test("a process that says what it cannot say is not believed", async () => {
  await expect(makeApart(bytes(), never, { entry: fixture("lies.ts") })).rejects.toThrow("cannot say");
});

test("a process that takes too much memory ends itself, and that is the picture's fault", async () => {
  expect(await makeApart(bytes(), never, { entry: fixture("hungry.ts") })).toMatchObject({
    failure: "too_much_memory",
  });
});

test("a process that does not end is ended, and that is the picture's fault", async () => {
  const ways = { entry: fixture("never-ends.ts"), endedAfterMs: 300 };
  expect(await makeApart(bytes(), never, ways)).toMatchObject({ failure: "too_slow" });
});

test("a process that has worked for too long ends itself, and that is the picture's fault", async () => {
  expect(await makeApart(bytes(), never, { entry: fixture("busy.ts") })).toMatchObject({ failure: "too_slow" });
});
