import { createServer, type Socket } from "node:net";

/** The text by which scanners are tried. Source: https://www.eicar.org, in two halves, so that none finds it here. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** What it does: looks, says nothing at all, hangs up, answers in these words whatever it was sent, or takes so many bytes of a file. */
type Way = "looks" | "silent" | "hangs up" | { says: string } | { takes: number };

/** Of a file so many bytes are looked at and remembered, the others are counted: it may be larger than memory. */
const REMEMBERED = 16 * 1024 * 1024;

const COMMAND = "zINSTREAM\0";

export type TestClamd = {
  at: { host: string; port: number } | { path: string };
  way: Way;
  /** What it was sent, file by file; of a large one the beginning. */
  seen: Buffer[];
  /** How long each was, in bytes. */
  lengths: number[];
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
    lengths: [],
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return clamd;

  function hear(socket: Socket): void {
    let heard = Buffer.alloc(0);
    let hasBegun = false;
    const remembered: Buffer[] = [];
    let length = 0;
    socket.on("data", (piece) => {
      const { way } = clamd;
      if (way === "hangs up") return void socket.destroy();
      if (typeof way === "object" && "says" in way) return void socket.write(`${way.says}\0`);
      heard = Buffer.concat([heard, piece]);
      if (!hasBegun && heard.length < COMMAND.length) return;
      if (!hasBegun) {
        if (heard.toString("latin1", 0, COMMAND.length) !== COMMAND) throw new Error("that is no command of clamd");
        heard = heard.subarray(COMMAND.length);
        hasBegun = true;
      }
      while (heard.length >= 4 && heard.length >= 4 + heard.readUInt32BE(0)) {
        const bytes = heard.subarray(4, 4 + heard.readUInt32BE(0));
        heard = heard.subarray(4 + bytes.length);
        if (bytes.length === 0) return way === "silent" ? undefined : answer(socket, Buffer.concat(remembered), length);
        length += bytes.length;
        if (typeof way === "object" && length > way.takes) return takeNoMore(socket);
        if (length <= REMEMBERED) remembered.push(Buffer.from(bytes));
      }
    });
  }

  function answer(socket: Socket, bytes: Buffer, length: number): void {
    clamd.seen.push(bytes);
    clamd.lengths.push(length);
    socket.write(bytes.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
  }
}

/** As the real one: it says so, and reads no more of whoever is still sending. */
function takeNoMore(socket: Socket): void {
  socket.pause();
  socket.end("INSTREAM size limit exceeded. ERROR\0");
}
