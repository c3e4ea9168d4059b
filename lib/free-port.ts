import { createServer } from "node:net";
import { StartError } from "./start-error.ts";

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0, "127.0.0.1");
}

/**
 * Whether `port` could be listened on now: on the address that `host` says, else on every one as the front does.
 * @throws {StartError} when it is free and we may not have it, or the address is not ours
 */
export async function portIsFree(port: number, host?: string): Promise<boolean> {
  try {
    await listenOnce(port, host);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") return false;
    if (code === "EADDRNOTAVAIL") {
      throw new StartError(`Nothing can be reached at ${host}, which is no address of this machine.`, { cause: error });
    }
    throw new StartError(
      `Port ${port} cannot be listened on (${message}): choose another port above 1023, as in PORT=3000 npm start, and let a proxy pass on what comes for this one.`,
      { cause: error },
    );
  }
}

function listenOnce(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const found = typeof address === "object" && address ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
}
