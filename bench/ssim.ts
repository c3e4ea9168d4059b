import { readFileSync } from "node:fs";
import sharp from "sharp";
import { ssim } from "ssim.js";
import type { Rendition } from "#db/schema/files.ts";
import { FORMATS } from "#features/files/settings.ts";
import { drawAll } from "#features/renditions/draw.ts";
import type { Sheet } from "#features/renditions/open.ts";
import { kb } from "./figures.ts";
import { aPhotograph } from "./pictures.ts";

// How heavy our pictures are beside those that sharp makes by its defaults, where both are as near to the original: for each
// size of ours the lowest quality is looked for at which sharp's own settings come as near, by SSIM. Prints a table for docs.

/** Those that phones and articles get; comparing larger ones takes minutes. */
const COMPARED = [360, 720, 1080];

const named = process.argv.slice(2).filter((word) => word !== "--ssim");
const pictures =
  named.length > 0
    ? named.map((file) => ({ called: file, bytes: readFileSync(file) }))
    : [{ called: "the bench's own", bytes: await aPhotograph(2_400, 1_600) }];

process.stdout.write(
  "| picture | format | width | ours | SSIM | sharp's defaults at the same SSIM | ours ÷ theirs | sharp's defaults as they are |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
);
for (const { called, bytes } of pictures) {
  const sheet = await sheetOf(bytes);
  const drawn = await drawAll({ size: sheet, sheet });
  for (const width of COMPARED) {
    const height = drawn.find((one) => one.width === width)?.height;
    if (height === undefined) continue;
    const original = await scaledTo(sheet, width, height);
    for (const format of FORMATS) {
      const ours = drawn.find((one) => one.format === format && one.width === width);
      if (!ours) continue;
      const near = await nearness(original, ours.bytes);
      const theirs = await asNear(original, format, near);
      const plain = await byDefaults(original, format);
      const beside =
        theirs === null
          ? ["not reached", "—"]
          : [
              `${kb(theirs.bytes.length)} (quality ${theirs.quality})`,
              (ours.bytes.length / theirs.bytes.length).toFixed(2),
            ];
      const asIs = `${kb(plain.length)} (SSIM ${(await nearness(original, plain)).toFixed(4)})`;
      const cells = [called, format, width, kb(ours.bytes.length), near.toFixed(4), ...beside, asIs];
      process.stdout.write(`| ${cells.join(" | ")} |\n`);
    }
  }
}

async function sheetOf(bytes: Buffer): Promise<Sheet> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

async function scaledTo({ data, width, height, channels }: Sheet, to: number, tall: number): Promise<Sheet> {
  const scaled = sharp(data, { raw: { width, height, channels } }).resize({ width: to, height: tall, fit: "fill" });
  return { data: await scaled.raw().toBuffer(), width: to, height: tall, channels };
}

/** SSIM of luma, 1 where nothing was lost. */
async function nearness(original: Sheet, spelt: Buffer): Promise<number> {
  const seen = await sharp(spelt).ensureAlpha().raw().toBuffer();
  const { data, width, height, channels } = original;
  const before = await sharp(data, { raw: { width, height, channels } }).ensureAlpha().raw().toBuffer();
  const image = (bytes: Buffer) => ({ data: new Uint8ClampedArray(bytes), width, height });
  return ssim(image(before), image(seen), { downsample: false }).mssim;
}

function byDefaults(
  { data, width, height, channels }: Sheet,
  format: Rendition["format"],
  quality?: number,
): Promise<Buffer> {
  const picture = sharp(data, { raw: { width, height, channels } });
  return picture.toFormat(format, quality === undefined ? {} : { quality }).toBuffer();
}

/** The lightest by sharp's defaults, but for the quality, that comes as near; null where none does. */
async function asNear(original: Sheet, format: Rendition["format"], near: number) {
  let [low, high] = [1, 100];
  let best: { quality: number; bytes: Buffer } | null = null;
  while (low <= high) {
    const quality = Math.floor((low + high) / 2);
    const bytes = await byDefaults(original, format, quality);
    if ((await nearness(original, bytes)) >= near) {
      best = { quality, bytes };
      high = quality - 1;
    } else low = quality + 1;
  }
  return best;
}
