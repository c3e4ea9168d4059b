import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { transaction } from "#db/transaction.ts";
import { folderStorage } from "#features/files/storage/folder.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { insertFile } from "#features/files/store.ts";
import { keepFilesIn } from "#features/files/testing.ts";

/** A storage of its own for each test of a spec file. @returns the folder it lies in */
export function ownStorage(): { folder: string } {
  const place = { folder: "" };
  beforeEach(() => Object.assign(place, begun()));
  afterEach(() => ended(place.folder));
  return place;
}

/** One storage for all tests of a spec file. */
export function keptStorage(): void {
  let folder = "";
  beforeAll(() => {
    folder = begun().folder;
  });
  afterAll(() => ended(folder));
}

function begun(): { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-files-"));
  keepFilesIn(folderStorage(folder));
  return { folder };
}

function ended(folder: string): void {
  keepFilesIn(undefined);
  rmSync(folder, { recursive: true, force: true });
}

/** Puts a file on a site's list, with its bytes in the storage. @returns its number and its hash */
export async function bring(bytes: Buffer, by: { siteId: number; personId: number }, mediaType = "image/png") {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await storage().put(originalKey(sha256), bytes);
  const { siteId, personId: uploadedBy } = by;
  const file = await transaction((tx) =>
    insertFile(tx, { siteId, sha256, mediaType, name: "chợ nổi", size: bytes.length, uploadedBy }),
  );
  return { fileId: file?.id ?? 0, sha256 };
}
