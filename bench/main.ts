import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aLiveArticle, kindsOf, type LiveArticle, showing } from "./article.ts";
import { hundred, livePicture } from "./brought.ts";
import { caches } from "./caches.ts";
import { autosaves } from "./desk.ts";
import { say } from "./figures.ts";
import { forgetting } from "./forgetting.ts";
import { killing } from "./killed.ts";
import { large } from "./large.ts";
import { lighthouse } from "./lighthouse.ts";
import { live } from "./live.ts";
import { longTexts } from "./long-text.ts";
import { memory } from "./memory.ts";
import { mixed } from "./mixed.ts";
import { otherInstance } from "./other-instance.ts";
import { pictures } from "./pictures.ts";
import { type Product, productIn } from "./product.ts";
import { publishing } from "./publishing.ts";
import { readers } from "./readers.ts";
import { refilling } from "./refill.ts";

/** What is measured is there: the product, running, an article that readers have, and a folder for what is compared with it. */
type Bench = { product: Product; article: LiveArticle; folder: string };

/**
 * By the names that may be given, and in the order in which they are measured. The live desk comes late: many sign in for it, and
 * checking passwords takes memory.
 */
const PARTS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  readers: ({ product, article, folder }) => readers(product.url, article, folder),
  desk: ({ product }) => autosaves(product),
  longTexts: ({ product }) => longTexts(product.office),
  killing: ({ product }) => killing(product),
  publishing: ({ product, article }) => publishing(product.office, article.number, showing(article)),
  forgetting: ({ product, article }) => forgetting(product, article),
  refilling: ({ product }) => refilling(product.office, product.url),
  otherInstance: ({ product, article, folder }) => otherInstance(product, article, folder),
  memory: ({ product }) => memory(product.dataDir),
  pictures,
  files: ({ product, folder }) => livePicture(product, folder),
  hundred: ({ product, article }) => hundred(product, article.address),
  large: ({ product }) => large(product),
  caches: ({ product, folder }) => caches(product, folder),
  lighthouse: async ({ article, folder }) => lighthouse(folder, await kindsOf(article)),
  live: ({ product, article }) => live(product, article.number),
  // On a product of its own, when the other is gone.
  mixed: async ({ product, folder }) => {
    await product.stop();
    await mixed(folder);
  },
};

/** All, unless some are named. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  throw new Error(`There is no part ${unknown.join(", ")}, only ${Object.keys(PARTS).join(", ")}.`);
}
const folder = mkdtempSync(join(tmpdir(), "toa-soan-bench-"));
chmodSync(folder, 0o711);
const product = await productIn(folder);
try {
  // The first start makes and seeds a database (and builds, if that was not done); the second has nothing to do.
  for (const which of ["first start, new database, demo seeded", "second start, nothing to do (under 6 s)"]) {
    say(which, `${((await product.start()) / 1000).toFixed(1)} s`);
  }
  const article = await aLiveArticle(product.url, product.office);
  for (const [name, measure] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(name)) await measure({ product, article, folder });
  }
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
