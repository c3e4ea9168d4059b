import { logFailure } from "#db/outage.ts";
import type { AtSite } from "#features/desk/lists-store.ts";
import { openSessions } from "#features/sessions/store.ts";
import { makeBell } from "#lib/bell.ts";
import { inTime } from "#lib/in-time.ts";
import { listen } from "#lib/listening.ts";
import { processWide } from "#lib/process-wide.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Word } from "./changes.ts";
import { type HistoryLook, openEar, type Sees, whoSees } from "./store.ts";

/** A desk page that is looked at. */
export type Listener = AtSite & {
  sessionId: string;
  /** The document that it shows; null for a page of lists. */
  documentId: number | null;
  tell(word: Word): void;
  /** Nothing will be told any more. */
  end(): void;
};

export type Switchboard = {
  /** @returns leaves. @throws {Refusal} `unavailable` when the product is stopping */
  join(listener: Listener): () => void;
  /** How many listen. */
  readonly size: number;
  /** Ends all streams, so that nobody waits for them. */
  close(): Promise<void>;
};

/** Between two looks when nothing rings, in milliseconds: what is typed rings no bell. */
const LOOK_EVERY_MS = 1_000;
/** Between two looks at whose sessions have ended, in milliseconds. */
const SESSIONS_EVERY_MS = 3_000;
/** A look that takes longer counts as a lost connection, in milliseconds. */
const PATIENCE_MS = 3_000;
/** The connection is kept so long after the last page has gone, in milliseconds: people go from page to page. */
const LINGER_MS = 60_000;
/** Of one browser: it opens six connections to a server, and pages need some to load. */
const STREAMS_OF_A_SESSION = 3;

type Ways = {
  open: typeof openEar;
  inForce: typeof openSessions;
  sees: typeof whoSees;
  lookEveryMs: number;
  patienceMs: number;
};
const USUAL: Ways = {
  open: openEar,
  inForce: openSessions,
  sees: whoSees,
  lookEveryMs: LOOK_EVERY_MS,
  patienceMs: PATIENCE_MS,
};

type Known = Listener & { isReady: boolean };

/**
 * Tells desk pages that something of theirs has changed, and no word more. One connection of a process hears for all of
 * them; who may know of a document is asked at each change, for everybody in one statement. When nobody can be heard all
 * streams end, and pages ask by themselves.
 */
export function makeSwitchboard(ways: Partial<Ways> = {}): Switchboard {
  const { open, inForce, sees, lookEveryMs, patienceMs } = { ...USUAL, ...ways };
  const listeners = new Set<Known>();
  const bell = makeBell();
  let working: Promise<void> | undefined;
  let isClosed = false;

  return {
    join(listener) {
      if (isClosed) throw new Refusal("unavailable", "Máy chủ đang dừng. Hãy thử lại sau ít phút.");
      const known = { ...listener, isReady: false };
      listeners.add(known);
      const same = [...listeners].filter(({ sessionId }) => sessionId === listener.sessionId);
      for (const oldest of same.slice(0, -STREAMS_OF_A_SESSION)) {
        oldest.tell("full");
        end(oldest);
      }
      working ??= work();
      bell.ring();
      return () => void listeners.delete(known);
    },
    get size() {
      return listeners.size;
    },
    async close() {
      isClosed = true;
      endAll();
      bell.ring();
      await working;
    },
  };

  function end(listener: Known): void {
    if (listeners.delete(listener)) listener.end();
  }

  function endAll(): void {
    for (const listener of [...listeners]) end(listener);
  }

  async function work(): Promise<void> {
    try {
      await hearAndTell();
    } catch (error) {
      logFailure("open desk pages are not told of changes", error);
    }
    working = undefined;
    // Whoever came while the connection broke was not heard for either.
    endAll();
  }

  async function hearAndTell(): Promise<void> {
    await listen({ open, bell, opensWithinMs: patienceMs }, async (ear, rung) => {
      let before: HistoryLook | null = null;
      let askedAt = performance.now();
      let neededAt = performance.now();
      while (!isClosed && (listeners.size > 0 || performance.now() - neededAt < LINGER_MS)) {
        const joined = [...listeners].filter(({ isReady }) => !isReady);
        const now: HistoryLook = await inTime(ear.look(before?.mark ?? null, documentsShown()), patienceMs);
        const changes = changesIn(before, now);
        if (changes.any.length > 0 || performance.now() - askedAt > SESSIONS_EVERY_MS) {
          await endSessions();
          askedAt = performance.now();
        }
        if (changes.any.length > 0) await tell(changes);
        for (const listener of joined) {
          listener.isReady = true;
          if (listeners.has(listener)) listener.tell("ready");
        }
        before = now;
        if (listeners.size > 0) neededAt = performance.now();
        if (!isClosed) await rung(lookEveryMs);
      }
    });
  }

  function documentsShown(): number[] {
    return [...new Set([...listeners].flatMap(({ documentId }) => documentId ?? []))];
  }

  async function endSessions(): Promise<void> {
    const all = [...listeners];
    if (all.length === 0) return;
    const still = await inForce([...new Set(all.map(({ sessionId }) => sessionId))]);
    for (const listener of all) if (!still.has(listener.sessionId)) end(listener);
  }

  async function tell({ any, moved }: Changes): Promise<void> {
    const all = [...listeners];
    if (all.length === 0) return;
    const seen = new Map((await sees(all, any)).map((one) => [keyOf(one), one] as const));
    for (const listener of all) {
      const documents = seen.get(keyOf(listener))?.documentIds ?? [];
      const { documentId } = listener;
      const concerns = documentId === null ? documents.some((id) => moved.has(id)) : documents.includes(documentId);
      if (concerns && listeners.has(listener)) listener.tell("changed");
    }
  }
}

type Changes = {
  any: number[];
  /** Lists show what was done with a document; that somebody types in it moves no line. */
  moved: ReadonlySet<number>;
};

function changesIn(before: HistoryLook | null, now: HistoryLook): Changes {
  if (before === null) return { any: [], moved: new Set() };
  const typed = Object.entries(now.versions).filter(([id, version]) => version > (before.versions[id] ?? version));
  const any = new Set([...now.moved, ...typed.map(([id]) => Number(id))]);
  return { any: [...any], moved: new Set(now.moved) };
}

const keyOf = ({ personId, siteId }: AtSite | Sees): string => `${personId} ${siteId}`;

const shared = processWide<{ switchboard?: Switchboard }>("toasoan.switchboard", () => ({}));

/** Makes the one of this process. It asks nothing until somebody listens. */
export function openSwitchboard(): Switchboard {
  shared.switchboard = makeSwitchboard();
  return shared.switchboard;
}

/** @throws when the front has not opened it: a bug of the start, not of the caller */
export function switchboard(): Switchboard {
  if (!shared.switchboard) throw new Error("Nobody is told of changes in this process.");
  return shared.switchboard;
}
