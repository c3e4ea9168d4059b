import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { readSettings, settleSiteUrl } from "#lib/env.ts";
import { chooseMail } from "./commands.ts";
import { outbox, ownMails } from "./queries.ts";
import { sendMail } from "./send.ts";
import { aPost } from "./testing.ts";
import { aMailServer, GONE, type MailServer } from "./testing-smtp.ts";

const { office, rows, bend } = oneOffice();
const post = aPost(rows);

let server: MailServer;
beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  server = await aMailServer();
  settleSiteUrl(readSettings({ SMTP_URL: server.url, MAIL_FROM: "toasoan@thu.example" }), "https://thu.example");
  await post.hear();
  await bend("delete from mails");
  await bend("delete from mail_choices");
  await bend("update people set password_hash = 'x'");
  await rows("delete from jobs.job");
});
afterEach(async () => {
  // The next spec in this process has settings of its own.
  settleSiteUrl(readSettings({}), null);
  await server.stop();
});

const withoutServer = () => settleSiteUrl(readSettings({}), "https://thu.example");
const returns = (id: number) => carryOut(office.approver, "return", id, { reason: "other", words: "Xem lại" });
const toReporter = async () => (await post.mails()).filter((line) => line.startsWith("Reporter"));
const receivers = () => server.received.flatMap(({ to }) => to.map((one) => one.split("-")[0])).sort();

/** An article that came back to its reporter, who has been told. */
async function returned(): Promise<number> {
  const id = await submitted(office);
  await returns(id);
  await post.hear();
  await bend("delete from mails where 'waiting' = any(kinds)");
  return id;
}

describe("a message", () => {
  test("goes to its person over SMTP, and is noted as sent, with what it said", async () => {
    const id = await returned();
    await post.send();
    expect(receivers()).toEqual(["reporter"]);
    expect(server.received[0]?.source).toContain(`https://thu.example/desk/documents/${id}`);
    const { mails } = await ownMails(office.reporter, null);
    expect(mails).toMatchObject([
      { subject: "Bài trả lại để sửa: Khai mạc hội thao phường", leftAt: expect.any(Date) },
    ]);
    expect(await toReporter()).toEqual(["Reporter: returned, sent"]);
  });
  test("whose job is done again is not sent again", async () => {
    await returned();
    await post.send();
    const [{ id }] = await rows("select id::int from mails where state = 'sent'");
    await sendMail({ mailId: id });
    expect(server.received).toHaveLength(1);
  });
  test("that two workers take up at once is sent by one of them", async () => {
    await returned();
    const [{ id }] = await rows("select id::int from mails where 'returned' = any(kinds)");
    await Promise.all([sendMail({ mailId: id }), sendMail({ mailId: id }), sendMail({ mailId: id })]);
    expect(server.received).toHaveLength(1);
    expect(await toReporter()).toEqual(["Reporter: returned, sent"]);
  });
  test("whose server hangs up where it should say yes is sent again, under the same name: it may have been taken", async () => {
    await returned();
    const [{ id }] = await rows("select id::int from mails where 'returned' = any(kinds)");
    server.answers.DATA = GONE;
    await expect(sendMail({ mailId: id })).rejects.toThrow("Máy chủ thư ngắt kết nối giữa chừng.");
    delete server.answers.DATA;
    await sendMail({ mailId: id });
    expect(server.received[0]?.source).toContain(`Message-ID: <mail-${id}@thu.example>`);
    expect(await toReporter()).toEqual(["Reporter: returned, sent"]);
  });
  test("under which a worker died is sent again under the same name: nobody knows whether it went out", async () => {
    await returned();
    await post.send();
    const [{ id }] = await rows("update mails set state = 'sending' where state = 'sent' returning id::int");
    // Another worker may be at it still.
    await sendMail({ mailId: id });
    expect(server.received).toHaveLength(1);
    await post.passes(3);
    await post.send();
    const names = server.received.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
    expect(names).toEqual([`<mail-${id}@thu.example>\r`.trim(), `<mail-${id}@thu.example>\r`.trim()]);
  });
  test("that the server does not take is noted with the reason, and sent at the next try", async () => {
    await returned();
    const [{ id }] = await rows("select id::int from mails where 'returned' = any(kinds)");
    server.answers.RCPT = "450 later";
    const sentence = "Máy chủ thư không nhận địa chỉ người gửi hoặc người nhận. Mã trả lời: 450.";
    await expect(post.send()).rejects.toThrow(sentence);
    expect(await rows("select state, trouble from mails where id = $1", [id])).toEqual([
      { state: "failed", trouble: sentence },
    ]);
    delete server.answers.RCPT;
    await sendMail({ mailId: id });
    expect(await rows("select state, trouble from mails where id = $1", [id])).toEqual([
      { state: "sent", trouble: null },
    ]);
  });
  test("without a mail server is kept, to be read by its person", async () => {
    withoutServer();
    await returned();
    await post.send();
    expect(await toReporter()).toEqual(["Reporter: returned, kept"]);
    expect((await ownMails(office.reporter, null)).mails[0]?.words).toContain("được trả lại để sửa");
    expect(server.received).toEqual([]);
  });
});

describe("what does not hold any more is not sent:", () => {
  test("a text that was taken back", async () => {
    const id = await submitted(office);
    await post.hear();
    await carryOut(office.reporter, "take_back", id, {});
    await post.send();
    expect(server.received).toEqual([]);
    expect(new Set((await post.mails()).map((line) => line.split(", ")[1]))).toEqual(new Set(["dropped"]));
  });
  test("to somebody who was switched off, lost the role, or wants it no more", async () => {
    const { editor, approver, approver2 } = office;
    await submitted(office);
    await post.hear();
    await bend("update people set switched_off_at = now() where id = $1", [editor.personId]);
    await bend("update grants set ended_at = now() where person_id = $1", [approver.personId]);
    await chooseMail(approver2, ["returned"]);
    await post.send();
    expect(server.received).toEqual([]);
    await bend("update people set switched_off_at = null where id = $1", [editor.personId]);
    await bend("update grants set ended_at = null where person_id = $1", [approver.personId]);
  });
});

