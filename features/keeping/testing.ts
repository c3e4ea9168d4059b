import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileCuts, files } from "#db/schema/files.ts";
import { transaction } from "#db/transaction.ts";
import { keepMadeCut } from "#features/files/cuts-store.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { keepMade } from "#features/files/store.ts";
import { madeOf } from "#features/files/testing.ts";
import type { Person } from "#features/moves/testing.ts";
import { bring } from "#features/renditions/testing-files.ts";

/** A picture that is whole, with two sizes that lie where they should: of words instead of pixels, which nobody looks at here. */
export async function aKeptPicture(by: Person, words: string = crypto.randomUUID()) {
  const { fileId, sha256 } = await bring(Buffer.from(words), by);
  const { made, keys } = await keptAs(sha256, words);
  await transaction((tx) => keepMade(tx, fileId, { ...madeOf(1_600, 1_600), ...made }, {}));
  await database().update(files).set({ licence: "own", peopleShown: "no_child" }).where(eq(files.id, fileId));
  return { fileId, sha256, original: originalKey(sha256), renditions: keys };
}

/** A cut of one, as whole. */
export async function aKeptCut({ fileId, sha256 }: { fileId: number; sha256: string }, cut: string) {
  const [{ id: cutId } = { id: 0 }] = await database()
    .insert(fileCuts)
    .values({ fileId, cut })
    .returning({ id: fileCuts.id });
  const { made, keys } = await keptAs(`${sha256}/${cut}`, cut);
  await transaction((tx) => keepMadeCut(tx, cutId, made));
  return { cutId, renditions: keys };
}

async function keptAs(use: string, words: string) {
  const renditions = ([360, 540] as const).map((width) => ({
    ...{ format: "avif" as const, width, height: width, bytes: Buffer.byteLength(`${words} ${width}`) },
  }));
  const keys = renditions.map((one) => renditionKey(use, MADE_WITH, one));
  for (const [at, key] of keys.entries()) await storage().put(key, Buffer.from(`${words} ${renditions[at]?.width}`));
  return { made: { width: 1_600, height: 1_600, renditions, placeholder: "" }, keys };
}
