import { journalKeyPath } from "#features/addresses/desk.ts";

/** What seals one person's words in one browser. `id` says which key it is, and is no secret. */
export type JournalKey = { id: string; key: Uint8Array };

/** Milliseconds. */
const PATIENCE_MS = 10_000;

/** In memory alone: on the disk a key would open what it seals. */
const known = new Map<number, Promise<JournalKey>>();

/** The person's key, asked for once a page. Rejects while the server does not give it; the next call asks again. */
export function journalKey(personId: number, browser: string): Promise<JournalKey> {
  const asked = known.get(personId) ?? ask(personId, browser);
  known.set(personId, asked);
  asked.catch(() => known.delete(personId));
  return asked;
}

/**
 * Asks again: somebody may have signed out and in again beside this page, which made another key. The old one stays until
 * there is another.
 * @returns true when it is another one
 */
export async function askAgain(personId: number, browser: string): Promise<boolean> {
  const before = await known.get(personId)?.catch(() => undefined);
  const now = await ask(personId, browser);
  known.set(personId, Promise.resolve(now));
  return before?.id !== now.id;
}

async function ask(personId: number, browser: string): Promise<JournalKey> {
  const answer = await fetch(journalKeyPath, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ browser, by: personId }),
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (answer.status !== 200) throw new Error(`no key for the journal: ${answer.status}`);
  const { id, key } = (await answer.json()) as { id: string; key: string };
  return { id, key: Uint8Array.from(atob(key), (character) => character.charCodeAt(0)) };
}
