import { crc32, deflateSync } from "node:zlib";
import sharp, { type Metadata, type Sharp } from "sharp";
import { type Shape, shaped } from "./shape.ts";
import { Unusable } from "./unusable.ts";

/**
 * The most pixels of a HEIC that are unpacked: its decoder holds all of them several times over. Phones of today take 50 million.
 * Source: an estimate of 11 bytes a pixel, by its buffers; a large one was not tried.
 */
const MOST_PIXELS_OF_HEIC = 52_000_000;

/**
 * Unpacks a picture of a phone (HEVC in HEIF), upright, in the shape asked for. The decoder is libheif, compiled to
 * WebAssembly: what a broken picture makes it do stays in its own memory.
 *
 * @throws {Unusable} when it is larger than is safe here; any error of the decoder
 */
export async function decodeHeic(bytes: Buffer, said: Metadata, shape: Shape): Promise<Sharp> {
  if (said.width * said.height > MOST_PIXELS_OF_HEIC) throw new Unusable("too_much_memory");
  const { default: decode } = await import("heic-decode");
  const unpacked = await decode({ buffer: bytes });
  const raw = { width: unpacked.width, height: unpacked.height, channels: 4 } as const;
  // Spelt once more, as the one format in which pixels get their profile by hand.
  const png = await shaped(sharp(Buffer.from(unpacked.data.buffer), { raw }), shape)
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(said.icc ? withProfile(png, said.icc) : png);
}

/** Signature and header of a PNG, in bytes; a profile comes right after them. Source: W3C, PNG (third edition), 5.6. */
const PNG_HEAD = 33;

function withProfile(png: Buffer, profile: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.from("iCCPprofile\0\0", "latin1"), deflateSync(profile)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(chunk.length - 4);
  sum.writeUInt32BE(crc32(chunk));
  return Buffer.concat([png.subarray(0, PNG_HEAD), length, chunk, sum, png.subarray(PNG_HEAD)]);
}
