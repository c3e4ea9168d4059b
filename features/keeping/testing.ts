import { transaction } from "#db/transaction.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { keepMade } from "#features/files/store.ts";
import type { Person } from "#features/moves/testing.ts";
import { bring } from "#features/renditions/testing-files.ts";

/** A picture that is whole, with two sizes that lie where they should: of words instead of pixels, which nobody looks at here. */
export async function aKeptPicture(by: Person, words: string = crypto.randomUUID()) {
  const { fileId, sha256 } = await bring(Buffer.from(words), by);
  const renditions = ([360, 540] as const).map((width) => ({
    ...{ format: "avif" as const, width, height: width, bytes: Buffer.byteLength(`${words} ${width}`) },
  }));
  const keys = renditions.map((one) => renditionKey(sha256, MADE_WITH, one));
  for (const [at, key] of keys.entries()) await storage().put(key, Buffer.from(`${words} ${renditions[at]?.width}`));
  const made = { width: 1_600, height: 1_600, renditions, placeholder: "", pages: null, text: "" };
  await transaction((tx) => keepMade(tx, fileId, made, {}));
  return { fileId, sha256, original: originalKey(sha256), renditions: keys };
}
