import type { Block, BodyDoc, Paragraph } from "./body.ts";
import { inlineText, plainLines } from "./plain.ts";

/** A question of a text with its answer, as plain lines. @property question null: the headline asks it */
export type Asked = { question: string | null; answer: string };

/** A paragraph that is bold as a whole: where a text asks and answers, it asks. */
export const isQuestion = (block: Block): block is Paragraph =>
  block.type === "paragraph" &&
  inlineText(block.content).trim() !== "" &&
  (block.content ?? []).every(
    (inline) =>
      inline.type !== "text" || inline.text.trim() === "" || inline.marks?.some(({ type }) => type === "bold"),
  );

/**
 * What a text of questions and answers asks and how it answers, in one of the ways in which offices write that: under headings "Hỏi" and
 * "Trả lời"; questions in bold; a quotation, and below it the answer. In any other all of it answers what the headline asks. A
 * question nobody answers is none.
 */
export function askedIn({ content }: BodyDoc): Asked[] {
  return partsOf(content).flatMap(({ question, answer }) => {
    const answered = linesOf(answer);
    return answered === "" ? [] : { question: linesOf(question) || null, answer: answered };
  });
}

type Parts = { question: Block[]; answer: Block[] };

function partsOf(blocks: readonly Block[]): Parts[] {
  if (blocks.some((block) => labelOf(block) === "answer")) return underLabels(blocks);
  if (!blocks.some(isQuestion)) return [underQuotation(blocks)];
  const parts: Parts[] = [];
  for (const block of blocks) {
    if (isQuestion(block)) parts.push({ question: [block], answer: [] });
    // What stands above the first question leads to all of them.
    else parts.at(-1)?.answer.push(block);
  }
  return parts;
}

function underQuotation(blocks: readonly Block[]): Parts {
  const [first, ...others] = blocks;
  return first?.type === "blockquote" ? { question: [first], answer: others } : { question: [], answer: [...blocks] };
}

function underLabels(blocks: readonly Block[]): Parts[] {
  const parts: Parts[] = [{ question: [], answer: [] }];
  let side: keyof Parts = "question";
  for (const block of fromFirstQuestion(blocks)) {
    const label = labelOf(block);
    if (label === "question" && side === "answer") parts.push({ question: [], answer: [] });
    if (label !== null) side = label;
    else parts.at(-1)?.[side].push(block);
  }
  return parts;
}

/** What stands above the first "Hỏi" says who asks, which is nobody's business; where "Trả lời" comes first it is the question. */
function fromFirstQuestion(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex((block) => labelOf(block) !== null);
  const [first] = blocks.slice(at);
  return first !== undefined && labelOf(first) === "question" ? blocks.slice(at) : blocks;
}

const LABELS = { question: /^(?:câu )?hỏi\s*[:.]?$/iu, answer: /^(?:trả lời|đáp)\s*[:.]?$/iu } as const;

/** A heading, or a line in bold, that says what comes below it. */
function labelOf(block: Block): keyof Parts | null {
  if (block.type !== "heading" && !isQuestion(block)) return null;
  const said = inlineText(block.content).trim().normalize("NFC");
  return LABELS.question.test(said) ? "question" : LABELS.answer.test(said) ? "answer" : null;
}

const linesOf = (blocks: readonly Block[]): string => blocks.flatMap(plainLines).join("\n").trim();
