import type { DetailedError, PreviousUpload } from "tus-js-client";
import { uploadsPath } from "#features/addresses/desk.ts";
import { FILE_HEADER, PART_BYTES } from "#features/files/settings.ts";
import type { Sending, Told } from "./uploader.ts";

/** An upload that does not move is one that failed: the network may be gone without saying so. Milliseconds. */
const PATIENCE_MS = 45_000;

/** Addresses that something on this page is sending to: the same file twice at once is sent twice. */
const inUse = new Set<string>();

export type Sender = {
  /** Whose files they are: nobody finds again what somebody else began to send from this browser. */
  whose: string | number;
  endpoint?: string;
  headers?: Record<string, string>;
};

/**
 * Sends one file in parts (tus). What the server has of it already, from a try before or from before this page was loaded,
 * is not sent again: it is found by the file's name, size and time, for the same sender.
 */
export function sendFile(file: File, sender: Sender, refusedSentence: string, told: Told): Sending {
  let sending: Sending | null = null;
  let ended = false;
  const begin = (tus: Tus) => {
    if (!ended) sending = sendBy(tus, file, sender, refusedSentence, told);
  };
  // Whoever writes words alone does not load it.
  import("tus-js-client").then(begin, () => told.failed(null));
  const end = (how: keyof Sending) => {
    ended = true;
    sending?.[how]();
  };
  return { stop: () => end("stop"), abandon: () => end("abandon") };
}

type Tus = typeof import("tus-js-client");

function sendBy({ Upload }: Tus, file: File, sender: Sender, refusedSentence: string, told: Told): Sending {
  const { whose, endpoint = uploadsPath, headers = {} } = sender;
  let ended = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    ended = true;
    clearTimeout(patience);
    if (upload.url !== null) inUse.delete(upload.url);
  };
  const stop = (abandoned: boolean) => {
    end();
    // What is left on the server is swept there.
    upload.abort(abandoned).catch(() => undefined);
  };
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      stop(false);
      told.failed(null);
    }, PATIENCE_MS);
  };
  const upload = new Upload(file, {
    endpoint,
    headers,
    chunkSize: PART_BYTES,
    // Who tries again is `uploads.ts`, which knows of all of them.
    retryDelays: null,
    metadata: { filename: file.name },
    fingerprint: async () => ["toasoan", whose, file.name, file.size, file.lastModified].join("-"),
    removeFingerprintOnSuccess: true,
    onUploadUrlAvailable: () => upload.url !== null && inUse.add(upload.url),
    onProgress: (sent) => {
      wait();
      told.progressed(sent);
    },
    onSuccess: ({ lastResponse }) => {
      end();
      const hash = lastResponse.getHeader(FILE_HEADER);
      if (hash) told.arrived(hash);
      else told.failed(null);
    },
    onError: (error) => {
      end();
      const { status, sentence } = said(error as DetailedError);
      const isFinal = status >= 400 && status < 500 && !PASSING.has(status);
      if (isFinal) told.refused(sentence ?? refusedSentence);
      else told.failed(sentence);
    },
  });
  const start = (before: PreviousUpload[] = []) => {
    if (ended) return;
    const newest = before
      .filter(({ uploadUrl }) => uploadUrl !== null && !inUse.has(uploadUrl))
      .toSorted((a, b) => b.creationTime.localeCompare(a.creationTime))
      .at(0);
    if (newest) upload.resumeFromPreviousUpload(newest);
    wait();
    upload.start();
  };
  upload.findPreviousUploads().then(start, () => start());
  return { stop: () => stop(false), abandon: () => stop(true) };
}

/** Who asks is not known any more, or something else is at it, or it is too much at once: all of that passes. */
const PASSING = new Set([401, 409, 423, 429]);

/** What was answered; status 0 where nobody did. */
function said({ originalResponse }: DetailedError): { status: number; sentence: string | null } {
  const status = originalResponse?.getStatus() ?? 0;
  try {
    const { sentence } = JSON.parse(originalResponse?.getBody() ?? "") as { sentence?: string };
    return { status, sentence: sentence ?? null };
  } catch {
    return { status, sentence: null };
  }
}
