/**
 * Draws the pictures of the demo: `node scripts/pictures/draw.ts NAME|all OUTDIR`. They are committed in
 * features/demo/pictures; each comes out the same again. With a share ("0.25") as a third word it is a small, rough one.
 */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finish, jpegOf } from "./finish.ts";
import { render } from "./render.ts";
import type { Scene } from "./scene.ts";

/** Readers' pages get smaller ones; this is what a reporter would have uploaded. */
const MOST_BYTES = 390_000;
/** Light is followed at half the size: what is finer the grain hides. */
const SHARE = 1 / 2;

const [name = "", folder = "", rough] = process.argv.slice(2);
const scenes = new URL("scenes/", import.meta.url);
const all = (await readdir(scenes)).map((file) => file.replace(/\.ts$/, ""));
if (!folder || (name !== "all" && !all.includes(name))) {
  throw new Error(`node scripts/pictures/draw.ts NAME|all OUTDIR; names: ${all.join(", ")}`);
}
await mkdir(folder, { recursive: true });
for (const one of name === "all" ? all : [name]) {
  const start = performance.now();
  const { scene }: { scene: () => Scene } = await import(new URL(`${one}.ts`, scenes).href);
  const made = scene();
  const share = rough ? Number(rough) : SHARE;
  const drawn = render(made, share, rough ? 4 : (made.rays ?? 6));
  const size = rough ? drawn : made;
  const to = { width: size.width, height: size.height };
  const jpeg = await jpegOf(await finish(drawn.light, drawn, to, made.look), to, MOST_BYTES);
  await writeFile(join(folder, `${one}.jpg`), jpeg);
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${one}: ${made.mesh.size} triangles, ${seconds} s, ${Math.round(jpeg.length / 1000)} kB\n`);
}
