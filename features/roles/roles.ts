export const ROLES = ["reporter", "editor", "approver", "administrator"] as const;
export type Role = (typeof ROLES)[number];
/** A role in a section and everything below it; `sectionId` null is the whole site. */
export type Grant = { role: Role; sectionId: number | null };

const RANKS: Record<Role, number> = { reporter: 1, editor: 2, approver: 3, administrator: 0 };

type Holder = { grants: readonly Grant[] };

/** The highest rank of a person anywhere on the site: 3 approver, 2 editor, 1 reporter, 0 nothing. Administrators stand apart. */
export function rankAnywhere(person: Holder): number {
  return Math.max(0, ...person.grants.map(({ role }) => RANKS[role]));
}

/** Whether somebody decides about articles anywhere on the site. */
export function approves(person: Holder): boolean {
  return rankAnywhere(person) >= RANKS.approver;
}

/** Whether somebody writes what stands at the site's root, its pages and what it says of itself: an editor of the whole site. */
export function editsRoot(person: Holder): boolean {
  return person.grants.some(({ role, sectionId }) => sectionId === null && RANKS[role] >= RANKS.editor);
}

/** People, sections, settings; no say over articles. */
export function isAdministrator(person: Holder): boolean {
  return person.grants.some((grant) => grant.role === "administrator");
}

/** Whether somebody has a say over articles anywhere on the site. */
export function writes(person: Holder): boolean {
  return rankAnywhere(person) > 0;
}

/** Whether a role is given, and its holder's way in reset, by two people only. */
export function takesTwo(role: Role): boolean {
  return role !== "reporter";
}

/** Whether one person may have both roles. Whoever makes accounts has no say over what readers get: a second account would be the second person. */
export function standTogether(one: Role, other: Role): boolean {
  return !takesTwo(one) || !takesTwo(other) || (one === "administrator") === (other === "administrator");
}
