import type { AtSite } from "#features/desk/lists-store.ts";
import { Refusal } from "#lib/refusal.ts";
import type { DocumentChange } from "./changes.ts";
import * as store from "./store.ts";

/** Taken before a page reads its lists: by it the page asks later whether they are still true. */
export const listsMark = store.markNow;

/** Whether something happened since then to a document that this person may see. */
export async function listsChanged(staff: AtSite, mark: string): Promise<{ changed: boolean }> {
  return { changed: await store.anythingSince(staff, mark) };
}

/**
 * What happened last to a document since a page of it was drawn.
 * @throws {Refusal} `not_found` when the site has no such document, or not for this person
 */
export async function documentChanged(
  staff: AtSite,
  shown: { documentId: number; seq: number; version: number | null },
): Promise<{ change: DocumentChange | null }> {
  const change = await store.changeSince(staff, shown);
  if (change === undefined) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
  return { change };
}
