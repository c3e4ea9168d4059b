import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, vi } from "vitest";
import { picturePath } from "#features/addresses/public.ts";
import { drawnFrom } from "#features/facts/recording.ts";
import type { Storage } from "#features/files/storage/types.ts";
import type { LivePicture } from "#features/reading/pictures.ts";
import type { LiveShare } from "#features/reading/share.ts";
import type { Site } from "#features/reading/types.ts";
import { makePageCache } from "./page-cache.ts";
import { type KnownPicture, makePictures } from "./pictures.ts";

const SITE = { id: 1, key: "sen-ho", host: null } as Site;
export const HASH = "ab".repeat(32);
export const ADDRESS = picturePath(HASH, 720, "avif");
export const CUT = "90-1000-0-5000-10000";
export const SMALL = Buffer.from("một bức ảnh nhỏ");
export const LARGE = Buffer.alloc(300_000, "x");
export const PICTURE: LivePicture = {
  ...{ madeWith: 1, mediaType: "image/jpeg", name: "sen.jpg", size: 900_000 },
  renditions: [
    { format: "avif", width: 720, height: 480, bytes: SMALL.length },
    { format: "jpeg", width: 2160, height: 1440, bytes: LARGE.length },
  ],
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.restoreAllMocks();
});

/** Pictures of one site, of which the test says what is live and where the bytes are. */
export async function pictures(parts: {
  find?: (hash: string) => Promise<LivePicture | null>;
  read?: (key: string) => Buffer;
  admits?: () => boolean;
  hasDatabase?: boolean;
  share?: (number: number) => LiveShare | null;
}) {
  const cache = makePageCache<KnownPicture>({ maxBytes: 1_000_000, keepForMs: 60_000 });
  cache.setKeeping(true);
  const isLive = async () => {
    drawnFrom(["file:7"]);
    return PICTURE;
  };
  const find = vi.fn(parts.find ?? isLive);
  const lies = parts.read ?? ((key) => (key.endsWith("1-720.avif") ? SMALL : LARGE));
  const read = vi.fn(async (key: string, range?: { first: number; last: number }) =>
    Readable.from([range ? lies(key).subarray(range.first, range.last + 1) : lies(key)]),
  );
  const sizeOf = vi.fn(async (key: string) => lies(key).length);
  const storage = { read, sizeOf } as unknown as Storage;
  const front = makePictures({
    ...{ cache, storage: () => storage, headersForAll: { "X-Content-Type-Options": "nosniff" } },
    sites: { of: () => SITE, reload: async () => undefined },
    throttle: { admits: parts.admits ?? (() => true) },
    find: (_, hash) => find(hash),
    findShare: async (_, number) => parts.share?.(number) ?? null,
    hadDatabaseSince: () => parts.hasDatabase ?? true,
  });
  const server = createServer((request, response) => {
    if (!front.sendReady(request, response)) void front.answer(request, response, "203.0.113.7");
  }).listen(0);
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const get = (path: string, { method = "GET", ...headers }: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      const asked = ask({ port, path, method, headers, agent: false }, (response) => {
        const { statusCode: status = 0, headers: said } = response;
        buffer(response).then((body) => resolve({ status, headers: said, body }), reject);
      });
      asked.on("error", reject).end();
    });
  return { cache, find, read, sizeOf, get, forgetBytes: front.forgetBytes };
}
