import { articles } from "#db/schema/articles.ts";
import { editions } from "#db/schema/editions.ts";

/** What a decision needs of an article's row. */
export const ARTICLE = {
  id: articles.id,
  siteId: articles.siteId,
  visibility: articles.visibility,
  sectionId: articles.sectionId,
  slug: articles.slug,
  liveRevisionId: articles.liveRevisionId,
  lastLiveRevisionId: articles.lastLiveRevisionId,
  firstLiveAt: articles.firstLiveAt,
  shownAt: articles.shownAt,
  owedSince: articles.owedSince,
  owedBy: articles.owedBy,
  withdrawnAt: articles.withdrawnAt,
  withdrawnReason: articles.withdrawnReason,
  migrated: articles.migrated,
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
