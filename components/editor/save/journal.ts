import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CopyKey, Kept, LocalCopy } from "./copies.ts";
import { askAgain, journalKey } from "./journal-key.ts";
import { seal, unseal } from "./seal.ts";
import { aliveTabs, newTab } from "./tab.ts";
import type { UnsentText } from "./unsent.ts";

type Sealed = UnsentText & { keyId: string; words: Uint8Array };

interface Shape extends DBSchema {
  copies: { key: string; value: Sealed; indexes: { person: number } };
  /** This browser's own number, under which the server keeps the keys of its people. */
  browser: { key: "id"; value: string };
}

/** A strict transaction is on the disk when it is done: neither a killed browser nor a power cut takes it back. */
const ON_DISK = { durability: "strict" } as const;

let opening: Promise<IDBPDatabase<Shape>> | null = null;
/** One after the other: a copy that waits for its key may not come after its own "forget". */
let last: Promise<unknown> = Promise.resolve();

/** @returns false when this browser cannot keep it (no room, no key yet, or storage switched off): then nothing may be promised. */
export function keep(key: CopyKey, copy: LocalCopy): Promise<boolean> {
  const text = JSON.stringify(copy);
  return inTurn(async () => {
    const db = await database();
    const { id: keyId, key: secret } = await journalKey(key.personId, await browserOf(db));
    const belonging = { ...key, edit: copy.edit };
    const writing = db.transaction("copies", "readwrite", ON_DISK);
    await Promise.all([writing.store.put({ ...belonging, keyId, words: seal(secret, belonging, text) }), writing.done]);
    return true;
  }).catch(() => false);
}

export function forget({ tab }: CopyKey): Promise<void> {
  return inTurn(async () => {
    const writing = (await database()).transaction("copies", "readwrite", ON_DISK);
    await Promise.all([writing.store.delete(tab), writing.done]);
  }).catch(() => undefined);
}

/** Asks for the key before it is needed: the server may be gone by then. */
export async function prepare(personId: number): Promise<void> {
  await inTurn(async () => journalKey(personId, await browserOf(await database()))).catch(() => undefined);
}

/** Asks for the key anew. @returns true when it is another one than before: what it sealed has to be sealed again */
export function renew(personId: number): Promise<boolean> {
  return inTurn(async () => askAgain(personId, await browserOf(await database()))).catch(() => false);
}

/**
 * A person's copies in this browser. Those whose key was forgotten at a sign-out can never be read again and are swept away.
 * Empty when the store or the key cannot be had.
 */
export function copiesOf(personId: number): Promise<(Kept & { documentId: number })[]> {
  return inTurn(async () => {
    const db = await database();
    const found = await db.getAllFromIndex("copies", "person", personId);
    if (found.length === 0) return [];
    const { id, key } = await journalKey(personId, await browserOf(db));
    const { tabs: alive } = await aliveTabs("");
    const read = [];
    for (const { words, keyId, ...belonging } of found) {
      const text = keyId === id ? unseal(key, belonging, words) : null;
      if (text !== null) read.push({ ...belonging, text });
      // A tab that is open will seal its words anew once it has heard of the new key.
      else if (!alive.has(belonging.tab)) await db.delete("copies", belonging.tab);
    }
    return read;
  }).catch(() => []);
}

/** Whose copies are here, of which articles, without what is in them: needs no key. */
export function copiesWaiting(personId: number): Promise<UnsentText[]> {
  return inTurn(async () => (await database()).getAllFromIndex("copies", "person", personId)).catch(() => []);
}

/** This browser's own number; null where it can keep none, and so keeps no words either. */
export function browserId(): Promise<string | null> {
  return inTurn(async () => browserOf(await database())).catch(() => null);
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const inTime = () => withinPatience(work());
  const done = last.then(inTime, inTime);
  last = done;
  return done;
}

/** A store that never answers, as browsers' have done, may hold up neither a promise in the status line nor a sign-out. */
function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      opening = null;
      reject(new Error("this browser's store does not answer"));
    }, PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** Longer than the key is waited for, in milliseconds. */
const PATIENCE_MS = 12_000;

function database(): Promise<IDBPDatabase<Shape>> {
  opening ??= openDB<Shape>("toasoan", 1, {
    upgrade(db) {
      db.createObjectStore("copies", { keyPath: "tab" }).createIndex("person", "personId");
      db.createObjectStore("browser");
    },
    terminated: () => {
      opening = null;
    },
  });
  opening.catch(() => {
    opening = null;
  });
  return opening;
}

async function browserOf(db: IDBPDatabase<Shape>): Promise<string> {
  const known = await db.get("browser", "id");
  if (known !== undefined) return known;
  const writing = db.transaction("browser", "readwrite", ON_DISK);
  // another tab may have been quicker
  const id = (await writing.store.get("id")) ?? newTab();
  await Promise.all([writing.store.put(id, "id"), writing.done]);
  return id;
}
