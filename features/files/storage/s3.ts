import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { S3Settings } from "#lib/env.ts";
import { NothingThere, refuseNoKey, type Storage, StorageAway } from "./types.ts";

/**
 * For how long a store may say nothing while something is asked of it, and while it joins the parts of a long file, in milliseconds; and
 * how often it is asked. S3 says of joining that it may take minutes, and most stores that speak like it are silent meanwhile.
 */
type Patience = { silenceMs: number; joiningMs: number; tries: number };
const USUAL: Patience = { silenceMs: 5_000, joiningMs: 180_000, tries: 3 };

/** What is larger goes in parts of this size, one after the other, each of which lies in memory; in bytes. S3 takes 10,000 parts. */
const PART = 8 * 1024 * 1024;

/** A bucket of a store that speaks S3, Amazon's own or another one. */
export function s3Storage(settings: S3Settings, patience: Partial<Patience> = {}): Storage {
  const { bucket: Bucket, prefix } = settings;
  const { silenceMs, joiningMs, tries } = { ...USUAL, ...patience };
  const at = (key: string) => {
    refuseNoKey(key);
    return `${prefix}${key}`;
  };
  let opened: Promise<Opened> | undefined;
  /** Asks the store. What is not there is what the caller says; whatever else it says is that it is away. */
  async function ask<T>(what: (opened: Opened) => Promise<T>): Promise<T | typeof MISSING> {
    opened ??= open(settings, { silenceMs, joiningMs, tries });
    try {
      return await what(await opened);
    } catch (error) {
      if (isMissing(error)) return MISSING;
      throw awayAfter(error);
    }
  }
  async function* pages<Page>(
    turn: (opened: Opened, from: Page | undefined) => Promise<Page>,
    isLast: (page: Page) => boolean,
  ) {
    for (let page: Page | undefined; page === undefined || !isLast(page); ) {
      const before = page;
      const next = await ask((opened) => turn(opened, before));
      if (next === MISSING) throw new StorageAway("the store of files has no such bucket");
      page = next;
      yield page;
    }
  }
  return {
    async put(key, bytes) {
      const Key = at(key);
      // What breaks off on our side is not the store's doing.
      const broken: unknown[] = [];
      const Body = Buffer.isBuffer(bytes) ? bytes : Readable.from(noting(bytes, broken));
      const put = await ask(async ({ joining, Upload }) => {
        await new Upload({ client: joining, params: { Bucket, Key, Body }, partSize: PART, queueSize: 1 }).done();
      })
        .catch((error: unknown) => {
          throw broken[0] ?? error;
        })
        .finally(() => !Buffer.isBuffer(bytes) && bytes.destroy());
      // It also says so of an upload that it has joined already, when it is asked once more: what lies there is looked at next time.
      if (put === MISSING) throw new StorageAway("the store of files has no such bucket, or no such upload any more");
    },
    async sizeOf(key) {
      const Key = at(key);
      const found = await ask(({ client, s3 }) => client.send(new s3.HeadObjectCommand({ Bucket, Key })));
      return found === MISSING ? null : (found.ContentLength ?? 0);
    },
    async read(key, range) {
      const asked = { Bucket, Key: at(key), ...(range && { Range: `bytes=${range.first}-${range.last}` }) };
      const found = await ask(({ client, s3 }) => client.send(new s3.GetObjectCommand(asked)));
      if (found === MISSING) throw new NothingThere(`Nothing lies under ${key}`);
      return Readable.from(piecesOf(found.Body as IncomingMessage, silenceMs), { objectMode: false });
    },
    async remove(key) {
      const Key = at(key);
      await ask(({ client, s3 }) => client.send(new s3.DeleteObjectCommand({ Bucket, Key })));
    },
    async *list(beginning, after) {
      const asked = { Bucket, Prefix: `${prefix}${beginning}`, ...(after && { StartAfter: `${prefix}${after}` }) };
      const turn = ({ client, s3 }: Opened, from: { NextContinuationToken?: string | undefined } | undefined) =>
        client.send(new s3.ListObjectsV2Command({ ...asked, ContinuationToken: from?.NextContinuationToken }));
      for await (const { Contents = [] } of pages(turn, (page) => page.NextContinuationToken === undefined)) {
        for (const { Key = "", Size: size = 0, LastModified: since = new Date() } of Contents) {
          yield { key: Key.slice(prefix.length), size, at: since };
        }
      }
    },
    async *leftovers() {
      const turn = (
        { client, s3 }: Opened,
        from: { NextKeyMarker?: string; NextUploadIdMarker?: string } | undefined,
      ) =>
        client.send(
          new s3.ListMultipartUploadsCommand({
            ...{ Bucket, Prefix: prefix, KeyMarker: from?.NextKeyMarker, UploadIdMarker: from?.NextUploadIdMarker },
          }),
        );
      for await (const { Uploads = [] } of pages(turn, (page) => page.IsTruncated !== true)) {
        for (const { Key = "", UploadId, Initiated: since = new Date() } of Uploads) {
          const remove = async () => {
            await ask(({ client, s3 }) => client.send(new s3.AbortMultipartUploadCommand({ Bucket, Key, UploadId })));
          };
          yield { name: `${Key.slice(prefix.length)} (upload ${UploadId})`, since, remove };
        }
      }
    },
  };
}

