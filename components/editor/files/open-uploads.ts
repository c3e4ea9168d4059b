import { type FileKind, kindOfFile, MOST_BYTES } from "#features/files/media.ts";
import { type Sender, sendFile } from "./send-file.ts";
import { makeUploader, type Uploader } from "./uploader.ts";

/**
 * The files on their way into the library, into the texts that were open since this page was loaded, or from this phone: they go
 * on when their editor is left, and are there when one comes back. Never filled on the server, where they would be everybody's.
 */
const open = new Map<string, Uploader>();

/**
 * @param place for what they come: the same name means the same uploads
 * @param sentences what is said of a file that is not sent, or that the server refuses without a word
 */
export function openUploads(place: string, sender: Sender, sentences: Sentences): Uploader {
  const before = open.get(place);
  if (before) return before;
  const uploader = makeUploader({
    send: (file, told) => sendFile(file, sender, sentences.refused, told),
    refusal: (file) => {
      if (file.size === 0) return sentences.empty(file.name);
      const kind = kindOfFile(file) ?? "picture";
      return file.size > MOST_BYTES[kind] ? sentences.tooLarge(kind, file.name, file.size) : null;
    },
  });
  if (typeof window === "undefined") return uploader;
  if (open.size === 0) followPage();
  open.set(place, uploader);
  return uploader;
}

export type Sentences = {
  refused: string;
  empty: (name: string) => string;
  /** @param size in bytes */
  tooLarge: (kind: FileKind, name: string, size: number) => string;
};

function followPage(): void {
  const wake = () => {
    for (const uploader of open.values()) uploader.wake();
  };
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
  // What lies in a file chooser cannot be had again without its person.
  window.addEventListener("beforeunload", (event) => {
    if ([...open.values()].some((uploader) => uploader.underWay().length > 0)) event.preventDefault();
  });
}
