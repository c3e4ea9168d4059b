import { transaction } from "#db/transaction.ts";
import { isAdministrator } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";
import words from "#messages/vi/mail.json" with { type: "json" };
import type { MailKind } from "./kinds.ts";
import * as store from "./store.ts";
import type { Envelope, OwnMail } from "./types.ts";

/** Messages on one page. */
const SHOWN = 30;

/** A page of messages, and the number that the next one goes on from; null when this is the last. */
type Page<M> = { mails: M[]; next: number | null };

type Owner = Pick<Staff, "siteId" | "personId">;

/** The kinds of mail that somebody wants. */
export function wantedMail({ personId }: Owner): Promise<MailKind[]> {
  return transaction((tx) => store.wantedBy(tx, personId));
}

/** What somebody was sent, with its words: their own, and nobody else's. */
export async function ownMails(staff: Owner, before: number | null): Promise<Page<OwnMail>> {
  return paged(await transaction((tx) => store.mailsOf(tx, staff, before, SHOWN + 1)));
}

/**
 * Whom the site has written to, and what came of it. Administrators have no say over articles: they see envelopes, and of
 * an article not even its headline.
 *
 * @throws {Refusal} `not_allowed` to whoever is no administrator
 */
export async function outbox(staff: Pick<Staff, "siteId" | "grants">, before: number | null): Promise<Page<Envelope>> {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", words.outbox.noEntry);
  return paged(await transaction((tx) => store.envelopesOf(tx, staff.siteId, before, SHOWN + 1)));
}

function paged<M extends { id: number }>(found: M[]): Page<M> {
  const mails = found.slice(0, SHOWN);
  return { mails, next: found.length > SHOWN ? (mails.at(-1)?.id ?? null) : null };
}
