import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClamdSettings } from "#lib/env.ts";

/** For how long it may say nothing, in milliseconds: it takes everything apart before it says a word, for two minutes at most. */
const SILENCE_MS = 180_000;

/** What it is told before the bytes. Each piece follows with its length, and one of length 0 ends them. Source: clamd(8). */
const INSTREAM = "zINSTREAM\0";

/** What it says at most, in bytes. */
const LONGEST_ANSWER = 4_096;

/**
 * Asks clamd whether there is anything bad in these bytes.
 *
 * @returns the name that it gives to what it found; null where there is nothing
 * @throws when it does not answer, or answers that it cannot say: it may be asked again
 */
export async function infectionIn(bytes: Readable, at: ClamdSettings, silenceMs = SILENCE_MS): Promise<string | null> {
  const socket = connect(at);
  socket.setTimeout(silenceMs, () => socket.destroy(new Error(`it said nothing for ${silenceMs} ms`)));
  try {
    const [said] = await Promise.all([
      answerOf(socket),
      pipeline(Readable.from(framed(bytes)), socket, { end: false }).catch((error: unknown) =>
        socket.destroy(error as Error),
      ),
    ]);
    return foundIn(said);
  } catch (error) {
    // What broke off on our side is not its doing.
    if (bytes.errored) throw bytes.errored;
    throw new Error(`clamd cannot say whether a file is clean: ${(error as Error).message}`);
  } finally {
    socket.destroy();
    bytes.destroy();
  }
}

async function* framed(bytes: Readable): AsyncGenerator<Buffer | string> {
  yield INSTREAM;
  for await (const piece of bytes) {
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
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
      if (said.includes("\0") || said.length > LONGEST_ANSWER) resolve(said.split("\0", 1)[0] ?? "");
    });
    // Where it takes no more it may hang up before it is heard.
    const hungUp = "it hung up without an answer, as where a file is longer than StreamMaxLength in clamd.conf";
    socket.once("error", (error) => reject(said === "" ? error : new Error(said)));
    socket.once("close", () => reject(new Error(said === "" ? hungUp : said)));
  });
}

/** @throws where it says neither that it is clean nor what is in it */
function foundIn(said: string): string | null {
  if (said === "stream: OK") return null;
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found === undefined) throw new Error(`it said "${said.slice(0, 200)}"`);
  return found;
}
