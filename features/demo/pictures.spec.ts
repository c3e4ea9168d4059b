import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { EMBLEM } from "./emblem.ts";
import { PICTURES } from "./pictures.ts";

const folder = new URL("pictures/", import.meta.url);

test("each picture of the table lies in the folder, and no other", () => {
  expect(readdirSync(folder).sort()).toEqual(PICTURES.map(({ name }) => `${name}.jpg`).sort());
});

test("each is what the table says, large enough for a front page, and all together stay under 8 MB", async () => {
  let bytes = 0;
  for (const { name, sha256, width, height } of PICTURES) {
    const file = readFileSync(new URL(`${name}.jpg`, folder));
    bytes += file.length;
    expect({ name, sha256: createHash("sha256").update(file).digest("hex") }).toEqual({ name, sha256 });
    expect(await sharp(file).metadata()).toMatchObject({ format: "jpeg", width, height });
    expect({ name, longer: Math.max(width, height) }).toEqual({ name, longer: 2400 });
  }
  expect(bytes).toBeLessThan(8_000_000);
});

test("the emblem is what is said of it, and can be seen through around it", async () => {
  const file = readFileSync(new URL("emblem/bieu-trung.png", import.meta.url));
  expect(createHash("sha256").update(file).digest("hex")).toBe(EMBLEM.sha256);
  const light = readFileSync(new URL("emblem/bieu-trung.webp", import.meta.url));
  for (const one of [file, light])
    expect(await sharp(one).metadata()).toMatchObject({ width: EMBLEM.side, height: EMBLEM.side, hasAlpha: true });
});

test("each says that it is drawn, and is described in other words than its caption", () => {
  for (const { caption, credit, alt } of PICTURES) {
    expect(credit).toContain("vẽ bằng máy");
    expect(caption).not.toBe("");
    expect(alt.length).toBeGreaterThan(40);
    expect(alt).not.toBe(caption);
  }
});
