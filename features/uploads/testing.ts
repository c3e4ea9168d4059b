import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { folderStorage } from "#features/files/storage/folder.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import type { Person } from "#features/moves/testing.ts";
import type { Grant } from "#features/roles/roles.ts";
import { readSettings, settle } from "#lib/env.ts";
import { answerUploader } from "./door.ts";

/** A folder for all that the tests of a spec file keep; empty until the hook has run. */
export function oneDataDir() {
  const place = { dataDir: "", uploads: "", files: "" };
  beforeAll(() => {
    const dataDir = mkdtempSync(join(tmpdir(), "toa-soan-data-"));
    Object.assign(place, { dataDir, uploads: join(dataDir, "uploads"), files: join(dataDir, "files") });
    settle({ ...readSettings({ DATA_DIR: dataDir }), secret: "x".repeat(32) });
    keepFilesIn(folderStorage(place.files));
  });
  afterAll(() => rmSync(place.dataDir, { recursive: true }));
  return place;
}

export type Bringer = Person & { grants: readonly Grant[] };

/** An uploader of somebody who is signed in. */
export const anUploader = (staff: Bringer) => uploaderAt((request) => answerUploader(staff, request));

/** An uploader, as one speaks to a door of ours. @param root where that is */
export function uploaderAt(answer: (request: Request) => Promise<Response>, root = "/api/uploads") {
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    answer(
      new Request(`http://desk.vn${path}`, {
        method,
        headers: { "tus-resumable": "1.0.0", ...headers },
        ...(body === undefined ? {} : { body, duplex: "half" as const }),
      }),
    );
  const encoded = (name: string) => `filename ${Buffer.from(name).toString("base64")}`;
  const uploader = {
    ask,
    /** @returns where the upload lies */
    async begin(size: number, name = "sen.jpg"): Promise<string> {
      const headers = { "upload-length": String(size), "upload-metadata": encoded(name) };
      return (await ask("POST", root, headers)).headers.get("location") ?? "";
    },
    send: (path: string, from: number, body: BodyInit) =>
      ask("PATCH", path, { "upload-offset": String(from), "content-type": "application/offset+octet-stream" }, body),
    /** How many bytes of an upload are there. */
    far: async (path: string) => Number((await ask("HEAD", path)).headers.get("upload-offset")),
    /** Brings a file in one part. */
    async bring(bytes: Buffer, name?: string): Promise<Response> {
      return uploader.send(await uploader.begin(bytes.length, name), 0, new Uint8Array(bytes));
    },
  };
  return uploader;
}

/** Bytes that begin as a JPEG does, no two alike unless they are asked for by the same mark. */
export function aPicture(size = 300_000, mark: string = crypto.randomUUID()): Buffer {
  const bytes = Buffer.alloc(size, mark);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}
