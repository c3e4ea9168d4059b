import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { NameDeed, SectionToName } from "#features/renaming/types.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import { SectionRow } from "./section-row.tsx";

const OLD = { name: "Thông báo", slug: "thong-bao" };
const NEW = { name: "Tin báo", slug: "tin-bao" };
const MOVED = { name: "Thông báo", slug: "tb" };

/** The row, for somebody who may do nothing but what is said. */
function row(kind: NameDeed["kind"], after: typeof OLD, may: Partial<SectionToName> = {}): string {
  const last = {
    ...{ id: 7, kind, sectionId: 2, before: OLD, after, at: new Date(0) },
    ...{ byId: 1, by: "Approver", proposedBy: "Admin" },
  };
  const section: SectionToName = {
    ...(kind === "section_renamed" ? after : OLD),
    ...{ id: 2, depth: 1, path: `Tin tức / ${OLD.name}`, opened: true, former: [], last },
    ...{ mayPropose: false, mayAgree: false, mayDrop: false },
    ...may,
  };
  return renderToStaticMarkup(
    <AppRouterContext value={{} as AppRouterInstance}>
      <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ desk }}>
        <SectionRow section={section} host="phuong.example" />
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}

test("a proposal says the name that is and the one that would be, or that only the address would be another", () => {
  expect(row("section_name_proposed", NEW)).toContain(
    "“Thông báo” đổi thành “Tin báo”, ở địa chỉ phuong.example/tin-bao.",
  );
  const moved = row("section_name_proposed", MOVED);
  expect(moved).toContain("“Thông báo” giữ tên, chỉ đổi địa chỉ: từ /thong-bao thành phuong.example/tb.");
  expect(moved).not.toContain("đổi thành");
});

test("what was done last says which name, or which address, was before", () => {
  expect(row("section_renamed", NEW)).toContain("Trước đây là “Thông báo”. Admin đề nghị, Approver đồng ý");
  const moved = row("section_renamed", MOVED);
  expect(moved).toContain("Trước đây ở địa chỉ /thong-bao. Admin đề nghị, Approver đồng ý");
  expect(moved).not.toContain("Trước đây là");
  expect(row("section_name_dropped", NEW)).toContain("Đề nghị đổi thành “Tin báo” đã được Approver bỏ");
  expect(row("section_name_dropped", MOVED)).toContain("Đề nghị đổi địa chỉ thành /tb đã được Approver bỏ");
});

test("the button that proposes is called by the words that are on it", () => {
  for (const [kind, words] of [
    ["section_name_proposed", "Sửa đề nghị"],
    ["section_name_dropped", "Đổi tên"],
  ] as const) {
    const [, name, seen] = row(kind, NEW, { mayPropose: true }).match(/aria-label="([^"]*)"[^>]*>([^<]*)</) ?? [];
    expect([seen, name?.startsWith(words)]).toEqual([words, true]);
  }
});
