import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { Refusal } from "#lib/refusal.ts";
import { includes, MAY_TYPE, MOVES, type Move, type Rule, ruleOf, type State, type Visibility } from "./machine.ts";
import type { Story } from "./story.ts";
import { isOne, isOneOf, isTheirs, partiesOf, startedIt } from "./who-may.ts";
import { called, frozenSentence, refusedTo, STARTED_IT, whyNot } from "./why-not.ts";

/** Who asks, seen from one document: their rank where it stands, and whether they were given it. */
export type Asker =
  | {
      kind: "person";
      personId: number;
      /** In whose name a deputy asks: with that one's ranks, and as both people. */
      forPersonId?: number;
      /** In the section of the open text. */
      rank: number;
      /** In the section where readers find the article: what is live is not decided by where an open text would move it. */
      liveRank: number;
      isWriter: boolean;
      /** Whether they may know of the document at all: `may_see` in the database, which lists ask as well. */
      sees: boolean;
    }
  /** The clock has one move. */
  | { kind: "clock" };

/** A private member is in no literal and in no spread: no other module builds a permit, nor changes one. */
declare class Granted<What> {
  private readonly granted: What;
}

/** Proof that somebody may write on a document: whatever writes in the workflow asks for it, and writes where it says. */
export type Permit = Granted<"document"> & {
  readonly siteId: number;
  readonly documentId: number;
  readonly kind: KindName;
  /** The edition that is written in; null where none is open. */
  readonly editionId: number | null;
  /** Null is the clock. */
  readonly by: number | null;
};

/** Proof that `permit` said yes to this asker, move and document. */
export type MovePermit = Permit & {
  readonly move: Move;
  readonly rule: Rule;
  readonly from: State | null;
  readonly to: State | null;
};

/** Proof that this person may type in this text now. */
export type TypingPermit = Permit & { readonly editionId: number; readonly by: number };

/** Proof that this person may begin a document of this kind. */
export type StartPermit = Granted<"start"> & {
  readonly siteId: number;
  readonly kind: KindName;
  readonly by: number;
  /** The document whose sister in another language it is to be. */
  readonly sisterOfId: number | null;
};

/** Proof that this person's name may stand under a batch, as who confirmed it. */
export type BatchPermit = Granted<"batch"> & { readonly siteId: number; readonly batchId: number; readonly by: number };

/** Proof that this person may choose what stands in this topic. */
export type ChoicePermit = Granted<"choice"> & {
  readonly siteId: number;
  readonly topicId: number;
  readonly by: number;
};

/** Proof that somebody may choose what stands in the front of a section, or of the site (null). */
export type FrontPermit = Granted<"front"> & {
  readonly siteId: number;
  readonly sectionId: number | null;
  readonly by: number;
};

/** Proof that this person may have a say in what a section is called. */
export type NamingPermit = Granted<"naming"> & {
  readonly siteId: number;
  readonly sectionId: number;
  readonly by: number;
};

/** Proof that this person may do this with a question that somebody has asked the office. */
export type QuestionPermit = Granted<"question"> & {
  readonly siteId: number;
  readonly questionId: number;
  readonly by: number;
};

/** Who handles a question: whether they edit or approve in whatever section, and whether it was given to them last and they write. */
export type Handler = { siteId: number; questionId: number; personId: number; edits: boolean; isGiven: boolean };

/** Who chooses, seen from a topic. */
export type Chooser = {
  siteId: number;
  topicId: number;
  personId: number;
  /** They edit or approve, in whatever section of the site. */
  edits: boolean;
  /** Readers know the topic, or knew it, or the chooser may know of it otherwise (`may_see`). */
  knows: boolean;
};

/** Who begins something, seen from the site. */
export type Starter = {
  siteId: number;
  personId: number;
  mayWrite: boolean;
  rankOnSite: number;
  hasOne: boolean;
  /** In the section of the text that they bring along; absent where they begin with an empty one. */
  rankThere?: number | undefined;
};

/** What somebody begins a sister of. */
export type Original = { id: number; kind: KindName; visibility: Visibility };

/**
 * Whether a document may be begun: in a section, by whoever writes somewhere on the site; at the site's root, by its editors.
 * A sister in another language is one of an article or a page that readers have.
 *
 * @throws {Refusal} `not_allowed`, or `wrong_state` where the site has the one that it can have
 */
export function permitStart(kind: KindName, starter: Starter, original: Original | null = null): StartPermit {
  const { section, sister } = kindOf({ kind });
  const atRoot = section === null;
  if (!starter.mayWrite) throw new Refusal("not_allowed", "Không có vai trò viết bài trên trang này.");
  if (atRoot && !includes(starter.rankOnSite, "editor")) {
    throw new Refusal("not_allowed", "Chỉ biên tập viên và người duyệt của toàn trang làm được việc này.");
  }
  if (starter.rankThere !== undefined && !includes(starter.rankThere, "reporter")) {
    throw new Refusal("not_allowed", "Không có vai trò viết bài trong chuyên mục của bài.");
  }
  if (starter.hasOne) throw new Refusal("wrong_state", "Nội dung này đã có; cần mở bản đang có để sửa.");
  if ((sister !== undefined) !== (original !== null)) throw new Refusal("wrong_state", HAS_AN_ORIGINAL);
  if (original !== null && !(original.visibility === "live" && TRANSLATED.includes(original.kind))) {
    throw new Refusal("wrong_state", HAS_AN_ORIGINAL);
  }
  return { kind, siteId: starter.siteId, by: starter.personId, sisterOfId: original?.id ?? null } as StartPermit;
}

