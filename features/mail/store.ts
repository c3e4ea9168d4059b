import { and, desc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { mailChoices, mails } from "#db/schema/mail.ts";
import { people } from "#db/schema/people.ts";
import { sites } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import { type DocumentMailKind, MAIL_KINDS, type MailKind } from "./kinds.ts";

export type NewMail = { siteId: number; personId: number; documentId: number; kind: DocumentMailKind };
export type NewOnce = { siteId: number; personId: number } & (
  | { grantId: number }
  | { linkId: number }
  | { fileEventId: number }
  | { nameProposalId: number }
);
export type NewLicences = { siteId: number; personId: number; licencesOn: string };
export type MailState = (typeof mails.$inferSelect)["state"];

/** A message that has left, or is kept in its place; one that is on its way may have. */
const LEFT = sql`('sending', 'sent', 'kept')`;

/**
 * Adds a reason to the message about a document that waits for somebody, or makes one: due at once, or an hour after
 * the last one left.
 *
 * @returns `needsJob` for a new one, and for one whose job should have been done long ago
 */
export async function gather(tx: Tx, { siteId, personId, documentId, kind }: NewMail) {
  const { rows } = await tx.execute<{ id: string; dueAt: string; needsJob: boolean }>(sql`
    insert into mails (site_id, person_id, document_id, kinds, due_at)
    select ${siteId}, ${personId}, ${documentId}, array[${kind}::text],
      greatest(now(), (select max(m.left_at) + interval '1 hour' from mails m
        where m.person_id = ${personId} and m.document_id = ${documentId} and m.state in ${LEFT}))
    on conflict (person_id, document_id) where state = 'waiting'
      do update set kinds = array(select distinct unnest(mails.kinds || excluded.kinds) order by 1)
    returning id, to_json(due_at) #>> '{}' as "dueAt",
      xmax = 0 or due_at < now() - interval '1 day' as "needsJob"`);
  const [row] = rows;
  if (!row) throw new Error("a message that was gathered comes back");
  return { id: Number(row.id), dueAt: new Date(row.dueAt), needsJob: row.needsJob };
}

/** @returns null when this person was told of it before */
export async function addOnce(tx: Tx, wanted: (NewOnce | NewLicences) & { kinds: MailKind[] }): Promise<number | null> {
  const [made] = await tx.insert(mails).values(wanted).onConflictDoNothing().returning({ id: mails.id });
  return made?.id ?? null;
}

/**
 * A message, and those about the same document that have not left either, held for the transaction in the order of their
 * numbers. One that has left comes alone.
 */
export async function holdMail(tx: Tx, mailId: number) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from mails m, mails own
    where own.id = ${mailId} and (m.id = own.id
      or m.person_id = own.person_id and m.document_id = own.document_id and m.state in ('waiting', 'failed'))
    order by m.id for update of m`);
  const ids = rows.map(({ id }) => Number(id));
  const held = ids.length === 0 ? [] : await tx.select().from(mails).where(inArray(mails.id, ids));
  const mail = held.find(({ id }) => id === mailId) ?? null;
  return { mail, others: held.filter(({ id, state }) => id !== mailId && UNSENT.includes(state)) };
}

const UNSENT: readonly MailState[] = ["waiting", "failed"];

/** Until when a try of a message may still be under way elsewhere; null when none is. @param within seconds that a try may take */
export async function inHandUntil(tx: Tx, mailId: number, within: number): Promise<Date | null> {
  const { rows } = await tx.execute<{ at: string }>(sql`
    select to_json(left_at + make_interval(secs => ${within})) #>> '{}' as at from mails
    where id = ${mailId} and state = 'sending' and left_at > now() - make_interval(secs => ${within})`);
  return rows[0] ? new Date(rows[0].at) : null;
}

/** When the next message about a document may leave for somebody; null is now. */
export async function notBefore(tx: Tx, { id, personId, documentId }: typeof mails.$inferSelect): Promise<Date | null> {
  if (documentId === null) return null;
  const { rows } = await tx.execute<{ at: string | null }>(sql`
    select to_json(max(m.left_at) + interval '1 hour') #>> '{}' as at from mails m
    where m.person_id = ${personId} and m.document_id = ${documentId} and m.id <> ${id} and m.state in ${LEFT}
      and m.left_at > now() - interval '1 hour'`);
  const at = rows[0]?.at;
  return at ? new Date(at) : null;
}

type Change = Partial<Pick<typeof mails.$inferInsert, "kinds" | "dueAt" | "subject" | "words" | "trouble">>;

/** @param state in which a message leaves, or is kept, says when it did as well */
export async function setMail(tx: Tx, ids: readonly number[], state: MailState, change: Change = {}): Promise<void> {
  if (ids.length === 0) return;
  const leaves = state === "sending" || state === "kept" ? { leftAt: sql`now()` } : {};
  await tx
    .update(mails)
    .set({ state, ...change, ...leaves })
    .where(inArray(mails.id, [...ids]));
}

/** Notes what came of a try; nothing where the message is not on its way any more. */
export async function noteTry(tx: Tx, mailId: number, trouble: string | null): Promise<void> {
  await tx
    .update(mails)
    .set({ state: trouble === null ? "sent" : "failed", trouble })
    .where(and(eq(mails.id, mailId), eq(mails.state, "sending")));
}

/** Whom a message goes to, and of which site it is; null where the person is switched off. */
export async function receiverOf(tx: Tx, { personId, siteId }: typeof mails.$inferSelect) {
  const [found] = await tx
    .select({ name: people.name, email: people.email, siteName: sites.name, host: sites.host })
    .from(people)
    .innerJoin(sites, eq(sites.id, siteId))
    .where(and(eq(people.id, personId), sql`${people.switchedOffAt} is null`, isNotNull(people.passwordHash)));
  return found ?? null;
}

export async function isWanted(tx: Tx, personId: number, kind: MailKind): Promise<boolean> {
  return (await wantedBy(tx, personId)).includes(kind);
}

/** The kinds that somebody wants: all but those that they have switched off. */
export async function wantedBy(tx: Tx, personId: number): Promise<MailKind[]> {
  const rows = await tx
    .select({ kind: mailChoices.kind })
    .from(mailChoices)
    .where(and(eq(mailChoices.personId, personId), eq(mailChoices.wanted, false)));
  return MAIL_KINDS.filter((kind) => !rows.some((row) => row.kind === kind));
}

export async function choose(tx: Tx, personId: number, wanted: readonly MailKind[]): Promise<void> {
  await tx
    .insert(mailChoices)
    .values(MAIL_KINDS.map((kind) => ({ personId, kind, wanted: wanted.includes(kind) })))
    .onConflictDoUpdate({
      target: [mailChoices.personId, mailChoices.kind],
      set: { wanted: sql`excluded.wanted`, chosenAt: sql`now()` },
    });
}

type Of = { siteId: number; personId: number };

/** What somebody was sent on a site, newest first. @param before the number of a message; null begins with the newest */
export async function mailsOf(tx: Tx, { siteId, personId }: Of, before: number | null, limit: number) {
  return tx
    .select({ id: mails.id, subject: mails.subject, words: mails.words, leftAt: mails.leftAt })
    .from(mails)
    .where(
      and(
        eq(mails.personId, personId),
        eq(mails.siteId, siteId),
        inArray(mails.state, ["sent", "kept"]),
        before === null ? undefined : lt(mails.id, before),
      ),
    )
    .orderBy(desc(mails.id))
    .limit(limit);
}

/** The envelopes of a site's messages, newest first: nothing of what they say. */
export async function envelopesOf(tx: Tx, siteId: number, before: number | null, limit: number) {
  return tx
    .select({
      ...{ id: mails.id, kinds: mails.kinds, state: mails.state, trouble: mails.trouble },
      ...{ queuedAt: mails.queuedAt, dueAt: mails.dueAt, leftAt: mails.leftAt, name: people.name, email: people.email },
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(and(eq(mails.siteId, siteId), before === null ? undefined : lt(mails.id, before)))
    .orderBy(desc(mails.id))
    .limit(limit);
}
