import { type Tx, transaction } from "#db/transaction.ts";
import { spellTexts } from "#features/drafts/ahead.ts";
import { openEmptyDraft } from "#features/drafts/open.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { type Actor, askerOf } from "#features/workflow/asker.ts";
import { isDeputyOf } from "#features/workflow/eyes-store.ts";
import type { DocumentMove, Move } from "#features/workflow/machine.ts";
import { type Asker, permit, permitStart } from "#features/workflow/policy.ts";
import { refuseIfIncomplete } from "#features/workflow/readiness.ts";
import { heldRolesOf, remember, starterOf } from "#features/workflow/store.ts";
import type { Story } from "#features/workflow/story.ts";
import { lockStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";
import { EFFECTS } from "./effects.ts";
import { refuseUnsaid, type Said } from "./said.ts";

export type Done = {
  documentId: number /** The article that the last move made (a duplicate). */;
  madeDocumentId?: number;
};

/**
 * Starts a document: an empty draft, given to its starter.
 * @throws {Refusal} `not_allowed` to people without a role where such a document stands; `wrong_state` where the site has its one
 */
export async function start(by: { siteId: number; personId: number }, kind: KindName): Promise<number> {
  return transaction((tx) => startIn(tx, by, kind));
}

/** The same inside a transaction that does more. */
export async function startIn(tx: Tx, by: { siteId: number; personId: number }, kind: KindName): Promise<number> {
  return openEmptyDraft(tx, permitStart(kind, await starterOf(tx, by, kind)));
}

/**
 * Carries out a move, or several that are one press for the person and as many lines of history, in one transaction:
 * all of them, or nothing.
 *
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`, `not_ready`, `out_of_date`, `bad_input`
 */
export async function carryOut(
  by: Actor,
  moves: DocumentMove | readonly DocumentMove[],
  documentId: number,
  said: Said,
): Promise<Done> {
  if ([moves].flat().some((move) => HASHING.includes(move))) await spellTexts(by, documentId);
  return transaction((tx) => carryOutIn(tx, by, moves, documentId, said));
}

/** Moves that cut the text, or begin a new one from it. What takes something from readers never waits for a long text. */
const HASHING: readonly Move[] = [
  "submit",
  "return",
  "refuse",
  "confirm",
  "approve",
  "emergency_publish",
  "revise",
  "correct",
  "recover",
  "duplicate",
];

/** The same inside a transaction that does more. */
export async function carryOutIn(
  tx: Tx,
  by: Actor,
  moves: DocumentMove | readonly DocumentMove[],
  documentId: number,
  said: Said,
): Promise<Done> {
  let done: Done = { documentId };
  for (const move of typeof moves === "string" ? [moves] : moves) {
    done = await carryOutOne(tx, by, move, documentId, said);
  }
  return done;
}

async function carryOutOne(tx: Tx, by: Actor, move: DocumentMove, documentId: number, said: Said): Promise<Done> {
  const story = await lockStory(tx, by.siteId, documentId);
  if (!story) throw new Refusal("not_found", "Không tìm thấy bài viết này.");
  const granted = permit(await askerFor(tx, by, move, story, said), move, story);
  refuseUnsaid(granted.rule, said);
  if (granted.rule.needs) await refuseIfIncomplete(tx, story, granted.rule.needs);
  const { facts, madeDocumentId } = await EFFECTS[move]({ tx, permit: granted, story, said });
  await remember(tx, granted, {
    ...{ kind: "moved", move, from: granted.from, to: granted.to, visibility: story.document.visibility },
    ...withoutUndefined({ ...facts, forPerson: IN_ANOTHERS_NAME.includes(move) ? said.forPersonId : undefined }),
  });
  return madeDocumentId === undefined ? { documentId } : { documentId, madeDocumentId };
}

/** What a deputy may do in the name of the one who lent the authority. */
const IN_ANOTHERS_NAME: readonly Move[] = ["confirm", "approve", "publish", "schedule"];

/** A deputy asks with the rank of the person in whose name it is, and with nothing else, while the deputation is in force. */
async function askerFor(tx: Tx, by: Actor, move: Move, story: Story, said: Said): Promise<Asker> {
  const asker = await askerOf(tx, by, story);
  const { forPersonId } = said;
  if (asker.kind === "clock" || forPersonId === undefined || !IN_ANOTHERS_NAME.includes(move)) return asker;
  if (!(await isDeputyOf(tx, by.siteId, asker.personId, forPersonId))) {
    throw new Refusal("not_allowed", "Không có ủy quyền còn hiệu lực để duyệt thay người này.");
  }
  const { rank, liveRank, sees } = await heldRolesOf(tx, forPersonId, story);
  if (rank === 0) throw new Refusal("not_allowed", "Người ủy quyền không có vai trò trong chuyên mục của bài.");
  return { ...asker, forPersonId, rank, liveRank, sees, isWriter: false };
}

function withoutUndefined<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
