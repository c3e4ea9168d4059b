import sharp from "sharp";
import { chance, noise } from "./chance.ts";
import type { Look } from "./scene.ts";
import { clamp, smooth } from "./vec.ts";

/** What film makes of light: the curve of ACES as Narkowicz fitted it (2015), then the eye's own (1/2.2). */
const film = (x: number) => clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)) ** (1 / 2.2);

/** A picture of linear light becomes pixels: glow, tones, darker corners, grain; enlarged to its size. */
export async function finish(
  light: Float32Array,
  from: { width: number; height: number },
  to: { width: number; height: number },
  look: Look,
): Promise<Buffer> {
  const { width, height } = from;
  const glow = await glowOf(light, width, height, look.exposure);
  const strength = look.glow ?? 0.08;
  const pixels = new Uint8ClampedArray(width * height * 3);
  const [shadows, lights] = [look.shadows ?? [1, 1, 1], look.lights ?? [1, 1, 1]];
  for (let i = 0; i < width * height; i++) {
    const x = (i % width) / width - 0.5;
    const y = Math.floor(i / width) / height - 0.5;
    const dark = 1 - (look.corners ?? 0.35) * smooth(0.25, 0.8, Math.hypot(x, y));
    const tones = [0, 1, 2].map((a) => {
      const own = (light[i * 3 + a] as number) * look.exposure;
      return film((own * (1 - strength) + (glow[i * 3 + a] as number) * strength) * dark);
    }) as [number, number, number];
    const grey = 0.3 * tones[0] + 0.59 * tones[1] + 0.11 * tones[2];
    tones.forEach((tone, a) => {
      let t = grey + (tone - grey) * (look.saturation ?? 1);
      t = clamp(t + (look.contrast ?? 0) * (t - 0.45) * (1 - Math.abs(2 * t - 1)));
      const tint = (shadows[a] as number) + ((lights[a] as number) - (shadows[a] as number)) * smooth(0.1, 0.8, grey);
      pixels[i * 3 + a] = Math.round(255 * clamp(t * tint));
    });
  }
  const large = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(to.width, to.height, { kernel: "lanczos3" })
    .sharpen({ sigma: 0.9, m1: 0.4, m2: 1.4 })
    .raw()
    .toBuffer();
  return grained(large, to, look.grain ?? 1);
}

/** Bright spots, spread wide: blurred at an eighth of the size. */
async function glowOf(light: Float32Array, width: number, height: number, exposure: number): Promise<Float32Array> {
  const bright = light.map((x) => Math.min(x * exposure, 12));
  const [w, h] = [Math.round(width / 8), Math.round(height / 8)];
  const blur = async (sigma: number) => {
    const small = await sharp(bright, { raw: { width, height, channels: 3 } })
      .resize(w, h, { kernel: "linear" })
      .blur(Math.max(0.3, sigma))
      .resize(width, height, { kernel: "cubic" })
      .raw({ depth: "float" })
      .toBuffer();
    return new Float32Array(small.buffer, small.byteOffset, small.byteLength / 4);
  };
  const [near, wide] = [await blur(1.2 * (w / 200)), await blur(7 * (w / 200))];
  return near.map((x, i) => 0.6 * x + 0.4 * (wide[i] as number));
}

/** Film grain: soft, strongest in the middle tones, the same in all three colours. */
async function grained(pixels: Buffer, size: { width: number; height: number }, strength: number): Promise<Buffer> {
  const one = chance(7);
  const { width, height } = size;
  for (let i = 0; i < width * height; i++) {
    const grey = ((pixels[i * 3] as number) + (pixels[i * 3 + 1] as number) + (pixels[i * 3 + 2] as number)) / 765;
    const soft = noise((i % width) / 1.6, Math.floor(i / width) / 1.6) - 0.5 + (one() - 0.5) * 0.25;
    const by = soft * strength * 13 * (0.25 + 3 * grey * (1 - grey));
    for (let a = 0; a < 3; a++) pixels[i * 3 + a] = clamp(Math.round((pixels[i * 3 + a] as number) + by), 0, 255);
  }
  return pixels;
}

/** A JPEG of at most `most` bytes, as good as that allows. */
export async function jpegOf(pixels: Buffer, size: { width: number; height: number }, most: number): Promise<Buffer> {
  for (let quality = 84; ; quality -= 3) {
    const jpeg = await sharp(pixels, { raw: { ...size, channels: 3 } })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
    if (jpeg.length <= most || quality <= 30) return jpeg;
  }
}
