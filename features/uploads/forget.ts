import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { HOUR_MS } from "#lib/dates.ts";
import { env } from "#lib/env.ts";

/** Whoever was cut off goes on with an upload as long as this, in milliseconds since its last byte. */
const KEPT_MS = 24 * HOUR_MS;

/** Where uploads lie until they are whole. */
export const uploadsFolder = (): string => join(env().dataDir, "uploads");

/**
 * Removes uploads that nobody has gone on with for a day, and whatever else a crash has left among them. An upload is two
 * files, its bytes and what is known of it: it is as young as the younger one.
 */
export async function forgetOldUploads(folder = uploadsFolder(), now = Date.now()): Promise<void> {
  const touched = new Map<string, number>();
  const files = await readdir(folder).catch(noneIfMissing);
  for (const file of files) {
    const at = (await stat(join(folder, file)).catch(nullIfMissing))?.mtimeMs ?? 0;
    touched.set(uploadOf(file), Math.max(touched.get(uploadOf(file)) ?? 0, at));
  }
  const old = files.filter((file) => (touched.get(uploadOf(file)) ?? 0) < now - KEPT_MS);
  for (const file of old) await rm(join(folder, file), { force: true });
}

const uploadOf = (file: string): string => file.replace(/\.json$/, "");

const noneIfMissing = (error: NodeJS.ErrnoException): string[] => nullIfMissing(error) ?? [];

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
