import { type Tx, transaction } from "#db/transaction.ts";
import { emailForm } from "#features/accounts/sign-in.ts";
import { lockPerson } from "#features/accounts/store.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { record } from "#features/office/store.ts";
import { isAdministrator, type Role, standTogether, takesTwo } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { endSessionsOf } from "#features/sessions/store.ts";
import { isSectionOf } from "#features/sites/sections-store.ts";
import { cleanLine } from "#lib/nfc.ts";
import { Refusal } from "#lib/refusal.ts";
import { hoursToWait } from "./by-two.ts";
import { type MadeLink, makeLink, refuseBadWho } from "./links.ts";
import { voidLinksOf } from "./links-store.ts";
import * as store from "./store.ts";

/** Who does something to an account: an administrator of the site, or the operator at the machine. */
export type Doer = { siteId: number; personId: number | null };

/** @throws {Refusal} `not_allowed` */
export function administrator(staff: Staff): Doer {
  if (isAdministrator(staff)) return { siteId: staff.siteId, personId: staff.personId };
  throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống được làm việc này.");
}

type NewRole = { role: Role; sectionId: number | null };

/**
 * An account with a first role, and the link with which its person sets a password.
 * @returns the link, and how long the role waits for a second person
 */
export async function invite(by: Doer, who: { name: string; email: string } & NewRole) {
  const [name, email] = [cleanLine(who.name), emailForm(who.email)];
  refuseBadWho(name, email);
  return transaction(async (tx) => {
    await store.lockOffice(tx, by.siteId);
    await refuseTakenAddress(tx, by, email);
    const personId = await store.addPerson(tx, email, name);
    const { hours } = await give(tx, by, personId, who);
    await record(tx, { ...about(by, personId), kind: "invited" });
    const made = await makeLink(tx, { purpose: "invitation", personId, madeBy: by.personId, hours: 0 });
    return { ...made, hours };
  });
}

async function refuseTakenAddress(tx: Tx, by: Doer, email: string): Promise<void> {
  const taken = await store.personByEmail(tx, email);
  if (!taken) return;
  const here = await store.personOfSite(tx, by.siteId, taken.id);
  const help = here ? "" : " Tài khoản thuộc trang khác: người vận hành máy chủ thêm được vai trò ở trang này.";
  throw new Refusal("wrong_state", `Đã có tài khoản ${email}.${help}`);
}

/** One more role for somebody. @returns how many hours it waits for a second person */
export async function giveRole(by: Doer, personId: number, role: NewRole): Promise<{ hours: number }> {
  return transaction(async (tx) => {
    await store.lockOffice(tx, by.siteId);
    await personHere(tx, by, personId);
    return give(tx, by, personId, role);
  });
}

/** Ends a role, or takes back one that waits. The site keeps an administrator who can sign in. */
export async function endRole(by: Doer, grantId: number): Promise<void> {
  await transaction(async (tx) => {
    await store.lockOffice(tx, by.siteId);
    const grant = await store.lockGrant(tx, by.siteId, grantId);
    if (!grant) throw new Refusal("not_found", "Vai trò này không còn nữa.");
    if (grant.role === "administrator" && !grant.waits) await refuseLastAdministrator(tx, by, grant.personId);
    await store.endGrant(tx, grantId, by.personId);
    if (!grant.waits) await endSessionsOf(tx, grant.personId, "role_changed");
    await record(tx, {
      ...about(by, grant.personId),
      kind: "role_ended",
      payload: { grantId, role: grant.role },
    });
  });
}

/** Nobody signs in with the account any more; who is signed in with it is out at the next click. */
export async function switchOff(by: Doer, personId: number): Promise<void> {
  if (by.personId === personId) {
    throw new Refusal("not_allowed", "Không tự khóa tài khoản đang dùng. Hãy nhờ một người quản trị khác.");
  }
  await transaction(async (tx) => {
    await store.lockOffice(tx, by.siteId);
    const person = await personHere(tx, by, personId);
    if (person.switchedOffAt) throw new Refusal("wrong_state", `Tài khoản của ${person.name} đang bị khóa.`);
    const roles = await rolesOfAccount(tx, by, person);
    if (roles.some(({ role }) => role === "administrator")) await refuseLastAdministrator(tx, by, personId);
    await store.switchPerson(tx, personId, false);
    await endSessionsOf(tx, personId, "switched_off");
    await voidLinksOf(tx, personId, ["invitation", "reset"]);
    await record(tx, { ...about(by, personId), kind: "switched_off" });
  });
}

/**
 * The person signs in again with the old password. Roles that take two begin anew: they wait for a second person.
 * @returns how many hours they wait
 */
export async function switchOn(by: Doer, personId: number): Promise<{ hours: number }> {
  return transaction(async (tx) => {
    await store.lockOffice(tx, by.siteId);
    const person = await personHere(tx, by, personId);
    if (!person.switchedOffAt) throw new Refusal("wrong_state", `Tài khoản của ${person.name} đang dùng được.`);
    const roles = await rolesOfAccount(tx, by, person);
    const anew = roles.filter(({ role, waits }) => takesTwo(role) && !waits);
    for (const { id } of anew) await store.endGrant(tx, id, by.personId);
    await store.switchPerson(tx, personId, true);
    await record(tx, { ...about(by, personId), kind: "switched_on" });
    const waits = [0];
    for (const { siteId, ...role } of anew) {
      const { hours } = await give(tx, { ...by, siteId }, personId, role);
      waits.push(hours);
    }
    return { hours: Math.max(...waits) };
  });
}

