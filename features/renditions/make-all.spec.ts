import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import type { Answer } from "./apart.ts";
import { makeAll } from "./make-all.ts";
import {
  animation,
  apart,
  BLUE,
  claiming,
  colourAt,
  exifBlock,
  halves,
  noise,
  plain,
  RED,
  withIptc,
} from "./testing.ts";

async function made(bytes: Buffer): Promise<Extract<Answer, { drawn: unknown }>> {
  const answer = await makeAll(bytes);
  if ("failure" in answer) throw new Error(`${answer.failure}: ${answer.because}`);
  return answer;
}

/** By libheif's own program, from a JPEG that sharp made, 64 × 48 in Display P3. */
const HEIC = join(import.meta.dirname, "fixtures/red-and-blue.heic");
/** The same as a phone writes it that is held upright: to be turned, and in EXIF once more, which would be once too much. */
const HELD = join(import.meta.dirname, "fixtures/red-above-blue.heic");
const WHITE = { r: 255, g: 255, b: 255 };

describe("what is made of a picture", () => {
  test("has every width up to its own in every format, smallest first, at the height that belongs to it", async () => {
    const { width, height, drawn } = await made(await (await halves(1000, 500)).jpeg().toBuffer());
    expect({ width, height }).toEqual({ width: 1000, height: 500 });
    const named = await Promise.all(
      drawn.map(async ({ format, width: claimed, height: tall, bytes }) => {
        const said = await sharp(bytes).metadata();
        expect([said.width, said.height]).toEqual([claimed, tall]);
        return [format, said.format, said.width, said.height];
      }),
    );
    expect(named).toEqual([
      ...[200, 360, 540, 720].map((wide) => ["avif", "heif", wide, wide / 2]),
      ...[200, 360, 540, 720].map((wide) => ["webp", "webp", wide, wide / 2]),
      ...[200, 360, 540, 720].map((wide) => ["jpeg", "jpeg", wide, wide / 2]),
    ]);
  });

  // How a camera was held, and where its left side is then: from the left and the top, by share.
  test.each([
    [1, [0.1, 0.5], [0.9, 0.5]],
    [2, [0.9, 0.5], [0.1, 0.5]],
    [3, [0.9, 0.5], [0.1, 0.5]],
    [4, [0.1, 0.5], [0.9, 0.5]],
    [5, [0.5, 0.1], [0.5, 0.9]],
    [6, [0.5, 0.1], [0.5, 0.9]],
    [7, [0.5, 0.9], [0.5, 0.1]],
    [8, [0.5, 0.9], [0.5, 0.1]],
  ] as const)("is upright where the camera was held in way %i", async (orientation, [redX, redY], [blueX, blueY]) => {
    const { width, height, drawn } = await made(
      await (await halves(96, 64)).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
    );
    expect([width, height]).toEqual(orientation < 5 ? [96, 64] : [64, 96]);
    for (const { bytes } of drawn) {
      expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(1);
      expect(apart(await colourAt(bytes, redX, redY), RED)).toBeLessThan(12);
      expect(apart(await colourAt(bytes, blueX, blueY), BLUE)).toBeLessThan(12);
    }
  });

  test.each<[string, (from: Sharp) => Sharp, typeof RED, number]>([
    ["a wide gamut, with its profile", (from) => from.withIccProfile("p3").jpeg({ quality: 95 }), RED, 6],
    // What ink cannot print is another colour before it comes to us.
    ["the four inks of a printer", (from) => from.withIccProfile("cmyk").jpeg({ quality: 95 }), RED, 25],
    ["sixteen bits a channel", (from) => from.toColourspace("rgb16").png(), RED, 6],
    ["grey", (from) => from.toColourspace("b-w").png(), { r: 85, g: 85, b: 85 }, 30],
    ["TIFF", (from) => from.tiff(), RED, 6],
    ["WebP", (from) => from.webp({ lossless: true }), RED, 6],
    ["AVIF", (from) => from.avif({ quality: 90 }), RED, 8],
    ["GIF", (from) => from.gif(), RED, 6],
  ])("is in sRGB, with three channels of eight bits, where it came as %s", async (_, spelt, colour, most) => {
    const { drawn } = await made(await spelt(plain(40, 30)).toBuffer());
    for (const { bytes } of drawn) {
      const said = await sharp(bytes).metadata();
      expect(said).toMatchObject({ space: "srgb", channels: 3, depth: "uchar" });
      expect(apart(await colourAt(bytes, 0.5, 0.5), colour)).toBeLessThan(most);
    }
  });

  test("lets shine through what did, and stands on white in JPEG", async () => {
    const clear = sharp({ create: { width: 40, height: 30, channels: 4, background: { ...RED, alpha: 0 } } });
    for (const { format, bytes } of (await made(await clear.png().toBuffer())).drawn) {
      const { hasAlpha } = await sharp(bytes).metadata();
      expect({ format, hasAlpha }).toEqual({ format, hasAlpha: format !== "jpeg" });
      if (format === "jpeg") expect(apart(await colourAt(bytes, 0.5, 0.5), WHITE)).toBeLessThan(3);
    }
  });

  test("has no alpha where nothing shone through", async () => {
    const { drawn } = await made(await plain(40, 30).ensureAlpha().png().toBuffer());
    for (const { bytes } of drawn) expect((await sharp(bytes).metadata()).hasAlpha).toBe(false);
  });

  test("carries none of the camera's notes, and no profile", async () => {
    const noted = await plain(400, 300)
      .withExif({
        IFD0: { Artist: "Binh", Model: "a camera" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "10/1 2/1 3/1" },
      })
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(await sharp(noted).metadata()).toMatchObject({ exif: expect.any(Buffer), xmp: expect.any(Buffer) });
    for (const { bytes } of (await made(noted)).drawn) {
      const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, comments }).toEqual({});
    }
  });

  test("is the first picture of an animation of ten thousand", async () => {
    const { drawn, width, height } = await made(animation(10_000));
    expect({ width, height }).toEqual({ width: 1, height: 1 });
    for (const { bytes } of drawn) {
      expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
      expect(apart(await colourAt(bytes, 0, 0), RED)).toBeLessThan(12);
    }
  });

  test("is the same where a phone has spelt it in HEIC, in the colours of its screen", async () => {
    const { width, height, drawn, words } = await made(readFileSync(HEIC));
    expect({ width, height, creator: words.creator }).toEqual({ width: 64, height: 48, creator: "Binh" });
    expect(drawn.map(({ format }) => format)).toEqual(["avif", "webp", "jpeg"]);
    for (const { bytes } of drawn) {
      expect(apart(await colourAt(bytes, 0.2, 0.5), RED)).toBeLessThan(12);
      expect(apart(await colourAt(bytes, 0.8, 0.5), BLUE)).toBeLessThan(12);
    }
  });

  test("is turned once where a phone was held upright", async () => {
    const { width, height, drawn } = await made(readFileSync(HELD));
    expect([width, height]).toEqual([48, 64]);
    for (const { bytes } of drawn) {
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 48, height: 64 });
      expect(apart(await colourAt(bytes, 0.5, 0.2), RED)).toBeLessThan(20);
      expect(apart(await colourAt(bytes, 0.5, 0.8), BLUE)).toBeLessThan(20);
    }
  });

  test("has a placeholder of under two hundred bytes, of whatever it is made", async () => {
    const strip = await plain(3, 3_000).png().toBuffer();
    for (const bytes of [await noise(800, 600).jpeg().toBuffer(), strip, await plain(1, 1).png().toBuffer()]) {
      const { placeholder } = await made(bytes);
      expect(placeholder.length).toBeLessThan(200);
      const [, spelt = ""] = /^data:image\/webp;base64,(.+)$/.exec(placeholder) ?? [];
      expect((await sharp(Buffer.from(spelt, "base64")).metadata()).format).toBe("webp");
    }
  });

  test("is the same bytes each time", async () => {
    const picture = await noise(400, 300).jpeg().toBuffer();
    expect(await made(picture)).toEqual(await made(picture));
  });
});

