import { join } from "node:path";
import type { Rendition } from "#db/schema/files.ts";
import { env } from "#lib/env.ts";
import { processWide } from "#lib/process-wide.ts";
import { folderStorage } from "./storage/folder.ts";
import { s3Storage } from "./storage/s3.ts";
import type { Storage } from "./storage/types.ts";

const shared = processWide<{ storage?: Storage }>("toasoan.storage", () => ({}));

/** The storage of this process, as the settings say. */
export function storage(): Storage {
  const { s3 } = env();
  shared.storage ??= s3 ? s3Storage(s3) : folderStorage(filesFolder());
  return shared.storage;
}

/** Where files lie while the settings name no other store. */
export const filesFolder = (settings = env()): string => join(settings.dataDir, "files");

/** Under which key the bytes lie that somebody brought. */
export const originalKey = (sha256: string): string => `originals/${sha256.slice(0, 2)}/${sha256}`;

/** Under which key a picture lies that was made of another one, by one set of settings. */
export const renditionKey = (
  sha256: string,
  madeWith: number,
  { format, width }: Pick<Rendition, "format" | "width">,
) => `renditions/${sha256.slice(0, 2)}/${sha256}/${madeWith}-${width}.${format}`;
