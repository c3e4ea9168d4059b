import type { Tx } from "#db/transaction.ts";
import { type Brought, openDraftFrom } from "#features/drafts/open.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { sectionOf } from "#features/text/kind.ts";
import { permitStart } from "#features/workflow/policy.ts";
import { starterOf } from "#features/workflow/store.ts";

/**
 * Starts a document from a text that was there before, inside a transaction that does more. For the demo, and for tests.
 * @returns its number
 * @throws {Refusal} `not_allowed` to people without a role in the text's section
 */
export async function startFrom(
  tx: Tx,
  by: { siteId: number; personId: number },
  kind: KindName,
  brought: Brought,
): Promise<number> {
  const sectionId = sectionOf(kindOf({ kind }), brought.content);
  const starter = await starterOf(tx, by, kind, { sectionId });
  return (await openDraftFrom(tx, permitStart(kind, starter), brought)).documentId;
}