describe("a picture that cannot be used says why", () => {
  const whole = async () => noise(300, 200).jpeg().toBuffer();
  test("cut off in the middle, or a little before its end", async () => {
    const [jpeg, png, heic] = [await whole(), await noise(300, 200).png().toBuffer(), readFileSync(HEIC)];
    const cut = [jpeg, png, heic].flatMap((bytes) => [bytes.subarray(0, bytes.length / 2), bytes.subarray(0, -300)]);
    for (const bytes of cut) expect(await makeAll(bytes)).toMatchObject({ failure: "unreadable" });
  });
  test("no picture at all, or nothing", async () => {
    for (const bytes of [Buffer.from("mười hai giờ"), Buffer.alloc(0), Buffer.from("\xff\xd8\xff", "latin1")]) {
      expect(await makeAll(bytes)).toMatchObject({ failure: "unreadable" });
    }
  });
  test("few bytes that claim 60,000 × 60,000 pixels, or just more than are unpacked", async () => {
    for (const [width, height] of [
      [60_000, 60_000],
      [12_001, 10_000],
    ] as const) {
      const bytes = claiming(width, height);
      expect(bytes.length).toBeLessThan(80);
      expect(await makeAll(bytes)).toMatchObject({ failure: "too_many_pixels" });
    }
  });
  test("just as many as are unpacked are looked at, and are not there", async () => {
    expect(await makeAll(claiming(12_000, 10_000))).toMatchObject({ failure: "unreadable" });
  });
});

test("a profile and notes that are garbage make no picture unusable", async () => {
  const garbage = Buffer.alloc(2_000, "\x00\xff\x1c\x02Exif", "latin1");
  const profiled = withIptc(
    await plain(40, 30).jpeg().toBuffer(),
    Buffer.concat([Buffer.from("Photoshop 3.0\0"), garbage]),
  );
  const segment = (kind: number, data: Buffer) => {
    const head = Buffer.from([0xff, kind, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const bytes = Buffer.concat([
    profiled.subarray(0, 2),
    segment(0xe1, Buffer.concat([exifBlock({ 270: "Chợ" }).subarray(0, 20), garbage])),
    segment(0xe1, Buffer.concat([Buffer.from("http://ns.adobe.com/xap/1.0/\0"), garbage])),
    segment(0xe2, Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), garbage])),
    profiled.subarray(2),
  ]);
  const { drawn, words } = await made(bytes);
  expect(drawn).toHaveLength(3);
  for (const { bytes: one } of drawn) expect(apart(await colourAt(one, 0.5, 0.5), RED)).toBeLessThan(12);
  expect(words).toMatchObject({ caption: "", credit: "", takenAt: null });
});
