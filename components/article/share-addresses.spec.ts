import { expect, test } from "vitest";
import { facebookShare, mailShare, mistakeLetter, zaloShare } from "./share-addresses.ts";

const url = "https://thu.example/tin-tuc/le-hoi-12";

test("an address is passed on whole, whatever stands in the headline", () => {
  expect(new URL(facebookShare(url)).searchParams.get("u")).toBe(url);
  const zalo = new URL(zaloShare(url)).searchParams.get("d") ?? "";
  expect(JSON.parse(Buffer.from(zalo, "base64").toString())).toEqual({ url });
  const mail = new URL(mailShare(url, "Lễ & hội? 50% #giảm"));
  expect(mail.searchParams.get("subject")).toBe("Lễ & hội? 50% #giảm");
  expect(mail.searchParams.get("body")).toBe(`Lễ & hội? 50% #giảm\n${url}`);
});

test("a letter about a mistake names the article by its number", () => {
  const letter = new URL(mistakeLetter("toasoan@thu.example", { number: 12, headline: "Lễ hội", url }));
  expect(letter.pathname).toBe("toasoan@thu.example");
  expect(letter.searchParams.get("subject")).toBe("Báo lỗi trong bài số 12: Lễ hội");
  expect(letter.searchParams.get("body")).toContain(url);
});
