import { expect, test } from "vitest";
import { askedIn } from "./asked.ts";
import type { Block, BodyDoc } from "./body.ts";

const of = (...content: Block[]): BodyDoc => ({ type: "doc", content });
const p = (text: string): Block => ({
  ...{ type: "paragraph", attrs: { id: text, align: null } },
  content: [{ type: "text", text }],
});
const bold = (text: string): Block => ({
  ...{ type: "paragraph", attrs: { id: text, align: null } },
  content: [{ type: "text", text, marks: [{ type: "bold" }] }],
});
const heading = (text: string): Block => ({
  ...{ type: "heading", attrs: { id: text, level: 2, align: null } },
  content: [{ type: "text", text }],
});
const quote = (...lines: string[]): Block => ({
  ...{ type: "blockquote", attrs: { id: "q" } },
  content: lines.map(p) as never,
});

test("under headings, or lines in bold, that say so a question is parted from its answer", () => {
  const pair = { question: "Ai khai?", answer: "Cả hai.\nMột bên làm." };
  expect(askedIn(of(heading("Hỏi"), p("Ai khai?"), heading("Trả lời:"), p("Cả hai."), p("Một bên làm.")))).toEqual([
    pair,
  ]);
  expect(askedIn(of(bold("HỎI:"), p("Ai khai?"), bold("Đáp:"), p("Cả hai."), p("Một bên làm.")))).toEqual([pair]);
  expect(askedIn(of(p("Ai khai?"), heading("Trả lời"), p("Cả hai."), p("Một bên làm.")))).toEqual([pair]);
  const two = of(
    heading("Hỏi"),
    p("Một?"),
    heading("Đáp"),
    p("Có."),
    heading("Hỏi"),
    p("Hai?"),
    heading("Đáp"),
    p("Không."),
  );
  expect(askedIn(two)).toEqual([
    { question: "Một?", answer: "Có." },
    { question: "Hai?", answer: "Không." },
  ]);
});

test("what stands above the first label tells who asks, and is no part of the question", () => {
  const from = p("Bà Nguyễn Thị A, tổ 5, gửi câu hỏi:");
  const answered = [heading("Trả lời"), p("Cả hai.")];
  const pair = { question: "Ai khai?", answer: "Cả hai." };
  expect(askedIn(of(from, heading("Hỏi"), p("Ai khai?"), ...answered))).toEqual([pair]);
  expect(askedIn(of(from, bold("Câu hỏi:"), p("Ai khai?"), bold("Trả lời:"), p("Cả hai.")))).toEqual([pair]);
  const two = of(
    from,
    heading("Hỏi"),
    p("Ai khai?"),
    ...answered,
    heading("Hỏi"),
    p("Hai?"),
    heading("Đáp"),
    p("Không."),
  );
  expect(askedIn(two)).toEqual([pair, { question: "Hai?", answer: "Không." }]);
});

test("a quotation at the top asks, as an answer to a citizen begins", () => {
  expect(askedIn(of(quote("Ghế nghiêng.", "Có sửa không?"), p("Sửa trong tuần."), quote("Lời người thợ.")))).toEqual([
    { question: "Ghế nghiêng.\nCó sửa không?", answer: "Sửa trong tuần.\nLời người thợ." },
  ]);
});

test("lines in bold ask one after the other, and what nobody answers is no question", () => {
  expect(askedIn(of(p("Mở đầu."), bold("Một?"), p("Có."), bold("Hai?"), bold("Ba?"), p("Không.")))).toEqual([
    { question: "Một?", answer: "Có." },
    { question: "Ba?", answer: "Không." },
  ]);
});

test("a quotation above lines in bold leads to them, and asks nothing", () => {
  expect(askedIn(of(quote("Luật sửa đổi."), bold("Một?"), p("Có."), bold("Hai?"), p("Không.")))).toEqual([
    { question: "Một?", answer: "Có." },
    { question: "Hai?", answer: "Không." },
  ]);
});

test("where nothing is parted the headline asks, and where nothing stands nothing is answered", () => {
  expect(askedIn(of(p("Có ba cách.")))).toEqual([{ question: null, answer: "Có ba cách." }]);
  expect(askedIn(of())).toEqual([]);
  expect(askedIn(of(quote("Chỉ có câu hỏi?")))).toEqual([]);
});
