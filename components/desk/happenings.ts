import type { Happening } from "#features/workflow/history.ts";
import type { Move } from "#features/workflow/machine.ts";
import { isReturnReason, isWithdrawalReason, RETURN_REASONS, WITHDRAWAL_REASONS } from "#features/workflow/reasons.ts";
import { momentInWords } from "#lib/dates.ts";
import type desk from "#messages/vi/desk.json";

/** A sentence of the history: a key under `desk.history`, what stands in it, and the words that somebody said. */
type Sentence = { key: keyof typeof desk.history; values: Record<string, string | number>; said: string[] };

type Told = { actorId: number | null; happening: Happening };

/**
 * The history as people tell it, newest first. That a text went live is told by the move that made it so; an hour that
 * was taken away and set anew in one press is one thing that somebody did.
 */
export function asTold<L extends Told>(history: readonly L[]): (L & { isNewHour: boolean })[] {
  return history.flatMap((line, i) => {
    const [later, earlier] = [history[i - 1], history[i + 1]];
    if (line.happening.kind === "went_live" || (later && isNewHour(later, line))) return [];
    return [{ ...line, isNewHour: earlier !== undefined && isNewHour(line, earlier) }];
  });
}

/** In one press both name the hour. */
function isNewHour(later: Told, earlier: Told): boolean {
  const [set, taken] = [hourOf(later, "schedule"), hourOf(earlier, "unschedule")];
  return set !== null && set === taken && later.actorId === earlier.actorId;
}

const hourOf = ({ happening }: Told, move: Move): string | null =>
  happening.kind === "moved" && happening.move === move ? (happening.at ?? null) : null;

type NameOf = (personId: number | undefined) => string;

/** What happened, as a sentence. A new kind or move does not compile until it has one. */
export function sentenceOf(happening: Happening, nameOf: NameOf): Sentence {
  switch (happening.kind) {
    case "moved":
      return movedSentence(happening, nameOf);
    case "went_live":
      return { key: "went_live", values: {}, said: [] };
    case "version_restored":
      return { key: "version_restored", values: {}, said: [] };
    case "imported":
      return { key: "imported", values: { file: happening.file }, said: [] };
    case "schedule_failed":
      return { key: "schedule_failed", values: { attempt: happening.attempt }, said: [happening.sentence] };
  }
}

function movedSentence(moved: Extract<Happening, { kind: "moved" }>, nameOf: NameOf): Sentence {
  const said = [reasonOf(moved), moved.words].filter((words) => words !== undefined && words !== "");
  const values = {
    at: moved.at === undefined ? "" : momentInWords(new Date(moved.at)),
    to: nameOf(moved.toPerson),
    for: nameOf(moved.forPerson),
    article: moved.article ?? 0,
  };
  return { key: keyOf(moved), values, said: said as string[] };
}

/** An article that is taken from readers takes an update off the clock with it. */
function keyOf({ move, from, to }: Extract<Happening, { kind: "moved" }>): Sentence["key"] {
  const isPutOff = from === "scheduled" && to === "approved";
  return isPutOff && (move === "hide" || move === "withdraw") ? `${move}_unscheduled` : move;
}

function reasonOf({ move, reason, article }: Extract<Happening, { kind: "moved" }>): string | undefined {
  if (reason === undefined) return undefined;
  if (reason === "merged" && article !== undefined) return `${WITHDRAWAL_REASONS.merged} (bài số ${article})`;
  if (move === "return" && isReturnReason(reason)) return RETURN_REASONS[reason];
  if (move === "withdraw" && isWithdrawalReason(reason)) return WITHDRAWAL_REASONS[reason];
  return reason;
}
