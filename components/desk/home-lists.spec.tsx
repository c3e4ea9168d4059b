import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Line } from "#features/desk/lines.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import terms from "#messages/vi/terms.json" with { type: "json" };
import { HomeLists } from "./home-lists.tsx";

const line: Line = {
  ...{ id: 7, kind: "article", title: "Lịch cấp nước", section: "Thông báo", by: "Lê Văn Tám", at: new Date(0) },
  ...{ state: "scheduled", visibility: "never_live", purpose: "first", outcome: null, returned: false, owed: false },
  ...{ dueAt: new Date("2031-02-15T00:30:00Z"), trouble: null },
};

function home(lists: Partial<Parameters<typeof HomeLists>[0]>): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ desk, terms }}>
      <HomeLists
        waiting={[]}
        waitingTotal={lists.waiting?.length ?? 0}
        writing={[]}
        toCome={[]}
        outToday={[]}
        batchesWaiting={0}
        {...lists}
      />
    </NextIntlClientProvider>,
  );
}

/** What the list of what is on the clock says, tags left out. */
function toCome(change: Partial<Line>): string {
  const html = home({ toCome: [{ ...line, ...change }] });
  return html.slice(html.indexOf("to-come"), html.indexOf('id="out"')).replace(/<[^>]*>/g, " ");
}

test("what is on the clock says what readers get until then, and once that it is on the clock", () => {
  expect(toCome({ visibility: "hidden" })).toContain("Tạm gỡ để rà soát");
  expect(toCome({ visibility: "withdrawn" })).toContain("Đã gỡ");
  expect(toCome({ visibility: "live" })).toContain("Đã đăng, đang cập nhật");
  expect(toCome({ visibility: "live", owed: true })).toContain("Đăng khẩn, chưa hậu kiểm");
  expect(toCome({}).split("Đã hẹn giờ đăng")).toHaveLength(2);
});

test("a line says where a document stands, and of one that stands in no section of what kind it is", () => {
  expect(toCome({})).toContain("Thông báo");
  expect(toCome({ section: null })).toContain("Chưa chọn chuyên mục");
  for (const kind of ["page", "site"] as const) {
    expect(toCome({ kind, section: null })).toContain(terms.kinds[kind]);
    expect(toCome({ kind, section: null })).not.toContain("Chưa chọn chuyên mục");
  }
});

test("whoever answers for what readers have is led to that text, whatever is open beside it", () => {
  const waits = { ...line, state: "draft", visibility: "live", owed: true, ownWords: false } as const;
  expect(home({ waiting: [{ ...waits, why: "owed" }] })).toContain('href="/desk/documents/7/review?text=live"');
  expect(home({ waiting: [{ ...waits, why: "restoring" }] })).toContain('href="/desk/documents/7/review?text=live"');
  expect(home({ waiting: [{ ...waits, why: "returned" }] })).toContain('href="/desk/documents/7"');
});

test("what is out today leads to what readers have, and has no hour to wait for", () => {
  const out = home({ outToday: [{ ...line, visibility: "live" }] });
  expect(out).toContain('href="/desk/documents/7/review?text=live"');
  expect(out).not.toContain("Hẹn đăng");
});

test("what waits comes first; where nothing does, whatever list has something", () => {
  const order = (lists: Parameters<typeof home>[0]) =>
    [...home(lists).matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id);
  const waits = { ...line, why: "returned", ownWords: false } as const;
  expect(order({ waiting: [waits], writing: [line] })[0]).toBe("waiting");
  expect(order({ batchesWaiting: 1, writing: [line] })[0]).toBe("waiting");
  expect(order({})[0]).toBe("waiting");
  expect(order({ writing: [line] })).toEqual(["writing", "waiting", "out"]);
  expect(order({ toCome: [line], outToday: [line] })).toEqual(["to-come", "out", "waiting", "writing"]);
});