describe("of one article and person, in an hour,", () => {
  test("one message leaves; what comes meanwhile is gathered in the next", async () => {
    const id = await returned();
    await post.send();
    await carryOut(office.reporter, "submit", id, {});
    await returns(id);
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    await post.hear();
    await bend("delete from mails where 'waiting' = any(kinds)");
    await post.send();
    await post.passes(59);
    await post.send();
    expect(server.received).toHaveLength(1);
    await post.passes(2);
    await post.send();
    expect(receivers()).toEqual(["reporter", "reporter"]);
    // That it had come back once more is out of date.
    expect(await toReporter()).toEqual(["Reporter: returned, sent", "Reporter: published, sent"]);
  });
  test("what is heard at once is one message with one job", async () => {
    const id = await submitted(office);
    await carryOut(office.reporter, "take_back", id, {});
    await carryOut(office.reporter, "submit", id, {});
    await post.hear();
    expect(await post.mails()).toEqual([
      "Approver: waiting, waiting",
      "Approver2: waiting, waiting",
      "Editor: waiting, waiting",
    ]);
    expect(await post.jobs()).toBe(3);
  });
  test("another article's message leaves all the same", async () => {
    await returned();
    await post.send();
    await returned();
    await post.send();
    expect(server.received).toHaveLength(2);
  });
  test("a message that is tried again takes with it what has come since, and leaves no second one", async () => {
    const id = await returned();
    server.answers.DATA = "451 later";
    await expect(post.send()).rejects.toThrow("451");
    const [{ id: first }] = await rows("select id::int from mails where state = 'failed'");
    await carryOut(office.reporter, "submit", id, {});
    await returns(id);
    await post.hear();
    await bend("delete from mails where 'waiting' = any(kinds)");
    delete server.answers.DATA;
    await sendMail({ mailId: first });
    await post.send();
    expect(receivers()).toEqual(["reporter"]);
  });
  test("a try that would come too soon after another message waits until the hour is over", async () => {
    await returned();
    await post.send();
    const [{ id }] = await rows(`insert into mails (site_id, person_id, document_id, kinds)
      select site_id, person_id, document_id, kinds from mails where state = 'sent' returning id::int`);
    await sendMail({ mailId: id });
    expect(server.received).toHaveLength(1);
    const [job] = await rows("select extract(epoch from start_after - now())::int as seconds from jobs.job");
    expect(job?.seconds).toBeGreaterThan(3_500);
    await post.passes(61);
    await post.send();
    expect(server.received).toHaveLength(2);
  });
  test("a message whose job was given up is taken up again by the next event", async () => {
    const id = await returned();
    await rows("delete from jobs.job");
    await post.passes(25 * 60);
    await carryOut(office.reporter, "submit", id, {});
    await returns(id);
    await post.hear();
    await post.send();
    expect(receivers()).toContain("reporter");
  });
});

test("of an update that is open nothing is said to those who are told of what readers have", async () => {
  const id = await drafted(office, { headline: "Bão số 3" });
  await carryOut(office.approver, "emergency_publish", id, { ...(await seen(office.approver, id)), reason: "Bão" });
  await carryOut(office.editor, "revise", id, {});
  await typeIn(office.editor, id, { headline: "Chưa ai được biết" });
  await post.hear();
  await post.send();
  const subjects = await rows("select distinct subject from mails where state = 'sent' order by 1");
  expect(subjects.map(({ subject }) => subject)).toEqual([
    "Bài đã đăng: Bão số 3",
    "Đăng khẩn, cần hậu kiểm: Bão số 3",
  ]);
});

describe("who reads what was sent:", () => {
  const admin = { grants: [{ role: "administrator", sectionId: null }] as const };
  test("everybody their own, newest first, page by page", async () => {
    await rows(
      `insert into mails (site_id, person_id, document_id, kinds, state, subject, words)
       select $1, p, (select min(id) from documents), '{returned}', 'sent', n::text, '-'
       from generate_series(1, 70) n, unnest(array[$2::int, $3::int]) p`,
      [office.siteId, office.reporter.personId, office.editor.personId],
    );
    const subjects: string[] = [];
    for (let before: number | null = null, more = true; more; ) {
      const { mails, next } = await ownMails(office.reporter, before);
      subjects.push(...mails.map(({ subject }) => String(subject)));
      [before, more] = [next, next !== null];
    }
    expect(subjects).toEqual(Array.from({ length: 70 }, (_, n) => String(70 - n)));
  });
  test("administrators the envelopes of their site, without any word of an article; others nothing", async () => {
    await returned();
    await post.send();
    const at = { siteId: office.siteId, ...admin };
    const { mails } = await outbox(at, null);
    expect(mails[0]).toMatchObject({ name: "Reporter", kinds: ["returned"], state: "sent", trouble: null });
    expect(JSON.stringify(mails)).not.toContain("hội thao");
    expect((await outbox({ ...at, siteId: office.siteId + 1_000 }, null)).mails).toEqual([]);
    const approver = { siteId: office.siteId, grants: [{ role: "approver", sectionId: null }] as const };
    await expect(outbox(approver, null)).rejects.toMatchObject({ code: "not_allowed" });
  });
});
