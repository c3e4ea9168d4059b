import sharp, { type Sharp } from "sharp";
import type { Rendition } from "#db/schema/files.ts";
import { FORMATS, SPELT } from "#features/files/settings.ts";
import type { Opened, Sheet } from "./open.ts";
import { sizesFor } from "./widths.ts";

export type Drawn = Omit<Rendition, "bytes"> & { bytes: Buffer };

/** Everything that readers get of a picture, smallest first within a format; none of the camera's notes is in it. */
export async function drawAll({ size, sheet }: Pick<Opened, "size" | "sheet">): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const { width, height } of sizesFor(size)) {
    const scaled = await scaledTo(sheet, width, height);
    for (const format of FORMATS) drawn.push({ format, width, height, bytes: await spell(of(scaled), format) });
  }
  return drawn.toSorted((one, other) => FORMATS.indexOf(one.format) - FORMATS.indexOf(other.format));
}

/** The longest that a placeholder may be, in characters of its address. */
const LONGEST_PLACEHOLDER = 199;

/** The picture at a few pixels, as a data: address, for as long as the picture itself is on its way. */
export async function placeholderOf(sheet: Sheet): Promise<string> {
  for (const side of [16, 12, 8, 4]) {
    const bytes = await of(sheet)
      .resize({ width: side, height: side, fit: "inside" })
      .flatten({ background: WHITE })
      .webp({ quality: 20, effort: 6 })
      .toBuffer();
    const address = `data:image/webp;base64,${bytes.toString("base64")}`;
    if (address.length <= LONGEST_PLACEHOLDER) return address;
  }
  return "";
}

const WHITE = "#ffffff";

const of = ({ data, width, height, channels }: Sheet): Sharp => sharp(data, { raw: { width, height, channels } });

async function scaledTo(sheet: Sheet, width: number, height: number): Promise<Sheet> {
  if (sheet.width === width && sheet.height === height) return sheet;
  const data = await of(sheet).resize({ width, height, fit: "fill" }).raw().toBuffer();
  return { data, width, height, channels: sheet.channels };
}

function spell(picture: Sharp, format: Rendition["format"]): Promise<Buffer> {
  if (format === "avif") return picture.avif(SPELT.avif).toBuffer();
  if (format === "webp") return picture.webp(SPELT.webp).toBuffer();
  return picture.flatten({ background: WHITE }).jpeg(SPELT.jpeg).toBuffer();
}
