import { isAdministrator, type Role, rankAnywhere, takesTwo } from "#features/roles/roles.ts";

/** How long the others have to object when nobody agrees, in hours. */
const NOTICE_HOURS = 24;

/** Something that takes two people and waits for the second, or for its hour. */
export type WaitsForSecond = {
  /** Whose role or way in it is. */
  personId: number;
  /** Who asked for it; null is the operator at the machine. */
  askedBy: number | null;
};

type RoleHolder = { personId: number; grants: readonly { role: Role; sectionId: number | null }[] };

/** Who is told of such things, and may answer: everybody who is administrator or approver anywhere on the site. */
export function isTold(staff: RoleHolder): boolean {
  return isAdministrator(staff) || rankAnywhere(staff) === 3;
}

/** A second person: neither the one who asked nor the one it is about. */
export function mayAgree(staff: RoleHolder, waiting: WaitsForSecond): boolean {
  return isTold(staff) && staff.personId !== waiting.askedBy && staff.personId !== waiting.personId;
}

/** Everybody who is told may stop it, and so may the person it is about: "I did not ask for this". */
export function mayObject(staff: RoleHolder, waiting: WaitsForSecond): boolean {
  return isTold(staff) || staff.personId === waiting.personId;
}

/**
 * Hours until something is in force that one person has asked for.
 * @param roles what is given, or what the person has whose way in is reset
 * @param othersAreThere false when nobody could agree or object: only the operator at the machine may then go on at once,
 *   because waiting would protect nobody and could lock the office out
 */
export function hoursToWait(roles: readonly Role[], by: "staff" | "operator", othersAreThere: boolean): number {
  if (!roles.some(takesTwo)) return 0;
  return by === "operator" && !othersAreThere ? 0 : NOTICE_HOURS;
}
