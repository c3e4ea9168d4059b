import { expect, test } from "vitest";
import { Pressed, pageAfter, saidIn } from "./pressed.ts";

const said = (fields: Record<string, string>) =>
  saidIn(Pressed.parse({ articleId: "7", press: "withdraw", ...fields }));

test("a field left empty was not said", () => {
  expect(said({ reason: "", words: "", at: "", toPersonId: "", mergedInto: "", hash: "" })).toEqual({});
});

test("the time of a schedule is Việt Nam's, wherever the browser is", () => {
  expect(said({ at: "2026-11-23T07:30" }).at?.toISOString()).toBe("2026-11-23T00:30:00.000Z");
});

test("what is no time is refused with a sentence", () => {
  const wrong = Pressed.safeParse({ articleId: "7", press: "schedule", at: "mai" });
  expect(wrong.error?.issues[0]?.message).toBe("Giờ hẹn đăng chưa đúng.");
});

test("an article to merge into may be given as number, address or line of the list", () => {
  for (const mergedInto of ["31", "https://senho.example.vn/tin-tuc/an-toan-31", "Kỷ niệm 2/9 (số 31)"]) {
    expect(said({ mergedInto }).mergedIntoId).toBe(31);
  }
  expect(Pressed.safeParse({ articleId: "7", press: "withdraw", mergedInto: "bài kia" }).success).toBe(false);
});

test("a press that nobody may make by hand is refused", () => {
  for (const press of ["go_live", "miss", "start", "toString", ""]) {
    expect(Pressed.safeParse({ articleId: "7", press }).success).toBe(false);
  }
});

test("after a press comes the page where one goes on", () => {
  expect(pageAfter("revise", { articleId: 7 })).toBe("/desk/articles/7?done=revise");
  expect(pageAfter("approve_and_publish", { articleId: 7 })).toBe("/desk/articles/7/review?done=approve_and_publish");
  expect(pageAfter("hand_over", { articleId: 7 })).toBe("/desk?done=hand_over");
  expect(pageAfter("duplicate", { articleId: 7, madeArticleId: 8 })).toBe("/desk/articles/8?done=duplicate");
});
