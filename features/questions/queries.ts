import type { AtSite } from "#features/desk/lists-store.ts";
import { rankAnywhere, writes } from "#features/roles/roles.ts";
import { includes } from "#features/workflow/machine.ts";
import { countWaiting, findDeeds, findQuestion, findQuestions, findWriters, type LineRow } from "./desk-store.ts";
import { daysLeft, dueDay } from "./due.ts";
import type { QuestionLine } from "./lines.ts";
import { isWaiting, standingOf } from "./standing.ts";

type Staff = AtSite & { grants: Parameters<typeof rankAnywhere>[0]["grants"] };

const PAGE = 30;
/** More are "99+". */
export const MOST_COUNTED = 100;

const whoseOf = (staff: Staff) => ({
  ...{ siteId: staff.siteId, personId: staff.personId },
  edits: editsQuestions(staff),
  writes: writes(staff),
});

/** Whether somebody decides about questions, and knows of all. */
export const editsQuestions = (staff: Pick<Staff, "grants">): boolean => includes(rankAnywhere(staff), "editor");

/** A page of the questions that somebody may know of, the newest first, and where it goes on. */
export async function questionsFor(staff: Staff, which: "waiting" | "all", before: number | null) {
  const [found, waiting] = await Promise.all([
    findQuestions(whoseOf(staff), which, before, PAGE + 1),
    countWaiting(whoseOf(staff), MOST_COUNTED),
  ]);
  const shown = found.slice(0, PAGE);
  const now = new Date();
  return {
    lines: shown.map((row) => lineOf(row, now)),
    older: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    waiting,
  };
}

/** One question with its words and what was done with it; null where there is none that this person may know of, or it was erased. */
export async function questionFor(staff: Staff, id: number) {
  const found = await findQuestion(whoseOf(staff), id);
  if (found === null) return null;
  const decides = editsQuestions(staff);
  const [record, writers] = await Promise.all([findDeeds(id, 100), decides ? findWriters(staff.siteId) : []]);
  return {
    ...lineOf(found, new Date()),
    words: found.words,
    isClosed: found.isClosed,
    title: found.title,
    givenToId: found.givenToId,
    record,
    writers,
    decides,
  };
}

function lineOf(
  { id, subject, sentAt, isClosed, visibility, isOpen, givenTo, documentId }: LineRow,
  now: Date,
): QuestionLine {
  const sent = new Date(sentAt);
  const standing = standingOf({ isClosed, answer: visibility && { visibility, isOpen } });
  return {
    ...{ id, subject, givenTo, documentId, standing, sentAt: sent },
    dueDay: dueDay(sent),
    daysLeft: isWaiting(standing) ? daysLeft(sent, now) : null,
  };
}
