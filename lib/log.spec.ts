import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { LONGEST_LINE, log } from "./log.ts";
import { inRequest } from "./request.ts";

type Where = "on a terminal" | "elsewhere";
const WHERE: Where[] = ["on a terminal", "elsewhere"];

/** What reaches the log's stream while something is said. */
function written(say: () => void, where: Where = "on a terminal"): string[] {
  const wrote = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const was = process.stderr.isTTY;
  process.stderr.isTTY = where === "on a terminal";
  try {
    say();
    return wrote.mock.calls.map(([line]) => String(line));
  } finally {
    process.stderr.isTTY = was;
    wrote.mockRestore();
  }
}

const ADDRESSES = ["/login/one-time#c2VjcmV0", "/login/one-time/c2VjcmV0", "/login/one-time%23c2VjcmV0?x=1"];
test.each(ADDRESSES.flatMap((address) => WHERE.map((where) => [address, where] as const)))(
  "the secret of a one-time link in %s does not reach a line of the log %s",
  (address, where) => {
    const cause = new Error(`(${address})`);
    const say = () => log.error(`GET ${address} failed`, new Error(`no page "${address}"`, { cause }));
    const [line] = written(say, where);
    expect(line).not.toContain("c2VjcmV0");
    expect(line).toContain("GET /login/one-time… failed");
  },
);

test("elsewhere than on a terminal a line is JSON: when, how grave, what happened, and the error", () => {
  const [line = ""] = written(() => log.error("Một câu.", new Error("vì sao", { cause: "vì thế" })), "elsewhere");
  const said = JSON.parse(line);
  expect(Object.keys(said)).toEqual(["level", "time", "msg", "error"]);
  expect(said).toMatchObject({ level: "error", msg: "Một câu." });
  expect(new Date(said.time).toISOString()).toBe(said.time);
  expect(said.error).toMatch(/^Error: vì sao \| at .* because vì thế$/);
  expect(JSON.parse(written(() => log.warn("So."), "elsewhere")[0] ?? "")).not.toHaveProperty("error");
});

test("what happens while a request is answered names the request, later and deeper too", async () => {
  const say = () => log.warn("A sentence.");
  expect(written(() => inRequest("k3f9-x2m7", say))[0]).toMatch(/ warn \[k3f9-x2m7\] A sentence\.\n$/);
  const answering = inRequest("k3f9-x2m7", async () => {
    await pause(0);
    return written(say, "elsewhere");
  });
  const other = inRequest("other", async () => written(say, "elsewhere"));
  expect([await answering, await other].map(([line = ""]) => JSON.parse(line).request)).toEqual(["k3f9-x2m7", "other"]);
  expect(JSON.parse(written(say, "elsewhere")[0] ?? "")).not.toHaveProperty("request");
});

const FORGED =
  "x\r\n2026-01-01T00:00:00.000Z info \u001b[2J\u001b]0;t\u0007\u007f\u009b\u2028\u202e\u200b\u{e0041}\ud800y";

const FORGERIES: [string, () => void][] = [
  ["the sentence", () => log.warn(FORGED)],
  ["the error", () => log.error("A sentence.", Object.assign(new Error(FORGED), { stack: FORGED }))],
  ["its cause", () => log.error("A sentence.", new Error("so", { cause: FORGED }))],
  ["what is no error", () => log.error("A sentence.", FORGED)],
  ["a line at a door", () => log.atDoor(`a door ${Math.random()}`, FORGED, FORGED)],
];
test.each(FORGERIES.flatMap(([what, say]) => WHERE.map((where) => [what, where, say] as const)))(
  "controls in %s neither begin a line nor reach a terminal, written %s",
  (_, where, say) => {
    const lines = written(say, where);
    expect(lines).toHaveLength(1);
    const line = lines[0] ?? "";
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(line).toContain("\\u001b[2J\\u001b]0;t\\u0007\\u007f\\u009b\\u2028\\u202e\\u200b\\udb40\\udc41\\ud800y");
  },
);

test("Vietnamese is written as it is", () => {
  const [line] = written(() => log.warn("Đã đăng “Lễ hội sen” – hồ Tịnh Tâm 🪷"));
  expect(line).toMatch(/ warn Đã đăng “Lễ hội sen” – hồ Tịnh Tâm 🪷\n$/);
});

test.each(["a", "ễ", "🪷", "\u001b", "\n"])("a line of many %j is cut at 4 KB, between two characters", (letter) => {
  const [line = ""] = written(() => log.error(letter.repeat(100_000), new Error(letter.repeat(100_000))));
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(LONGEST_LINE);
  expect(Buffer.byteLength(line)).toBeGreaterThan(LONGEST_LINE - 8);
  expect(line).toMatch(/[^\uFFFD]…\n$/u);
  const [json = ""] = written(() => log.error(letter.repeat(100_000), new Error(letter.repeat(100_000))), "elsewhere");
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(LONGEST_LINE);
  expect(Buffer.byteLength(json)).toBeGreaterThan(LONGEST_LINE / 2 - 296);
  expect(JSON.parse(json).msg).toMatch(/[^\uFFFD]…$/u);
});

test("a line with the longest request, of letters that JSON spells with six, is not too long either", () => {
  const [json = ""] = written(
    () => inRequest("\u200b".repeat(10), () => log.error("\u200b".repeat(9_999))),
    "elsewhere",
  );
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(LONGEST_LINE);
  expect(JSON.parse(json).msg.length).toBeGreaterThan(600);
});

test("errors that cause each other in a circle are told, and not without end", () => {
  const [one, other] = [new Error("one"), new Error("other")];
  Object.assign(one, { cause: other });
  Object.assign(other, { cause: one });
  expect(written(() => log.error("A sentence.", one))).toHaveLength(1);
});

test("strangers at a door get a line of each kind, and the next says how many were left out", () => {
  const [kind, another] = [`one ${Math.random()}`, `another ${Math.random()}`];
  const now = vi.spyOn(performance, "now").mockReturnValue(1e12);
  const lines = written(() => {
    for (let knock = 0; knock < 1_000; knock += 1) log.atDoor(kind, `knock ${knock}`);
    log.atDoor(another, "at the other");
    now.mockReturnValue(1e12 + 10_000);
    log.atDoor(kind, "later");
  });
  expect(lines.map((line) => line.replace(/^\S+ error /, ""))).toEqual([
    "knock 0\n",
    "at the other\n",
    "(999 more like this were left out) later\n",
  ]);
});
