import { readFile } from "node:fs/promises";
import type { Tx } from "#db/transaction.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { type DemoPicture, PICTURES } from "./pictures.ts";
import { insertMade } from "./store.ts";

const FOLDER = new URL("pictures/", import.meta.url);

/** Older than any settings: the worker makes anew what was made so, behind whatever else is waited for. */
const MADE_WITH = 0;

/**
 * Puts the demo's pictures on a site's list, ready for its articles, without one being unpacked: until the worker has made
 * light ones, readers get the JPEG as it was drawn. Bytes come before rows: cut short, it leaves bytes under their own names.
 */
export async function bringPictures(
  tx: Tx,
  by: { siteId: number; personId: number },
  storage: Storage,
  now: Date,
): Promise<void> {
  const sizes = await Promise.all(PICTURES.map((picture) => putBytes(storage, picture)));
  for (const [at, picture] of PICTURES.entries()) {
    const { width, height } = picture;
    const size = sizes[at] ?? 0;
    const rendition = { format: "jpeg", width, height, bytes: size } as const;
    const fileId = await insertMade(tx, by, { picture, size, rendition, madeWith: MADE_WITH, at: now });
    await enqueue(tx, "make_renditions", { fileId }, { last: true });
  }
}

/** @returns how many they are */
async function putBytes(storage: Storage, { name, sha256, width }: DemoPicture): Promise<number> {
  const bytes = await readFile(new URL(`${name}.jpg`, FOLDER));
  await storage.put(originalKey(sha256), bytes);
  await storage.put(renditionKey(sha256, MADE_WITH, { format: "jpeg", width }), bytes);
  return bytes.length;
}
