import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { letterAbout } from "./letter.ts";
import { deliver, troubleOf } from "./smtp.ts";
import { aMailServer, ENDLESS, GONE, type MailServer, SILENT } from "./testing-smtp.ts";

let server: MailServer;
let said: string[];
beforeEach(async () => {
  server = await aMailServer();
  said = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0);
});
afterEach(() => server.stop());

const letter = letterAbout(
  { id: 7, name: "Lê Thử", email: "le@thu.example", siteName: "Phường Thử", origin: "https://phuong.example.vn" },
  ["returned"],
  { id: 12, kind: "article", title: "Khai mạc hội thao đường phố" },
);
const from = "Tòa soạn <toasoan@phuong.example.vn>";
const trouble = (url = server.url, withinMs?: number, sent = letter) =>
  deliver(sent, { url, from }, withinMs).then(() => null, troubleOf);

test("a server gets the message as both text and page, in words that every mail reader reads", async () => {
  expect(await trouble()).toBe(null);
  expect(server.received).toHaveLength(1);
  const [{ from: sender, to, source } = { from: "", to: [], source: "" }] = server.received;
  expect([sender, to]).toEqual(["toasoan@phuong.example.vn", ["le@thu.example"]]);
  expect(source).toMatch(/^Message-ID: <mail-7@phuong\.example\.vn>\r$/m);
  expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(source).toMatch(/^Content-Type: multipart\/alternative/m);
  // Whatever is on the way sees nothing but ASCII.
  expect(source).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  expect(subjectIn(source)).toBe("Bài trả lại để sửa: Khai mạc hội thao đường phố");
});

test("what the server answers is a sentence for the administrators, without its own words", async () => {
  server.answers.RCPT = "550 5.1.1 no such user le@thu.example";
  expect(await trouble()).toBe("Máy chủ thư không nhận địa chỉ người gửi hoặc người nhận. Mã trả lời: 550.");
  delete server.answers.RCPT;
  server.answers.DATA = "451 try later";
  expect(await trouble()).toBe("Máy chủ thư không nhận thư. Mã trả lời: 451.");
  expect(server.received).toEqual([]);
  expect(said.join("")).not.toContain("le@thu.example");
});

test("a wrong password is said, and the password is not", async () => {
  server.answers.AUTH = "535 5.7.8 geheim is wrong";
  const url = server.url.replace("//", "//toasoan:geheim@");
  expect(await trouble(url)).toBe("Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu (SMTP_URL). Mã trả lời: 535.");
  expect(said.join("")).not.toContain("geheim");
});

test("a server that is not there is said", async () => {
  await server.stop();
  expect(await trouble()).toBe("Không kết nối được với máy chủ thư.");
});

const [SLOW, BROKEN] = ["Máy chủ thư trả lời quá chậm.", "Máy chủ thư ngắt kết nối giữa chừng."];

test.each([
  ["says nothing at all", { CONNECT: SILENT }],
  ["says nothing any more", { RCPT: SILENT }],
  ["says a word now and then, and never the last one", { EHLO: ENDLESS }],
])("a server that %s is given up in time, and its connection ends", async (_, answers) => {
  Object.assign(server.answers, answers);
  expect(await trouble(server.url, 300)).toBe(SLOW);
  await vi.waitFor(() => expect(server.open()).toBe(0));
  expect(server.received).toEqual([]);
});

test.each([
  ["before it says a word", { CONNECT: GONE }],
  ["in the middle", { RCPT: GONE }],
  ["where it should say whether it has the message", { DATA: GONE }],
])("a server that hangs up %s is said", async (_, answers) => {
  Object.assign(server.answers, answers);
  expect(await trouble()).toBe(BROKEN);
});

test("no address, name or headline adds a header or a receiver", async () => {
  const EVIL = "x@evil.example";
  const title = `Một\r\nBcc: ${EVIL}\r\n\r\nHai \u202Eba\u2066${"ộ".repeat(2_000)}`;
  const about = { id: 7, siteName: "Phường Thử", origin: "https://phuong.example.vn" };
  const names = ["Lê Thử", `Lê\r\nBcc: ${EVIL}`, `"Lê" <${EVIL}>, `, "\u202Enhỏ"];
  const addresses = [
    ...["le@thu.example", `le@thu.example\r\nBcc: ${EVIL}`, `le@thu.example>\r\nRCPT TO:<${EVIL}`],
    ...[`le@thu.example, ${EVIL}`, `le@thu.example <${EVIL}>`, `${EVIL};le@thu.example`, "ngô@thử.example"],
  ];
  for (const email of addresses) {
    for (const name of names) {
      await trouble(
        server.url,
        5_000,
        letterAbout({ ...about, name, email }, ["returned"], { id: 1, kind: "article", title }),
      );
    }
  }
  expect(server.received.length).toBeGreaterThanOrEqual(names.length);
  for (const { to, source } of server.received) {
    expect(to).not.toContain(EVIL);
    expect(to).toHaveLength(1);
    expect(source.split("\r\n\r\n")[0]).not.toMatch(/^b?cc:/im);
    expect(subjectIn(source)).toMatch(/^Bài trả lại để sửa: Một +Bcc: x@evil\.example +Hai baộ+…$/);
    for (const line of source.split("\r\n")) expect(line.length).toBeLessThan(999);
  }
  expect(server.told.filter((line) => /^rcpt/i.test(line) && line.includes(`<${EVIL}>`))).toEqual([]);
});

test("a password does not travel in the open, nor to a server that cannot show whose it is", async () => {
  // Not spelled as this machine, where both are let through.
  const elsewhere = (url: string) => url.replace("//127.0.0.1", "//toasoan:geheim@0.0.0.0");
  const sentence = "Không lập được kết nối bảo mật (TLS) với máy chủ thư.";
  expect(await trouble(elsewhere(server.url))).toBe(sentence);
  const anybody = await aMailServer({ withTls: true });
  expect(await trouble(elsewhere(anybody.url))).toBe(sentence);
  await anybody.stop();
  expect([...server.told, ...anybody.told].filter((line) => /^(?:auth|mail)/i.test(line))).toEqual([]);
  expect(said.join("")).not.toContain("geheim");
});

test("without a password, and on this machine, a server may be whoever it says", async () => {
  const anybody = await aMailServer({ withTls: true });
  expect(await trouble(anybody.url)).toBe(null);
  expect(await trouble(anybody.url.replace("127.0.0.1", "0.0.0.0"))).toBe(null);
  expect(await trouble(anybody.url.replace("//", "//toasoan:geheim@"))).toBe(null);
  expect(anybody.received).toHaveLength(3);
  await anybody.stop();
});

/** RFC 2047, as nodemailer writes it. */
function subjectIn(source: string): string {
  const [, folded = ""] = /^Subject: ((?:.|\r\n[ \t])*)\r\n/m.exec(source) ?? [];
  return folded.replace(/\r\n[ \t]+/g, " ").replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=(?: (?==\?))?/g, (_, how, text) =>
    how === "B"
      ? Buffer.from(text, "base64").toString()
      : Buffer.from(
          text
            .replaceAll("_", " ")
            .replace(/=([0-9A-F]{2})/g, (__: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString(),
  );
}
