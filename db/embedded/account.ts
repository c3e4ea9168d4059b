import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { run } from "#lib/run.ts";
import { StartError } from "#lib/start-error.ts";

/** The system account that runs PostgreSQL; undefined is the one that runs us. */
export type OsAccount = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. As root it gets the account that owns its data, else `postgres`, else `nobody`.
 *
 * @param data the cluster's data folder, which may not exist yet
 */
export function accountFor(data: string): OsAccount {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    "PostgreSQL does not run as root and this system has no account 'postgres' or 'nobody': start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether the account gets as far as `path` and may execute (or enter) it. */
export async function reaches(account: OsAccount, path: string): Promise<boolean> {
  if (account) return (await run("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { ...account, cwd: "/" })).code === 0;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
