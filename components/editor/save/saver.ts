import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { parseContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import type { SaveRequest } from "../props.ts";
import { type LocalCopy, sameText } from "./copies.ts";
import { dueAt, replaces, type SaveEvent, type SaveState, step, unsaved } from "./state.ts";

export type SaverParts = {
  kind: KindName;
  tab: string;
  first: SaveState;
  /** The text to begin with. */
  content: Content;
  send: (request: SaveRequest) => Promise<SaveEvent>;
  /** Keeps a copy in this browser; false when it cannot. */
  keep: (copy: LocalCopy) => Promise<boolean>;
  /** The same, apart from what is typed from now on: for the next visit to find. */
  keepAside: (copy: LocalCopy) => Promise<boolean>;
  forget: () => void;
};

/** `kept`: whether words that are not saved are at least in this browser; null until the first copy of them was tried. */
export type Shown = SaveState & { kept: boolean | null };

type Renewed = { savedAt: string | null; savedBy: string | null; content: Content };

export type Saver = ReturnType<typeof makeSaver>;

/** How soon after a key a copy is made in this browser, and how often at most: writing to the disk is dear. Milliseconds. */
const COPY_AFTER_MS = 300;
const COPY_EVERY_MS = 1_000;

/** Autosave without a screen: the machine of state.ts with a clock, a network and a store put to it. */
export function makeSaver({ kind, tab, first, content, send, keep, keepAside, forget }: SaverParts) {
  let shown: Shown = { ...first, kept: null };
  let read = (): Content => content;
  /** A request nobody answered is repeated word for word, under its number, so that the server knows it again. */
  let pending: SaveRequest | null = null;
  let onItsWay: Promise<void> | null = null;
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let copyTimer: ReturnType<typeof setTimeout> | undefined;
  let copiedAt = Number.NEGATIVE_INFINITY;
  const listeners = new Set<() => void>();
  const savedListeners = new Set<(content: Content) => void>();

  function apply(event: SaveEvent): void {
    const next = step(shown, event);
    // A browser that could keep nothing is not believed before it has kept something.
    shown = { ...next, kept: unsaved(next) || shown.kept === false ? shown.kept : null };
    clearTimeout(sendTimer);
    const due = onItsWay === null ? dueAt(shown) : null;
    if (due !== null) sendTimer = setTimeout(sendNow, Math.max(0, due - Date.now()));
    for (const listener of listeners) listener();
  }

  const copied = (): LocalCopy => ({
    base: shown.base,
    edit: shown.edit,
    content: read(),
    at: new Date().toISOString(),
  });

  async function copyNow(): Promise<void> {
    clearTimeout(copyTimer);
    copyTimer = undefined;
    if (!unsaved(shown)) return;
    copiedAt = Date.now();
    const kept = await keep(copied());
    // Saved meanwhile, and the copy forgotten: it says nothing of the next words.
    if (kept === shown.kept || (kept && !unsaved(shown))) return;
    shown = { ...shown, kept };
    for (const listener of listeners) listener();
  }

  function typed(type: "typed" | "replaced" = "typed"): void {
    apply({ type, at: Date.now() });
    copyTimer ??= setTimeout(copyNow, Math.max(COPY_AFTER_MS, copiedAt + COPY_EVERY_MS - Date.now()));
  }

  /**
   * Calls `put`, which puts a whole text on the screen. What stood there goes to the server first, or stays in this
   * browser beside it.
   * @returns false when it could do neither, and nothing was put
   */
  async function replace(put: () => void): Promise<boolean> {
    if (!(await flush()) && unsaved(shown) && !(await keepAside(copied()))) return false;
    put();
    typed("replaced");
    void copyNow();
    return true;
  }

  function sendNow(): Promise<void> {
    if (onItsWay !== null) return onItsWay;
    if (!unsaved(shown) || shown.kind === "conflict") return Promise.resolve();
    if (copyTimer !== undefined) void copyNow();
    if (pending === null) {
      pending = { tab, counter: shown.edit, base: shown.base, replaces: replaces(shown), content: read() };
    }
    const request = pending;
    onItsWay = send(request).then((event) => {
      onItsWay = null;
      arrive(request, event);
    });
    apply({ type: "sent" });
    return onItsWay;
  }

  function arrive(request: SaveRequest, event: SaveEvent): void {
    if (event.type === "saved" || event.type === "out_of_date" || event.type === "refused") pending = null;
    const before = shown.base;
    apply(
      event.type === "out_of_date" && saysTheSame(kind, request.content, event.theirs.content) ? asSaved(event) : event,
    );
    if (shown.base !== before) for (const listener of savedListeners) listener(request.content);
    if (unsaved(shown)) return;
    clearTimeout(copyTimer);
    copyTimer = undefined;
    forget();
  }

  /** Sends everything there is; true when the server has all of it afterwards. */
  async function flush(): Promise<boolean> {
    if (onItsWay !== null) await onItsWay;
    if (unsaved(shown)) await sendNow();
    return !unsaved(shown) && shown.kind === "clean";
  }

  function chooseMine(): Promise<void> {
    apply({ type: "mine_chosen", at: Date.now() });
    return sendNow();
  }

  function chooseTheirs(): void {
    const { theirs } = shown;
    apply({ type: "theirs_chosen" });
    if (theirs) for (const listener of savedListeners) listener(theirs.content);
    forget();
  }

  /**
   * Takes over a newer text that the page was given.
   * @returns false when there is none, or words stand here that are not saved: then the next save finds it
   */
  function renew(version: number, { savedAt, savedBy, content }: Renewed): boolean {
    if (unsaved(shown) || version <= shown.base) return false;
    apply({ type: "renewed", version, savedAt, savedBy });
    for (const listener of savedListeners) listener(content);
    return true;
  }

  /** An editor shows the text from now on, and `reads` it; before and after, it is what stood there last. */
  function shownBy(reads: () => Content): void {
    read = reads;
  }

  /** The editor is left: what it has not saved goes on from here. */
  function left(): void {
    const text = read();
    read = () => text;
    void copyNow();
    void flush();
  }

  /** Resolves when nothing more is sent without a person: the server has everything, or has said no. */
  function atRest(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (onItsWay !== null || dueAt(shown) !== null) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  }

  return {
    tab,
    typed: () => typed(),
    replace,
    flush,
    chooseMine,
    chooseTheirs,
    copyNow,
    renew,
    shownBy,
    left,
    /** Nobody is signed in any more, as the page has heard elsewhere than from a save. */
    signedOut: () => apply({ type: "signed_out" }),
    atRest,
    /** The text as it stands on the screen now, or stood there last. */
    text: () => read(),
    /** Words are here that the version lacks. */
    knowsMoreThan: (version: number) => unsaved(shown) || shown.base > version,
    wake: () => apply({ type: "woken" }),
    shown: () => shown,
    /** Calls `listener` with each text that the server and this page have alike. */
    onSaved(listener: (content: Content) => void): () => void {
      savedListeners.add(listener);
      return () => savedListeners.delete(listener);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Somebody else's save that left the same words (or our own, whose answer was lost) is no conflict. */
function saysTheSame(kind: KindName, mine: Content, theirs: Content): boolean {
  try {
    return sameText(kind, parseContent(kindOf({ kind }), mine), theirs);
  } catch {
    return false;
  }
}

function asSaved({ theirs }: Extract<SaveEvent, { type: "out_of_date" }>): SaveEvent {
  return { type: "saved", version: theirs.version, savedAt: theirs.savedAt, at: Date.now() };
}