const TRANSLATED: readonly KindName[] = ["article", "page"];
const HAS_AN_ORIGINAL =
  "Bản tiếng Anh bắt đầu từ một bài hoặc một trang đang đăng: mở bài đó rồi bấm “Viết bản tiếng Anh”.";

/**
 * Whether somebody may put articles into a topic and take them out: one editor or approver, of any section, for each article that is
 * live was confirmed by two already.
 *
 * @throws {Refusal} `not_found`, `not_allowed`
 */
export function permitChoosing({ siteId, topicId, personId, edits, knows }: Chooser): ChoicePermit {
  if (!knows) throw new Refusal("not_found", "Không tìm thấy dòng sự kiện này.");
  if (!edits) throw new Refusal("not_allowed", "Chỉ biên tập viên và người duyệt chọn được bài cho dòng sự kiện.");
  return { siteId, topicId, by: personId } as ChoicePermit;
}

/** Whether somebody may know of a question at all: it says who asked. */
export const mayKnowQuestion = ({ edits, isGiven }: Pick<Handler, "edits" | "isGiven">): boolean => edits || isGiven;

/**
 * Whether somebody may do something with a question. Editors and approvers, of any section, decide about it: to whom it is given, that
 * it is closed or opened again. To begin its answer and to see who asked is also for the one to whom it was given: what readers get
 * of it goes the way of every article.
 *
 * @throws {Refusal} `not_found`, `not_allowed`
 */
export function permitHandling({ siteId, questionId, personId, ...who }: Handler, decides: boolean): QuestionPermit {
  if (!mayKnowQuestion(who)) throw new Refusal("not_found", "Không tìm thấy câu hỏi này.");
  if (decides && !who.edits) {
    throw new Refusal("not_allowed", "Chỉ biên tập viên và người duyệt giao, kết thúc hay mở lại được câu hỏi.");
  }
  return { siteId, questionId, by: personId } as QuestionPermit;
}

/** Whether somebody of this rank may choose what stands in a front there. */
export const mayArrange = (rank: number): boolean => includes(rank, "editor");

/**
 * Whether somebody may put articles into the slots of a front: editors and approvers of its section, or of the whole site for the
 * site's own. It chooses among what two people have signed, and says no word of its own: one press is enough.
 *
 * @param rank of this person there
 * @throws {Refusal} `not_allowed`
 */
export function permitArranging(
  at: { siteId: number; sectionId: number | null; by: number },
  rank: number,
): FrontPermit {
  if (!mayArrange(rank)) {
    throw new Refusal(
      "not_allowed",
      at.sectionId === null
        ? "Chỉ biên tập viên và người duyệt của toàn trang chọn được bài cho trang chủ."
        : "Chỉ biên tập viên và người duyệt của chuyên mục chọn được bài cho trang này.",
    );
  }
  return at as FrontPermit;
}

/** Who has a say in what a section is called: administrators propose, those who approve there agree. */
export type Namer = { administers: boolean; rank: number };

export const mayPropose = ({ administers }: Pick<Namer, "administers">): boolean => administers;
export const mayAgreeToName = ({ rank }: Pick<Namer, "rank">): boolean => includes(rank, "approver");

/**
 * Whether somebody may propose what a section is called and where it stands, agree to what somebody else has proposed, or put it
 * aside. Section names are words that readers see: it takes an administrator, who keeps the sections, and an approver of that one.
 *
 * @param proposedBy who proposed what is agreed to; null where nothing was
 * @throws {Refusal} `not_allowed`
 */
export function permitNaming(
  at: { siteId: number; sectionId: number; by: number },
  who: Namer,
  deed: "propose" | "agree" | "drop",
  proposedBy: number | null = null,
): NamingPermit {
  if (deed === "propose" && !mayPropose(who)) {
    throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống đề nghị được tên mới cho chuyên mục.");
  }
  if (deed === "agree" && !mayAgreeToName(who)) {
    throw new Refusal("not_allowed", "Chỉ người duyệt của chuyên mục đồng ý được với tên mới.");
  }
  if (deed === "agree" && proposedBy === at.by) {
    throw new Refusal("not_allowed", "Người đề nghị không tự đồng ý; cần một người duyệt khác.");
  }
  if (deed === "drop" && !mayPropose(who) && !mayAgreeToName(who)) {
    throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống và người duyệt của chuyên mục bỏ được đề nghị này.");
  }
  return at as NamingPermit;
}

/**
 * Whether a move may be made, by this asker, on this article as it stands.
 *
 * @throws {Refusal} `not_found` to whom the article does not exist, `not_allowed`, or `wrong_state`
 */
