import { readFile } from "node:fs/promises";
import type { Tx } from "#db/transaction.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { MADE_WITH } from "./bring-pictures.ts";
import { insertMade } from "./store.ts";

const FOLDER = new URL("emblem/", import.meta.url);

/** The emblem of the demo's ward, drawn by `scripts/pictures/emblem.ts`; the SHA-256 of its PNG, in hex, and its side in pixels. */
export const EMBLEM = {
  sha256: "90ab2d7455a4a1db0358bfe7b3419f33acff2388bb58e69935459ce0bedc3c28",
  side: 512,
} as const;

/** How many bytes it has, as it was drawn and as readers get it at first. */
type Put = { size: number; light: number };

/** Puts the bytes under their names. */
export async function putEmblem(storage: Storage): Promise<Put> {
  const { sha256, side } = EMBLEM;
  const [png, webp] = await Promise.all(
    ["png", "webp"].map((ending) => readFile(new URL(`bieu-trung.${ending}`, FOLDER))),
  );
  if (png === undefined || webp === undefined) throw new Error("The demo's emblem is not there.");
  await storage.put(originalKey(sha256), png);
  await storage.put(renditionKey(sha256, MADE_WITH, { format: "webp", width: side }), webp);
  return { size: png.length, light: webp.length };
}

/** Puts it on a site's list, as `listPictures` does. */
export async function listEmblem(tx: Tx, by: { siteId: number; personId: number }, put: Put, now: Date): Promise<void> {
  const { sha256, side } = EMBLEM;
  const fileId = await insertMade(tx, by, {
    ...{ sha256, mediaType: "image/png", name: "bieu-trung.png", size: put.size, width: side, height: side },
    ...{ caption: "Biểu trưng phường Sen Hồ", credit: "Minh họa vẽ bằng máy" },
    alt: "Hoa sen bảy cánh trên hai làn sóng nước, nền đỏ hình tròn viền vàng",
    renditions: [{ format: "webp", width: side, height: side, bytes: put.light }],
    ...{ madeWith: MADE_WITH, at: now },
  });
  await enqueue(tx, "make_renditions", { fileId }, { last: true });
}
