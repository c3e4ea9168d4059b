// Before a page is drawn: see there.
import "./quick-ticks.ts";
import { closeDatabase, openDatabase, pool, serverName } from "#db/client.ts";
import { inspectHome } from "#db/embedded/home.ts";
import { findDatabase, inspectDatabase } from "#db/find.ts";
import { migrate } from "#db/migrate.ts";
import { hadFullDiskSince } from "#db/outage.ts";
import { serverRolesAlive } from "#db/server-roles.ts";
import { whyNotKept } from "#features/files/trouble.ts";
import { whyNotFollowed } from "#features/history/queries.ts";
import { openThread } from "#features/long-texts/open-thread.ts";
import { runDue } from "#features/moves/due.ts";
import { whyNotVerified } from "#features/verifying/last.ts";
import { type DataLock, lockData } from "#lib/data-lock.ts";
import { noRoomIn } from "#lib/disk-room.ts";
import { readSettings, type ServerRole, type Settings, settle } from "#lib/env.ts";
import { portIsFree } from "#lib/free-port.ts";
import { orNothing, reportOn, reportOnRoles } from "#lib/readiness.ts";
import { StartError } from "#lib/start-error.ts";
import { startClock } from "#server/clock.ts";
import { refuseOldNode } from "./argon2.ts";
import { build } from "./build.ts";
import { type Farewell, prepareFarewell } from "./farewell.ts";
import { keepWorker } from "./keep-worker.ts";
import { findSecret } from "./secret.ts";
import { seconds, step } from "./steps.ts";
import { watchOver } from "./watch.ts";
import { fillDemo, firstSteps, refuseDemoInPublic } from "./welcome.ts";

const dev = process.argv.includes("--dev");
// The system has read them for this process, which handles files (`scripts/start.mjs`); PostgreSQL and whatever else is started from here
// fares better without.
for (const name of ["MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_"]) delete process.env[name];
const farewell = prepareFarewell();
try {
  await start(farewell);
} catch (error) {
  if (farewell.asked.aborted) await farewell.leave(0);
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `The start failed. ${inFull(error)}\n`);
  await farewell.leave(1);
}

async function start({ asked, later, started }: Farewell): Promise<void> {
  const began = performance.now();
  refuseOldNode();
  const settings = readSettings();
  const does = (role: ServerRole) => settings.roles.includes(role);
  // Whoever serves nobody and was not told believes the one who does.
  const knowsItsAddress = does("web") || settings.siteUrlIsSaid;
  const lock = await takeData(settings);
  later("lock", lock.release, 1_000);
  await refuseUnstartable(settings);

  const starting = { name: "Database", doing: "starting PostgreSQL" };
  const database = await step(starting, () => findDatabase(settings));
  if (database.cluster) {
    later("database", database.cluster.stop, 65_000);
    later("watch over the database", watchOver(database.cluster), 20_000);
  }
  asked.throwIfAborted();

  const migrating = { name: "Migrations", doing: "migrating" };
  const secret = findSecret(settings);
  const {
    hasNewSecret,
    siteUrl: lastKnown,
    ...asTheApp
  } = await step(migrating, () =>
    migrate(database.ownerUrl, {
      fingerprint: secret.fingerprint,
      siteUrl: knowsItsAddress ? settings.siteUrl : null,
      refuse: (asked) => refuseDemoInPublic(settings, asked),
    }),
  );
  openDatabase(asTheApp, serverName(settings.roles.filter((role) => role !== "worker")));
  later("connections", closeDatabase, 5_000);
  const ask = async () => void (await pool().query("select 1"));
  await ask();
  reportOn("database", ask);
  reportOn("migrations", () => undefined);
  reportOn("disk", () => noRoomFor(settings));
  reportOn("followers", () => orNothing(whyNotFollowed(), 1_000));
  // While the database is away, its own report says so.
  reportOn("verify", () => orNothing(whyNotVerified(), 1_000));
  reportOn("files", () => orNothing(whyNotKept(), 1_000));
  reportOnRoles(serverRolesAlive);
  secret.keep();
  const siteUrl = knowsItsAddress ? settings.siteUrl : (lastKnown ?? settings.siteUrl);
  const settled = { ...settings, siteUrl, secret: secret.value };
  settle(settled);
  const filling = { name: "Demo", doing: "writing its articles" };
  const { lines } = settings.demo ? await step(filling, () => fillDemo(settings, tell)) : { lines: [] };
  asked.throwIfAborted();

  const building = { name: "Build", doing: "making the pages ready, which takes a minute or so" };
  if (does("web") && !dev) await step(building, () => build(asked));
  later("thread for long texts", openThread().close, 5_000);
  if (does("web")) {
    const opening = { name: "Front", doing: "starting", how: `listening on port ${settings.port}` };
    // Next and its pages are for the role that serves them.
    const { startFront } = await import("#server/main.ts");
    const front = await step(opening, () => startFront({ port: settings.port, dev, asked }));
    later("front", front.close, 20_000);
  }
  if (does("clock")) later("clock", startClock(runDue).stop, 20_000);
  if (does("worker")) {
    const worker = keepWorker({ settings: settled, opening: asTheApp });
    later("worker", worker.stop, 15_000);
    // Readers do not wait for it.
    if (!does("web")) await step({ name: "Worker", doing: "starting" }, worker.began);
  }
  later("farewell", lock.saysGoodbye, 1_000);
  asked.throwIfAborted();
  started();

  const signInAgain = hasNewSecret ? ["SECRET is another one than before: everybody signs in again."] : [];
  const took = seconds(performance.now() - began);
  const where = does("web")
    ? [`${took}: ${siteUrl}/`, `The desk: ${siteUrl}/desk`, ...signInAgain, ...lines, ...(await firstSteps())]
    : [`${took}, as ${settings.roles.join(" and ")} alone.`];
  tell([`\nTòa Soạn is ready after ${where.join("\n")}`, "Ctrl-C stops it."]);
}

function tell(lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** The disk of an embedded database is ours to watch; a server of the operator's own says itself when it has no room. */
async function noRoomFor({ databaseUrl, dataDir }: Settings): Promise<string | undefined> {
  if (hadFullDiskSince(performance.now() - 60_000)) return "full, says the database";
  return databaseUrl === undefined ? noRoomIn(inspectHome(dataDir).folder) : undefined;
}

/** A second start must hear that it is the second, not that its port is taken. */
async function takeData(settings: Settings): Promise<DataLock> {
  const where = settings.roles.includes("web") ? `at ${settings.siteUrl}` : `as ${settings.roles.join(" and ")}`;
  return lockData(settings.dataDir, `npm ${dev ? "run dev" : "start"} ${where}`);
}

/** Everything that can be refused before anything is changed. */
async function refuseUnstartable(settings: Settings): Promise<void> {
  if (settings.roles.includes("web") && !(await portIsFree(settings.port))) {
    throw new StartError(
      `Port ${settings.port} is taken by another program: stop that one, or choose another port, as in PORT=${settings.port + 1} npm start.`,
    );
  }
  const { metrics } = settings;
  if (metrics && !(await portIsFree(metrics.port, metrics.host))) {
    throw new StartError(
      `Port ${metrics.port}, named by METRICS_PORT, is taken by another program: choose another port.`,
    );
  }
  inspectDatabase(settings);
}

function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