type Opened = {
  client: S3Client;
  /** The same, but that it waits longer while parts are joined. */
  joining: S3Client;
  s3: typeof import("@aws-sdk/client-s3");
  Upload: typeof import("@aws-sdk/lib-storage").Upload;
};

/** Only who has such a store has the library for it in memory. */
async function open(settings: S3Settings, { silenceMs, joiningMs, tries }: Patience): Promise<Opened> {
  const { endpoint, region, key, secret, pathStyle } = settings;
  const [s3, { Upload }] = await Promise.all([import("@aws-sdk/client-s3"), import("@aws-sdk/lib-storage")]);
  const clientFor = (socketTimeout: number) =>
    new s3.S3Client({
      ...(endpoint === undefined ? {} : { endpoint }),
      ...{ region, forcePathStyle: pathStyle, maxAttempts: tries },
      credentials: { accessKeyId: key, secretAccessKey: secret },
      requestHandler: { connectionTimeout: silenceMs, socketTimeout, logger: QUIET },
      // Checksums in a form of its own, which other stores do not know; what is sent is signed with its hash anyway.
      ...{ requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" },
      logger: QUIET,
    });
  const client = clientFor(silenceMs);
  const patient = clientFor(joiningMs);
  const send: S3Client["send"] = (command: object, ...more: []) =>
    (command instanceof s3.CompleteMultipartUploadCommand ? patient : client).send(command as never, ...more);
  return { client, joining: Object.create(client, { send: { value: send } }), s3, Upload };
}

/** What goes wrong is told by us, once; requests carry signatures. */
const nothing = () => undefined;
const QUIET = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

const MISSING = Symbol("nothing is there");

const MISSING_NAMES = new Set(["NotFound", "NoSuchKey", "NoSuchUpload"]);

const isMissing = (error: unknown): boolean => error instanceof Error && MISSING_NAMES.has(error.name);

/** In words, and without what was sent: its head carries who we are. */
function awayAfter(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === "StorageAway") return error;
  const { $metadata, name, message } = error as S3ServiceException;
  const status = $metadata?.httpStatusCode === undefined ? "" : ` (${$metadata.httpStatusCode})`;
  return new StorageAway(`the store of files did not do what was asked: ${name}${status} ${message}`.trim());
}

/**
 * The bytes of an answer. How slowly they are taken is the reader's affair: the store is late only while somebody waits
 * for it.
 */
async function* piecesOf(body: IncomingMessage, silenceMs: number): AsyncGenerator<Buffer> {
  body.socket?.setTimeout(0);
  const pieces = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const late = setTimeout(() => body.destroy(new Error(`nothing came for ${silenceMs} ms`)), silenceMs);
      const next = await pieces.next().finally(() => clearTimeout(late));
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    throw awayAfter(error);
  } finally {
    body.destroy();
  }
}

async function* noting(bytes: Readable, broken: unknown[]): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    broken.push(error);
    throw error;
  }
}
