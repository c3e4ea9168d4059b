import { transaction } from "#db/transaction.ts";
import type { Staff } from "#features/identity/actor.ts";
import { isAdministrator, type Role } from "#features/identity/roles.ts";
import { Refusal } from "#lib/refusal.ts";
import { isTold, mayAgree, mayObject } from "./by-two.ts";
import * as read from "./notices-store.ts";
import { demoPeopleAreThere } from "./store.ts";

/** Something that takes two people: still waiting, or lately in force because a day went by without an answer. */
export type Notice = {
  about: "role" | "reset";
  id: number;
  person: { name: string; email: string };
  /** For a role. */
  role: Role | null;
  sectionName: string | null;
  /** null is the operator at the machine. */
  askedBy: string | null;
  /** When it is, or came, into force. */
  from: Date;
  waits: boolean;
  mayAgree: boolean;
  mayObject: boolean;
};

/** What the desk's home shows to approvers and administrators, and to the person it is about. */
export async function noticesFor(staff: Staff): Promise<Notice[]> {
  return transaction(async (tx) => {
    const roles = await read.rolesByTwo(tx, staff.siteId);
    const resets = await read.resetsByTwo(tx, staff.siteId);
    const all = [
      ...roles.map((one) => ({ ...one, about: "role" as const })),
      ...resets.map((one) => ({ ...one, about: "reset" as const, role: null, sectionName: null })),
    ];
    return all
      .filter((one) => isTold(staff) || one.personId === staff.personId)
      .map((one) => ({
        about: one.about,
        id: one.id,
        person: { name: one.name, email: one.email },
        role: one.role,
        sectionName: one.sectionName,
        askedBy: one.askedByName,
        from: one.from,
        waits: one.waits,
        mayAgree: one.waits && mayAgree(staff, one),
        mayObject: one.waits && mayObject(staff, one),
      }));
  });
}

/** The people of the site with their roles, for its administrators. @throws {Refusal} `not_allowed` */
export async function peopleFor(staff: Staff) {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống xem được trang này.");
  return transaction(async (tx) => {
    const roles = await read.rolesOfSite(tx, staff.siteId);
    const people = await read.peopleOfSite(tx, staff.siteId);
    return {
      people: people.map((person) => ({ ...person, roles: roles.filter(({ personId }) => personId === person.id) })),
      sections: await read.sectionsOfSite(tx, staff.siteId),
    };
  });
}

/** Whether demo accounts could sign in: a start with a public address refuses them. */
export async function demoAccountsExist(): Promise<boolean> {
  return transaction(demoPeopleAreThere);
}
