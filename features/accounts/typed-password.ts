import { nfc } from "#lib/nfc.ts";

// What a form says before it is sent. Apart from the other rules: browsers are not sent the list of common passwords.

/** In characters, as people count them. */
const SHORTEST = 12;
/** Long enough for any sentence; a limit at all, because hashing takes time. */
const LONGEST = 200;

/** What is wrong with a new password by its length alone, as a sentence; null when nothing is. */
export function lengthProblem(password: string): string | null {
  const length = [...nfc(password)].length;
  if (length < SHORTEST) {
    return `Mật khẩu cần ít nhất ${SHORTEST} ký tự (hiện có ${length}). Một câu dễ nhớ, có dấu cách, là tốt nhất.`;
  }
  return length > LONGEST ? `Mật khẩu dài tối đa ${LONGEST} ký tự.` : null;
}

/** What is wrong with what was typed for the password that one has, before anybody looks whether it is right. */
export function presentProblem(present: string): string | null {
  return present === "" ? "Cần nhập mật khẩu hiện tại." : null;
}
