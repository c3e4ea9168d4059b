import { readFile } from "node:fs/promises";
import type { Tx } from "#db/transaction.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey } from "#features/files/storage.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { MADE_WITH } from "./bring-pictures.ts";
import { type DemoDocument, DOCUMENT_TYPE, DOCUMENTS } from "./documents.ts";
import { insertMade } from "./store.ts";

const FOLDER = new URL("documents/", import.meta.url);

/** A document of the demo, and how many bytes it has. */
type Put = { document: DemoDocument; size: number };

/** Puts the bytes of the demo's documents under their names. */
export function putDocuments(storage: Storage): Promise<Put[]> {
  return Promise.all(
    DOCUMENTS.map(async (document) => {
      const bytes = await readFile(new URL(`${document.name}.pdf`, FOLDER));
      await storage.put(originalKey(document.sha256), bytes);
      return { document, size: bytes.length };
    }),
  );
}

/** Puts them on a site's list, ready for its articles: their words and the picture of their first page the worker takes later. */
export async function listDocuments(tx: Tx, by: { siteId: number; personId: number }, put: Put[], now: Date) {
  for (const { document, size } of put) {
    const { name, sha256, pages, title } = document;
    const fileId = await insertMade(tx, by, {
      ...{ sha256, mediaType: DOCUMENT_TYPE, name: `${name}.pdf`, size, pages, caption: title },
      ...{ madeWith: MADE_WITH, at: now },
    });
    await enqueue(tx, "make_renditions", { fileId }, { last: true });
  }
}
