import { type Tx, transaction } from "#db/transaction.ts";
import { openDraftFrom } from "#features/drafts/open.ts";
import type { LeadPicture } from "#features/kinds/lead.ts";
import { translation } from "#features/kinds/translation.ts";
import { emptyContent } from "#features/text/content.ts";
import { permitStart } from "#features/workflow/policy.ts";
import { revisionText, starterOf } from "#features/workflow/store.ts";
import { Refusal } from "#lib/refusal.ts";
import { holdOriginal, sisterIn } from "./store.ts";

type By = { siteId: number; personId: number };

/**
 * Begins the English sister of an article or a page that readers have: with its pictures, its files and its words, which are then
 * translated where they stand, so that nothing is left out. Its headline and its standfirst begin empty: what has none in English goes
 * nowhere. Where one has been begun already, that is the one.
 *
 * @returns the number of the sister
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`
 */
export const beginTranslation = (by: By, originalId: number): Promise<number> =>
  transaction((tx) => beginTranslationIn(tx, by, originalId));

/** The same inside a transaction that does more. */
export async function beginTranslationIn(tx: Tx, by: By, originalId: number): Promise<number> {
  const original = await holdOriginal(tx, by.siteId, originalId);
  if (!original) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
  const permit = permitStart("translation", await starterOf(tx, by, "translation"), original);
  const begun = await sisterIn(tx, by.siteId, originalId);
  if (begun) return begun.id;
  const text = original.liveRevisionId === null ? null : await revisionText(tx, originalId, original.liveRevisionId);
  if (!text?.content?.body) throw new Error(`live document ${originalId} has no text`);
  const { body, lead } = text.content as { body: typeof text.content.body; lead?: LeadPicture };
  const content = { ...emptyContent(translation), body, ...(lead === undefined ? {} : { lead }) };
  return (await openDraftFrom(tx, permit, { content })).documentId;
}
