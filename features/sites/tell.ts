import type { Tx } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { siteFact, tagFact } from "#features/facts/facts.ts";
import { record } from "#features/office/store.ts";

/** Who writes, and in the course of what; nobody where the program does so by itself. */
export type By = {
  personId: number | null;
  because: "draft" | "import" | "go_live" | "demo" | "first_administrator" | "proposal";
};

type Words = Record<string, string | number | boolean | null>;

/** What was made of a row, or changed in it. */
type Change = {
  what: "site" | "section" | "tag";
  deed: "site_made" | "section_made" | "section_opened" | "section_renamed" | "tag_made";
  id: number;
  /** The line of the record by which it was proposed, where it takes two people. */
  proposalId?: number;
  /** What changes, as it was; null where there was nothing. */
  before: Words | null;
  after: Words;
};

/**
 * Says what was done to a site, its sections and its tags, in the transaction that does it: to the record of the office, and to
 * every instance that may have drawn a page from it. The law takes no such row without both.
 */
export async function tell(tx: Tx, siteId: number, by: By, changes: readonly Change[]): Promise<void> {
  for (const { what, deed, id, before, after, ...proposed } of changes) {
    const payload = { [`${what}Id`]: id, because: by.because, before, after, ...proposed };
    await record(tx, { siteId, byId: by.personId, kind: deed, payload });
  }
  const facts = changes.map(({ what, id }) => (what === "tag" ? tagFact(id) : siteFact(siteId)));
  await announce(tx, siteId, [...new Set(facts)]);
}
