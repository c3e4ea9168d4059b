import { answerOf } from "#components/ui/answer-of.ts";
import { draftPath } from "#features/addresses/desk.ts";
import type { Standing } from "#features/desk/standing.ts";

/**
 * Asks how an article stands.
 * @param tabs whose last saves are asked for
 * @returns "signed_out" when nobody is signed in any more; null when the server is away, or says anything else
 */
export const askStanding = (
  documentId: number,
  tabs: readonly string[] = [],
): Promise<Standing | "signed_out" | null> => answerOf<Standing>(draftPath(documentId, { tab: tabs }));
