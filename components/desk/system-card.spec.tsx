import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SystemState } from "#features/desk/system.ts";
import { JOB_NAMES } from "#features/jobs/jobs.ts";
import { LOOKED_AT, type Verification } from "#features/verifying/verdict.ts";
import { SERVER_ROLES } from "#lib/env.ts";
import common from "#messages/vi/common.json" with { type: "json" };
import desk from "#messages/vi/desk.json" with { type: "json" };
import people from "#messages/vi/people.json" with { type: "json" };
import { SystemCard } from "./system-card.tsx";

const well: SystemState = {
  ...{ notReady: [], diskIsFull: false, rolesMissing: [] },
  jobs: { waiting: 0, running: 0, dead: 0, latestDead: [] },
  stalled: [],
  verifying: { last: null, next: null },
  filesInTrouble: 0,
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
  const words = said({ stalled: [{ name: "mail", since }] });
  expect(words).toContain("Lập thư báo: dừng lại từ 07:30 ngày 28/11/2026.");
  expect(words).not.toContain("desk.system");
  expect(words).not.toContain("Đang theo kịp.");
  expect(said({ stalled: [{ name: "of another version", since }] })).toContain("of another version: dừng lại từ");
});

const seen = {
  startedAt: new Date("2026-11-28T18:17:00Z"),
  endedAt: new Date("2026-11-28T18:20:10Z"),
  looked: LOOKED_AT.map((what) => ({ what, rows: 1_200, without: what === "documents" ? 3 : 0 })),
  ...{ misfit: null, isOld: false },
};
const verifying = (last: SystemState["verifying"]["last"], next: SystemState["verifying"]["next"] = null) =>
  said({ verifying: { last, next } });

test("what was looked over last says when, that all fits, and how much there was of each kind", () => {
  expect(verifying(null)).toContain("Chưa có lần kiểm tra nào.");
  const words = verifying(seen);
  expect(words).toContain("Lần kiểm tra gần nhất: 01:20 ngày 29/11/2026. Mọi dòng đều khớp.");
  expect(words).toContain(`Đã xem ${(LOOKED_AT.length * 1_200).toLocaleString("vi")} dòng`);
  expect(words).toContain("Bài và trang: 1.200, trong đó 3 không có mã kiểm tra");
  expect(words).toContain("Xem trong 3 phút.");
  expect(words).not.toContain("desk.verify");
  expect(words).not.toContain("hai ngày");
  expect(verifying({ ...seen, isOld: true })).toContain("Đã hơn hai ngày không có lần kiểm tra nào.");
});

const MISFITS: [NonNullable<Verification["misfit"]>, string][] = [
  [{ kind: "line", document: 12, line: 3 }, "Dòng 3 trong lịch sử của bài (hoặc trang) số 12 khác"],
  [{ kind: "line_seal", document: 12, line: 3 }, "Dòng 3 trong lịch sử của bài (hoặc trang) số 12 có mã"],
  [{ kind: "digest", document: 12, revision: 2 }, "Phiên bản 2 của bài (hoặc trang) số 12 có mã kiểm tra của"],
  [{ kind: "hash", document: 12, revision: 2 }, "Phiên bản 2 của bài (hoặc trang) số 12 có mã kiểm tra nội dung"],
  [{ kind: "served", document: 12, revision: 2 }, "bạn đọc sẽ nhận nội dung khác"],
  [{ kind: "shown", document: 12, revision: 2 }, "Trang biên tập sẽ hiện nội dung khác"],
  [
    { kind: "seal", table: "approvals", row: "7" },
    "Dòng 7 của bảng approvals (Xác nhận duyệt) có mã kiểm tra không khớp",
  ],
  [{ kind: "office", row: 7 }, "Dòng 7 của nhật ký hệ thống"],
  [{ kind: "lists", document: 12 }, "Danh sách trên Trang công khai hiện bài (hoặc trang) số 12"],
  [{ kind: "desk", document: 12 }, "Danh sách trên Trang biên tập hiện bài (hoặc trang) số 12"],
  [{ kind: "other" }, "phiên bản này không đọc được"],
];
test.each(MISFITS)("a row that does not fit is named, with what to do: %j", (misfit, sentence) => {
  const words = verifying({ ...seen, misfit });
  expect(words).toContain("Có dòng không khớp:");
  expect(words).toContain(sentence);
  expect(words).toContain("npm run verify trên máy chủ");
  expect(words).not.toContain("Mọi dòng đều khớp");
  expect(words).not.toContain("desk.verify");
});

test("what waits and what goes on is said beside what was found last", () => {
  expect(verifying(seen, "waiting")).toMatch(/Mọi dòng đều khớp.+Đang chờ đến lượt kiểm tra/);
  expect(verifying(null, "running")).toContain("Đang kiểm tra. Kết quả hiện ở đây khi xong.");
});

test("files that are gone or have changed are counted, with what is to be done", () => {
  expect(said({})).toContain("Không thấy tệp nào bị mất hoặc hỏng.");
  expect(said({ filesInTrouble: 3 })).toMatch(/3 tệp bị mất hoặc hỏng\. .*npm run files -- verify/);
});
