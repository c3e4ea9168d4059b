import { serverPid } from "#e2e/fixtures/processes.ts";
import { ratio } from "./beside-nginx.ts";
import { signIn } from "./desk.ts";
import { kb, say } from "./figures.ts";
import { aLivePicture, bring, untilMade } from "./files.ts";
import { besideBoth, ROUNDS } from "./in-turns.ts";
import { aPhotograph } from "./pictures.ts";
import type { Product } from "./product.ts";
import { putOnScales, workerOf } from "./scales.ts";
import { type Load, load, loadTools } from "./tools.ts";

/** A picture of a live article, as long as pictures in articles are on a phone. @param folder for what nginx gives */
export async function livePicture({ url, office, password }: Product, folder: string): Promise<void> {
  const tools = await loadTools();
  if (typeof tools === "string") return say("picture ÷ nginx from a file", `skipped: ${tools}`);
  const by = { url, cookie: await signIn(url, office.writerEmail, password) };
  const { address, bytes, type } = await aLivePicture(office, by, await aPhotograph(2_400, 1_600), 60 * 1024);
  await besideBoth(
    tools,
    folder,
    { name: "picture", title: `picture of ${kb(bytes.length)}`, address, atLeast: { nginx: 0.5 } },
    { bytes, as: "picture", says: [["content-type", type]] },
  );
}

/**
 * A hundred pictures that are all sent at the same moment, each of another size.
 *
 * @param address of an article that readers ask for before, and while the worker is at the pictures
 */
export async function hundred({ url, dataDir, office, password }: Product, address: string): Promise<void> {
  const by = { url, cookie: await signIn(url, office.writerEmail, password) };
  const photograph = await aPhotograph(1_800, 1_200);
  const each = Array.from({ length: 100 }, (_, at) => Buffer.concat([photograph, Buffer.from(`\0${at}`)]));
  const server = serverPid(dataDir);
  const worker = await workerOf(server);
  if (worker === null) throw new Error("no worker is running");
  const tools = await loadTools();
  const readers = async () => {
    const loads: Load[] = [];
    while (typeof tools !== "string" && loads.length < ROUNDS) loads.push(await load(tools.wrk, address, 2));
    return loads;
  };
  const before = await readers();
  const ofServer = putOnScales(server);
  const ofWorker = putOnScales(worker, true);
  const began = performance.now();
  const took = () => `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  const hashes = await Promise.all(each.map((bytes, at) => bring(by, bytes, `anh-${at}.jpg`)));
  say(`100 pictures of ${kb(photograph.length)} dropped at once, all of them kept`, took());
  say("  memory of the server process (at most 100 MB more)", ofServer.read());
  const meanwhile = await readers();
  say(
    "  article while they are made ÷ before (at least 0.8)",
    typeof tools === "string" ? `skipped: ${tools}` : ratio(meanwhile, before),
  );
  await untilMade(office.writer.siteId, hashes, 600_000);
  say("  everything made of all of them, none failed", took());
  say("  memory of the worker and its process (under 700 MB)", ofWorker.read());
}
