import type { Problems } from "#lib/checked.ts";
import { onlyProblems } from "#lib/only-problems.ts";

/** What is wrong with a name that somebody typed, as a sentence; null when nothing is. */
export function nameProblem(name: string): string | null {
  return name.trim() === "" ? "Cần ghi họ và tên." : null;
}

/** The same for an e-mail address. */
export function addressProblem(email: string): string | null {
  if (email.trim() === "") return "Cần ghi địa chỉ e-mail.";
  const whole = email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  return whole ? null : "Địa chỉ e-mail chưa đúng. Ví dụ: ten@coquan.vn.";
}

/** The same for the name of a site. */
export function siteNameProblem(name: string): string | null {
  return name.trim() === "" ? "Cần ghi tên trang thông tin." : null;
}

/** Name and address, as a form has them, without the schema that they are part of: it would be the heaviest thing on its page. */
export function problemsOfPerson({ name = "", email = "" }: Readonly<Record<string, string>>): Problems {
  return onlyProblems({ name: nameProblem(name), email: addressProblem(email) });
}
