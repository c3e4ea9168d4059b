import { createHash } from "node:crypto";
import { serverPid } from "#e2e/fixtures/processes.ts";
import { MOST_BYTES } from "#features/files/media.ts";
import { openTestClamd } from "#features/files/testing-clamd.ts";
import { signIn } from "./desk.ts";
import { say } from "./figures.ts";
import { aLiveFilm, type Bringer, bringInParts, untilMade } from "./files.ts";
import { aFilm, type Film } from "./film.ts";
import type { Product } from "./product.ts";
import { putOnScales, workerOf } from "./scales.ts";

const MB = 1024 * 1024;
/** The largest film that may be brought, less a little, so that no part of it is a round number. */
const SIZE = MOST_BYTES.video - 12_345;

/**
 * A film of 2 GB goes from an uploader whose connection breaks to readers, whoever looks into it. Not into a bucket: the store that the
 * specs have keeps its bytes in memory, and says nothing while it puts so many parts together.
 */
export async function large(product: Product): Promise<void> {
  await product.start();
  await oneFilm("", product);
  const clamd = await openTestClamd();
  try {
    if (!("port" in clamd.at)) throw new Error("it has a port");
    await product.start({ CLAMD: `${clamd.at.host}:${clamd.at.port}` });
    await oneFilm(", through clamd", product);
    if (!clamd.lengths.includes(SIZE)) throw new Error("clamd was not sent all of the film");
  } finally {
    await clamd.close();
  }
  // As it was.
  await product.start();
}

async function oneFilm(how: string, { url, dataDir, office, password }: Product): Promise<void> {
  const film = aFilm(SIZE);
  const by: Bringer = { url, cookie: await signIn(url, office.writerEmail, password) };
  const server = serverPid(dataDir);
  const worker = await workerOf(server);
  if (worker === null) throw new Error("no worker is running");
  const ofServer = putOnScales(server);
  const ofWorker = putOnScales(worker, true);

  const began = performance.now();
  const { sha256, lastMs } = await bringInParts(by, film, "dua-thuyen.mp4");
  if (sha256 !== film.sha256) throw new Error("another film has come than was sent");
  say(`film of 2 GB in parts, cut off once${how}`, `${seconds(began)}, the last answer after ${inSeconds(lastMs)}`);
  say("  memory of the server process (at most 100 MB more)", ofServer.read());

  const looked = performance.now();
  await untilMade(office.writer.siteId, [sha256], 900_000);
  say("  looked into, after it had come", seconds(looked));
  say("  memory of the worker and its process (under 700 MB)", ofWorker.read());

  const reading = putOnScales(server);
  const address = await aLiveFilm(office, by, sha256);
  for (const [from, to] of [
    [0, MB],
    [film.size / 2, film.size / 2 + MB],
    [film.size - MB, film.size],
  ] as const) {
    const [first, end] = [Math.floor(from), Math.floor(to)];
    await expectPart(address, film, first, end);
  }
  const read = performance.now();
  await Promise.all([1, 2, 3].map(() => expectWhole(address, film)));
  say("  read in parts, and whole by three readers at once", seconds(read));
  say("  memory of the server process meanwhile", reading.read());
}

async function expectPart(address: string, film: Film, from: number, to: number): Promise<void> {
  const answer = await fetch(address, { headers: { range: `bytes=${from}-${to - 1}` } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 206 || !bytes.equals(film.part(from, to))) {
    throw new Error(`a part of the film from ${from} was answered ${answer.status}, with ${bytes.length} bytes`);
  }
}

async function expectWhole(address: string, film: Film): Promise<void> {
  const hash = createHash("sha256");
  const answer = await fetch(address);
  for await (const piece of answer.body ?? []) hash.update(piece);
  if (hash.digest("hex") !== film.sha256) throw new Error("readers get another film than was brought");
}

const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const seconds = (began: number): string => inSeconds(performance.now() - began);
