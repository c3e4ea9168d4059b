import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BatchArticle as Article } from "#features/importing/batch.ts";
import { ZONE } from "#lib/dates.ts";
import messages from "#messages/vi/import.json" with { type: "json" };
import { BatchArticle } from "./batch-article.tsx";

const article: Article = {
  ...{
    number: 7,
    headline: "Họp giao ban",
    section: "Tin tức",
    datedAt: new Date("2022-08-19T01:05:00Z"),
    views: 1342,
  },
  ...{ fileName: "giao-ban.txt", oldPaths: [], problems: [], hash: "a", since: "nothing" },
  ...{ mayConfirm: true, changed: false },
};

function shown(change: Partial<Article>): string {
  return renderToStaticMarkup(
    <AppRouterContext value={{} as AppRouterInstance}>
      <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ import: messages }}>
        <BatchArticle batchId={3} article={{ ...article, ...change }} isMixed />
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}

test("an article that changed since its approver knew it says so, leads to what changed, and can still be taken out", () => {
  const html = shown({ mayConfirm: false, changed: true });
  expect(html.replace(/<[^>]*>/g, "")).toContain("Bài đã thay đổi từ lần trước bạn viết, xác nhận hoặc trả lại.");
  expect(html).toMatch(/href="\/desk\/documents\/7\/review"[^>]*>Xem thay đổi và quyết định ở trang của bài</);
  expect(html).toContain("Trả lại bài này");
  expect(html).not.toContain("Chờ người duyệt của chuyên mục này.");
});

test("one that is confirmed with the others says nothing of changes, and one for others only for whom it waits", () => {
  expect(shown({})).not.toContain("thay đổi");
  expect(shown({})).toContain("Trả lại bài này");
  const others = shown({ mayConfirm: false });
  expect(others).toContain("Chờ người duyệt của chuyên mục này.");
  expect(others).not.toMatch(/thay đổi|Trả lại bài này/);
});
