import { includes, type Move, type Rule, ruleOf, type Who } from "./machine.ts";
import type { Asker } from "./policy.ts";
import type { Story } from "./story.ts";

/** Who asks, but for whether they may know of the document. */
type Presser = Extract<Asker, { kind: "clock" }> | Omit<Extract<Asker, { kind: "person" }>, "sees">;

/** Who has a part already in what is to be decided: who opened the edition, and who owes a countersign. */
type Parties = { openedBy: number | null; owedBy: number | null };

export function partiesOf({ document, open }: Story): Parties {
  return { openedBy: open?.openedBy ?? null, owedBy: document.owedBy };
}

/** Whether a move is theirs as far as who they are goes, however a document stands: for what counts documents and reads none. */
export function isTheirs(presser: Presser, move: Move, parties: Parties): boolean {
  const rule = ruleOf(move);
  return isOneOf(presser, rule, parties) && !startedIt(presser, rule, parties);
}

/** Whether somebody is one of those who make such a move. */
export function isOneOf(presser: Presser, rule: Rule, parties: Parties): boolean {
  return rule.by.some((who) => isOne(presser, rankAsked(presser, rule), who, parties));
}

function rankAsked(presser: Presser, rule: Rule): number {
  if (presser.kind === "clock") return 0;
  if (rule.decides) return decidingRank(presser);
  const isAboutReaders = rule.to === "same" && rule.seen !== undefined;
  return isAboutReaders ? presser.liveRank : presser.rank;
}

/** What somebody is both where the open text would stand and where readers find the article. */
export function decidingRank({ rank, liveRank }: { rank: number; liveRank: number }): number {
  return Math.min(rank, liveRank);
}

/** Nobody approves what they started, nor a deputy for them, however many others have confirmed it. */
export function startedIt(presser: Presser, rule: Rule, { openedBy }: Parties): boolean {
  if (rule.fourEyes !== true || presser.kind === "clock" || openedBy === null) return false;
  return presser.personId === openedBy || presser.forPersonId === openedBy;
}

/** @param rank theirs, in the section that is asked about */
export function isOne(presser: Presser, rank: number, who: Who, { owedBy }: Parties): boolean {
  if (presser.kind === "clock") return who === "clock";
  switch (who) {
    case "clock":
      return false;
    case "writer":
      return presser.isWriter;
    case "another_approver":
      return includes(rank, "approver") && presser.personId !== owedBy;
    default:
      return includes(rank, who);
  }
}
