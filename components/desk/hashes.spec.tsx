import { globSync, readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import common from "#messages/vi/common.json" with { type: "json" };
import desk from "#messages/vi/desk.json" with { type: "json" };
import forms from "#messages/vi/import.json" with { type: "json" };
import { ConfirmBatchForm } from "./batches/confirm-batch-form.tsx";
import { SignedHash } from "./moves/signed-hash.tsx";
import { EyesCard } from "./review/eyes-card.tsx";
import { VersionList } from "./version-list.tsx";

const HASH = "0123456789ab".padEnd(64, "c");

/** What is drawn, and what is left of it for whoever opens no "Chi tiết". */
function drawn(element: ReactNode): { all: string; atOnce: string } {
  const all = renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ common, desk, import: forms }}>
      {element}
    </NextIntlClientProvider>,
  );
  const atOnce = all.replace(/<details[^>]*>(<summary[^>]*>Chi tiết<\/summary>).*?<\/details>/g, "$1");
  return { all, atOnce };
}

const names = new Map([[1, "Lê Văn Tám"]]);

test("who wrote and signed a text is read without its hash, which is behind the details", () => {
  const { all, atOnce } = drawn(<EyesCard kind="article" names={names} record={null} nobody="" hash={HASH} />);
  expect(all).toContain(HASH);
  expect(atOnce).not.toContain(HASH.slice(0, 8));
});

test("versions are told apart by number, writer and hour; the hash of each is behind its details", () => {
  const version = { id: 1, number: 3, writers: [1], cutAt: new Date(0), cutBecause: "move", contentHash: HASH };
  const versions = [{ ...version, erased: false }] as unknown as DeskDocument["versions"];
  const { all, atOnce } = drawn(<VersionList number={7} versions={versions} names={names} restorer={null} />);
  expect(all).toContain(HASH);
  expect(atOnce).toContain("Phiên bản 3");
  expect(atOnce).not.toContain(HASH.slice(0, 8));
});

test("beside what is signed the first signs of its hash are read at once", () => {
  const text = { hash: HASH, title: "A", since: "nothing" };
  const target = { documentId: 7, kind: "article", openedBy: 1, open: text, live: null } as const;
  expect(drawn(<SignedHash presses={["approve"]} target={target} />).atOnce).toContain(">0123456789ab<");
  expect(drawn(<ConfirmBatchForm batchId={1} digest={HASH} count={2} signer="A" />).atOnce).toContain(">0123456789ab<");
});

test("nothing else on the desk draws a code", () => {
  const drawers = ["app", "components"].flatMap((folder) =>
    globSync(`${folder}/**/*.tsx`).filter((file) => readFileSync(file, "utf8").includes("<code")),
  );
  expect(drawers.filter((file) => !file.endsWith(".spec.tsx")).sort()).toEqual([
    "components/desk/batches/confirm-batch-form.tsx",
    "components/desk/moves/signed-hash.tsx",
    "components/desk/review/eyes-card.tsx",
    "components/desk/version-list.tsx",
    // Addresses for programs, on a page for readers.
    "components/site/feeds-view.tsx",
  ]);
});
