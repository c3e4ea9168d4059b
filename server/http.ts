import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "#lib/log.ts";
import { PACE, type Pace, watchPace } from "./pace.ts";

/** Sizes in bytes, times in milliseconds. Who sends a request drop by drop, or never reads the answer, is cut off. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  // Node's own limit is one for a whole request, of whatever size: ours is by its pace.
  requestTimeout: 0,
  keepAliveTimeout: 65_000,
  // How often Node looks for those who are late.
  connectionsCheckingInterval: 2_000,
};
const IDLE_MS = 120_000;

/** How long open requests may take to finish when the product stops. */
const CLOSING_MS = 10_000;

/**
 * @param options limits other than ours, and the address to listen on where it is not every one
 * @throws when the port is taken
 */
export function openServer(
  port: number,
  dev: boolean,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { pace = PACE, host, ...limits }: Partial<typeof LIMITS> & { pace?: Pace; host?: string } = {},
): Promise<Server> {
  // Only the development runtime speaks over a WebSocket. Elsewhere an offer to upgrade is declined by answering it
  // like any other request, for some clients offer HTTP/2 that way.
  const server = createServer({ ...LIMITS, ...limits, shouldUpgradeCallback: () => dev }, (request, response) => {
    response.on("error", () => undefined);
    if (hasBody(request)) watch.body(request, response);
    try {
      answer(request, response);
    } catch (error) {
      // One request must not stop the server for everybody.
      log.atDoor("server", `${request.method} ${request.url} failed`, error);
      response.destroy();
    }
  });
  const connected = new Set<Socket>();
  const watch = watchPace(connected, pace);
  server.once("close", watch.stop);
  connections.set(server, connected);
  server.on("connection", (socket) => {
    connected.add(socket);
    socket.once("close", () => connected.delete(socket));
  });
  if (!dev) server.setTimeout(IDLE_MS);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      server.on("error", (error) => log.error("the server failed", error));
      resolve(server);
    });
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

const connections = new WeakMap<Server, Set<Socket>>();

/** Takes no more, lets what is open finish, and cuts what does not. */
export async function finishRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const looking = setInterval(() => hangUpIdle(server), 25);
  const cut = new AbortController();
  await Promise.race([closed, pause(CLOSING_MS, undefined, { signal: cut.signal }).catch(() => undefined)]);
  cut.abort();
  clearInterval(looking);
  server.closeAllConnections();
  await closed;
}

/** Connections whose request has ended are kept for the next one; and browsers open some before they need them. */
function hangUpIdle(server: Server): void {
  server.closeIdleConnections();
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
}
