import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { S3Settings } from "#lib/env.ts";

/** What goes wrong with a request: the store is busy, says nothing at all, or breaks off or stops in the middle of an answer. */
type Fault = "busy" | "silent" | "cut" | "stuck";

type Part = { key: string; since: Date; parts: Map<number, Buffer> };

/** A store that speaks as much S3 as is asked of one here, over HTTP, and does what a test says. */
export type TestStore = {
  settings: S3Settings;
  /** By their whole keys. */
  objects: Map<string, { bytes: Buffer; at: Date }>;
  /** Of uploads in parts that were begun and not ended. */
  begun: Map<string, Part>;
  /** What went wrong is asked for each request, by its method and its path. */
  fault: (method: string, path: string) => Fault | undefined;
  /** What is waited for before the parts of an upload are joined. */
  joins: () => Promise<unknown>;
  /** Each request's method and path. */
  asked: string[];
  close(): Promise<void>;
};

const BUCKET = "anh";
const KEY = "khoa-cua-bai-thu";

/** So many keys in one answer, that a test need not put a thousand. */
const PAGE = 5;

export async function openTestStore(prefix = "toasoan/"): Promise<TestStore> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const store: TestStore = {
    settings: {
      ...{ endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", bucket: BUCKET, prefix, pathStyle: true },
      ...{ key: KEY, secret: "bi-mat-cua-bai-thu" },
    },
    objects: new Map(),
    begun: new Map(),
    fault: () => undefined,
    joins: async () => undefined,
    asked: [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return store;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://store");
    const method = request.method ?? "";
    store.asked.push(`${method} ${url.pathname}`);
    const fault = store.fault(method, url.pathname);
    if (fault === "silent") return;
    const body = await buffer(request).catch(() => null);
    if (body === null) return;
    if (fault === "busy") return void refuse(response, 503, "SlowDown", "Please reduce your request rate.");
    if (!request.headers.authorization?.includes(`Credential=${KEY}/`))
      return void refuse(response, 403, "AccessDenied");
    if (hashOf(body) !== request.headers["x-amz-content-sha256"]) return void refuse(response, 400, "BadDigest");
    const [, bucket, ...path] = decodeURIComponent(url.pathname).split("/");
    if (bucket !== BUCKET) return void refuse(response, 404, "NoSuchBucket");
    const key = path.join("/");
    if (key === "") return void tellOfBucket(url.searchParams, response);
    if (url.searchParams.has("uploads") || url.searchParams.has("uploadId")) {
      return void takePart(method, key, url.searchParams, body, response);
    }
    if (method === "PUT") return void kept(key, body, response);
    if (method === "DELETE") {
      store.objects.delete(key);
      return void response.writeHead(204).end();
    }
    send(request, response, key, fault);
  }

  function kept(key: string, bytes: Buffer, response: ServerResponse): void {
    store.objects.set(key, { bytes, at: new Date() });
    response.writeHead(200, { ETag: `"${hashOf(bytes)}"` }).end();
  }

  function send({ method, headers }: IncomingMessage, response: ServerResponse, key: string, fault?: Fault): void {
    const found = store.objects.get(key);
    if (!found) return void refuse(response, 404, "NoSuchKey");
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
    const bytes = first === undefined ? found.bytes : found.bytes.subarray(Number(first), Number(last) + 1);
    response.writeHead(first === undefined ? 200 : 206, { "Content-Length": String(bytes.length) });
    if (method === "HEAD") return void response.end();
    if (fault !== "cut" && fault !== "stuck") return void response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2), () => fault === "cut" && response.destroy());
  }

  async function takePart(
    method: string,
    key: string,
    asked: URLSearchParams,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const id = asked.get("uploadId");
    if (method === "POST" && id === null) {
      const made = randomUUID();
      store.begun.set(made, { key, since: new Date(), parts: new Map() });
      return void xml(
        response,
        `<InitiateMultipartUploadResult><UploadId>${made}</UploadId></InitiateMultipartUploadResult>`,
      );
    }
    const begun = store.begun.get(id ?? "");
    if (!begun) return void refuse(response, 404, "NoSuchUpload");
    if (method === "PUT") {
      begun.parts.set(Number(asked.get("partNumber")), body);
      return void response.writeHead(200, { ETag: `"${hashOf(body)}"` }).end();
    }
    if (method === "POST") await store.joins();
    store.begun.delete(id ?? "");
    if (method === "DELETE") return void response.writeHead(204).end();
    const parts = [...begun.parts].sort(([one], [other]) => one - other).map(([, bytes]) => bytes);
    store.objects.set(key, { bytes: Buffer.concat(parts), at: new Date() });
    xml(response, `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`);
  }

  function tellOfBucket(asked: URLSearchParams, response: ServerResponse): void {
    const beginning = asked.get("prefix") ?? "";
    if (asked.has("uploads")) {
      const all = [...store.begun].filter(([, { key }]) => key.startsWith(beginning));
      const said = all.map(
        ([id, { key, since }]) =>
          `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${since.toISOString()}</Initiated></Upload>`,
      );
      return void xml(response, `<ListMultipartUploadsResult>${said.join("")}</ListMultipartUploadsResult>`);
    }
    const from = asked.get("continuation-token") ?? asked.get("start-after") ?? "";
    const keys = [...store.objects.keys()].filter((key) => key.startsWith(beginning) && key > from).sort();
    const page = keys.slice(0, PAGE).map((key) => {
      const { bytes, at } = store.objects.get(key) ?? { bytes: "", at: new Date() };
      return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${at.toISOString()}</LastModified></Contents>`;
    });
    const next = keys.length > PAGE ? `<NextContinuationToken>${keys[PAGE - 1]}</NextContinuationToken>` : "";
    xml(response, `<ListBucketResult>${page.join("")}${next}</ListBucketResult>`);
  }
}

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

function xml(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { "Content-Type": "application/xml" }).end(`<?xml version="1.0"?>${text}`);
}

function refuse(response: ServerResponse, status: number, code: string, message = code): void {
  xml(response, `<Error><Code>${code}</Code><Message>${message}</Message></Error>`, status);
}
