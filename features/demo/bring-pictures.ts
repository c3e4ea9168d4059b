import { readFile } from "node:fs/promises";
import type { Tx } from "#db/transaction.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { type DemoPicture, PICTURES } from "./pictures.ts";
import { insertMade } from "./store.ts";

const FOLDER = new URL("pictures/", import.meta.url);

/** Older than any settings: the worker makes anew what was made so, behind whatever else is waited for. */
export const MADE_WITH = 0;

/** A picture of the demo, and how many bytes it has. */
type Put = { picture: DemoPicture; size: number };

/** Puts the bytes of the demo's pictures under their names, as they were brought and as readers get them at first. */
export function putPictures(storage: Storage): Promise<Put[]> {
  return Promise.all(
    PICTURES.map(async (picture) => {
      const { name, sha256, width } = picture;
      const bytes = await readFile(new URL(`${name}.jpg`, FOLDER));
      await storage.put(originalKey(sha256), bytes);
      await storage.put(renditionKey(sha256, MADE_WITH, { format: "jpeg", width }), bytes);
      return { picture, size: bytes.length };
    }),
  );
}

/**
 * Puts pictures whose bytes are there on a site's list, ready for its articles, without one being unpacked: until the worker
 * has made light ones, readers get the JPEG as it was drawn.
 */
export async function listPictures(tx: Tx, by: { siteId: number; personId: number }, put: Put[], now: Date) {
  for (const { picture, size } of put) {
    const { name, sha256, width, height, caption, credit, alt } = picture;
    const fileId = await insertMade(tx, by, {
      ...{ sha256, mediaType: "image/jpeg", name: `${name}.jpg`, size, width, height, caption, credit, alt },
      ...{ renditions: [{ format: "jpeg", width, height, bytes: size }], madeWith: MADE_WITH, at: now },
    });
    await enqueue(tx, "make_renditions", { fileId }, { last: true });
  }
}
