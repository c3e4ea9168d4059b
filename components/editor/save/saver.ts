import type { Content } from "#features/text/content.ts";
import { parseContent } from "#features/text/content.ts";
import type { SaveRequest } from "../props.ts";
import { type LocalCopy, sameText } from "./local-copy.ts";
import { dueAt, replaces, type SaveEvent, type SaveState, step, unsaved } from "./state.ts";

export type SaverParts = {
  tab: string;
  first: SaveState;
  /** The text as it stands on the screen now. */
  read: () => Content;
  send: (request: SaveRequest) => Promise<SaveEvent>;
  /** Keeps a copy in this browser; false when it cannot. */
  keep: (copy: LocalCopy) => boolean;
  /** The same, apart from what is typed from now on: for the next visit to find. */
  keepAside: (copy: LocalCopy) => boolean;
  forget: () => void;
};

/** `kept`: words that are not saved are at least in this browser. */
export type Shown = SaveState & { kept: boolean };

export type Saver = ReturnType<typeof makeSaver>;

/** How long a key may wait for its copy in this browser. Milliseconds. */
const COPY_AFTER_MS = 400;

/** Autosave without a screen: the machine of state.ts with a clock, a network and a store put to it. */
export function makeSaver({ tab, first, read, send, keep, keepAside, forget }: SaverParts) {
  let shown: Shown = { ...first, kept: true };
  let counter = 0;
  /** A request nobody answered is repeated word for word, under its number, so that the server knows it again. */
  let pending: SaveRequest | null = null;
  let onItsWay: Promise<void> | null = null;
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let copyTimer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const savedListeners = new Set<(content: Content) => void>();

  function apply(event: SaveEvent): void {
    shown = { ...step(shown, event), kept: shown.kept };
    clearTimeout(sendTimer);
    const due = onItsWay === null ? dueAt(shown) : null;
    if (due !== null) sendTimer = setTimeout(sendNow, Math.max(0, due - Date.now()));
    for (const listener of listeners) listener();
  }

  const copied = (): LocalCopy => ({ base: shown.base, content: read(), at: new Date().toISOString() });

  function copyNow(): void {
    clearTimeout(copyTimer);
    copyTimer = undefined;
    if (!unsaved(shown)) return;
    const kept = keep(copied());
    if (kept !== shown.kept) shown = { ...shown, kept };
  }

  function typed(type: "typed" | "replaced" = "typed"): void {
    apply({ type, at: Date.now() });
    copyTimer ??= setTimeout(copyNow, COPY_AFTER_MS);
  }

  /**
   * Calls `put`, which puts a whole text on the screen. What stood there goes to the server first, or stays in this
   * browser beside it.
   * @returns false when it could do neither, and nothing was put
   */
  async function replace(put: () => void): Promise<boolean> {
    if (!(await flush()) && unsaved(shown) && !keepAside(copied())) return false;
    put();
    typed("replaced");
    copyNow();
    return true;
  }

  function sendNow(): Promise<void> {
    if (onItsWay !== null) return onItsWay;
    if (!unsaved(shown) || shown.kind === "conflict") return Promise.resolve();
    copyNow();
    if (pending === null) {
      counter += 1;
      pending = { tab, counter, base: shown.base, replaces: replaces(shown), content: read() };
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
    apply(event.type === "out_of_date" && saysTheSame(request.content, event.theirs.content) ? asSaved(event) : event);
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

  function stop(): void {
    copyNow();
    clearTimeout(sendTimer);
  }

  return {
    tab,
    typed: () => typed(),
    replace,
    flush,
    chooseMine,
    chooseTheirs,
    copyNow,
    stop,
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
function saysTheSame(mine: Content, theirs: Content): boolean {
  try {
    return sameText(parseContent(mine), theirs);
  } catch {
    return false;
  }
}

function asSaved({ theirs }: Extract<SaveEvent, { type: "out_of_date" }>): SaveEvent {
  return { type: "saved", version: theirs.version, savedAt: theirs.savedAt, at: Date.now() };
}
