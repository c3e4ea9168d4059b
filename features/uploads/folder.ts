import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import { ERRORS, Upload } from "@tus/server";
import { isDiskFull } from "#lib/disk-room.ts";

type Owner = { siteId: number; personId: number };

/** The number of a new upload. It says whose it is, so that nobody else can have it, whatever lies in the folder. */
export const newUploadId = ({ siteId, personId }: Owner): string =>
  `${siteId}-${personId}-${randomBytes(16).toString("hex")}`;

/** Whether an upload was begun by this person on this site. What is no number of an upload is nobody's. */
export const isUploadOf = ({ siteId, personId }: Owner, id: string): boolean =>
  ID.test(id) && id.startsWith(`${siteId}-${personId}-`);

const ID = /^\d+-\d+-[0-9a-f]{32}$/;

/**
 * Uploads under way, each with what is known of it beside it, as tus' file store keeps them, with three differences: it
 * says why it could not write, leaves nothing on a full disk, and knows for a day which file an upload has become.
 */
export class UploadFolder extends FileStore {
  readonly #onWritten: () => void;

  private constructor(folder: string, onWritten: () => void) {
    super({ directory: folder });
    this.#onWritten = onWritten;
    // The length is said before the first byte: what is too large is refused then.
    this.extensions = ["creation", "termination"];
  }

  /**
   * The folder is made where there is none: the store would do so later, and stop the process when it cannot.
   * @param onWritten is called after each piece that has been written down
   */
  static async open(folder: string, onWritten: () => void = () => undefined): Promise<UploadFolder> {
    await mkdir(folder, { recursive: true });
    return new UploadFolder(folder, onWritten);
  }

  /** Where the bytes of an upload lie. */
  pathOf(id: string): string {
    return join(this.directory, id);
  }

  override async create(upload: Upload): Promise<Upload> {
    return this.#leavingNothing(upload.id, () => super.create(upload));
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    return this.#leavingNothing(id, async () => {
      // It asks for more when all that it has is written.
      const file = createWriteStream(this.pathOf(id), { flags: "r+", start: offset, flush: true, highWaterMark: 1 });
      await pipeline(bytes, (pieces: AsyncIterable<Buffer>) => this.#told(pieces), file);
      return offset + file.bytesWritten;
    });
  }

  /** One that has become a file is whole, although its bytes lie elsewhere. */
  override async getUpload(id: string): Promise<Upload> {
    const known = await this.configstore.get(id);
    if (known?.metadata?.file && known.size !== undefined) return new Upload({ ...known, offset: known.size });
    return super.getUpload(id);
  }

  override async remove(id: string): Promise<void> {
    if (!(await this.configstore.get(id))) throw ERRORS.FILE_NOT_FOUND;
    await this.clear(id);
  }

  /** The SHA-256 of the file that an upload has become; null while it has not. */
  async fileOf(id: string): Promise<string | null> {
    return (await this.configstore.get(id))?.metadata?.file ?? null;
  }

  /** Notes which file an upload has become, and removes its bytes: whoever did not hear the answer asks once more. */
  async becomes(id: string, sha256: string): Promise<void> {
    const known = await this.configstore.get(id);
    if (!known) return;
    await this.configstore.set(id, new Upload({ ...known, metadata: { ...known.metadata, file: sha256 } }));
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes an upload; one that is not there is removed already. */
  async clear(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await rm(this.pathOf(`${id}.json`), { force: true });
  }

  async *#told(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      yield piece;
      this.#onWritten();
    }
  }

  async #leavingNothing<T>(id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isDiskFull(error)) await this.clear(id);
      // It was removed while somebody wrote it.
      if (error instanceof Error && "code" in error && error.code === "ENOENT") throw ERRORS.FILE_NOT_FOUND;
      throw error;
    }
  }
}
