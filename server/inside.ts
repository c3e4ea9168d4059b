import { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next answered, whole. */
export type Rendered = { status: number; type: string; body: Buffer };

/** A page that took too long. Its reader is told to come again; the log names it. */
export class RenderTimeout extends Error {
  override name = "RenderTimeout";
}

/**
 * Asks Next for a page inside this process: no socket, no network, and nothing of the reader's request goes in, so
 * that one reader's page is every reader's page.
 *
 * @param url path inside Next, with its query
 * @param headers host and scheme that the page may see
 * @throws {RenderTimeout} after `limitMs`
 */
export async function renderInside(
  handle: RequestHandler,
  url: string,
  headers: Record<string, string>,
  limitMs: number,
): Promise<Rendered> {
  const socket = new SilentSocket();
  const request = new IncomingMessage(socket as unknown as Socket);
  request.method = "GET";
  request.url = url;
  request.headers = { "user-agent": "front", accept: "text/html,*/*", ...headers };
  request.complete = true;
  request.push(null);
  const response = new KeptResponse(request);
  const timer = setTimeout(() => response.giveUp(new RenderTimeout(`${url} was not drawn in ${limitMs} ms`)), limitMs);
  try {
    handle(request, response).catch((error: unknown) => response.giveUp(error));
    return await response.whole;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** A response that keeps what is written instead of sending it. */
class KeptResponse extends ServerResponse {
  readonly whole: Promise<Rendered>;
  readonly #outcome = Promise.withResolvers<Rendered>();
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
    callLast(rest);
    return true;
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
    callLast(rest);
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

function callLast(parameters: unknown[]): void {
  const last = parameters.at(-1);
  if (typeof last === "function") queueMicrotask(() => last());
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === "string" && Buffer.isEncoding(value);
}
