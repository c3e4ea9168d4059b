import type { Content } from "#features/text/kind.ts";
import type { Saver } from "./saver.ts";
import { turnedAway, unsaved } from "./state.ts";

/**
 * The savers of the articles that were open since this page was loaded. One whose editor was left goes on until the server
 * has everything, and is there when one comes back: a text has one saver at a time, and an editor never begins with an
 * older text than the one typed here. Never filled on the server, where it would be everybody's.
 */
const open = new Map<string, Saver>();

type OpenText = { documentId: number; personId: number; version: number; content: Content; readOnly: boolean };

/**
 * The article's saver of before if it knows more than `version`, else a new one; and the text to begin with. What can only
 * be read is shown as the server has it.
 */
export function openSaver(
  { documentId, personId, version, content, readOnly }: OpenText,
  start: () => Saver,
): { saver: Saver; content: Content } {
  if (typeof window === "undefined" || readOnly) return { saver: start(), content };
  const place = `${personId}/${documentId}`;
  const before = open.get(place);
  if (before?.knowsMoreThan(version)) return { saver: before, content: before.text() };
  const saver = start();
  if (open.size === 0) warnOnLeaving();
  open.set(place, saver);
  return { saver, content };
}

/** Whoever closes the page is asked while words stand nowhere else, those of an editor that was left included. */
function warnOnLeaving(): void {
  window.addEventListener("beforeunload", (event) => {
    for (const saver of open.values()) {
      void saver.copyNow();
      const now = saver.shown();
      if (unsaved(now) && (now.kept === false || turnedAway(now))) event.preventDefault();
    }
  });
  window.addEventListener("pagehide", () => void flushAll());
}

/** Sends everything that is typed on this page, or was. @returns true when the server has all of it */
export async function flushAll(): Promise<boolean> {
  const done = await Promise.all([...open.values()].map((saver) => saver.flush()));
  return done.every(Boolean);
}
