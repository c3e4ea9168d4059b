import { type Tx, transaction } from "#db/transaction.ts";
import { openDraftWith } from "#features/drafts/open.ts";
import { newBlockId } from "#features/text/block-id.ts";
import type { Block, Paragraph } from "#features/text/body.ts";
import { permitHandling, permitStart, type QuestionPermit } from "#features/workflow/policy.ts";
import { canSignIn, NEVER_SIGNED_IN, starterOf } from "#features/workflow/store.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Closing } from "./found.ts";
import { mayBegin, mayClose, type Standing, standingOf } from "./standing.ts";
import * as store from "./store.ts";

type By = { siteId: number; personId: number };
type Held = NonNullable<Awaited<ReturnType<typeof store.holdQuestion>>>;
type Work<T> = (tx: Tx, permit: QuestionPermit, question: Held) => Promise<T>;

/**
 * Gives a question to somebody who writes, or takes it oneself.
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`
 */
export function give(by: By, questionId: number, toId: number): Promise<void> {
  return handling(by, questionId, true, async (tx, permit) => {
    await refuseClosed(tx, questionId);
    if (!(await store.holdsAnywhere(tx, by.siteId, toId, ["reporter", "editor", "approver"]))) {
      throw new Refusal("wrong_state", "Người này không còn vai trò viết bài trên trang, nên không giao câu hỏi được.");
    }
    if (!(await canSignIn(tx, toId))) throw new Refusal("wrong_state", NEVER_SIGNED_IN);
    // They would be asked for an answer whose draft they cannot open.
    const answer = await store.answerOf(tx, by.siteId, questionId);
    if (answer?.isOpen && !(await store.isWriterOf(tx, answer.id, toId))) {
      throw new Refusal("wrong_state", "Câu trả lời đang được soạn: hãy bàn giao bài đang soạn cho người này trước.");
    }
    await store.insertDeed(tx, permit, { deed: "given", personId: toId });
  });
}

/**
 * Begins the answer: an ordinary draft of an article, a question with its answer, in which the question is quoted without who asked.
 * Readers get it by the workflow, and by nothing here.
 *
 * @returns the number of the article
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`
 */
export function beginAnswer(by: By, questionId: number): Promise<number> {
  return handling(by, questionId, false, async (tx, permit, { subject, words }) => {
    const standing = await standingNow(tx, by.siteId, questionId);
    if (!mayBegin(standing)) throw new Refusal("wrong_state", NOT_BEGUN[standing]);
    const begun = permitStart("article", await starterOf(tx, by, "article"));
    const quoted = { kind: "qa", headline: subject, body: { type: "doc", content: quotedIn(words ?? "") } };
    const documentId = await openDraftWith(tx, begun, quoted);
    await store.insertDeed(tx, permit, { deed: "answering", documentId });
    return documentId;
  });
}

/**
 * Closes a question without an answer of its own, with a fixed sentence for whoever asked.
 * @param articleId the live article that had answered it before, with that reason; else null
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`, `bad_input`
 */
export function close(by: By, questionId: number, reason: Closing, articleId: number | null): Promise<void> {
  return handling(by, questionId, true, async (tx, permit) => {
    const standing = await standingNow(tx, by.siteId, questionId);
    if (!mayClose(standing)) throw new Refusal("wrong_state", NOT_CLOSED[standing]);
    if ((reason === "answered_already") !== (articleId !== null)) {
      throw new Refusal("bad_input", "Hãy chọn bài đã trả lời câu hỏi này: chỉ lý do “đã trả lời” mới cần bài.");
    }
    if (articleId === null) return store.insertDeed(tx, permit, { deed: "closed", reason });
    const answer = await store.answerAt(tx, by.siteId, articleId);
    if (answer?.kind !== "article" || answer.visibility !== "live") {
      throw new Refusal("wrong_state", `Không có bài số ${articleId} đang đăng trên trang này.`);
    }
    return store.insertDeed(tx, permit, { deed: "closed", reason, documentId: articleId });
  });
}

