import sharp from "sharp";
import { expect, test } from "vitest";
import { likenessOf } from "./likeness.ts";
import { openPicture } from "./open.ts";
import { noise, plain } from "./testing.ts";

/** A street at noon: a sky, a wall with a door, a road. */
const STREET = `<svg width="1200" height="800"><rect width="1200" height="800" fill="#9cc4e8"/>
  <rect y="260" width="1200" height="340" fill="#c9a36b"/><rect x="180" y="360" width="140" height="240" fill="#4a2f1b"/>
  <rect x="620" y="320" width="220" height="140" fill="#2d4a63"/><rect y="600" width="1200" height="200" fill="#55595c"/>
  <circle cx="980" cy="120" r="70" fill="#fff6cf"/></svg>`;
const street = () => sharp(Buffer.from(STREET)).jpeg({ quality: 92 }).toBuffer();
const of = async (bytes: Buffer) => likenessOf((await openPicture(bytes)).sheet);
const apart = (one: string, other: string) => [...one].filter((bit, at) => bit !== other[at]).length;

test("a picture that was made smaller, spelt anew, lightened or stripped of its colours looks nearly the same", async () => {
  const first = await of(await street());
  expect(first).toMatch(/^[01]{64}$/);
  const picture = async () => sharp(await street());
  for (const other of [
    await (await picture()).resize(600).webp({ quality: 55 }).toBuffer(),
    await (await picture()).jpeg({ quality: 30 }).toBuffer(),
    await (await picture()).modulate({ brightness: 1.08 }).png().toBuffer(),
    await (await picture()).greyscale().jpeg().toBuffer(),
  ])
    expect(apart(first, await of(other))).toBeLessThanOrEqual(6);
});

test("another picture does not, nor the same one upside down", async () => {
  const first = await of(await street());
  const turned = await sharp(await street())
    .rotate(180)
    .toBuffer();
  const half = await sharp(await street())
    .extract({ left: 600, top: 0, width: 600, height: 800 })
    .toBuffer();
  for (const other of [turned, half, await noise(1200, 800).jpeg().toBuffer()])
    expect(apart(first, await of(other))).toBeGreaterThan(12);
});

test("one without any light and dark has a likeness as well", async () => {
  expect(await of(await plain(400, 300).png().toBuffer())).toMatch(/^[01]{64}$/);
});
