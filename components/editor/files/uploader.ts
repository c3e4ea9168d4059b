import { dueAt, isUnderWay, step, toStart, type Upload, type UploadEvent, type Uploads } from "./uploads.ts";

/** What an upload says while it is sent. */
export type Told = {
  progressed: (sent: number) => void;
  /** @param file the SHA-256 of its bytes */
  arrived: (file: string) => void;
  /** Nobody answered, or the server cannot now, for the reason that it gives. */
  failed: (sentence: string | null) => void;
  refused: (sentence: string) => void;
};

/** `stop` leaves what the server has to a later try, `abandon` does not. Neither says anything more. */
export type Sending = { stop: () => void; abandon: () => void };

/** Puts a file into its figure. @returns false where the figure is not in the text */
export type Holder = (id: string, file: string) => boolean;

export type UploaderParts = {
  send: (file: File, told: Told) => Sending;
  /** Why a file needs not be sent at all; null where it may. */
  refusal: (file: File) => string | null;
};

export type Uploader = ReturnType<typeof makeUploader>;

/**
 * The pictures that are on their way into one text: the machine of `uploads.ts` with a clock, a network and files put to it.
 * Files are kept by this page alone, and go with it.
 */
export function makeUploader({ send, refusal }: UploaderParts) {
  let all: Uploads = new Map();
  let holder: Holder = () => false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const files = new Map<string, File>();
  const pictures = new Map<string, string>();
  const sendings = new Map<string, Sending>();
  const listeners = new Set<() => void>();
  const came = new Set<string>();
  const arrivals = new Set<(id: string, file: string) => void>();

  function apply(event: UploadEvent): void {
    const before = all;
    all = step(all, event);
    if (all === before) return;
    for (const [id, sending] of sendings) if (all.get(id)?.kind !== "sending") end(id, sending);
    for (const upload of toStart(all)) start(upload);
    clearTimeout(timer);
    const due = dueAt(all);
    if (due !== null) timer = setTimeout(() => apply({ type: "due", at: Date.now() }), Math.max(0, due - Date.now()));
    for (const listener of listeners) listener();
  }

  function end(id: string, sending: Sending): void {
    sendings.delete(id);
    const kind = all.get(id)?.kind;
    if (kind === "cancelled" || kind === undefined) sending.abandon();
    else sending.stop();
  }

  function start({ id }: Upload): void {
    const file = files.get(id);
    if (file === undefined) return;
    all = step(all, { type: "started", id });
    const isMine = () => sendings.get(id) === sending;
    const sending: Sending = send(file, {
      progressed: (sent) => isMine() && apply({ type: "progressed", id, sent }),
      failed: (sentence) => isMine() && apply({ type: "failed", id, at: Date.now(), sentence }),
      refused: (sentence) => isMine() && apply({ type: "refused", id, sentence }),
      arrived: (hash) => isMine() && arrive(id, hash),
    });
    sendings.set(id, sending);
  }

  function arrive(id: string, file: string): void {
    sendings.delete(id);
    files.delete(id);
    if (!holder(id, file)) {
      forget(id);
      return;
    }
    came.add(file);
    apply({ type: "arrived", id });
    for (const listener of arrivals) listener(id, file);
  }

  function letGo(id: string): void {
    const picture = pictures.get(id);
    if (picture !== undefined) URL.revokeObjectURL(picture);
    pictures.delete(id);
  }

  function forget(id: string): void {
    letGo(id);
    files.delete(id);
    apply({ type: "forgotten", id });
  }

  return {
    /** Brings a file for a figure; one that was on its way there is let go. */
    bring(id: string, file: File): void {
      if (all.has(id)) forget(id);
      files.set(id, file);
      pictures.set(id, URL.createObjectURL(file));
      apply({ type: "brought", id, name: file.name, size: file.size, refused: refusal(file) });
    },
    cancel: (id: string) => apply({ type: "cancelled", id }),
    again: (id: string) => apply({ type: "again", id }),
    forget,
    /** What stands in the text now: what is on its way for another figure waits until that one comes back. */
    figuresAre(ids: ReadonlySet<string>): void {
      for (const { id, kind } of all.values()) if (kind === "arrived" && !ids.has(id)) forget(id);
      apply({ type: "figures", ids });
    },
    wake: () => apply({ type: "woken" }),
    /** A text takes what arrives from now on. @returns what takes it away again, if nothing else has taken its place */
    heldBy(next: Holder, then: Holder = () => false): () => void {
      holder = next;
      return () => {
        if (holder === next) holder = then;
      };
    },
    /** Calls `listener` with each file that has come into its figure. */
    onArrived(listener: (id: string, file: string) => void): () => void {
      arrivals.add(listener);
      return () => arrivals.delete(listener);
    },
    /** Whether a file was brought here, since the page was opened. */
    hasBrought: (file: string): boolean => came.has(file),
    /** Another one after each change. */
    all: (): Uploads => all,
    of: (id: string): Upload | undefined => all.get(id),
    /** The address of the picture as it lies here, until readers' one is shown in its place (`forget`). */
    pictureOf: (id: string): string | undefined => pictures.get(id),
    underWay: (): Upload[] => [...all.values()].filter(isUnderWay),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
