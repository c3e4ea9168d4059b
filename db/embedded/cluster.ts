import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { chown, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { freePort, portIsFree } from "#lib/free-port.ts";
import { run } from "#lib/run.ts";
import { StartError } from "#lib/start-error.ts";
import { until } from "#lib/until.ts";
import { bundledVersion, program, programsFor } from "./binaries.ts";
import { type Home, ownerPassword, prepareHome } from "./home.ts";
import { type Postmaster, runningPostmaster, settledPostmaster } from "./postmaster.ts";

const OWNER = "toasoan_owner";
const CONF = "toa-soan.conf";

export type Cluster = {
  /** The connection string of the cluster's owner to one of its databases. */
  ownerUrl(dbName: string): string;
  /** What had to be done: a new cluster was made, an existing one started, or one that ran already taken over. */
  how: "made" | "started" | "adopted";
  /** Starts the server again on the same port if it has died; says whether it had. */
  revive(): Promise<boolean>;
  /** Ends connections, writes everything down and stops the server. */
  stop(): Promise<void>;
};

type Options = {
  port?: number;
  /** For tests: faster, and lost when the machine stops. */
  forgetful?: boolean;
};

type Tools = { programs: string; home: Home };

/**
 * Starts the embedded PostgreSQL of `dataDir`, making it first if there is none, or takes over the one that runs there.
 * The server is in a session of its own (pg_ctl sees to that): Ctrl-C reaches us, and we stop it when we are done.
 *
 * @throws {StartError} when this version cannot run what is in the folder, or the server does not start
 */
export async function startCluster(dataDir: string, options: Options = {}): Promise<Cluster> {
  const home = await prepareHome(dataDir);
  const tools = { home, programs: await programsFor(home.account, home.folder) };
  const password = ownerPassword(home, dataDir);
  const isNew = !existsSync(home.data);
  if (isNew) await makeCluster(tools, password);
  const adopted = await adopt(tools);
  const { port } = adopted ?? (await startServer(tools, settings(options, options.port ?? (await keptPort(dataDir)))));
  return {
    ownerUrl: (dbName) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${dbName}`,
    how: adopted ? "adopted" : isNew ? "made" : "started",
    revive: async () => {
      if (await adopt(tools)) return false;
      await startServer(tools, settings(options, port));
      return true;
    },
    stop: () => stopServer(tools),
  };
}

/** The owner's connection string when the cluster of `dataDir` runs now. Starts nothing. */
export function runningOwnerUrl(home: Home, dataDir: string, dbName: string): string | undefined {
  const found = runningPostmaster(home.data);
  return found && `postgres://${OWNER}:${ownerPassword(home, dataDir)}@127.0.0.1:${found.port}/${dbName}`;
}

/** initdb works in a folder that gets its name when it is whole, so that a half-made one is never mistaken for data. */
async function makeCluster(tools: Tools, password: string): Promise<void> {
  const { account, data, folder } = tools.home;
  const half = `${data}.half`;
  const passwordFile = join(folder, "initdb-password");
  await rm(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const made = await call(tools, "initdb", [
    ...["-D", half, "-U", OWNER, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C", "--no-instructions"],
  ]);
  await rm(passwordFile, { force: true });
  if (made.code !== 0) throw failed("could not be set up", made.output);
  appendFileSync(join(half, "postgresql.conf"), `\ninclude_if_exists = '${CONF}'\n`);
  await rename(half, data);
}

/** A server that outlived us is kept, unless it is of an older install, or somebody has asked it to stop. */
async function adopt(tools: Tools): Promise<Postmaster | undefined> {
  const { data } = tools.home;
  if (runningPostmaster(data)) {
    const isOurVersion = readFileSync(join(data, CONF), "utf8").startsWith(versionLine());
    const found = isOurVersion ? await settledPostmaster(data, 60_000) : undefined;
    if (found?.state === "ready") return found;
    await stopServer(tools);
  }
  await rm(join(data, "postmaster.pid"), { force: true });
  return undefined;
}

async function startServer(tools: Tools, conf: string): Promise<Postmaster> {
  const { data, folder, account } = tools.home;
  const log = join(folder, "start.log");
  await rm(log, { force: true });
  writeFileSync(join(data, CONF), conf);
  if (account) await chown(join(data, CONF), account.uid, account.gid);
  let said = "";
  const started = await until(async () => {
    const tried = await call(tools, "pg_ctl", ["start", "-D", data, "-l", log, "-w", "-t", "120"]);
    said = `${tried.output}\n${existsSync(log) ? readFileSync(log, "utf8") : ""}`;
    // The last processes of a killed server let go of its memory a moment after it.
    return tried.code === 0 || !said.includes("is still in use");
  }, 15_000);
  const running = runningPostmaster(data);
  if (!started || !running) throw failed("did not start", said);
  return running;
}

async function stopServer(tools: Tools): Promise<void> {
  const { data } = tools.home;
  if (!runningPostmaster(data)) return;
  const stopped = await call(tools, "pg_ctl", ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"]);
  if (stopped.code !== 0 && runningPostmaster(data)) throw failed("did not stop", stopped.output);
}

function versionLine(): string {
  return `# Written anew at every start, for PostgreSQL ${bundledVersion().full}\n`;
}

/**
 * An instance takes up to 22, and its worker as many at most. PostgreSQL's own hundred, less those of its superuser, were gone with three
 * instances and the programs of the tests beside them (114 at once), and the desk answered 500 to whoever came then.
 */
const MOST_CONNECTIONS = 200;

function settings(options: Options, port: number): string {
  return `${versionLine()}\
port = ${port}
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = ${MOST_CONNECTIONS}
logging_collector = on
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
timezone = 'UTC'
log_timezone = 'UTC'
${process.platform === "linux" ? QUICK_RECOVERY : ""}\
${options.forgetful ? "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n" : ""}`;
}

/** After a crash the folder is written down as a whole, not file by file: on a slow disk that is most of a recovery. */
const QUICK_RECOVERY = "recovery_init_sync_method = syncfs\n";

async function keptPort(dataDir: string): Promise<number> {
  const file = join(dataDir, "postgres-port");
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (kept > 0 && (await portIsFree(kept, "127.0.0.1"))) return kept;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

function call(tools: Tools, name: string, args: readonly string[]) {
  return run(join(tools.programs, program(name)), args, { ...tools.home.account, cwd: tools.home.folder });
}

function failed(what: string, output: string): StartError {
  return new StartError(`The embedded PostgreSQL ${what}: ${output.trim().replace(/\s*\n\s*/g, " | ")}`);
}
