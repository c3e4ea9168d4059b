import canonicalize from "canonicalize";
import { officeEvents } from "#db/schema/people.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";

/** What is written down of the office, beside the histories of its documents. */
type OfficeDeed =
  | "first_administrator"
  | "invited"
  | "role_given"
  | "role_agreed"
  | "role_objected"
  | "role_ended"
  | "reset_asked"
  | "reset_agreed"
  | "reset_objected"
  | "password_set"
  | "switched_off"
  | "switched_on"
  | "job_tried_again"
  | "job_given_up"
  | "verify_asked"
  | "macros_let_in"
  | "site_made"
  | "section_made"
  | "section_opened"
  | "section_name_proposed"
  | "section_renamed"
  | "section_name_dropped"
  | "tag_made";

export type OfficeEvent = {
  siteId: number | null;
  /** Whom it is about; nobody where it is about a thing. */
  personId?: number | null;
  /** Null: the operator at the machine, or the program by itself. */
  byId: number | null;
  kind: OfficeDeed;
  payload?: Record<string, unknown>;
};

/** Writes down what was done in the office; never changed afterwards. @returns its number on the record */
export async function record(tx: Tx, event: OfficeEvent): Promise<number> {
  const { payload = {} } = event;
  const row = sealed(officeEvents, { ...event, payload, canonical: canonicalize(payload) });
  const [written] = await tx.insert(officeEvents).values(row).returning({ id: officeEvents.id });
  if (!written) throw new Error("what is written down comes back");
  return written.id;
}
