import { expect, test } from "vitest";
import { passwordProblem } from "./password-rules.ts";

const AROUND = ["Nguyễn Thị Hạnh", "hanh.nguyen@senho.example", "Phường Sen Hồ"];
const problem = (password: string) => passwordProblem(password, AROUND);

test.each([
  "con mèo mướp thích ngủ trưa",
  "mật khẩu của bà ngoại tôi",
  "correct horse battery staple",
  "Tuyết rơi ở Đà Lạt?",
  "x9$Lq!vR2#tm",
  "пароль из двух слов",
  "ba con vịt xòe ra hai cái cánh",
  "Cà phê sáng 2 ly không đường",
])("%s may be a password", (password) => {
  expect(problem(password)).toBeNull();
});

test.each([
  "123456789012",
  "password1234",
  "Password@2026",
  "Matkhau@12345",
  "mật khẩu 123456",
  "qwertyuiop12",
  "1q2w3e4r5t6y",
  "anhyeuem1234",
  "Admin@123456",
  "abc123456789",
  "vietnamvodich1",
  "Toasoan@2026!",
  "9876543210987",
  "zxcvbnm12345",
  "iloveyou2026!",
])("%s is refused: common", (password) => {
  expect(problem(password)).toMatch(/phổ biến|lặp lại/);
});

test.each(["aaaaaaaaaaaa", "abababababab", "hoahoahoahoa", "            ", "cá cá cá cá cá", "xyzxyzxyzxyz1"])(
  "%s is refused: it repeats itself",
  (password) => {
    expect(problem(password)).toMatch(/lặp lại/);
  },
);

test.each(["nguyenthihanh", "Hạnh Nguyễn 1990", "hanh.nguyen@senho.example", "PhuongSenHo2026", "sen hồ sen hồ 12"])(
  "%s is refused: it is the person or the site",
  (password) => {
    expect(problem(password)).not.toBeNull();
  },
);

test("length is counted in characters, not in bytes or accents", () => {
  expect(problem("đêm hè ở quê")).toBeNull();
  expect(problem("đêm hè ở quê".normalize("NFD"))).toBeNull();
  expect(problem("đêm hè quê")).toMatch(/ít nhất 12 ký tự \(hiện có 10\)/);
  expect(problem("🦆🐈".repeat(5))).toMatch(/hiện có 10/);
  expect(problem("một câu dài ".repeat(20))).toMatch(/tối đa 200/);
});
