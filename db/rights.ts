import type pg from "pg";
import { JOBS } from "./jobs-schema.ts";

/** Functions that delete as the owner what the app may not, and only what is old. */
const OWNERS_HANDS = [
  "forget_old_announcements()",
  "forget_old_links()",
  "forget_old_sessions()",
  "forget_old_saves()",
  "forget_old_mails()",
  "forget_old_questions()",
  "fold_old_views(integer, integer)",
  "forget_binned_file(integer)",
  "forget_unused_cut(integer)",
];

/**
 * What the app may do, table by table. Given to its login role at every start and to nobody else: no other installation
 * on the server has any of it, and a database that came out of a backup needs nothing more than a start.
 *
 * Rows that are final are guarded by triggers: the app may try to delete them, so that whoever tries reads the sentence
 * and not "permission denied".
 */
export async function giveRights(client: pg.Client, role: string): Promise<void> {
  const statements = [
    `revoke all on all tables in schema public from ${role}`,
    `grant usage on schema public to ${role}`,
    `grant select, insert, update on all tables in schema public to ${role}`,
    `grant delete, truncate on revisions, approvals, events, office_events, file_events, front_choices, editions, draft_buffers, documents, topic_choices, question_deeds to ${role}`,
    `grant delete on document_sections, document_tags, document_writers, sign_in_tries, known_devices, journal_keys, share_pictures to ${role}`,
    `grant delete on collections, collection_files to ${role}`,
    // A copy of what is live, which lags behind and is made again.
    `grant delete on search_entries, search_words, near_texts to ${role}`,
    `revoke update on redactions, announcements, imports, verifications from ${role}`,
    `revoke insert, update on document_kinds, banner_sentences from ${role}`,
    // What the owner's triggers make of the documents' rows.
    `revoke insert, update on section_listings, listing_days, listing_months from ${role}`,
    `revoke insert, update on papers, paper_replacements, lead_pictures from ${role}`,
    `revoke insert, update on authors, listings, listed_days, listed_months, section_slugs from ${role}`,
    `revoke insert on redactions from ${role}`,
    // What somebody asked stays as it came until it is erased.
    `revoke update on questions from ${role}`,
    // The database writes itself what the desk's lists show.
    `revoke insert, update on desk_lines, desk_people, batch_counts from ${role}`,
    // It writes itself which files a text names, and which of them belong to one another.
    `revoke insert, update on revision_files, draft_files, files_beside from ${role}`,
    // It keeps itself what was said of a file's rights.
    `revoke insert, update on file_rights from ${role}`,
    `revoke update on licence_notices from ${role}`,
    // Where its own password is kept.
    `revoke all on install from ${role}`,
    // Whoever has a key writes what decides.
    `revoke all on seal_keys, spent_seals from ${role}`,
    ...OWNERS_HANDS.map((name) => `grant execute on function ${name} to ${role}`),
    // pg-boss: what queues, does and shows jobs. What makes and changes its tables is the owner's.
    `revoke all on all tables in schema ${JOBS} from ${role}`,
    `grant usage on schema ${JOBS} to ${role}`,
    `grant select, insert, update, delete on ${JOBS}.job, ${JOBS}.job_common, ${JOBS}.schedule to ${role}`,
    `grant select, insert, update on ${JOBS}.queue to ${role}`,
    `grant select, update on ${JOBS}.version to ${role}`,
    `grant select, delete on ${JOBS}.job_dependency to ${role}`,
    `grant select, update, delete on ${JOBS}.instance to ${role}`,
  ];
  await client.query(["begin", ...statements, "commit"].join(";\n"));
}

/** Takes away what another role was given: this database is a copy of another one on the same server. */
export async function takeRights(client: pg.Client, role: string): Promise<void> {
  await client.query(
    ["public", JOBS]
      .map(
        (schema) =>
          `revoke all on all tables in schema ${schema} from ${role}; revoke all on schema ${schema} from ${role}`,
      )
      .concat(OWNERS_HANDS.map((name) => `revoke execute on function ${name} from ${role}`))
      .join("; "),
  );
}
