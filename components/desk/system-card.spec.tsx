import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SystemState } from "#features/desk/system.ts";
import { JOB_NAMES } from "#features/jobs/jobs.ts";
import { SERVER_ROLES } from "#lib/env.ts";
import common from "#messages/vi/common.json" with { type: "json" };
import desk from "#messages/vi/desk.json" with { type: "json" };
import people from "#messages/vi/people.json" with { type: "json" };
import { SystemCard } from "./system-card.tsx";

const well: SystemState = {
  ...{ notReady: [], diskIsFull: false, rolesMissing: [] },
  jobs: { waiting: 0, running: 0, dead: 0, latestDead: [] },
  standing: [],
  clock: { waiting: 0, nextAt: null, overdue: 0, failed: 0 },
  imports: { batches: 0, articles: 0 },
};
const dead = { id: "0d3c", tries: 6, diedAt: new Date("2026-11-28T00:30:00Z"), reason: "no room on the disk" };

/** What the card says, tags left out. */
function said(change: Partial<SystemState>): string {
  return renderToStaticMarkup(
    <AppRouterContext value={{} as AppRouterInstance}>
      <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ desk, people, common }}>
        <SystemCard state={{ ...well, ...change }} accounts={[]} asked={0} />
      </NextIntlClientProvider>
    </AppRouterContext>,
  ).replace(/<[^>]*>/g, " ");
}

test("roles that no machine plays are named, each by what is missed", () => {
  expect(said({})).toContain("đều có máy đang chạy");
  expect(said({ rolesMissing: ["worker"] })).toContain("Chưa có máy nào chạy: việc nền.");
  for (const role of SERVER_ROLES) expect(said({ rolesMissing: [role] })).not.toContain("desk.system");
});

test("a full disk is said, and that nothing can be saved until somebody makes room", () => {
  expect(said({ diskIsFull: true })).toMatch(/Đã đầy hoặc sắp đầy: bài viết không lưu thêm được\. Hãy nhờ .+ ngay\./);
  expect(said({})).not.toContain("đầy");
});

test("jobs are numbers while all is well", () => {
  const words = said({ jobs: { ...well.jobs, waiting: 3, running: 1 } });
  expect(words).toContain("3 việc đang chờ, 1 việc đang làm.");
  expect(words).not.toContain("Thử lại");
});

test("a dead job says what it is, when it died, how often it was tried and why, with two buttons", () => {
  for (const name of JOB_NAMES) {
    const words = said({ jobs: { ...well.jobs, dead: 1, latestDead: [{ ...dead, name }] } });
    expect(words).toContain("1 việc đã thử hết số lần mà không xong.");
    expect(words).toContain("Dừng lúc 07:30 ngày 28/11/2026, đã thử 6 lần.");
    expect(words).toContain("no room on the disk");
    expect(words).toMatch(/Thử lại\s+Bỏ/);
    expect(words).not.toContain("desk.system");
  }
  const unsaid = said({ jobs: { ...well.jobs, dead: 1, latestDead: [{ ...dead, name: "forget_old", reason: null }] } });
  expect(unsaid).toContain("Tiến trình làm việc này đã dừng giữa chừng.");
});

test("a follower that stands still is named by what it does, with since when", () => {
  expect(said({})).toContain("Đang theo kịp.");
  const since = new Date("2026-11-28T00:30:00Z");
  const words = said({ standing: [{ name: "mail", since }] });
  expect(words).toContain("Lập thư báo: dừng lại từ 07:30 ngày 28/11/2026.");
  expect(words).not.toContain("desk.system");
  expect(words).not.toContain("Đang theo kịp.");
  expect(said({ standing: [{ name: "of another version", since }] })).toContain("of another version: dừng lại từ");
});
