import sharp from "sharp";
import { expect, test } from "vitest";
import { likenessOf } from "./likeness.ts";
import { openPicture } from "./open.ts";
import { noise, plain } from "./testing.ts";

const box = (left: number, top: number, width: number, height: number, background: string) => ({
  ...{ input: { create: { width, height, channels: 3 as const, background } }, left, top },
});
/** A street at noon: a sky, a wall with a door, a road. */
const street = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "#9cc4e8" } })
    .composite([
      ...[box(0, 260, 1200, 340, "#c9a36b"), box(180, 360, 140, 240, "#4a2f1b")],
      ...[box(620, 320, 220, 140, "#2d4a63"), box(0, 600, 1200, 200, "#55595c"), box(910, 50, 140, 140, "#fff6cf")],
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
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
