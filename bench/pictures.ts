import { Readable } from "node:stream";
import sharp from "sharp";
import { type Answer, makeApart } from "#features/renditions/apart.ts";
import { run } from "#lib/run.ts";
import { kb, percentile, say } from "./figures.ts";

const ROUNDS = 5;

/** A picture as a camera of 24 megapixels takes it, to everything that readers get of it, on one core. */
export async function pictures(): Promise<void> {
  const picture = await aPhotograph(6_000, 4_000);
  const took: number[] = [];
  let made: Answer | undefined;
  const where = await onOneCore(async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const began = performance.now();
      made = await makeApart(Readable.from([picture]), new AbortController().signal);
      took.push((performance.now() - began) / 1_000);
    }
  });
  if (!made || !("drawn" in made)) throw new Error(`the picture was not made: ${JSON.stringify(made)}`);
  const seconds = `median ${percentile(took, 0.5).toFixed(1)} s, max ${Math.max(...took).toFixed(1)} s`;
  say(`24 megapixels to all renditions, ${where} (under 6 s)`, seconds);
  for (const format of ["avif", "webp", "jpeg"]) {
    const all = made.drawn.filter((one) => one.format === format);
    say(`  ${format}`, all.map(({ width, bytes }) => `${width}: ${kb(bytes.length)}`).join(", "));
  }
}

/** Noise of a sensor over edges, slopes and plain places, the same each time but for the noise. */
export async function aPhotograph(width: number, height: number): Promise<Buffer> {
  const shapes = Array.from({ length: 400 }, (_, shape) => {
    const by = (which: number) => share(shape, which);
    const corners = [0, 1, 2, 3].map((corner) => {
      const x = by(1) * width + (by(2 + corner) - 0.5) * 500;
      return `${x},${by(7) * height + (by(8 + corner) - 0.5) * 500}`;
    });
    const colour = `hsl(${by(20) * 360} ${20 + by(21) * 50}% ${20 + by(22) * 60}%)`;
    return `<polygon points="${corners.join(" ")}" fill="${colour}"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6a9fd8"/>
    <stop offset=".55" stop-color="#e8d9b8"/><stop offset=".56" stop-color="#3b5a3a"/><stop offset="1" stop-color="#1d2f24"/>
    </linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>${shapes.join("")}</svg>`;
  const noise = { type: "gaussian", mean: 128, sigma: 14 } as const;
  const grain = sharp({ create: { width, height, channels: 3, background: "#888888", noise } });
  const input = await grain.png({ compressionLevel: 1 }).toBuffer();
  return sharp(Buffer.from(drawing))
    .composite([{ input, blend: "soft-light" }])
    .flatten()
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Between 0 and 1, as if by chance, and the same each time. */
function share(shape: number, which: number): number {
  const far = Math.sin(shape * 12.9898 + which * 78.233) * 43_758.5453;
  return far - Math.floor(far);
}

/** Keeps this process, and those that it makes meanwhile, on one core, where the system can. @returns where it was */
async function onOneCore(work: () => Promise<void>): Promise<string> {
  const pid = String(process.pid);
  const before = await run("taskset", ["-p", pid]).catch(() => undefined);
  const mask = /mask: ([0-9a-f,]+)/.exec(before?.output ?? "")?.[1];
  if (mask === undefined) {
    await work();
    return "one picture at a time";
  }
  await run("taskset", ["-a", "-p", "1", pid]);
  try {
    await work();
  } finally {
    await run("taskset", ["-a", "-p", mask, pid]);
  }
  return "one core";
}
