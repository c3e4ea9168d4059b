import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { documents } from "./schema/documents.ts";
import { fileEvents } from "./schema/files.ts";
import { frontChoices } from "./schema/fronts.ts";
import { deputies, grants, officeEvents, oneTimeLinks, people, sessions } from "./schema/people.ts";
import { redirects, schedules } from "./schema/publishing.ts";
import { questionDeeds } from "./schema/questions.ts";
import { approvals, events } from "./schema/revisions.ts";
import { sections, sites, tags } from "./schema/sites.ts";
import { topicChoices } from "./schema/topics.ts";
import { verifications } from "./schema/verifications.ts";

/** A table whose rows carry a seal. */
export type SealedTable = PgTable & { id: PgColumn; seal: PgColumn };

/**
 * What decides, table by table: the columns that a seal is over, in this order. The database has the same list in the
 * arguments of its triggers (`what_decides_is_sealed`); a spec holds the two together.
 */
export const SEALED: ReadonlyMap<PgTable, readonly string[]> = new Map<PgTable, readonly string[]>([
  [sessions, ["id", "person_id", "created_at", "expires_at"]],
  [people, ["email", "name", "password_hash", "switched_off_at", "demo"]],
  [
    oneTimeLinks,
    [
      ...["token_hash", "purpose", "person_id", "made_by", "agreed_by"],
      ...["usable_from", "expires_at", "used_at", "created_at"],
    ],
  ],
  [
    grants,
    [
      ...["person_id", "site_id", "section_id", "role", "given_by", "agreed_by"],
      ...["given_at", "effective_from", "ended_at", "ended_by"],
    ],
  ],
  [deputies, ["site_id", "giver_id", "deputy_id", "from_at", "until_at", "ended_at"]],
  [redirects, ["site_id", "from_path", "to_document_id", "to_url", "made_by", "agreed_by"]],
  [officeEvents, ["site_id", "person_id", "by_id", "kind", "canonical"]],
  [sites, ["key", "host", "name", "language", "time_zone", "demo"]],
  [sections, ["site_id", "parent_id", "name", "slug", "position", "strict"]],
  [tags, ["site_id", "name", "slug"]],
  [approvals, ["document_id", "revision_id", "content_hash", "person_id", "for_person_id", "step", "kind"]],
  // The hash is over the rest of the line.
  [events, ["document_id", "seq", "prev_hash", "hash"]],
  [schedules, ["document_id", "edition_id", "move", "due_at", "revision_id", "set_by"]],
  // From the first change on: a document begins where readers have nothing of it.
  [
    documents,
    [
      ...["site_id", "language", "visibility", "live_revision_id", "last_live_revision_id"],
      ...["shown_at", "first_live_at", "live_since", "owed_since", "owed_by", "hidden_at", "hidden_reason"],
      ...["withdrawn_at", "withdrawn_reason", "merged_into_id", "migrated", "imported_views"],
    ],
  ],
  // By which files are hidden, binned and erased: the columns of their rows follow from it.
  [fileEvents, ["site_id", "sha256", "kind", "by_id", "reason", "ask_id"]],
  [topicChoices, ["site_id", "topic_id", "article_id", "choice", "by_id"]],
  [questionDeeds, ["site_id", "question_id", "deed", "person_id", "document_id", "reason", "by_id"]],
  [frontChoices, ["site_id", "section_id", "number", "pins", "takes_effect_at", "cancels", "person_id"]],
  // Decides nothing, but whoever could write one would keep others from looking.
  [verifications, ["started_at", "ended_at", "looked", "misfit"]],
]);
