import { expect, test } from "vitest";
import { matches } from "./matching.ts";

const person = { name: "Đặng Thị Thu Hằng", email: "hang.dang@sen-ho.example" };

test.each([
  "",
  "  ",
  "hằng",
  "HANG",
  "dang hang",
  "đặng",
  "thu  hằng",
  "Hằng".normalize("NFD"),
  "hang.dang@sen-ho.example",
  "han",
])("«%s» finds her", (wanted) => {
  expect(matches(person, wanted)).toBe(true);
});

test.each(["hùng", "hang hung", "thị hoa", "@khac", "hang.dang@sen-ho.vn"])("«%s» does not", (wanted) => {
  expect(matches(person, wanted)).toBe(false);
});
