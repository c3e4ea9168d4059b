import { expect, test } from "vitest";
import { problemsIn } from "#lib/checked.ts";
import { Asked, LIMITS, typedIn } from "./asked.ts";

const whole = { subject: "Giờ tiếp dân", words: "Thứ Bảy có làm việc không?", name: "Đinh Hà", contact: "", place: "" };

test("what is missing is said all at once, each in its own words", () => {
  expect(problemsIn(Asked, { subject: " ", words: "\n", name: "\u200b", contact: "gọi tôi", place: "" })).toEqual({
    subject: "Hãy viết vắn tắt câu hỏi về việc gì.",
    words: "Hãy viết nội dung câu hỏi.",
    name: "Hãy ghi họ và tên.",
    contact: "Hãy ghi một địa chỉ thư điện tử hoặc một số điện thoại, hoặc để trống.",
  });
});

test("decomposed letters are kept composed, lines as lines, and signs that nobody sees not at all", () => {
  const said = { ...whole, subject: "Giờ tiếp dân".normalize("NFD"), words: "Một\r\nhai\u202e\0" };
  expect(Asked.parse(said)).toEqual({ ...whole, words: "Một\nhai" });
});

test.each(["ha@phuong.example", "0912 345 678", "+84 (24) 3933-1234", ""])(
  "%s is a way to reach somebody",
  (contact) => {
    expect(problemsIn(Asked, { ...whole, contact })).toEqual({});
  },
);

test.each(["ha@phuong", "1234567", "@", "a b@c.d"])("%s is none", (contact) => {
  expect(Object.keys(problemsIn(Asked, { ...whole, contact }))).toEqual(["contact"]);
});

test("each field has its bound, and what is far beyond it is not carried around", () => {
  for (const field of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    const full = field === "contact" ? "9".repeat(LIMITS[field]) : "ệ".repeat(LIMITS[field]);
    expect(problemsIn(Asked, { ...whole, [field]: full })).toEqual({});
    expect(Object.keys(problemsIn(Asked, { ...whole, [field]: `${full}9` }))).toEqual([field]);
  }
  expect(typedIn({ "cau-hoi": "x".repeat(60_000) }).words).toHaveLength(2 * LIMITS.words);
});
