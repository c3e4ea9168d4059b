import sharp, { type Metadata, type Sharp } from "sharp";
import { MOST_PIXELS } from "#features/files/settings.ts";
import { pixelsOf, WHOLE } from "#features/text/picture-cut.ts";
import { decodeHeic } from "./heic.ts";
import { type Shape, shaped } from "./shape.ts";
import { Unusable } from "./unusable.ts";
import { type Size, sizesFor } from "./widths.ts";

/** A picture unpacked: upright, in sRGB with 8 bits a channel, as wide as the widest that is made of it. */
export type Sheet = Size & { data: Buffer; channels: 3 | 4 };

export type Opened = {
  /** As it came, upright; or of what is left where it was cut. */
  size: Size;
  sheet: Sheet;
  /** What stands beside the pixels, as it came. */
  notes: Pick<Metadata, "exif" | "iptc" | "xmp">;
};

const READS = { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: "error" } as const;

/** What a picture may be read as. */
const READERS = ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Tiff"].map((name) => `VipsForeignLoad${name}`);

/**
 * For the whole process: whatever else a picture's bytes could be taken for (SVG, PDF) is not tried; one core, for the others
 * are readers'; and nothing is kept for a second picture.
 */
export function keepToPictures(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: READERS });
  sharp.concurrency(1);
  sharp.cache(false);
}

/** Unpacks a picture that somebody brought, turned and cut; of several in a file, the first. @throws {Unusable} */
export async function openPicture(bytes: Buffer, cut = WHOLE): Promise<Opened> {
  const said = await headerOf(bytes);
  const { width, height } = said.autoOrient;
  if (width * height > MOST_PIXELS) throw new Unusable("too_many_pixels");
  const part = { turn: cut.turn, ...pixelsOf({ width, height }, cut) };
  const size = { width: part.width, height: part.height };
  const sizes = sizesFor(size);
  const shape = { part, size: sizes.at(-1) ?? sizes[0] };
  const sheet = await unpack(bytes, said, shape).catch((error: unknown) => {
    throw error instanceof Unusable ? error : new Unusable("unreadable", error);
  });
  return { size, sheet, notes: said };
}

async function headerOf(bytes: Buffer): Promise<Metadata> {
  try {
    // Without the limit: a picture that is too large is told so, and no pixel of it is unpacked here.
    return await sharp(bytes, { ...READS, limitInputPixels: false }).metadata();
  } catch (error) {
    throw new Unusable("unreadable", error);
  }
}

async function unpack(bytes: Buffer, said: Metadata, shape: Shape): Promise<Sheet> {
  // What sharp comes with cannot unpack HEVC. The decoder has turned the picture upright.
  const source =
    said.compression === "hevc"
      ? await decodeHeic(bytes, said, shape)
      : shaped(sharp(bytes, READS).autoOrient(), shape);
  const { data, info } = await toSheet(source);
  if (info.channels !== 3 && info.channels !== 4) throw new Unusable("unreadable");
  return withoutIdleAlpha({ data, width: info.width, height: info.height, channels: info.channels });
}

/** A profile that cannot be read is passed over by sharp, and the picture taken for one without. */
const toSheet = (source: Sharp) =>
  source.toColourspace("srgb").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });

/** Screenshots come with an alpha channel that says nothing. */
export async function withoutIdleAlpha(sheet: Sheet): Promise<Sheet> {
  if (sheet.channels === 3) return sheet;
  for (let at = 3; at < sheet.data.length; at += 4) if (sheet.data[at] !== 255) return sheet;
  const { width, height } = sheet;
  const data = await sharp(sheet.data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width, height, channels: 3 };
}