export function permit(asker: Asker, move: Move, story: Story): MovePermit {
  const rule = ruleOf(move);
  refuseStrangers(asker);
  const parties = partiesOf(story);
  if (!isOneOf(asker, rule, parties)) throw new Refusal("not_allowed", refusedTo(rule, asker));
  if (startedIt(asker, rule, parties)) throw new Refusal("not_allowed", STARTED_IT);
  const why = whyNot(rule, move, story);
  if (why) throw new Refusal("wrong_state", why);
  const from = story.open?.state ?? null;
  const to = rule.to === "same" ? from : rule.to;
  const by = asker.kind === "person" ? asker.personId : null;
  const edition = move === "recover" ? story.lastClosed : story.open;
  return { ...placeOf(story), editionId: edition?.id ?? null, by, move, rule, from, to } as MovePermit;
}

/**
 * Whether a person may type in the open text now.
 *
 * @throws {Refusal} `not_found`, `not_allowed`, `frozen`
 */
export function permitTyping(asker: Asker & { kind: "person" }, story: Story): TypingPermit {
  refuseStrangers(asker);
  const { open } = story;
  const typists = open && MAY_TYPE[open.state];
  if (!open || !typists) throw new Refusal("frozen", frozenSentence(story.document.kind, open?.state));
  if (!typists.some((who) => isOne(asker, asker.rank, who, partiesOf(story)))) {
    const { what, What } = called(story.document.kind);
    throw new Refusal(
      "not_allowed",
      isOpenTo(asker, "take_back", story)
        ? `${What} đã gửi duyệt; muốn sửa tiếp, bấm “Rút lại để sửa”.`
        : `Không có quyền sửa ${what} này lúc này.`,
    );
  }
  return { ...placeOf(story), editionId: open.id, by: asker.personId } as TypingPermit;
}

/** Whether a batch is closed in somebody's name: by who confirmed an article of it; null where that is nobody. */
export function permitClosing({ hasConfirmed, siteId, batchId, personId }: Closer): BatchPermit | null {
  return hasConfirmed ? ({ siteId, batchId, by: personId } as BatchPermit) : null;
}

/** Who would close a batch, and whether they have confirmed an article of it. */
export type Closer = { siteId: number; personId: number; batchId: number; hasConfirmed: boolean };

function placeOf({ document }: Story) {
  return { siteId: document.siteId, documentId: document.id, kind: document.kind };
}

/** For the document that was begun by it. */
export function inDocument({ siteId, kind, by }: StartPermit, documentId: number): Permit {
  return { siteId, documentId, kind, editionId: null, by } as Permit;
}

/** For the edition that was opened by it. */
export function inEdition(permit: Permit, editionId: number): Permit {
  if (permit.editionId !== null) throw new Error(`a permit for edition ${permit.editionId} opens no other one`);
  return { ...permit, editionId } as Permit;
}

/** For the copy that a duplicate begins. */
export function forCopy(permit: MovePermit): StartPermit {
  if (permit.move !== "duplicate") throw new Error(`"${permit.move}" begins no other document`);
  return { siteId: permit.siteId, kind: permit.kind, by: personOf(permit), sisterOfId: null } as StartPermit;
}

/** For the closed edition that still owes a countersign; whatever is open beside it stays as it is. */
export function inOwedEdition(permit: MovePermit, editionId: number): MovePermit {
  if (!permit.rule.owed) throw new Error(`"${permit.move}" answers for no emergency`);
  return { ...permit, editionId, to: null } as MovePermit;
}

/** For the scheduled update that goes back to waiting, as the text is taken from readers. */
export function puttingOff(permit: MovePermit): MovePermit {
  if (permit.from !== "scheduled" || !permit.rule.makes) throw new Error(`"${permit.move}" puts nothing off`);
  return { ...permit, to: "approved" } as MovePermit;
}

/** The edition that a permit is for. @throws when it is for none: a bug, for the table says what a move starts from */
export function editionOf({ documentId, editionId }: Permit): number {
  if (editionId === null) throw new Error(`this permit for document ${documentId} is for no edition`);
  return editionId;
}

/** The person to whom it was given. @throws when it is the clock: a bug, for the table gives the clock moves of its own */
export function personOf({ documentId, by }: Permit): number {
  if (by === null) throw new Error(`the clock has no name to write on document ${documentId}`);
  return by;
}

/** Every move that is open to somebody, in the table's order: what the buttons are drawn from. */
export function movesOpenTo(asker: Asker, story: Story): Move[] {
  return (Object.keys(MOVES) as Move[]).filter((move) => isOpenTo(asker, move, story));
}

/** Whether a move is open to somebody: for what asks of many documents and one move. */
export function isOpenTo(asker: Asker, move: Move, story: Story): boolean {
  return maySee(asker) && isTheirs(asker, move, partiesOf(story)) && whyNot(ruleOf(move), move, story) === null;
}

/** Whether somebody may know of the document at all. The clock knows of all. */
export function maySee(asker: Asker): boolean {
  return asker.kind === "clock" || asker.sees;
}

function refuseStrangers(asker: Asker): void {
  if (!maySee(asker)) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
}
