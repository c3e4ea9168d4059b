import { type Tx, transaction } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { JOBS, type JobData } from "#features/jobs/jobs.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { originOf } from "#features/reading/origin.ts";
import { titleOf } from "#features/text/kind.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { env } from "#lib/env.ts";
import { type DocumentMailKind, isOfDocument, type MailKind } from "./kinds.ts";
import {
  type About,
  type Letter,
  letterAbout,
  letterAboutErasure,
  letterAboutLicences,
  letterAboutName,
} from "./letter.ts";
import { endingFor } from "./licences-store.ts";
import { askedAboutName, nameProposal, toldOfName } from "./names-store.ts";
import { deliver, troubleOf } from "./smtp.ts";
import * as store from "./store.ts";
import { isStillTold } from "./whom.ts";
import { fileAskedAbout, isStillAsked, liveTitleOf } from "./whom-store.ts";

type Mail = NonNullable<Awaited<ReturnType<typeof store.holdMail>>["mail"]>;

/**
 * Sends a message, if a reason for it still holds; without a mail server it is kept to be read on the desk.
 * Done again it sends nothing that a server has taken, unless we died between its yes and our note of it: then the message
 * goes out a second time, under the same Message-ID.
 *
 * @throws {Error} with a sentence for the administrators, when the server did not take it
 */
export async function sendMail({ mailId }: JobData<"send_mail">): Promise<void> {
  const letter = await transaction((tx) => take(tx, mailId));
  const { mail: server } = env();
  if (!letter || !server) return;
  const trouble = await deliver(letter, server).then(() => null, troubleOf);
  await transaction((tx) => store.noteTry(tx, mailId, trouble));
  if (trouble !== null) throw new Error(trouble);
}

/** Takes a message in hand with all that waits to be told of the same document. @returns null when nothing is to be sent */
async function take(tx: Tx, mailId: number): Promise<Letter | null> {
  const { mail, others } = await store.holdMail(tx, mailId);
  if (!mail || ["sent", "kept", "dropped"].includes(mail.state)) return null;
  const inHandUntil = await store.inHandUntil(tx, mailId, JOBS.send_mail.within);
  if (inHandUntil) {
    await enqueue(tx, "send_mail", { mailId }, { after: inHandUntil });
    return null;
  }
  const gathered = { ...mail, kinds: [...new Set([mail, ...others].flatMap(({ kinds }) => kinds))] };
  // Their own jobs find nothing left to do.
  await store.setMail(
    tx,
    others.map(({ id }) => id),
    "dropped",
  );
  const dueAt = await store.notBefore(tx, mail);
  if (dueAt) {
    await store.setMail(tx, [mailId], "waiting", { kinds: gathered.kinds, dueAt });
    await enqueue(tx, "send_mail", { mailId }, { after: dueAt });
    return null;
  }
  const written = await write(tx, gathered);
  if (!written) {
    await store.setMail(tx, [mailId], "dropped", { kinds: gathered.kinds });
    return null;
  }
  const { letter, kinds } = written;
  await store.setMail(tx, [mailId], env().mail ? "sending" : "kept", {
    ...{ kinds, subject: letter.subject, words: letter.text },
  });
  return letter;
}

/** The message as it is true now; null when nothing of it holds any more, or its person is switched off. */
async function write(tx: Tx, mail: Mail): Promise<{ letter: Letter; kinds: MailKind[] } | null> {
  const receiver = await store.receiverOf(tx, mail);
  if (!receiver) return null;
  const wanted = await store.wantedBy(tx, mail.personId);
  const kinds = mail.kinds.filter((kind) => wanted.includes(kind));
  const { id, documentId } = mail;
  const about = { id, ...receiver, origin: originOf(receiver) };
  if (mail.licencesOn !== null) {
    const ending = kinds.length > 0 ? await endingFor(tx, mail.siteId, mail.personId, mail.licencesOn) : null;
    return ending && { letter: letterAboutLicences(about, { ...ending, personId: mail.personId }), kinds };
  }
  if (mail.nameProposalId !== null)
    return aboutName(tx, about, { ...mail, nameProposalId: mail.nameProposalId }, kinds);
  if (documentId === null) {
    const holds = kinds.length > 0 && (await isStillAsked(tx, mail.personId, mail));
    if (!holds) return null;
    const { fileEventId } = mail;
    if (fileEventId === null) return { letter: letterAbout(about, ["asked"], null), kinds };
    return { letter: letterAboutErasure(about, await fileAskedAbout(tx, fileEventId)), kinds };
  }
  const story = await findStory(tx, mail.siteId, documentId);
  if (!story) return null;
  const holding: DocumentMailKind[] = [];
  for (const kind of kinds) {
    if (isOfDocument(kind) && (await isStillTold(tx, kind, story, mail.personId))) holding.push(kind);
  }
  if (holding.length === 0) return null;
  const { kind } = story.document;
  // What is about the text that readers have says nothing of an update that is open beside it.
  const isOfReaders = holding.every((one) => one === "published" || one === "owed");
  const open = story.open && story.buffer;
  const title = isOfReaders || !open ? await liveTitleOf(tx, documentId) : titleOf(kindOf({ kind }), open.content);
  return { letter: letterAbout(about, holding, { id: documentId, kind, title }), kinds: holding };
}

/** While it waits those are told who may agree, and once it does not, whoever proposed it. */
async function aboutName(
  tx: Tx,
  about: About,
  { personId, nameProposalId }: { personId: number; nameProposalId: number },
  kinds: MailKind[],
): Promise<{ letter: Letter; kinds: MailKind[] } | null> {
  const [kind] = kinds;
  if (kind === undefined) return null;
  const told = await (kind === "answered" ? toldOfName : askedAboutName)(tx, nameProposalId);
  const proposal = told.some((one) => one.personId === personId) ? await nameProposal(tx, nameProposalId) : null;
  return proposal && { letter: letterAboutName(about, proposal), kinds };
}
