/** Where the open edition is. */
export type State = "draft" | "in_review" | "approved" | "scheduled" | "closed";
/** What readers get of the article. */
export type Visibility = "never_live" | "live" | "hidden" | "withdrawn";
/** A role in the article's section; each includes the ones before it. */
type Rank = "reporter" | "editor" | "approver";
/** Who may press: a role there, the people who were given the article, another approver than the one who owes, or the clock. */
export type Who = Rank | "writer" | "another_approver" | "clock";
/** What has to come with a move. */
export type Says = "reason" | "reason_and_words" | "time" | "person";

export type Rule = {
  /** States of the open edition it starts from; `none` when nothing is open. */
  from: readonly (State | "none" | "any_open")[];
  /** The state it leads to; `same` leaves it. */
  to: State | "same";
  /** What readers must be getting before; every visibility when absent. */
  seen?: readonly Visibility[];
  /** What readers get afterwards, when that changes. */
  makes?: Visibility;
  by: readonly Who[];
  says?: Says;
  /** The hash on the person's screen must be the text's. */
  shows?: "hash";
  /** What changed since the text that this person knows must have been on the screen as well. */
  compares?: true;
  /** What it says of the text in the record of confirmations. */
  signs?: "confirm" | "approve" | "countersign" | "emergency" | "restore";
  /** Gaps that forbid it. */
  needs?: "submit" | "publish";
  fourEyes?: true;
  /**
   * Decides what readers will get: an update that moves the article to another section is decided by somebody with the
   * role in both, where it would stand and where readers find it now.
   */
  decides?: true;
  /** Only while an emergency publication waits for its countersign. */
  owed?: true;
};

const ONCE_LIVE = ["live", "hidden", "withdrawn"] as const;

/** The whole workflow. A move that is not in this table cannot happen, in any layer. */
export const MOVES = {
  start: { from: ["none"], to: "draft", seen: ["never_live"], by: ["reporter"] },
  submit: { from: ["draft"], to: "in_review", by: ["writer", "editor"], needs: "submit" },
  take_back: { from: ["in_review"], to: "draft", by: ["writer"] },
  return: {
    from: ["in_review", "approved", "scheduled"],
    to: "draft",
    by: ["editor"],
    says: "reason_and_words",
  },
  refuse: { from: ["in_review"], to: "closed", by: ["approver"], says: "reason" },
  confirm: {
    from: ["in_review"],
    to: "in_review",
    by: ["writer", "reporter"],
    shows: "hash",
    compares: true,
    signs: "confirm",
    needs: "submit",
  },
  approve: {
    from: ["in_review"],
    to: "approved",
    by: ["approver"],
    shows: "hash",
    compares: true,
    signs: "approve",
    needs: "submit",
    fourEyes: true,
    decides: true,
  },
  cancel_approval: { from: ["approved"], to: "in_review", by: ["approver"] },
  schedule: {
    from: ["approved"],
    to: "scheduled",
    by: ["approver"],
    says: "time",
    shows: "hash",
    needs: "publish",
    decides: true,
  },
  unschedule: { from: ["scheduled"], to: "approved", by: ["approver"] },
  publish: {
    from: ["approved"],
    to: "closed",
    makes: "live",
    by: ["approver"],
    shows: "hash",
    needs: "publish",
    decides: true,
  },
  go_live: { from: ["scheduled"], to: "closed", makes: "live", by: ["clock"], needs: "publish" },
  miss: { from: ["scheduled"], to: "approved", by: ["clock"] },
  emergency_publish: {
    from: ["draft", "in_review"],
    to: "closed",
    makes: "live",
    by: ["approver"],
    says: "reason",
    shows: "hash",
    signs: "emergency",
    needs: "publish",
    decides: true,
  },
  countersign: {
    from: ["none", "any_open"],
    to: "same",
    seen: ["live"],
    by: ["another_approver"],
    shows: "hash",
    compares: true,
    signs: "countersign",
    owed: true,
  },
  object: {
    from: ["none", "any_open"],
    to: "same",
    seen: ["live"],
    by: ["another_approver"],
    says: "reason",
    owed: true,
  },
  revise: { from: ["none"], to: "draft", seen: ONCE_LIVE, by: ["writer", "editor"] },
  correct: { from: ["none"], to: "draft", seen: ONCE_LIVE, by: ["writer", "editor"] },
  hide: { from: ["none", "any_open"], to: "same", seen: ["live"], makes: "hidden", by: ["editor"], says: "reason" },
  withdraw: {
    from: ["none", "any_open"],
    to: "same",
    seen: ["live", "hidden"],
    makes: "withdrawn",
    by: ["approver"],
    says: "reason",
  },
  restore: {
    from: ["none", "any_open"],
    to: "same",
    seen: ["hidden", "withdrawn"],
    makes: "live",
    by: ["approver"],
    signs: "restore",
  },
  discard: { from: ["draft"], to: "closed", by: ["writer", "editor"] },
  recover: { from: ["none"], to: "draft", by: ["writer", "editor"] },
  hand_over: { from: ["any_open"], to: "same", by: ["writer", "editor"], says: "person" },
  duplicate: { from: ["none", "any_open"], to: "same", by: ["writer", "editor"] },
} as const satisfies Record<string, Rule>;

export type Move = keyof typeof MOVES;

/** A move on a document that is there: all but the one that begins it. */
export type DocumentMove = Exclude<Move, "start">;

/** Who may type while an edition is in a state. Elsewhere the text is frozen, by a trigger too. */
export const MAY_TYPE: Partial<Record<State, readonly Who[]>> = {
  draft: ["writer", "editor"],
  in_review: ["editor"],
};

/** How long a discarded draft can be recovered, in days. Source: the workflow table of the product. */
export const RECOVER_WITHIN_DAYS = 30;

const HEIGHT: Record<Rank, number> = { reporter: 1, editor: 2, approver: 3 };

/** Whether a rank (0 none … 3 approver) includes a role. */
export function includes(rank: number, role: Rank): boolean {
  return rank >= HEIGHT[role];
}

/** The rule of a move, widened so that every optional column can be asked for. */
export function ruleOf(move: Move): Rule {
  return MOVES[move];
}

/** What an authority ordered down comes back over two people who restore it, and by nothing else, now or by the clock. */
export function isAgainstOrder(move: Move, { withdrawnReason }: { withdrawnReason: string | null }): boolean {
  const wouldBringBack = move === "schedule" || (move !== "restore" && ruleOf(move).makes === "live");
  return wouldBringBack && withdrawnReason === "authority";
}
