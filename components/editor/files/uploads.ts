/**
 * How the picture of a figure gets to the server, said without a network.
 * - `queued`, `sending`, `lost` (it is tried again by itself): it is on its way.
 * - `aside`: its figure was taken out of the text; it goes on if the figure comes back.
 * - `refused`, `cancelled`: a person decides what comes next.
 * - `arrived`: the server has it.
 */
export type UploadKind = "queued" | "sending" | "lost" | "aside" | "refused" | "cancelled" | "arrived";

export type Upload = {
  /** The id of the figure that it is for. */
  id: string;
  name: string;
  /** Bytes: all, and those that the server has. */
  size: number;
  sent: number;
  kind: UploadKind;
  /** Failed tries in a row, and when the last one failed: milliseconds of the browser's clock. */
  tries: number;
  failedAt: number;
  /** Why the server refused it, or cannot take it now where it said so. */
  sentence: string | null;
};

/** By their figures, in the order in which they were brought. */
export type Uploads = ReadonlyMap<string, Upload>;

export type UploadEvent =
  | { type: "brought"; id: string; name: string; size: number; refused: string | null }
  | { type: "started"; id: string }
  | { type: "progressed"; id: string; sent: number }
  | { type: "arrived"; id: string }
  | { type: "failed"; id: string; at: number; sentence: string | null }
  | { type: "refused"; id: string; sentence: string }
  | { type: "cancelled"; id: string }
  /** A person wants it tried again. */
  | { type: "again"; id: string }
  /** Nothing has to be known of it any more. */
  | { type: "forgotten"; id: string }
  /** These figures stand in the text now. */
  | { type: "figures"; ids: ReadonlySet<string> }
  /** The time has come to try again what was lost. */
  | { type: "due"; at: number }
  /** The connection, or the person, came back. */
  | { type: "woken" };

/** True while bytes go to the server, or will without a person. */
export const isUnderWay = ({ kind }: Upload): boolean => kind === "queued" || kind === "sending" || kind === "lost";

export function step(all: Uploads, event: UploadEvent): Uploads {
  switch (event.type) {
    case "brought":
      return brought(all, event);
    case "forgotten": {
      const left = new Map(all);
      left.delete(event.id);
      return left;
    }
    case "figures":
      return each(all, (upload) => atFigures(upload, event.ids.has(upload.id)));
    case "due":
      return each(all, (upload) => (tryAt(upload) <= event.at ? { ...upload, kind: "queued" } : upload));
    case "woken":
      return each(all, (upload) => (upload.kind === "lost" ? { ...upload, kind: "queued", tries: 0 } : upload));
    default: {
      const upload = all.get(event.id);
      return upload === undefined ? all : changed(all, { ...upload, ...after(upload, event) });
    }
  }
}

type OfOne = Exclude<UploadEvent, { type: "brought" | "forgotten" | "figures" | "due" | "woken" }>;

function after(upload: Upload, event: OfOne): Partial<Upload> {
  switch (event.type) {
    case "started":
      return { kind: "sending" };
    case "progressed":
      return { sent: Math.min(event.sent, upload.size), tries: 0 };
    case "arrived":
      return { kind: "arrived", sent: upload.size };
    case "failed":
      return { kind: "lost", tries: upload.tries + 1, failedAt: event.at, sentence: event.sentence };
    case "refused":
      return { kind: "refused", sentence: event.sentence };
    case "cancelled":
      return { kind: "cancelled", sent: 0 };
    case "again":
      return { kind: "queued", sentence: null, tries: 0 };
  }
}

/** A figure has one picture on its way: another one takes its place in the row. */
function brought(all: Uploads, { id, name, size, refused }: Extract<UploadEvent, { type: "brought" }>): Uploads {
  const kind = refused === null ? "queued" : "refused";
  const left = new Map(all);
  left.delete(id);
  return left.set(id, { id, name, size, kind, sent: 0, tries: 0, failedAt: 0, sentence: refused });
}

function atFigures(upload: Upload, isThere: boolean): Upload {
  if (!isThere && isUnderWay(upload)) return { ...upload, kind: "aside" };
  return isThere && upload.kind === "aside" ? { ...upload, kind: "queued", tries: 0 } : upload;
}

/** As many at once as leave a browser's connections for what is typed: it has six for a host. */
const AT_ONCE = 2;

/** Those that may begin now. */
export function toStart(all: Uploads): Upload[] {
  const sending = [...all.values()].filter(({ kind }) => kind === "sending").length;
  const queued = [...all.values()].filter(({ kind }) => kind === "queued");
  return queued.slice(0, Math.max(0, AT_ONCE - sending));
}

/** When the next one is to be tried again; null when none waits for that. */
export function dueAt(all: Uploads): number | null {
  const next = Math.min(...[...all.values()].map(tryAt));
  return next === Number.POSITIVE_INFINITY ? null : next;
}

/** After 2, 4, 8, 16, then every 30 seconds. */
function tryAt({ kind, failedAt, tries }: Upload): number {
  return kind === "lost" ? failedAt + Math.min(1_000 * 2 ** tries, 30_000) : Number.POSITIVE_INFINITY;
}

function changed(all: Uploads, upload: Upload): Uploads {
  return new Map(all).set(upload.id, upload);
}

/** The same object where nothing changes, so that a screen has nothing to draw. */
function each(all: Uploads, change: (upload: Upload) => Upload): Uploads {
  const next = new Map([...all].map(([id, upload]) => [id, change(upload)]));
  return [...all].every(([id, upload]) => next.get(id) === upload) ? all : next;
}
