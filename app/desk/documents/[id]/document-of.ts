import { notFound } from "next/navigation";
import { cache } from "react";
import type { Target } from "#components/desk/moves/press-form.tsx";
import { documentPath } from "#features/addresses/desk.ts";
import { type DeskDocument, deskDocument } from "#features/desk/desk-document.ts";
import { sinceOf } from "#features/drafts/known.ts";
import { moveOptions } from "#features/drafts/queries.ts";
import { type Staff, staffOrSignIn } from "#features/sessions/actor.ts";
import { dayOf, HOUR_MS, nextHour, timeOf, toTyped, wholeHourAfter } from "#lib/dates.ts";

export type Params = Promise<{ id: string }>;
export type Search = Promise<Record<string, string | string[] | undefined>>;

/** The document of an address for whoever is signed in; to whom it does not exist, there is no such page. */
export const documentOf = cache(async (id: string): Promise<{ staff: Staff; document: DeskDocument }> => {
  const staff = await staffOrSignIn(documentPath(id));
  const number = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0;
  const document = number > 0 && number <= 2_147_483_647 ? await deskDocument(staff, number) : null;
  return { staff, document: document ?? notFound() };
});

/** What the dialogs of its moves offer. */
export async function optionsFor(staff: Staff, { story }: DeskDocument) {
  const now = new Date();
  return {
    ...(await moveOptions(staff, story.document, story.writers)),
    hours: oftenChosen(now).map((at) => ({ at: toTyped(at), time: timeOf(at), isToday: dayOf(at) === dayOf(now) })),
  };
}

/** The next whole hour, and the next beginning and end of a day at the office. */
function oftenChosen(now: Date): Date[] {
  const all = [wholeHourAfter(new Date(now.getTime() + HOUR_MS / 2)), nextHour(now, 7), nextHour(now, 17)];
  const times = [...new Set(all.map((at) => at.getTime()))].sort((a, b) => a - b);
  return times.map((time) => new Date(time));
}

export function targetOf({ personId }: Staff, { number, story, text, hash, known, live }: DeskDocument): Target {
  return {
    documentId: number,
    kind: story.document.kind,
    openedBy: personId,
    open: text && hash !== null ? { hash, title: text.title, since: sinceOf(known) } : null,
    live: live && { hash: live.hash, title: live.title, since: sinceOf(live.known) },
  };
}

/** One value of a query, where an address may give several. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
