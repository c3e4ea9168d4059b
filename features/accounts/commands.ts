import { transaction } from "#db/transaction.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { endSessionsOf } from "#features/sessions/store.ts";
import { siteName } from "#features/sites/sites-store.ts";
import { hashPassword, isPassword } from "#lib/password.ts";
import { Refusal } from "#lib/refusal.ts";
import { fingerprint } from "./fingerprint.ts";
import { passwordProblem } from "./password-rules.ts";
import * as store from "./store.ts";
import { takeTry } from "./tries.ts";
import { presentProblem } from "./typed-password.ts";

/**
 * A new password for oneself. Ends every session of the person, this one too: whoever else knew the old one is out.
 * @throws {Refusal} `slow_down` after several wrong ones, `not_allowed` when the present password is wrong, `bad_input` when it was left out, or the new one is easy to guess
 */
export async function changePassword(staff: Staff, present: string, wanted: string): Promise<void> {
  const missing = presentProblem(present);
  if (missing !== null) throw new Refusal("bad_input", missing, { fields: { present: missing } });
  const person = await transaction((tx) => store.lockPerson(tx, staff.personId));
  const tried = await takeTry({ account: fingerprint("change", staff.personId), address: fingerprint("change") }, true);
  if (tried.id === undefined) {
    throw new Refusal("slow_down", `Đã thử sai nhiều lần. Thử lại sau ${tried.seconds} giây.`);
  }
  if (!(await isPassword(present, person?.passwordHash ?? null))) {
    const wrong = "Mật khẩu hiện tại không đúng.";
    throw new Refusal("not_allowed", wrong, { fields: { present: wrong } });
  }
  await transaction((tx) => store.strikeTryOff(tx, tried.id));
  const site = await transaction((tx) => siteName(tx, staff.siteId));
  const passwordHash = await hashForKeeping(wanted, [staff.name, staff.email, site]);
  await transaction(async (tx) => {
    const still = await store.lockPerson(tx, staff.personId);
    if (still?.passwordHash !== person?.passwordHash) {
      throw new Refusal("out_of_date", "Mật khẩu vừa được đổi ở nơi khác. Đăng nhập lại.");
    }
    await store.setPassword(tx, staff.personId, passwordHash);
    await endSessionsOf(tx, staff.personId, "password_changed");
  });
}

/** @throws {Refusal} `bad_input` with what is wrong with the password, which each form has as its field `password` */
export async function hashForKeeping(password: string, around: readonly string[]): Promise<string> {
  const problem = passwordProblem(password, around);
  if (problem) throw new Refusal("bad_input", problem, { fields: { password: problem } });
  return hashPassword(password);
}
