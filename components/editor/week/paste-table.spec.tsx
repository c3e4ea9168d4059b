// @vitest-environment jsdom
import { NextIntlClientProvider } from "next-intl";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newEntry, WEEK_LIMITS } from "#features/kinds/week.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { ZONE } from "#lib/dates.ts";
import common from "#messages/vi/common.json" with { type: "json" };
import editor from "#messages/vi/editor.json" with { type: "json" };
import terms from "#messages/vi/terms.json" with { type: "json" };
import { PasteTable } from "./paste-table.tsx";

const MONDAY = "2026-11-30";
const ROWS = [
  ["Thứ Hai", "8h", "Giao ban"],
  ["Thứ Ba", "9h", "Tiếp dân"],
];
const nothing = () => undefined;
const presses = () => [...document.querySelectorAll("button")].map(({ textContent }) => textContent);

let root: ReturnType<typeof createRoot>;
/** The dialog over a calendar that has so many entries already. */
const shown = (count: number) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ common, editor, terms }}>
        <PasteTable
          monday={MONDAY}
          thisMonday={MONDAY}
          entries={Array.from({ length: count }, () => newEntry(1, newBlockId()))}
          pasted={[{ rows: ROWS }]}
          onBring={nothing}
          onClose={nothing}
          onBrought={nothing}
        />
      </NextIntlClientProvider>,
    ),
  );
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  // jsdom has neither, and a dialog asks for both.
  vi.stubGlobal("visualViewport", null);
  Element.prototype.scrollIntoView = nothing;
  root = createRoot(document.body.appendChild(document.createElement("main")));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

test("a table that fits behind what stands in a calendar is offered there, or in its place", async () => {
  await shown(WEEK_LIMITS.entries - ROWS.length);
  expect(presses()).toEqual(expect.arrayContaining(["Thêm vào sau 118 mục đang có", "Thay 118 mục đang có"]));
  expect(document.body.textContent).not.toContain("Không đủ chỗ");
});

test("a table that fits alone and not behind it is offered in its place, and it is said why", async () => {
  await shown(WEEK_LIMITS.entries - ROWS.length + 1);
  expect(presses()).toContain("Thay 119 mục đang có");
  expect(presses()).not.toContain("Thêm vào sau 119 mục đang có");
  expect(document.body.textContent).toContain("Không đủ chỗ để thêm vào sau 119 mục đang có");
});
