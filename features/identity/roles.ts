export const ROLES = ["reporter", "editor", "approver", "administrator"] as const;
export type Role = (typeof ROLES)[number];
/** A role in a section and everything below it; `sectionId` null is the whole site. */
export type Grant = { role: Role; sectionId: number | null };
/** Each section of one site and the section above it. */
export type Tree = ReadonlyMap<number, number | null>;

/** 3 approver, 2 editor, 1 reporter, 0 nothing: each includes the ones before it. Administrators stand apart. */
export type RankNumber = 0 | 1 | 2 | 3;
const RANKS: Record<Role, RankNumber> = { reporter: 1, editor: 2, approver: 3, administrator: 0 };

type Holder = { grants: readonly Grant[] };

/** The highest rank of a person in a section; the same answer as `rank_in_section` of the database. */
export function rankIn(person: Holder, sectionId: number | null, tree: Tree): RankNumber {
  if (sectionId === null || !tree.has(sectionId)) return 0;
  const upward = new Set<number | null>([null]);
  for (let at: number | null = sectionId; at !== null && !upward.has(at); at = tree.get(at) ?? null) upward.add(at);
  return highest(person.grants.filter((grant) => upward.has(grant.sectionId)));
}

/** The highest rank of a person anywhere on the site: what counts while a text has no section yet. */
export function rankAnywhere(person: Holder): RankNumber {
  return highest(person.grants);
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
  return role === "approver" || role === "administrator";
}

function highest(grants: readonly Grant[]): RankNumber {
  const held = new Set(grants.map(({ role }) => RANKS[role]));
  return ([3, 2, 1] as const).find((rank) => held.has(rank)) ?? 0;
}
