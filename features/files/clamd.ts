import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { setImmediate as aTurn } from "node:timers/promises";
import type { ClamdSettings } from "#lib/env.ts";

/** For how long it may say nothing, in milliseconds: it takes everything apart before it says a word, for two minutes at most. */
const SILENCE_MS = 180_000;

/** What it is told before the bytes. Each piece follows with its length, and one of length 0 ends them. Source: clamd(8). */
const INSTREAM = "zINSTREAM\0";

/** What it says where a file is longer than its settings let it take (StreamMaxLength, 100 MB where nobody says more). Source: clamd's scanner. */
const TOO_LONG = "INSTREAM size limit exceeded. ERROR";

/** What it says at most, in bytes. */
const LONGEST_ANSWER = 4_096;

/** It takes no file as long as this one, whenever it is asked. */
export class TooLongForClamd extends Error {
  override name = "TooLongForClamd";
}

/**
 * Asks clamd whether there is anything bad in these bytes.
 *
 * @returns the name that it gives to what it found; null where there is nothing
 * @throws {TooLongForClamd}
 * @throws when it does not answer, or answers that it cannot say: it may be asked again
 */
export async function infectionIn(bytes: Readable, at: ClamdSettings, silenceMs = SILENCE_MS): Promise<string | null> {
  const socket = connect(at);
  // What breaks off on our side is not its doing.
  const broken: unknown[] = [];
  socket.setTimeout(silenceMs, () => socket.destroy(new Error(`it said nothing for ${silenceMs} ms`)));
  try {
    const sending = send(bytes, socket).catch((error: unknown) => {
      broken.push(error);
      throw error;
    });
    const [said] = await Promise.all([answerOf(socket), sending]);
    return foundIn(said);
  } catch (error) {
    if (broken.length > 0) throw broken[0];
    if (error instanceof TooLongForClamd) throw error;
    throw new Error(`clamd cannot say whether a file is clean: ${(error as Error).message}`);
  } finally {
    socket.destroy();
    bytes.destroy();
  }
}

/** @throws what breaks off on our side: that nobody takes it is heard elsewhere */
async function send(bytes: Readable, socket: Socket): Promise<void> {
  const write = (piece: Buffer | string) => new Promise<void>((taken) => socket.write(piece, () => taken()));
  await write(INSTREAM);
  for await (const piece of bytes) {
    if (socket.destroyed) return;
    socket.write(lengthOf(piece.length));
    await write(piece);
    // What it says meanwhile is heard first: nothing is read once a piece has found nobody there.
    await aTurn();
  }
  await write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const said = Buffer.alloc(4);
  said.writeUInt32BE(length);
  return said;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    socket.on("data", (piece) => {
      said += piece.toString();
      if (!said.includes("\0") && said.length <= LONGEST_ANSWER) return;
      resolve(said.split("\0", 1)[0] ?? "");
      // It may have more to take, and takes nothing after its answer.
      socket.destroy();
    });
    // Where it takes no more it hangs up behind its answer, now and then before that was heard: it may be asked again.
    const hungUp = "it hung up without an answer, as where a file is longer than StreamMaxLength in clamd.conf";
    socket.once("error", (error) => reject(said === "" ? error : new Error(said)));
    socket.once("close", () => reject(new Error(said === "" ? hungUp : said)));
  });
}

/** @throws {TooLongForClamd} @throws where it says neither that it is clean nor what is in it */
function foundIn(said: string): string | null {
  if (said === "stream: OK") return null;
  if (said === TOO_LONG) throw new TooLongForClamd("clamd takes no file as long as this one");
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found === undefined) throw new Error(`it said "${said.slice(0, 200)}"`);
  return found;
}
