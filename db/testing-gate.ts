import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";

export type Gate = {
  /** The same database, reached through the gate. */
  url: string;
  /** From now on nothing comes through and nobody is told, as when a machine vanishes from the network. */
  fallSilent(): void;
  /** New connections come through; those that fell silent never do. */
  open(): void;
  /** How many connections have asked something since they fell silent. */
  asking(): number;
  /** Answers every login that matches like a server which does not know the role. */
  refuseLogin(whose: RegExp, code: string, message: string): void;
  close(): Promise<void>;
};

/** A way to the database that a test may cut. */
export async function aGate(databaseUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(databaseUrl);
  const held = new Set<Socket>();
  let isSilent = false;
  let refusal: { whose: RegExp; answer: Buffer } | undefined;
  const silenced = new WeakSet<Socket>();
  const asking = new WeakSet<Socket>();

  const server = createServer((near) => {
    held.add(near);
    if (isSilent) silenced.add(near);
    const far = dial(Number(port || 5432), hostname);
    near.on("data", (bytes) => {
      if (refusal?.whose.test(bytes.toString("latin1"))) near.end(refusal.answer);
      else if (silenced.has(near)) asking.add(near);
      else far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (!silenced.has(near)) near.write(bytes);
    });
    far.on("end", () => {
      if (!silenced.has(near)) near.end();
    });
    near
      .on("error", () => undefined)
      .on("close", () => {
        held.delete(near);
        far.destroy();
      });
    far.on("error", () => near.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: url.toString(),
    fallSilent() {
      isSilent = true;
      for (const near of held) silenced.add(near);
    },
    open() {
      isSilent = false;
    },
    asking: () => [...held].filter((near) => asking.has(near)).length,
    refuseLogin(whose, code, message) {
      refusal = { whose, answer: errorResponse(code, message) };
    },
    async close() {
      for (const near of held) near.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Source: PostgreSQL, "Message Formats", ErrorResponse. */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
