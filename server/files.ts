import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { encode } from "./encode.ts";
import type { HeaderSet } from "./headers.ts";
import { makeReply, type Reply, send } from "./reply.ts";
import { fileOnDisk, type Source, sendFile } from "./send-file.ts";

type Files = {
  /** What sends the file at a public path; undefined when there is none. */
  find(path: string): SendFile | undefined;
};

/** @throws when the file cannot be read */
export type SendFile = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Folder = { folder: string; at: string };

/** A file, and the finished answer with it where it is small enough to be kept in memory. */
type Ready = { source: Source; whole: Reply | null; headers: HeaderSet };

/** Up to here a file is kept, in bytes; a larger one is read as it is sent. */
export const KEPT_UP_TO = 1024 * 1024;

/**
 * Files that came with the build, by public path. The list is made once: a path that is not in it reaches no disk.
 * Each is read and compressed when it is first asked for.
 *
 * @param keep false in development, where files change
 */
export function makeFiles(folders: readonly Folder[], headers: HeaderSet, keep: boolean): Files {
  const onDisk = new Map(folders.flatMap((one) => filesIn(one)));
  const all = new Map<string, Promise<Ready>>();
  return {
    find(path) {
      const file = onDisk.get(path);
      if (file === undefined) return undefined;
      return async (request, response) => {
        const { source, whole, headers } = await ready(path, file);
        if (whole && request.headers.range === undefined) send(request, response, whole);
        else await sendFile(request, response, source, headers);
      };
    },
  };

  function ready(path: string, file: string): Promise<Ready> {
    const one = all.get(path) ?? load(path, file);
    if (keep) all.set(path, one);
    one.catch(() => all.delete(path));
    return one;
  }

  /** A page has a dozen of its parts, and what only a page can do need not be forbidden to any of them: half a kilobyte each. */
  function headersOf(ending: string): HeaderSet {
    if (!PARTS.has(ending)) return headers;
    return Object.fromEntries(Object.entries(headers).filter(([name]) => OF_EVERYTHING.has(name)));
  }

  async function load(path: string, file: string): Promise<Ready> {
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const lasting = keep ? (HASHED.test(path) ? FOREVER : A_WHILE) : "no-cache";
    const own = { ...headersOf(extname(path)), "Cache-Control": lasting, Vary: "Accept-Encoding" };
    const source = await fileOnDisk(file, type);
    if (source.size > KEPT_UP_TO) return { source, whole: null, headers: own };
    const bytes = await encode(type, await readFile(file), "best");
    return { source, whole: makeReply(200, bytes, { ...own, "Accept-Ranges": "bytes" }, true), headers: own };
  }
}

/** What no browser opens as a page of its own. */
const PARTS: ReadonlySet<string> = new Set([".css", ".js", ".woff2"]);
const OF_EVERYTHING: ReadonlySet<string> = new Set(["X-Content-Type-Options", "Strict-Transport-Security"]);

/** Names that carry a hash of their content never change what they mean. */
const HASHED = /^\/_next\/static\/|[.-][0-9a-f]{8,}\.\w+$/;
const FOREVER = "public, max-age=31536000, immutable";
const A_WHILE = "public, max-age=600, stale-while-revalidate=86400";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

function filesIn({ folder, at }: Folder): [string, string][] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`${at}/${relative(folder, file).split(sep).map(encodeURIComponent).join("/")}`, file]);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
