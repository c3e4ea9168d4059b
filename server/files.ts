import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { encode } from "./encode.ts";
import type { HeaderSet } from "./headers.ts";
import { makeReply, type Reply, send } from "./reply.ts";
import { fileOnDisk, inMemory, type Source, sendFile } from "./send-file.ts";

type Files = {
  /** What sends the file at a public path; undefined when there is none. */
  find(path: string): SendFile | undefined;
};

/** @throws when the file cannot be read */
export type SendFile = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Folder = {
  folder: string;
  /** Below which address its files are; of a folder whose files are one, its address. */
  at: string;
  /** Its files with the ending of `at`, one after the other by name, are one file: a page that needs each of them asks once. */
  areOne?: boolean;
};

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
  const onDisk = new Map(folders.flatMap(partsIn));
  const all = new Map<string, Promise<Ready>>();
  return {
    find(path) {
      const parts = onDisk.get(path);
      if (parts === undefined) return undefined;
      return async (request, response) => {
        const { source, whole, headers } = await ready(path, parts);
        if (whole && request.headers.range === undefined) send(request, response, whole);
        else await sendFile(request, response, source, headers);
      };
    },
  };

  function ready(path: string, parts: Parts): Promise<Ready> {
    const one = all.get(path) ?? load(path, parts);
    if (keep) all.set(path, one);
    one.catch(() => all.delete(path));
    return one;
  }

  /** A page has a dozen of its parts, and what only a page can do need not be forbidden to any of them: half a kilobyte each. */
  function headersOf(ending: string): HeaderSet {
    if (!PARTS.has(ending)) return headers;
    return Object.fromEntries(Object.entries(headers).filter(([name]) => OF_EVERYTHING.has(name)));
  }

  async function load(path: string, parts: Parts): Promise<Ready> {
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const lasting = keep ? (HASHED.test(path) ? FOREVER : A_WHILE) : "no-cache";
    const own = { ...headersOf(extname(path)), "Cache-Control": lasting, Vary: "Accept-Encoding" };
    const source = await sourceOf(parts, type);
    if (source.size > KEPT_UP_TO) return { source, whole: null, headers: own };
    const body = "bytes" in source ? source.bytes : await readFile(parts[0]);
    const bytes = await encode(type, body, "best");
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

/** The files on disk that are one file to whoever asks. */
type Parts = readonly [string, ...string[]];

function partsIn({ folder, at, areOne }: Folder): [string, Parts][] {
  const files = filesIn(folder);
  if (!areOne) return files.map((file) => [addressBelow(at, relative(folder, file)), [file]]);
  const [first, ...others] = files.filter((file) => extname(file) === extname(at)).toSorted();
  return first === undefined ? [] : [[at, [first, ...others]]];
}

async function sourceOf(parts: Parts, type: string): Promise<Source> {
  const [file, ...others] = parts;
  if (others.length === 0) return fileOnDisk(file, type);
  return inMemory(Buffer.concat(await Promise.all(parts.map((part) => readFile(part)))), type);
}

const addressBelow = (at: string, path: string) => `${at}/${path.split(sep).map(encodeURIComponent).join("/")}`;

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
