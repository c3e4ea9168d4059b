import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { chmod, chown, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartError } from "#lib/start-error.ts";
import { accountFor, type OsAccount, reaches } from "./account.ts";
import { bundledVersion } from "./binaries.ts";

/** Where a cluster lives: `folder` is closed to all but `account`; `data` is PostgreSQL's own folder in it. */
export type Home = { folder: string; data: string; account: OsAccount };

/** A file in DATA_DIR that says where the cluster is when it is not in DATA_DIR itself. */
const ELSEWHERE = "postgres-is-at";

/** Finds the cluster of a DATA_DIR and refuses one that this version cannot run. Changes nothing. */
export function inspectHome(dataDir: string): Home {
  const pointer = join(dataDir, ELSEWHERE);
  const folder = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : resolve(dataDir, "postgres");
  const home = { folder, data: join(folder, "data"), account: accountFor(join(folder, "data")) };
  const made = madeBy(home.data);
  const { major } = bundledVersion();
  if (made !== undefined && made !== major) {
    throw new StartError(
      `The data folder ${home.data} was made by PostgreSQL ${made}, and this version runs PostgreSQL ${major}: move the data over with pg_dump and pg_restore, or point DATA_DIR at another folder.`,
    );
  }
  return home;
}

/**
 * Makes the folders. As root, the account that runs PostgreSQL must be able to walk to its data: where it cannot, because
 * DATA_DIR lies under a closed folder, the cluster goes to /var/lib/toa-soan and a file in DATA_DIR says so.
 */
export async function prepareHome(dataDir: string): Promise<Home> {
  const home = inspectHome(dataDir);
  const { account } = home;
  await mkdir(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (!account) {
    await mkdir(home.folder, { recursive: true, mode: 0o700 });
    return home;
  }
  if (!(await reaches(account, dataDir))) await chmod(dataDir, 0o711);
  const folder = (await reaches(account, dataDir)) || isElsewhere(dataDir) ? home.folder : await farFrom(dataDir);
  await mkdir(folder, { recursive: true });
  await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
  return { account, folder, data: join(folder, "data") };
}

/**
 * The password of the cluster's owner: random, made once, before the cluster, readable by us alone.
 * @throws {StartError} when the cluster is there and its password is not
 */
export function ownerPassword(home: Home, dataDir: string): string {
  const file = passwordFile(dataDir);
  if (!existsSync(file)) {
    if (existsSync(home.data)) {
      throw new StartError(
        `The password of the database in ${home.folder} is gone: put ${file} back, from a backup or from the address in the file database-url beside it.`,
      );
    }
    writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600, flush: true });
  }
  return readFileSync(file, "utf8").trim();
}

/** Where the cluster's password is kept. */
export function passwordFile(dataDir: string): string {
  return join(dataDir, "postgres-password");
}

function isElsewhere(dataDir: string): boolean {
  return existsSync(join(dataDir, ELSEWHERE));
}

async function farFrom(dataDir: string): Promise<string> {
  const all = "/var/lib/toa-soan";
  await mkdir(all, { recursive: true });
  await chmod(all, 0o755);
  const folder = join(all, createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16));
  writeFileSync(join(dataDir, ELSEWHERE), `${folder}\n`);
  return folder;
}

function madeBy(data: string): string | undefined {
  try {
    return readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code !== "EACCES") throw error;
    throw new StartError(
      `The data folder ${data} belongs to another account: start as the account that made it, or point DATA_DIR at another folder.`,
    );
  }
}
