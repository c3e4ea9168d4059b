import { expect, test } from "vitest";
import type { KindName } from "#features/kinds/kinds.ts";
import { type DocumentMailKind, MAIL_KINDS, type MailKind } from "./kinds.ts";
import { letterAbout, letterAboutLicences, letterAboutName } from "./letter.ts";

const to = {
  ...{ id: 7, name: "Lê Thử", email: "le@thu.example" },
  ...{ siteName: "Phường Thử", origin: "https://phuong.example.vn" },
};
const article = (title: string) => ({ id: 12, kind: "article", title }) as const;

const PROPOSAL = { siteId: 1, sectionId: 3, byId: 7, before: "Đoàn thể", after: "Mặt trận\r\nvà <đoàn thể>" };

test("a message about the name of a section says both names in one line, and what became of the proposal", () => {
  const about = (outcome: "waits" | "agreed" | "dropped" | "replaced") => letterAboutName(to, { ...PROPOSAL, outcome });
  expect(about("waits").subject).toBe("Cần ý kiến của người thứ hai (Phường Thử)");
  expect(about("waits").text).toContain("“Đoàn thể” đang chờ người duyệt đồng ý: “Mặt trận  và <đoàn thể>”.\n");
  expect(about("waits").html).not.toContain("<đoàn");
  for (const outcome of ["agreed", "dropped", "replaced"] as const) {
    expect(about(outcome).subject).toBe("Trả lời đề nghị đổi tên chuyên mục (Phường Thử)");
    expect(about(outcome).text).toContain("https://phuong.example.vn/desk/sections\n");
  }
  expect(new Set((["waits", "agreed", "dropped", "replaced"] as const).map((one) => about(one).text)).size).toBe(4);
});

test("a message says what it is about, why, and where to go on", () => {
  const letter = letterAbout(to, ["returned"], article("Khai mạc hội thao"));
  expect(letter).toMatchObject({
    id: "mail-7@phuong.example.vn",
    to: { name: "Lê Thử", address: "le@thu.example" },
    subject: "Bài trả lại để sửa: Khai mạc hội thao",
  });
  expect(letter.text).toBe(
    [
      "Bài “Khai mạc hội thao” được trả lại để sửa.",
      "Mở trên Trang biên tập: https://phuong.example.vn/desk/documents/12",
      "Thư do hệ thống của Phường Thử tự gửi, không cần trả lời. Chọn loại thư muốn nhận tại: https://phuong.example.vn/desk/account",
    ].join("\n\n"),
  );
  expect(letter.html).toContain('<a href="https://phuong.example.vn/desk/documents/12">Mở trên Trang biên tập</a>');
});

test("what came together is said together, and called by the most pressing", () => {
  const letter = letterAbout(to, ["published", "owed"], article("Bão số 3"));
  expect(letter.subject).toBe("Đăng khẩn, cần hậu kiểm: Bão số 3");
  expect(letter.text.indexOf("hậu kiểm")).toBeLessThan(letter.text.indexOf("đã được đăng"));
});

test("a headline brings no line, no markup and no place holder into a message, and a long one is cut", () => {
  const bad = letterAbout(to, ["waiting"], article("Một\r\nBcc: a@b.vn <script>\"&' {site}"));
  expect(bad.subject).not.toMatch(/[\r\n]/);
  expect(bad.html).not.toContain("<script>");
  expect(bad.text).toContain("{site}”");
  const long = letterAbout(to, ["waiting"], article("Ộ".repeat(400)));
  expect([...long.subject].length).toBeLessThan(180);
  expect(long.subject).toMatch(/…$/);
});

test("a page, and what the site says of itself, are called so where a message says what it is about", () => {
  const subject = (kind: KindName, why: DocumentMailKind) =>
    letterAbout(to, [why], { id: 12, kind, title: "Một" }).subject;
  expect(subject("article", "published")).toBe("Bài đã đăng: Một");
  expect(subject("page", "waiting")).toBe("Trang chờ xử lý: Một");
  expect(subject("site", "returned")).toBe("Thông tin trang trả lại để sửa: Một");
});

test("a text without a headline has a name all the same", () => {
  expect(letterAbout(to, ["waiting"], article(" ")).subject).toBe("Bài chờ xử lý: (chưa có tiêu đề)");
});

test("what is about an account names nobody, and leads to the desk's home", () => {
  const { subject, text } = letterAbout(to, ["asked"], null);
  expect(subject).toBe("Cần ý kiến của người thứ hai (Phường Thử)");
  expect(text).toContain("https://phuong.example.vn/desk\n");
});

test("each kind has a sentence in which nothing is left to fill in", () => {
  const ending = { total: 7, first: "2026-12-31", called: ["Chợ nổi", ""], isOwn: false, personId: 3 };
  const letterOf = (kind: MailKind) => {
    if (kind === "licence") return letterAboutLicences(to, ending);
    if (kind === "answered") return letterAboutName(to, { ...PROPOSAL, outcome: "dropped" });
    return letterAbout(to, [kind], kind === "asked" ? null : article("Một"));
  };
  for (const kind of MAIL_KINDS) {
    const { subject, text, html } = letterOf(kind);
    expect(subject + text + html).not.toMatch(/[{}]|undefined/);
  }
});

test("what is about licences says how many end, when the first one does, and leads whoever brought them to their own", () => {
  const ending = { total: 7, first: "2026-12-31", called: ["Chợ nổi", ""], isOwn: false, personId: 3 };
  const all = letterAboutLicences(to, ending);
  expect(all.subject).toBe("Ảnh, tệp sắp hết hạn sử dụng (Phường Thử)");
  expect(all.text).toContain("Có 7 ảnh hoặc tệp sắp hết hạn sử dụng, sớm nhất là hết ngày 31/12/2026:");
  expect(all.text).toContain("“Chợ nổi”, “Tệp chưa có tên”, …");
  expect(all.text).toContain("https://phuong.example.vn/desk/files?right=ending\n");
  expect(letterAboutLicences(to, { ...ending, isOwn: true }).text).toContain("/desk/files?person=3&right=ending\n");
});
