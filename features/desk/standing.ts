import { transaction } from "#db/transaction.ts";
import { savesOf } from "#features/drafts/store.ts";
import { Refusal } from "#lib/refusal.ts";
import { deskDocument } from "./desk-document.ts";
import type { AtSite } from "./lists-store.ts";
import { textKey } from "./text-key.ts";

/** How an article stands for one person, in so few words that a page may ask each time it is looked at. */
export type Standing = {
  /** Who is asked about: somebody else may have signed in beside the page. */
  personId: number;
  /** Changes with every move, restored version and right to type; a page that shows another one is old. */
  key: string;
  /** Of the open text; null when there is none. */
  version: number | null;
  /** Of the tabs that were asked about: the last edit of each that the server has. */
  passed: Record<string, number>;
};

/** @throws {Refusal} `not_found` when the site has no such article, or not for this person */
export async function standingOf(staff: AtSite, documentId: number, tabs: readonly string[]): Promise<Standing> {
  const document = await deskDocument(staff, documentId);
  if (document === null) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
  const passed = await transaction((tx) => savesOf(tx, { documentId, personId: staff.personId, tabs }));
  return { personId: staff.personId, key: textKey(document), version: document.text?.version ?? null, passed };
}
