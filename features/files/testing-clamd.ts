import { createServer, type Socket } from "node:net";

/** The text by which scanners are tried. Source: https://www.eicar.org, in two halves, so that none finds it here. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** What it does: looks, says nothing at all, hangs up, or answers in these words whatever it was sent. */
type Way = "looks" | "silent" | "hangs up" | { says: string };

export type TestClamd = {
  at: { host: string; port: number } | { path: string };
  way: Way;
  /** What it was sent, file by file. */
  seen: Buffer[];
  close(): Promise<void>;
};

/** Speaks as much of clamd's protocol as is asked of it here, and finds the one text. @param path of a socket; else it has a port */
export async function openTestClamd(path?: string): Promise<TestClamd> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket)).on("error", () => undefined);
    hear(socket);
  });
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, "127.0.0.1", resolve)));
  const address = server.address();
  const clamd: TestClamd = {
    at:
      typeof address === "object" && address !== null
        ? { host: "127.0.0.1", port: address.port }
        : { path: path ?? "" },
    way: "looks",
    seen: [],
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return clamd;

  function hear(socket: Socket): void {
    let heard = Buffer.alloc(0);
    socket.on("data", (piece) => {
      heard = Buffer.concat([heard, piece]);
      if (clamd.way === "hangs up") return void socket.destroy();
      if (typeof clamd.way === "object") return void socket.write(`${clamd.way.says}\0`);
      const bytes = bytesIn(heard);
      if (bytes === null || clamd.way === "silent") return;
      clamd.seen.push(bytes);
      socket.write(bytes.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
    });
  }
}

/** All that was sent, once it has been; null before. */
function bytesIn(heard: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (heard.length < command.length) return null;
  if (heard.toString("latin1", 0, command.length) !== command) throw new Error("that is no command of clamd");
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
