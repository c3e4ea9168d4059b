import { expect, test } from "vitest";
import { cleanName } from "./name.ts";

test.each([
  ["Lễ hội sen.JPG", "Lễ hội sen.JPG"],
  ["../../etc/passwd", "passwd"],
  ["C:\\fakepath\\ảnh 1.png", "ảnh 1.png"],
  ["..", ".."],
  ["thư mục/", ""],
  ["", ""],
  ["Lê\u0303 hô\u0323i.jpg".normalize("NFD"), "Lễ hội.jpg".normalize("NFC").replace("ễ", "ễ")],
  ["ảnh\u202Egpj.exe", "ảnhgpj.exe"],
  ["\u2067ảnh\u2069\u200F\u061C.png", "ảnh.png"],
  ["a\u0000b\u001b[2J\n.png", "ab[2J .png"],
  ["\ud800ảnh.png", "ảnh.png"],
])("%j is shown as %j", (said, shown) => {
  expect(cleanName(said)).toBe(shown);
});

test("a name of 300 characters is cut to 200, between letters", () => {
  expect(cleanName("sen".repeat(100))).toBe("sen".repeat(100).slice(0, 200));
  expect([...cleanName("🪷".repeat(300))]).toEqual(Array(200).fill("🪷"));
});
