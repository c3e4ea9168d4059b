import { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { callLast } from "./answer-ways.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What a handler answered, whole. */
export type Kept = { status: number; type: string; body: Buffer };

/**
 * Asks a handler of Node's in this process, with a request that came by no socket and a response that keeps what is
 * written instead of sending it.
 *
 * @param signal gives the answer up: the handler finds its response closed before it is finished
 * @throws the signal's reason, or what the handler throws
 */
export async function askInProcess(
  handle: Handler,
  { url, headers, signal }: { url: string; headers: Record<string, string>; signal: AbortSignal },
): Promise<Kept> {
  const socket = new SilentSocket();
  const request = new IncomingMessage(socket as unknown as Socket);
  request.method = "GET";
  request.url = url;
  request.headers = headers;
  request.complete = true;
  request.push(null);
  const response = new KeptResponse(request);
  const giveUp = () => response.giveUp(signal.reason);
  signal.addEventListener("abort", giveUp);
  try {
    handle(request, response).catch((error: unknown) => response.giveUp(error));
    return await response.whole;
  } finally {
    signal.removeEventListener("abort", giveUp);
    socket.destroy();
  }
}

class KeptResponse extends ServerResponse {
  readonly whole: Promise<Kept>;
  readonly #outcome = Promise.withResolvers<Kept>();
  readonly #chunks: Buffer[] = [];
  #ended = false;

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = this.#outcome.promise;
  }

  giveUp(error: unknown): void {
    this.#outcome.reject(error);
    if (this.#ended) return;
    this.#ended = true;
    this.destroy();
    this.emit("close");
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#keep(chunk, rest[0]);
    return callLast(rest, true);
  }

  override end(...rest: unknown[]): this {
    if (this.#ended) return this;
    this.#ended = true;
    if (typeof rest[0] !== "function") this.#keep(rest[0], rest[1]);
    this.finished = true;
    const type = this.getHeader("content-type");
    this.#outcome.resolve({
      status: this.statusCode,
      type: typeof type === "string" ? type : "",
      body: Buffer.concat(this.#chunks),
    });
    callLast(rest, undefined);
    this.emit("finish");
    this.emit("close");
    return this;
  }

  override flushHeaders(): void {}

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string") this.#chunks.push(Buffer.from(chunk, isEncoding(encoding) ? encoding : "utf8"));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}

/** A socket that nobody holds the other end of. */
class SilentSocket extends Duplex {
  readonly remoteAddress = "127.0.0.1";
  readonly encrypted = false;

  override _read(): void {}

  override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === "string" && Buffer.isEncoding(value);
}
