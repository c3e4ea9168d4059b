import { transaction } from "#db/transaction.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { isAdministrator } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";
import { isTold, mayAgree, mayObject } from "./by-two.ts";
import { matches } from "./matching.ts";
import * as read from "./notices-store.ts";
import { countAdministrators } from "./store.ts";
import type { Account, Notice, SectionOption } from "./types.ts";

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
        own: one.askedBy === staff.personId,
        from: one.from,
        waits: one.waits,
        mayAgree: one.waits && mayAgree(staff, one),
        mayObject: one.waits && mayObject(staff, one),
      }));
  });
}

/** The most people on one page: each brings buttons and a form. */
const SHOWN = 50;

type People = {
  people: Account[];
  /** How many the search has found, and how many there are. */
  found: number;
  total: number;
  places: SectionOption[];
  /** Whether nobody else administers the site. */
  only: boolean;
};

/**
 * The people of the site with their roles, for its administrators.
 * @param wanted words of names or addresses, with or without accents; empty is everybody
 * @throws {Refusal} `not_allowed`
 */
export async function peopleFor(staff: Staff, wanted = ""): Promise<People> {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống xem được trang này.");
  const places = (await sectionTree(staff.siteId)).map(({ id, name, depth }) => ({ id, name, depth }));
  return transaction(async (tx) => {
    const roles = await read.rolesOfSite(tx, staff.siteId);
    const people = await read.peopleOfSite(tx, staff.siteId);
    const found = people.filter((person) => matches(person, wanted));
    return {
      found: found.length,
      total: people.length,
      only: (await countAdministrators(tx, staff.siteId, staff.personId)) === 0,
      people: found
        .sort((one, other) => ALPHABET.compare(one.name, other.name))
        .slice(0, SHOWN)
        .map((person) => ({ ...person, roles: roles.filter(({ personId }) => personId === person.id) })),
      places,
    };
  });
}

/** Whom to ask about accounts, by name. */
export async function administratorsFor(staff: Staff): Promise<string[]> {
  return transaction((tx) => read.administratorsOfSite(tx, staff.siteId));
}

const ALPHABET = new Intl.Collator("vi");
