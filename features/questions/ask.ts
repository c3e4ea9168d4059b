import { articlePath } from "#features/addresses/public.ts";
import { checked, problemsOf } from "#lib/checked.ts";
import { ASK_FIELDS, Asked, CODE_FIELD, typedIn } from "./asked.ts";
import { codeFor, codeTyped, hashOfCode } from "./code.ts";
import { dueDay } from "./due.ts";
import type { Found } from "./found.ts";
import type { Given } from "./given.ts";
import * as store from "./reader-store.ts";
import { isWaiting, mayBegin, standingOf } from "./standing.ts";

/** A form's secret, as `crypto.randomUUID` makes it. */
const SECRET = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Keeps what a reader asks, and gives the code by which they look it up. The same form sent again gets the same code and is no second
 * question.
 *
 * @param fields as the form has them
 * @param admits whether one more new question is taken now; asked for what is to be kept alone
 */
export async function ask(
  siteId: number,
  fields: Record<string, unknown>,
  admits: () => boolean,
): Promise<Extract<Given, { form: "ask" }>> {
  const typed = typedIn(fields);
  const no = (refused: "busy" | "again" | "trap" | null, problems = {}) =>
    ({ form: "ask", code: null, typed, problems, refused }) as const;
  const found = checked(Asked, typed);
  if (!found.success) return no(null, problemsOf(found.error));
  if (String(fields[ASK_FIELDS.trap] ?? "") !== "") return no("trap");
  if (!SECRET.test(typed.secret)) return { ...no("again"), typed: { ...typed, secret: crypto.randomUUID() } };
  const { subject, words, name, contact, place } = found.data;
  const code = codeFor(typed.secret, [String(siteId), subject, words, name, contact, place]);
  const codeHash = hashOfCode(code);
  if (await store.isKnown(siteId, codeHash)) return { form: "ask", code };
  if (!admits()) return no("busy");
  await store.insertQuestion(siteId, codeHash, found.data);
  return { form: "ask", code };
}

/** How the question stands whose code somebody types. A code that is none is looked for like any other. */
export async function lookUp(
  siteId: number,
  fields: Record<string, unknown>,
  admits: () => boolean,
): Promise<Extract<Given, { form: "look_up" }>> {
  const typed = String(fields[CODE_FIELD] ?? "").slice(0, 40);
  if (!admits()) return { form: "look_up", typed, found: "busy" };
  const code = codeTyped(typed);
  const row = await store.findByCode(siteId, hashOfCode(code ?? ""));
  return { form: "look_up", typed, found: row && foundIn(row) };
}

type Row = NonNullable<Awaited<ReturnType<typeof store.findByCode>>>;

function foundIn({ sentAt, isErased, deed, reason, at, answer, earlier }: Row): Found {
  const sent = new Date(sentAt);
  const standing = standingOf({ isClosed: deed === "closed", answer });
  const shown = standing === "answered" ? answer : standing === "closed" ? earlier : null;
  const isThere = shown?.visibility === "live" && shown.slug !== null && shown.section !== null;
  return {
    standing: isErased && mayBegin(standing) ? "erased" : standing,
    sentAt: sent,
    dueDay: isWaiting(standing) && !isErased ? dueDay(sent) : null,
    closed: standing === "closed" && reason !== null && at !== null ? { at: new Date(at), reason } : null,
    answer: isThere
      ? {
          title: shown.title,
          path: articlePath(shown.section ?? "", shown.slug ?? "", shown.number),
          shownAt: new Date(shown.shownAt),
        }
      : null,
  };
}
