import { createHash } from "node:crypto";
import { database } from "#db/client.ts";
import { fileCuts, files, type Rendition } from "#db/schema/files.ts";
import { newBlockId } from "#features/text/block-id.ts";
import type { Attachment, Figure } from "#features/text/body.ts";
import { processWide } from "#lib/process-wide.ts";
import { FORMATS, MADE_WITH, WIDTHS } from "./settings.ts";
import type { Storage } from "./storage/types.ts";
import type { Made } from "./store.ts";

/** Has this process keep files there from now on; undefined: where the settings say. */
export function keepFilesIn(storage: Storage | undefined): void {
  const shared = processWide<{ storage?: Storage | undefined }>("toasoan.storage", () => ({}));
  shared.storage = storage;
}

/** Sizes and formats as they are made of a picture, each of 1,000 bytes. */
export function renditionsOf(width: number, height: number): Rendition[] {
  const widths = [...new Set([...WIDTHS.filter((one) => one < width), Math.min(width, Math.max(...WIDTHS))])];
  return FORMATS.flatMap((format) =>
    widths.map((one) => ({ format, width: one, height: Math.round((one * height) / width), bytes: 1_000 })),
  );
}

/** What the worker says of a picture of this size that looks like nothing. */
export const madeOf = (width: number, height: number): Made => ({
  ...{ width, height, renditions: renditionsOf(width, height), placeholder: "" },
  ...{ pages: null, text: "", likeness: null, durationMs: null, codecs: "" },
});

/** What is not known of a picture that nobody has looked at. */
export const NOT_MADE = { width: null, height: null, madeWith: null, renditions: [] as Rendition[] };

/**
 * A picture on a site's list of which readers could get all, though no bytes of it lie anywhere.
 * @param words from which its hash is made
 */
export async function readyFile(
  { siteId, personId }: { siteId: number; personId: number },
  words: string = crypto.randomUUID(),
  { width = 1600, height = 1200, ...change }: Partial<typeof files.$inferInsert> = {},
): Promise<{ id: number; sha256: string }> {
  const sha256 = createHash("sha256").update(words).digest("hex");
  const [made] = await database()
    .insert(files)
    .values({
      ...{ siteId, sha256, mediaType: "image/jpeg", name: "anh.jpg", size: 123_456, uploadedBy: personId },
      ...{
        state: "ready",
        width,
        height,
        madeWith: MADE_WITH,
        renditions: renditionsOf(width ?? 1, height ?? 1),
        // All that is asked of a picture, so that texts with it can go live.
        licence: "own",
        peopleShown: "no_child",
        rightsBy: personId,
        ...change,
      },
    })
    .returning({ id: files.id });
  return { id: made?.id ?? 0, sha256 };
}

/** Its place in a text, with all the words that a picture needs. */
export function figureOf(sha256: string, change: Partial<Figure["attrs"]> = {}, caption = "Quang cảnh lễ hội"): Figure {
  return {
    type: "figure",
    attrs: {
      id: newBlockId(),
      file: sha256,
      cut: "",
      alt: "Sân đình đông người",
      decorative: false,
      credit: "Lê Thử",
      ai: "none",
      ...change,
    },
    content: [{ type: "text", text: caption }],
  };
}

/** Its place in a text, of a document. */
export function attachmentOf(sha256: string, change: Partial<Attachment["attrs"]> = {}): Attachment {
  const words = { title: "Quyết định", summary: "Giao việc cho các tổ dân phố." };
  return { type: "attachment", attrs: { id: newBlockId(), file: sha256, ...words, ...change } };
}

/** A cut of a file of which readers could get all, though no bytes of it lie anywhere. @returns its number */
export async function readyCut(fileId: number, cut: string, { width = 800, height = 600 } = {}): Promise<number> {
  const [made] = await database()
    .insert(fileCuts)
    .values({
      ...{ fileId, cut, state: "ready", width, height },
      ...{ madeWith: MADE_WITH, renditions: renditionsOf(width, height) },
    })
    .returning({ id: fileCuts.id });
  return made?.id ?? 0;
}
