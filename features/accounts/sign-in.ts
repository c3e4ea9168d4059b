import { transaction } from "#db/transaction.ts";
import { endSession, openSession } from "#features/sessions/store.ts";
import { neighbourhood } from "#lib/neighbourhood.ts";
import { cleanLine } from "#lib/nfc.ts";
import { isPassword } from "#lib/password.ts";
import { fingerprint, newToken } from "./fingerprint.ts";
import * as store from "./store.ts";
import { takeTry } from "./tries.ts";

/** Where a try comes from: the network address, and of the browser its device cookie and the session it is in, if any. */
export type Visitor = { address: string; device: string | null; session?: string | null };

type SignInOutcome =
  | { ok: true; sessionId: string; device: string }
  /** The same for an unknown address, a wrong password and a person who is switched off. */
  | { ok: false; why: "wrong" }
  | { ok: false; why: "wait"; seconds: number };

/**
 * Opens a session for whoever knows the password. Each try is counted as failed before the password is looked at, and only
 * then struck off: a thousand at once get no further than one after the other. A session that the browser was in ends,
 * whosever it was: its cookie goes, and nobody could sign out of it any more.
 */
export async function signIn(typedEmail: string, password: string, visitor: Visitor): Promise<SignInOutcome> {
  const email = emailForm(typedEmail);
  const person = await transaction((tx) => store.personToSignIn(tx, email));
  // Asked of nobody's account as well: the time of an answer must not tell whether there is one.
  const device = visitor.device ? deviceMark(visitor.device, person?.id ?? NOBODY) : null;
  const known = device !== null && (await transaction((tx) => store.isKnownDevice(tx, device)));
  // A device that signed in before has a count of its own: a stranger's failures do not lock its person out.
  const account = known ? fingerprint(email, device) : fingerprint(email);
  const tried = await takeTry({ account, address: fingerprint(neighbourhood(visitor.address)) }, known);
  if (tried.id === undefined) return { ok: false, why: "wait", seconds: tried.seconds };
  if (!(await isPassword(password, person?.passwordHash ?? null)) || !person) return { ok: false, why: "wrong" };
  return transaction(async (tx): Promise<SignInOutcome> => {
    // Somebody may have switched the person off, or changed the password, while this one was looked at.
    const sessionId = await openSession(tx, person);
    if (sessionId === null) return { ok: false, why: "wrong" };
    if (visitor.session) await endSession(tx, visitor.session, "signed_out");
    await store.strikeTryOff(tx, tried.id);
    const token = visitor.device ?? newToken();
    await store.rememberDevice(tx, deviceMark(token, person.id), person.id);
    return { ok: true, sessionId, device: token };
  });
}

/** How addresses are kept and compared. */
export function emailForm(typed: string): string {
  return cleanLine(typed).toLowerCase();
}

/** Nobody has this number: the database counts from 1. */
const NOBODY = 0;

/** One browser may be the known device of several people: a counter with one computer. */
function deviceMark(token: string, personId: number): string {
  return fingerprint(token, personId);
}
