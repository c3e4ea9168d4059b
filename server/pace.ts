import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How slowly the other side may give or take before it is cut off. Bodies may have any size: only waiting is counted. */
export type Pace = {
  /** In all, in milliseconds, however little came of it. */
  graceMs: number;
  /** More of them for whoever gives or takes this much, in bytes a second. */
  bytesPerSecond: number;
  lookEveryMs: number;
};

/** A phone at the edge of its network does better; who holds a connection for an hour has moved 56 MB over it. */
export const PACE: Pace = { graceMs: 60_000, bytesPerSecond: 16 * 1024, lookEveryMs: 2_000 };

/** How long one side has been waited for, in milliseconds, and the count of its bytes when that began. */
type Waiting = { waitedMs: number; from: number };

/**
 * Cuts off who sends a body, or takes an answer, drop by drop. Who waits for us is never late: a body that nobody reads
 * yet stands still for our sake, and an answer that is still being made has nothing to be taken.
 *
 * @param connected all connections, looked at now and then, so that a request costs nothing
 */
export function watchPace(connected: ReadonlySet<Socket>, { graceMs, bytesPerSecond, lookEveryMs }: Pace): Watch {
  const giving = new Map<IncomingMessage, Waiting & { response: ServerResponse }>();
  const taking = new WeakMap<Socket, Waiting>();
  const timer = setInterval(look, lookEveryMs).unref();
  return {
    body(request, response) {
      giving.set(request, { waitedMs: 0, from: request.socket.bytesRead, response });
    },
    stop: () => clearInterval(timer),
  };

  function look(): void {
    for (const [request, waiting] of giving) {
      const { socket } = request;
      if (request.complete || socket.destroyed) giving.delete(request);
      else if (request.readableLength < request.readableHighWaterMark && isLate(waiting, socket.bytesRead)) {
        giving.delete(request);
        hangUp(socket, waiting.response);
      }
    }
    for (const socket of connected) {
      const taken = socket.bytesWritten - socket.writableLength;
      const waiting = taking.get(socket) ?? { waitedMs: 0, from: taken };
      if (socket.writableLength === 0) taking.delete(socket);
      else if (isLate(waiting, taken)) socket.destroy();
      else taking.set(socket, waiting);
    }
  }

  function isLate(waiting: Waiting, bytes: number): boolean {
    waiting.waitedMs += lookEveryMs;
    return waiting.waitedMs > graceMs + ((bytes - waiting.from) / bytesPerSecond) * 1_000;
  }
}

type Watch = {
  /** From here on the body of this request is waited for. */
  body(request: IncomingMessage, response: ServerResponse): void;
  stop(): void;
};

/** As Node does where a head is late; whoever was answering finds the request aborted. */
function hangUp(socket: Socket, response: ServerResponse): void {
  if (!response.headersSent) socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
  socket.destroySoon();
}
