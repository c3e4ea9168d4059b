import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { letterAbout } from "./letter.ts";
import { deliver, troubleOf } from "./smtp.ts";
import { aMailServer, type MailServer } from "./testing-smtp.ts";

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
const trouble = (url = server.url) => deliver(letter, { url, from }).then(() => null, troubleOf);

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
