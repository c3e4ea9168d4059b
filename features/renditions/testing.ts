import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

export const RED = { r: 192, g: 48, b: 32 };
export const BLUE = { r: 32, g: 64, b: 192 };

/** A picture of one colour, red unless another one is said. */
export const plain = (width: number, height: number, background: object = RED): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });

/** Red on its left half, blue on its right one. */
export async function halves(width: number, height: number): Promise<Sharp> {
  const right = await plain(Math.ceil(width / 2), height, BLUE)
    .png()
    .toBuffer();
  const whole = plain(width, height).composite([{ input: right, left: Math.floor(width / 2), top: 0 }]);
  return sharp(await whole.png().toBuffer());
}

/** Noise, which nothing makes light. */
export const noise = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: RED, noise: { type: "gaussian", mean: 128, sigma: 40 } } });

/** The colour of a pixel, from the left and the top by share. */
export async function colourAt(picture: Buffer, x: number, y: number): Promise<{ r: number; g: number; b: number }> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return { r: data[at] ?? -1, g: data[at + 1] ?? -1, b: data[at + 2] ?? -1 };
}

/** How far two colours are apart, at most, in one channel. */
export const apart = (one: typeof RED, other: typeof RED): number =>
  Math.max(Math.abs(one.r - other.r), Math.abs(one.g - other.g), Math.abs(one.b - other.b));

/** A PNG of a few bytes that claims any number of pixels. */
export function claiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(8))), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

function chunk(name: string, data: Buffer): Buffer {
  const said = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(said));
  return Buffer.concat([length, said, sum]);
}

/** An animation of so many frames, each another colour, spelt by hand: 1 × 1 pixel. */
export function animation(frames: number): Buffer {
  const head = Buffer.from([...Buffer.from("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, RED.r, RED.g, RED.b, 0, 0, 0]);
  const frame = (which: number) =>
    Buffer.from([0x21, 0xf9, 4, 0, 5, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, which === 0 ? 0x44 : 0x4c, 1, 0]);
  return Buffer.concat([head, ...Array.from({ length: frames }, (_, which) => frame(which)), Buffer.from([0x3b])]);
}

/** IPTC as Photoshop frames it. Texts by the number of their dataset; a charset is declared where it is said. */
export function iptcBlock(said: readonly (readonly [number, string | Buffer])[], { isUtf8 = false } = {}): Buffer {
  const dataset = (record: number, number: number, value: Buffer) => {
    const head = Buffer.from([0x1c, record, number, 0, 0]);
    head.writeUInt16BE(value.length, 3);
    return Buffer.concat([head, value]);
  };
  const all = Buffer.concat([
    ...(isUtf8 ? [dataset(1, 90, Buffer.from("\x1b%G", "latin1"))] : []),
    ...said.map(([number, value]) => dataset(2, number, Buffer.isBuffer(value) ? value : Buffer.from(value))),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(all.length);
  return Buffer.concat([Buffer.from("Photoshop 3.0\u00008BIM\u0004\u0004\0\0", "latin1"), size, all]);
}

/** Puts it into a JPEG, where programs put it. */
export function withIptc(jpeg: Buffer, block: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

/** A description of a picture in XMP. @param inside XML with the prefixes of `rdf`, `dc`, `photoshop`, `core`, `exif`, `mwg` */
export function xmpOf(inside: string, attributes = ""): Buffer {
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:mwg="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
 xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:cc="http://creativecommons.org/ns#" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" ${attributes}>${inside}</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`);
}

/** EXIF of a picture with these texts in its first directory, and in the second one; by number of the tag, as bytes. */
export function exifBlock(
  first: Record<number, Buffer | string>,
  second: Record<number, Buffer | string> = {},
): Buffer {
  const head = Buffer.from("Exif\0\0II*\0\x08\0\0\0", "latin1");
  const firstSize = 2 + 12 * (Object.keys(first).length + 1) + 4;
  const firstTexts = texts(first);
  const secondAt = 8 + firstSize + firstTexts.reduce((sum, { value }) => sum + value.length, 0);
  const pointer = Buffer.alloc(12);
  pointer.writeUInt16LE(0x8769, 0);
  pointer.writeUInt16LE(4, 2);
  pointer.writeUInt32LE(1, 4);
  pointer.writeUInt32LE(secondAt, 8);
  return Buffer.concat([head, directory(firstTexts, 8, [pointer]), directory(texts(second), secondAt, [])]);
}

const texts = (said: Record<number, Buffer | string>) =>
  Object.entries(said).map(([tag, text]) => {
    const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
    // A zero ends it; longer than four bytes, it lies behind the directory.
    return { tag: Number(tag), value: Buffer.concat([bytes, Buffer.alloc(Math.max(1, 5 - bytes.length))]) };
  });

function directory(all: { tag: number; value: Buffer }[], at: number, more: Buffer[]): Buffer {
  let next = at + 2 + 12 * (all.length + more.length) + 4;
  const entries = all.map(({ tag, value }) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(tag, 0);
    entry.writeUInt16LE(2, 2);
    entry.writeUInt32LE(value.length, 4);
    entry.writeUInt32LE(next, 8);
    next += value.length;
    return entry;
  });
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length + more.length);
  return Buffer.concat([count, ...entries, ...more, Buffer.alloc(4), ...all.map(({ value }) => value)]);
}
