import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import type { FileView } from "#components/editor/files/file-view.ts";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";

/** What came of an upload, in parts as they came: joined once, since each joining copies all that is there. */
type Kept = { name: string; length: number; parts: Buffer[]; came: number };

/** What stands for the server of files: takes uploads in parts (tus), and says of files what a test wants to hear. */
export type FakeUploads = {
  /** What was asked, as `PATCH 5242880`: the method, and from where on bytes were sent. */
  asked: string[];
  /** Uploads that are there, by their numbers; the sum of their bytes. */
  bytes: () => number;
  /** The next parts wait until this resolves. */
  holds: Promise<void> | null;
  /** After so many bytes of a part the network goes away, and nobody answers until it is here again. */
  cutsAfter: number | null;
  isAway: boolean;
  /** Files of this name are refused with the sentence. */
  refuses: Map<string, string>;
  /** What is said of each file that arrives. */
  says: Partial<FileView>;
};

/** A picture of so many pixels, as a camera makes it: light from above, and a horizon. */
export function aPicture(width: number, height: number, hue = 210): Promise<Buffer> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 82%)"/><stop offset=".6" stop-color="hsl(${hue + 30} 70% 70%)"/>
    <stop offset=".6" stop-color="hsl(${hue - 60} 35% 42%)"/><stop offset="1" stop-color="hsl(${hue - 50} 45% 22%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/><circle cx="70%" cy="30%" r="${Math.min(width, height) / 9}" fill="#fff6d6"/></svg>`;
  return sharp(Buffer.from(drawn)).jpeg({ quality: 70 }).toBuffer();
}

export const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

export async function fakeUploads(page: Page): Promise<FakeUploads & { close: () => Promise<void> }> {
  const uploads = new Map<string, Kept>();
  const files = new Map<string, Buffer>();
  const fake: FakeUploads = {
    ...{ asked: [], holds: null, cutsAfter: null, isAway: false, refuses: new Map(), says: {} },
    bytes: () => [...uploads.values()].reduce((sum, { came }) => sum + came, 0),
  };
  const viewOf = (sha256: string, name: string): FileView => ({
    ...{ sha256, name, state: "ready", failure: null, hidden: false, width: 1600, height: 1000, placeholder: "" },
    renditions: [360, 720, 1440].map((width) => ({ format: "webp", width, height: width, bytes: 9_000 })),
    ...{ mediaType: "image/jpeg", size: 123_456, pages: null, hasText: false, caption: "", credit: "", alt: "" },
    ...{ durationMs: null, codecs: "", rights: { ...NOTHING_SAID, licence: "own", peopleShown: "no_child" } },
    ...fake.says,
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (fake.isAway) {
      request.socket.destroy();
      return;
    }
    const id = request.url?.split("/")[3] ?? "";
    const head = { "Tus-Resumable": "1.0.0", "Cache-Control": "no-store" };
    const kept = uploads.get(id);
    const offset = request.headers["upload-offset"];
    fake.asked.push([request.method, offset].filter((part) => part !== undefined).join(" "));
    if (request.method === "POST") {
      const [, said = ""] = /filename ([^,]+)/.exec(String(request.headers["upload-metadata"])) ?? [];
      const name = Buffer.from(said, "base64").toString();
      const sentence = fake.refuses.get(name);
      if (sentence !== undefined) {
        response
          .writeHead(415, { "Content-Type": "application/json" })
          .end(JSON.stringify({ code: "bad_file", sentence }));
        return;
      }
      const number = String(uploads.size + 1);
      uploads.set(number, { name, length: Number(request.headers["upload-length"]), parts: [], came: 0 });
      response.writeHead(201, { ...head, Location: `/api/uploads/${number}` }).end();
    } else if (kept === undefined) response.writeHead(404, head).end();
    else if (request.method === "HEAD") {
      response.writeHead(200, { ...head, "Upload-Offset": kept.came, "Upload-Length": kept.length }).end();
    } else if (request.method === "DELETE") {
      uploads.delete(id);
      response.writeHead(204, head).end();
    } else await take(kept, request, response, head);
  }

  async function take(kept: Kept, request: IncomingMessage, response: ServerResponse, head: object): Promise<void> {
    let came = 0;
    for await (const chunk of request) {
      const part = chunk as Buffer;
      came += part.length;
      kept.came += part.length;
      kept.parts.push(part);
      if (fake.cutsAfter !== null && came >= fake.cutsAfter) {
        fake.isAway = true;
        request.socket.destroy();
        return;
      }
    }
    await fake.holds;
    if (kept.came < kept.length) {
      response.writeHead(204, { ...head, "Upload-Offset": kept.came }).end();
      return;
    }
    const bytes = Buffer.concat(kept.parts);
    const hash = hashOf(bytes);
    files.set(hash, bytes);
    const said = { ...head, "Upload-Offset": kept.length, "Toasoan-File": hash, "Content-Type": "application/json" };
    response.writeHead(200, said).end(JSON.stringify(viewOf(hash, kept.name)));
  }

  const server = createServer(
    (request, response) => void answer(request, response).catch(() => request.socket.destroy()),
  );
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const at = `http://localhost:${(server.address() as AddressInfo).port}`;
  await page.route(/\/api\/uploads/, (route) => {
    return route.continue({ url: at + new URL(route.request().url()).pathname });
  });
  await page.route(/\/api\/files\/[0-9a-f]{64}$/, (route) => {
    const hash = route.request().url().slice(-64);
    return files.has(hash) ? route.fulfill({ json: viewOf(hash, "a.jpg") }) : route.fulfill({ status: 404, json: {} });
  });
  await page.route(/\/api\/files\/[0-9a-f]{64}\/\d+\.webp$/, (route) => {
    const bytes = files.get(route.request().url().split("/").at(-2) ?? "");
    return bytes ? route.fulfill({ contentType: "image/jpeg", body: bytes }) : route.fulfill({ status: 404 });
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return Object.assign(fake, { close });
}
