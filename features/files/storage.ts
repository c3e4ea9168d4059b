import { join } from "node:path";
import type { Rendition } from "#db/schema/files.ts";
import { readCut } from "#features/text/picture-cut.ts";
import { env } from "#lib/env.ts";
import { processWide } from "#lib/process-wide.ts";
import { folderStorage } from "./storage/folder.ts";
import { s3Storage } from "./storage/s3.ts";
import type { Storage } from "./storage/types.ts";

const shared = processWide<{ storage?: Storage }>("toasoan.storage", () => ({}));

/** The storage of this process, as the settings say. */
export function storage(): Storage {
  shared.storage ??= asSet();
  return shared.storage;
}

function asSet(): Storage {
  const { s3 } = env();
  return s3 ? s3Storage(s3) : folderStorage(filesFolder());
}

/** Where files lie while the settings name no other store. */
export const filesFolder = (settings = env()): string => join(settings.dataDir, "files");

/** Under which key the bytes lie that somebody brought. */
export const originalKey = (sha256: string): string => `originals/${sha256.slice(0, 2)}/${sha256}`;

/** The SHA-256 that a key says of what lies under it; null where it says none. */
export const hashInName = (key: string): string | null =>
  /^originals\/[\da-f]{2}\/([\da-f]{64})$/.exec(key)?.[1] ?? null;

/** Under which key a picture lies that was made of another one, or of a cut of it, by one set of settings. @param use as `pictureKey` spells it */
export const renditionKey = (use: string, madeWith: number, { format, width }: Pick<Rendition, "format" | "width">) =>
  `renditions/${use.slice(0, 2)}/${use}/${madeWith}-${width}.${format}`;

/** Under which key a picture for sharing lies, by the SHA-256 of its words. */
export const shareKey = (sha256: string): string => `shares/${sha256.slice(0, 2)}/${sha256}.png`;

/** The SHA-256 that such a key says; null where it is none. */
export const shareIn = (key: string): string | null =>
  /^shares\/[\da-f]{2}\/([\da-f]{64})\.png$/.exec(key)?.[1] ?? null;

/** What a key says of a picture that was made of another one, `cut` as texts spell it; null where it is no such key. */
export function renditionIn(key: string): { sha256: string; cut: string; madeWith: number; name: string } | null {
  const [, sha256, cut = "", madeWith, name] = RENDITION.exec(key) ?? [];
  return sha256 && madeWith && name && readCut(cut) ? { sha256, cut, madeWith: Number(madeWith), name } : null;
}

const RENDITION = /^renditions\/[\da-f]{2}\/([\da-f]{64})(?:\/([\d-]+))?\/(\d+)-(\d+\.\w+)$/;