/**
 * Opens a closed question again.
 * @throws {Refusal} `not_found`, `not_allowed`, `wrong_state`
 */
export function reopen(by: By, questionId: number): Promise<void> {
  return handling(by, questionId, true, async (tx, permit) => {
    if (!(await isClosed(tx, questionId)))
      throw new Refusal("wrong_state", "Câu hỏi này không còn ở tình trạng đã kết thúc.");
    await store.insertDeed(tx, permit, { deed: "reopened" });
  });
}

/** Who asked. */
export type Contact = { name: string; contact: string; place: string };

/**
 * Shows who asked; that somebody looked stays in the question's record.
 * @throws {Refusal} `not_found`
 */
export function seeContact(by: By, questionId: number): Promise<Contact> {
  return handling(by, questionId, false, async (tx, permit, { name, contact, place }) => {
    await store.insertDeed(tx, permit, { deed: "contact_seen" });
    return { name: name ?? "", contact: contact ?? "", place: place ?? "" };
  });
}

async function handling<T>({ siteId, personId }: By, questionId: number, decides: boolean, work: Work<T>): Promise<T> {
  return transaction(async (tx) => {
    const question = await store.holdQuestion(tx, siteId, questionId);
    const given = await store.lastDeed(tx, questionId, ["given"]);
    const isTheirs = given?.personId === personId;
    const permit = permitHandling(
      {
        ...{ siteId, questionId, personId },
        edits: question !== null && (await store.holdsAnywhere(tx, siteId, personId, ["editor", "approver"])),
        isGiven: question !== null && isTheirs && (await store.holdsAnywhere(tx, siteId, personId, ["reporter"])),
      },
      decides,
    );
    if (question === null) throw new Refusal("not_found", "Không tìm thấy câu hỏi này.");
    return work(tx, permit, question);
  });
}

async function isClosed(tx: Tx, questionId: number): Promise<boolean> {
  return (await store.lastDeed(tx, questionId, ["closed", "reopened"]))?.deed === "closed";
}

async function refuseClosed(tx: Tx, questionId: number): Promise<void> {
  if (await isClosed(tx, questionId)) throw new Refusal("wrong_state", "Câu hỏi này đã kết thúc: mở lại rồi làm tiếp.");
}

async function standingNow(tx: Tx, siteId: number, questionId: number): Promise<Standing> {
  // What is closed has to be opened again first, whatever readers have.
  if (await isClosed(tx, questionId)) return "closed";
  return standingOf({ isClosed: false, answer: await store.answerOf(tx, siteId, questionId) });
}

/** Somebody else was quicker, or the page is old. */
const NOT_BEGUN: Readonly<Record<Standing, string>> = {
  received: "",
  withdrawn: "",
  answering: "Câu trả lời đã được soạn: mở bài đang soạn để viết tiếp.",
  answered: "Câu hỏi này đã được trả lời.",
  hidden: "Câu trả lời đang tạm gỡ để rà soát: đăng lại hoặc cập nhật bài đó.",
  closed: "Câu hỏi này đã kết thúc: mở lại rồi làm tiếp.",
};

const NOT_CLOSED: Readonly<Record<Standing, string>> = {
  ...NOT_BEGUN,
  answering: "Câu trả lời đang được soạn: bỏ bài đang soạn trước, rồi kết thúc câu hỏi.",
  answered: "Câu hỏi này đã được trả lời, nên không kết thúc theo lý do khác được.",
  hidden: "Câu trả lời đang tạm gỡ để rà soát: đăng lại hoặc gỡ hẳn bài đó trước.",
};

/** The question as a quotation, and an empty line below for the answer. */
function quotedIn(words: string): Block[] {
  const line = (text: string): Paragraph => ({
    ...{ type: "paragraph", attrs: { id: newBlockId(), align: null } },
    ...(text === "" ? {} : { content: [{ type: "text", text }] }),
  });
  const lines = words.split("\n").filter((one) => one.trim() !== "");
  return [{ type: "blockquote", attrs: { id: newBlockId() }, content: lines.map(line) }, line("")];
}
