import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AccountNews } from "#features/people/types.ts";
import common from "#messages/vi/common.json" with { type: "json" };
import people from "#messages/vi/people.json" with { type: "json" };
import { AccountNewsList } from "./account-news-list.tsx";

const person = { name: "Lý Thông", email: "ly.thong@mot.vn" };
const made: AccountNews = {
  ...{ ids: [1, 2], deed: "made", person, hours: 0, by: "Thạch Sanh", at: new Date("2026-11-28T00:30:00Z") },
  roles: [{ role: "editor", sectionName: "Tin tức", hours: 24 }],
};

function shown(news: readonly AccountNews[], more = 0): string {
  return renderToStaticMarkup(
    <AppRouterContext value={{} as AppRouterInstance}>
      <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ people, common }}>
        <AccountNewsList news={news} more={more} />
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}

test("each account says whose it is, what was given and until when it waits, who did it and when", () => {
  const html = shown([made]);
  expect(html).toContain("Tài khoản mới: Lý Thông (ly.thong@mot.vn).");
  expect(html).toContain("Biên tập viên – Tin tức. Có hiệu lực khi thêm một người đồng ý, hoặc sau 24 giờ.");
  expect(html).toContain("Người làm: Thạch Sanh, 07:30 ngày 28/11/2026.");
});

test("a way in that the operator made says so, for the whole site", () => {
  const html = shown([{ ...made, deed: "reset", roles: [], hours: 24, by: null }]);
  expect(html).toContain("Đường dẫn đặt lại mật khẩu cho Lý Thông (ly.thong@mot.vn).");
  expect(html).toContain("Người làm: người vận hành máy chủ");
  expect(shown([{ ...made, roles: [{ role: "reporter", sectionName: null, hours: 0 }] }])).toContain(
    "Người viết – Cả trang.",
  );
});

test("what follows is counted, and nothing new shows nothing", () => {
  expect(shown([made], 3)).toContain("Còn 3 việc nữa");
  expect(shown([made])).not.toContain("việc nữa");
  expect(shown([])).toBe("");
});
