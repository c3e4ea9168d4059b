import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import type { Visibility } from "#features/workflow/machine.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import rights from "#messages/vi/rights.json" with { type: "json" };
import { AboutNotes } from "./about-notes.tsx";
import { TextTabs } from "./review/text-tabs.tsx";

const said = (element: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ desk, rights }}>
      {element}
    </NextIntlClientProvider>,
  );

/** What is said of a text that went out in an emergency, to whoever may answer for it, while an update is open. */
function owed(visibility: Visibility, shown: "open" | "live"): string {
  const document = {
    ...{ number: 7, names: new Map([[3, "Lê Văn Tám"]]), text: {}, live: { emergency: { reason: "Bão" } } },
    moves: visibility === "live" ? ["countersign"] : [],
    story: { open: { state: "draft" }, document: { kind: "article", visibility, owedSince: new Date(0), owedBy: 3 } },
    about: {
      wasReturned: false,
      trouble: null,
      dueAt: null,
      hiddenReason: "Kiểm tra",
      restoreAgreedBy: [],
      endedFiles: [],
    },
  } as unknown as DeskDocument;
  return said(<AboutNotes document={document} shown={shown} />);
}

test("an emergency text waits for its countersign as long as readers have it", () => {
  expect(owed("live", "live")).toContain("Bài còn chờ một người duyệt khác hậu kiểm.");
  expect(owed("hidden", "live")).toContain("Nếu đăng lại, bài còn chờ một người duyệt khác hậu kiểm.");
  expect(owed("hidden", "live")).not.toContain("Bài còn chờ");
});

test("whoever may countersign finds the way to the text that readers have", () => {
  expect(owed("live", "open")).toContain('href="/desk/documents/7/review?text=live"');
  expect(owed("live", "live")).not.toContain("href");
  expect(owed("hidden", "open")).not.toContain("href");
});

test("only what readers see now is called what they see", () => {
  const tabs = (visibility: Visibility) => said(<TextTabs number={7} shown="open" visibility={visibility} />);
  expect(tabs("live")).toContain("Bản bạn đọc đang thấy");
  for (const gone of ["hidden", "withdrawn"] as const) {
    expect(tabs(gone)).toContain("Bản đã đăng");
    expect(tabs(gone)).not.toContain("đang thấy");
  }
});

test("a writer answers a return beside its note, with the press that sends the text again", () => {
  const returned = (moves: DeskDocument["moves"], isMine: boolean) =>
    said(
      <AboutNotes
        document={
          {
            ...{ number: 7, names: new Map(), live: null, moves, isMine },
            story: { open: { state: "draft" }, document: { visibility: "never_live", owedSince: null } },
            about: {
              endedFiles: [],
              wasReturned: true,
              returnReason: "other",
              returnWords: "Ghi rõ nơi họp.",
              returnedBy: "Lê Sen",
            },
          } as unknown as DeskDocument
        }
        shown="open"
      />,
    );
  expect(returned(["submit"], true)).toContain("Ghi rõ nơi họp.");
  expect(returned(["submit"], true)).toMatch(/<input[^>]*form="form-submit"[^>]*>/);
  expect(returned(["submit"], false)).not.toContain("<input");
  expect(returned([], true)).not.toContain("<input");
});