/**
 * A link with which somebody sets a new password. The old one works until the link is used.
 * @returns the link, and how many hours it waits for a second person
 */
export async function resetWayIn(by: Doer, personId: number): Promise<MadeLink & { hours: number }> {
  return transaction(async (tx) => {
    await store.lockOffice(tx, by.siteId);
    const person = await personHere(tx, by, personId);
    if (person.switchedOffAt)
      throw new Refusal("wrong_state", `Tài khoản của ${person.name} đang bị khóa. Hãy mở khóa trước.`);
    const roles = await rolesOfAccount(tx, by, person);
    const hours = await wait(tx, by, personId, roles);
    await record(tx, { ...about(by, personId), kind: "reset_asked", payload: { hours } });
    const purpose = person.passwordHash === null ? "invitation" : "reset";
    const link = await makeLink(tx, { purpose, personId, madeBy: by.personId, hours });
    if (hours > 0) await enqueue(tx, "tell_asked", { about: "way_in", id: personId });
    return { ...link, hours };
  });
}

async function give(tx: Tx, by: Doer, personId: number, { role, sectionId }: NewRole): Promise<{ hours: number }> {
  if (role === "administrator" && sectionId !== null) {
    throw new Refusal("bad_input", "Quản trị hệ thống là vai trò cho cả trang, không theo chuyên mục.");
  }
  if (sectionId !== null && !(await isSectionOf(tx, by.siteId, sectionId))) {
    throw new Refusal("not_found", "Không có chuyên mục này.");
  }
  const held = await store.rolesOf(tx, personId);
  if (held.some((one) => one.siteId === by.siteId && one.role === role && one.sectionId === sectionId)) {
    throw new Refusal("wrong_state", "Người này đã có (hoặc đang chờ) vai trò đó.");
  }
  if (!held.every((one) => standTogether(one.role, role))) {
    throw new Refusal(
      "wrong_state",
      "Không ai vừa là quản trị hệ thống vừa là biên tập viên hay người duyệt, kể cả ở trang khác hoặc khi vai trò còn đang chờ. Hãy chọn người khác, hoặc kết thúc vai trò kia trước.",
    );
  }
  const hours = await wait(tx, by, personId, [{ role, siteId: by.siteId }]);
  const grantId = await store.addGrant(tx, {
    siteId: by.siteId,
    personId,
    role,
    sectionId,
    givenBy: by.personId,
    hours,
  });
  // A link that was asked for before the role would open the new role's door.
  if (takesTwo(role)) await voidLinksOf(tx, personId, ["reset"]);
  if (hours === 0) await endSessionsOf(tx, personId, "role_changed");
  await record(tx, { ...about(by, personId), kind: "role_given", payload: { grantId, role, sectionId, hours } });
  if (hours > 0) await enqueue(tx, "tell_asked", { about: "role", id: grantId });
  return { hours };
}

/** Asked are those of the sites where the roles are that take two. */
async function wait(tx: Tx, by: Doer, personId: number, roles: readonly { role: Role; siteId: number }[]) {
  const asked = roles.filter(({ role }) => takesTwo(role)).map(({ siteId }) => siteId);
  const othersAreThere = asked.length > 0 && (await store.somebodyCouldAnswer(tx, asked, personId));
  const who = by.personId === null ? "operator" : "staff";
  return hoursToWait(
    roles.map(({ role }) => role),
    who,
    othersAreThere,
  );
}

/** The operator at the machine knows everybody, an administrator the people of the site. */
async function personHere(tx: Tx, by: Doer, personId: number) {
  const person =
    by.personId === null ? await lockPerson(tx, personId) : await store.personOfSite(tx, by.siteId, personId);
  if (!person) throw new Refusal("not_found", "Không có người này.");
  return person;
}

/**
 * An account is one for all sites: who administers one of them decides about roles there, and about the account only
 * while no other site depends on it.
 * @throws {Refusal} `not_allowed`
 */
async function rolesOfAccount(tx: Tx, by: Doer, person: { id: number; name: string }) {
  const roles = await store.rolesOf(tx, person.id);
  if (by.personId !== null && roles.some(({ siteId }) => siteId !== by.siteId)) {
    throw new Refusal(
      "not_allowed",
      `${person.name} còn vai trò ở trang khác. Ở trang này chỉ kết thúc được vai trò; việc của tài khoản do người vận hành máy chủ làm.`,
    );
  }
  return roles;
}

async function refuseLastAdministrator(tx: Tx, by: Doer, personId: number): Promise<void> {
  if (by.personId === null || (await store.countAdministrators(tx, by.siteId, personId)) > 0) return;
  throw new Refusal("wrong_state", "Đây là người quản trị duy nhất. Hãy thêm người quản trị khác trước.");
}

function about(by: Doer, personId: number) {
  return { siteId: by.siteId, personId, byId: by.personId };
}
