import { neighbourhood } from "#lib/neighbourhood.ts";
import { processWide } from "#lib/process-wide.ts";
import { addAnswer } from "./answers-store.ts";
import { makeOnce } from "./once.ts";
import { isPerson, type Reader } from "./reader.ts";

/** Of its own: whoever has read an article has not said anything of it yet. */
const once = processWide("toasoan.answers", () => makeOnce());

/**
 * Counts whether somebody found a live article useful, once for a client and an article in half an hour, unless a robot says so.
 * Nothing about the reader is kept. Of what is no live article of the site nothing is counted: anybody can send any number.
 */
export async function countAnswer(
  of: { siteId: number; articleId: number },
  isUseful: boolean,
  reader: Reader,
): Promise<void> {
  if (!isPerson(reader)) return;
  if (once.isNew(neighbourhood(reader.address), of.articleId)) await addAnswer(of, isUseful);
}
