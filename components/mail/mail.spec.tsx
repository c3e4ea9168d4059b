import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MAIL_KINDS } from "#features/mail/kinds.ts";
import type { Envelope } from "#features/mail/types.ts";
import mail from "#messages/vi/mail.json" with { type: "json" };
import { MailPages } from "./mail-pages.tsx";
import { OutboxList } from "./outbox-list.tsx";
import { OwnMails } from "./own-mails.tsx";

const drawn = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ mail }}>
      {children}
    </NextIntlClientProvider>,
  );
const said = (children: ReactNode) => drawn(children).replace(/<[^>]*>/g, " ");

const at = new Date("2026-11-28T00:30:00Z");
const sent: Envelope = {
  ...{ id: 1, name: "Lý Thông", email: "ly.thong@mot.vn", kinds: ["returned"], state: "sent", trouble: null },
  ...{ queuedAt: at, dueAt: new Date("2026-11-28T01:30:00Z"), leftAt: new Date("2026-11-28T00:31:00Z") },
};
const envelope = (change: Partial<Envelope>) => said(<OutboxList mails={[{ ...sent, ...change }]} />);

test("an envelope says to whom, why, when, and what came of it", () => {
  const words = envelope({});
  for (const part of [
    "Lý Thông",
    "ly.thong@mot.vn",
    "Bài trả lại để sửa",
    "Lập lúc 07:30",
    "gửi lúc 07:31",
    "Đã gửi",
  ]) {
    expect(words).toContain(part);
  }
  expect(envelope({ state: "waiting", leftAt: null })).toContain("gửi từ 08:30");
  expect(envelope({ state: "kept" })).toContain("giữ lại lúc 07:31");
  expect(envelope({ leftAt: new Date("2026-11-28T00:30:40Z") })).not.toContain("gửi lúc");
});

test("why a message did not leave stands there while that is so, and not afterwards", () => {
  const trouble = "Không kết nối được với máy chủ thư.";
  expect(envelope({ state: "failed", trouble })).toContain(trouble);
  expect(envelope({ state: "dropped", trouble })).not.toContain(trouble);
});

test("every kind and every state has its words", () => {
  for (const state of ["waiting", "sending", "sent", "failed", "kept", "dropped"] as const) {
    expect(envelope({ state, kinds: [...MAIL_KINDS] })).not.toContain("mail.");
  }
});

test("a message is read with its subject, and its address can be followed", () => {
  const words = "Bài “Một” được trả lại.\n\nMở: https://mot.vn/desk/documents/1";
  const html = drawn(<OwnMails mails={[{ id: 1, subject: "Bài trả lại: <b>Một", words, leftAt: at }]} />);
  expect(html).toContain("Bài trả lại: &lt;b&gt;Một");
  expect(html).toContain('href="https://mot.vn/desk/documents/1"');
});

test("pages lead to older messages and back to the newest, where there are any", () => {
  expect(drawn(<MailPages path="/desk/outbox" isOlder={false} next={null} />)).toBe("");
  expect(drawn(<MailPages path="/desk/outbox" isOlder={false} next={41} />)).toContain('href="/desk/outbox?before=41"');
  const last = drawn(<MailPages path="/desk/outbox" isOlder next={null} />);
  expect(last).toContain('href="/desk/outbox"');
  expect(last).not.toContain("before");
});
