import { expect, test } from "vitest";
import { problemsIn } from "#lib/checked.ts";
import { Pressed, pageAfter, saidIn, WholePress } from "./pressed.ts";

const said = (fields: Record<string, string>) =>
  saidIn(Pressed.parse({ documentId: "7", press: "withdraw", ...fields }));

test("a field left empty was not said", () => {
  expect(said({ reason: "", words: "", at: "", toPersonId: "", mergedInto: "", hash: "" })).toEqual({});
});

test("the time of a schedule is Việt Nam's, wherever the browser is", () => {
  expect(said({ at: "23/11/2026 07:30" }).at?.toISOString()).toBe("2026-11-23T00:30:00.000Z");
});

test("the server reads an hour in the spellings in which people write it", () => {
  for (const at of ["29/11/2031 7h30", "29-11-2031 07:30", "7 giờ 30 ngày 29 tháng 11 năm 2031"]) {
    expect(said({ at }).at?.toISOString()).toBe("2031-11-29T00:30:00.000Z");
  }
});

test("what is no time is refused with a sentence", () => {
  const wrong = Pressed.safeParse({ documentId: "7", press: "schedule", at: "mai" });
  expect(wrong.error?.issues[0]?.message).toMatch(/^Giờ đăng cần có cả ngày và giờ, ví dụ 29\/11\/2026 07:30/);
});

test("a form hears before it is sent what is missing, field by field", () => {
  const fields = { documentId: "7", hash: "" };
  expect(problemsIn(WholePress, { ...fields, press: "return", reason: "", words: "" })).toEqual({
    reason: "Chưa chọn hoặc chưa ghi lý do.",
    words: "Chưa ghi lời nhắn cho người viết.",
  });
  expect(problemsIn(WholePress, { ...fields, press: "approve_and_schedule", at: "" })).toEqual({
    at: "Chưa ghi giờ đăng.",
  });
  const merged = { ...fields, press: "withdraw", reason: "merged" };
  expect(problemsIn(WholePress, { ...merged, mergedInto: "" })).toEqual({ mergedInto: "Chưa chọn bài được gộp vào." });
  expect(problemsIn(WholePress, { ...merged, mergedInto: "bài kia" })).toEqual({
    mergedInto: "Chưa rõ bài được gộp vào là bài nào.",
  });
  expect(problemsIn(WholePress, { ...merged, mergedInto: "31" })).toEqual({});
});

test("an article to merge into may be given as number, address or line of the list", () => {
  for (const mergedInto of ["31", "https://senho.example.vn/tin-tuc/an-toan-31", "Kỷ niệm 2/9 (số 31)"]) {
    expect(said({ mergedInto }).mergedIntoId).toBe(31);
  }
  expect(Pressed.safeParse({ documentId: "7", press: "withdraw", mergedInto: "bài kia" }).success).toBe(false);
});

test("a press that nobody may make by hand is refused", () => {
  for (const press of ["go_live", "miss", "start", "toString", ""]) {
    expect(Pressed.safeParse({ documentId: "7", press }).success).toBe(false);
  }
});

test("after a press comes the page where one goes on", () => {
  expect(pageAfter("revise", { documentId: 7 })).toBe("/desk/documents/7?done=revise");
  expect(pageAfter("approve_and_publish", { documentId: 7 })).toBe("/desk/documents/7/review?done=approve_and_publish");
  expect(pageAfter("hand_over", { documentId: 7 })).toBe("/desk?done=hand_over");
  expect(pageAfter("duplicate", { documentId: 7, madeDocumentId: 8 })).toBe("/desk/documents/8?done=duplicate");
});
