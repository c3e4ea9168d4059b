import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type LockFile, takeLockFile } from "#lib/lock-file.ts";
import { StartError } from "#lib/start-error.ts";
import { until } from "#lib/until.ts";

/** What Next makes its output from. The front is not in it: it runs from its sources. */
const SOURCES = [
  "{app,components,features,db,i18n,lib,messages,patches}/**/*.*",
  "{next.config,postcss.config}.*",
  "proxy.ts",
  "{package-lock,tsconfig}.json",
];
const STAMP = join(".next", "made-from");
/** Whoever has it builds. Not in `.next`, which Next empties. */
const TURN = ".next.lock";
const BUILDS_WITHIN_MS = 10 * 60_000;

type BuildOptions = {
  /** The folder with the sources. */
  root?: string;
  make?: (signal?: AbortSignal) => Promise<{ code: number | null; output: string }>;
};

/**
 * Builds unless the last whole build was made from the same sources. A build without its stamp is half-made. Two builds in
 * one folder would spoil each other's: a second start waits for the first one's.
 *
 * @throws {StartError} when Next cannot build, or another's build does not end
 */
export async function build(
  asked?: AbortSignal,
  { root = ".", make = runNext }: BuildOptions = {},
): Promise<{ how: "up to date" | "built" }> {
  if (lastIn(root) === stampOfSources(root)) return { how: "up to date" };
  const turn = await myTurn(root, asked);
  try {
    return await buildInTurn(asked, root, make);
  } finally {
    turn.close();
  }
}

async function buildInTurn(
  asked: AbortSignal | undefined,
  root: string,
  make: typeof runNext,
): Promise<{ how: "up to date" | "built" }> {
  const stamp = join(root, STAMP);
  const sources = stampOfSources(root);
  const last = lastIn(root);
  if (last === sources) return { how: "up to date" };
  if (last === undefined) clearOutput(join(root, ".next"));
  rmSync(stamp, { force: true });
  const { code, output } = await make(asked);
  asked?.throwIfAborted();
  if (code !== 0) throw new StartError(`The build failed; Next says: ${output.trim()}`);
  writeFileSync(stamp, sources);
  return { how: "built" };
}

/** What the last whole build was made from. */
function lastIn(root: string): string | undefined {
  const stamp = join(root, STAMP);
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}

async function myTurn(root: string, asked: AbortSignal | undefined): Promise<LockFile> {
  let turn: LockFile | undefined;
  const isMine = () => {
    asked?.throwIfAborted();
    turn = takeLockFile(join(root, TURN));
    return turn !== undefined;
  };
  await until(isMine, BUILDS_WITHIN_MS);
  if (turn) return turn;
  throw new StartError(
    "Another start has been building in this folder for ten minutes: stop it, or wait for it, and start again.",
  );
}

/** Next remembers failures, too, between builds: after one that failed or was killed it begins anew. */
function clearOutput(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // In "dev" works `npm run dev`, perhaps at this moment.
  for (const name of readdirSync(folder).filter((name) => name !== "dev"))
    rmSync(join(folder, name), { recursive: true, force: true });
}

function stampOfSources(root: string): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function runNext(signal?: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    signal?.addEventListener("abort", () => child.kill());
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
