import { documents } from "#db/schema/documents.ts";
import { editions } from "#db/schema/editions.ts";

/** What a decision needs of a document's row. */
export const DOCUMENT = {
  id: documents.id,
  siteId: documents.siteId,
  kind: documents.kind,
  visibility: documents.visibility,
  sectionId: documents.sectionId,
  slug: documents.slug,
  liveRevisionId: documents.liveRevisionId,
  lastLiveRevisionId: documents.lastLiveRevisionId,
  firstLiveAt: documents.firstLiveAt,
  shownAt: documents.shownAt,
  owedSince: documents.owedSince,
  owedBy: documents.owedBy,
  withdrawnAt: documents.withdrawnAt,
  withdrawnReason: documents.withdrawnReason,
  migrated: documents.migrated,
};

/** What a decision needs of an edition's row. */
export const EDITION = {
  id: editions.id,
  number: editions.number,
  state: editions.state,
  purpose: editions.purpose,
  openedBy: editions.openedBy,
  baseRevisionId: editions.baseRevisionId,
  submittedBy: editions.submittedBy,
  approvedRevisionId: editions.approvedRevisionId,
  outcome: editions.outcome,
  closedAt: editions.closedAt,
  batchId: editions.batchId,
};
