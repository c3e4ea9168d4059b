import { transaction } from "#db/transaction.ts";
import type { Staff } from "#features/identity/actor.ts";
import { isAdministrator } from "#features/identity/roles.ts";
import { Refusal } from "#lib/refusal.ts";
import { isTold, mayAgree, mayObject } from "./by-two.ts";
import * as read from "./notices-store.ts";
import type { Account, Notice, Place } from "./types.ts";

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
export async function peopleFor(staff: Staff): Promise<{ people: Account[]; places: Place[] }> {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống xem được trang này.");
  return transaction(async (tx) => {
    const roles = await read.rolesOfSite(tx, staff.siteId);
    const people = await read.peopleOfSite(tx, staff.siteId);
    return {
      people: people
        .sort((one, other) => ALPHABET.compare(one.name, other.name))
        .map((person) => ({ ...person, roles: roles.filter(({ personId }) => personId === person.id) })),
      places: inMenuOrder(await read.sectionsOfSite(tx, staff.siteId)),
    };
  });
}

const ALPHABET = new Intl.Collator("vi");

type Section = { id: number; parentId: number | null; name: string };

/** Each section under the one above it. */
function inMenuOrder(sections: readonly Section[], under: number | null = null, depth = 0): Place[] {
  return sections
    .filter(({ parentId }) => parentId === under)
    .flatMap(({ id, name }) => [{ id, name, depth }, ...inMenuOrder(sections, id, depth + 1)]);
}
