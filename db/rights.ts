import type pg from "pg";

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
    `grant delete, truncate on revisions, approvals, events, office_events, editions, draft_buffers, documents to ${role}`,
    `grant delete on document_sections, document_tags, document_writers, sign_in_tries, known_devices, journal_keys to ${role}`,
    `revoke update on redactions, announcements, imports from ${role}`,
    `revoke insert, update on document_kinds from ${role}`,
    `revoke insert on redactions from ${role}`,
    // Where its own password is kept.
    `revoke all on install from ${role}`,
    // Whoever has a key writes what decides.
    `revoke all on seal_keys, spent_seals from ${role}`,
  ];
  await client.query(["begin", ...statements, "commit"].join(";\n"));
}

/** Takes away what another role was given: this database is a copy of another one on the same server. */
export async function takeRights(client: pg.Client, role: string): Promise<void> {
  await client.query(
    `revoke all on all tables in schema public from ${role}; revoke all on schema public from ${role}`,
  );
}
