import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { State } from "#features/workflow/machine.ts";
import { ZONE } from "#lib/dates.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import { ReturnNote } from "./return-note.tsx";

const about = { returnReason: "quality", returnWords: "Ghi rõ nơi họp.", returnedBy: "Lê Sen" } as const;

function said(state: State | null, more: Partial<React.ComponentProps<typeof ReturnNote>["about"]> = {}): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ desk }}>
      <ReturnNote about={{ ...about, answer: null, ...more }} state={state} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]*>/g, "");
}

test("an approver reads beside the mended text what it was sent back with, and what the writer answers", () => {
  const note = "Lê Sen đã trả lại để sửa: Nội dung, câu chữ chưa đạt yêu cầu“Ghi rõ nơi họp.”";
  expect(said("in_review")).toBe(note);
  const answer = { by: "Trần Hồ", words: "Họp tại nhà văn hóa." };
  expect(said("in_review", { answer })).toBe(`${note}Trần Hồ trả lời: “Họp tại nhà văn hóa.”`);
});

test("nothing is said of a text that never came back, and to its writer it is said above the text", () => {
  expect(said("in_review", { returnReason: null })).toBe("");
  expect(said("draft")).toBe("");
  expect(said(null)).toBe("");
});
