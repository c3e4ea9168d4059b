import type { Tx } from "#db/transaction.ts";
import { setOpen } from "./sections-store.ts";
import { type By, tell } from "./tell.ts";

/**
 * Opens sections to readers: a live article stands in them for the first time. Those that are open stay so, and what is another
 * site's is left alone.
 */
export async function openSections(tx: Tx, by: By & { siteId: number }, sectionIds: readonly number[]): Promise<void> {
  const opened = await setOpen(tx, by.siteId, sectionIds);
  const words = { before: { opened: false }, after: { opened: true } };
  await tell(
    tx,
    by.siteId,
    by,
    opened.map((id) => ({ what: "section", deed: "section_opened", id, ...words })),
  );
}
