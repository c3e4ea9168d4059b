import { type Tx, transaction } from "#db/transaction.ts";
import { type OfficeEvent, record } from "#features/office/store.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { endSessionsOf } from "#features/sessions/store.ts";
import { Refusal } from "#lib/refusal.ts";
import { mayAgree, mayObject, type WaitsForSecond } from "./by-two.ts";
import { lockLinkOfSite, makeUsable, voidLink } from "./links-store.ts";
import * as store from "./store.ts";

/** The second person's yes: the role is in force from now. */
export async function agreeToRole(staff: Staff, grantId: number): Promise<void> {
  await transaction(async (tx) => {
    const grant = await waitingRole(tx, staff, grantId);
    refuseUnless(mayAgree(staff, grant));
    await store.agreeToGrant(tx, grantId, staff.personId);
    await endSessionsOf(tx, grant.personId, "role_changed");
    await write(tx, staff, grant, "role_agreed", { grantId });
  });
}

/** Anybody's no: the role is never in force. */
export async function objectToRole(staff: Staff, grantId: number): Promise<void> {
  await transaction(async (tx) => {
    const grant = await waitingRole(tx, staff, grantId);
    refuseUnless(mayObject(staff, grant));
    await store.endGrant(tx, grantId, staff.personId);
    await write(tx, staff, grant, "role_objected", { grantId });
  });
}

export async function agreeToReset(staff: Staff, linkId: number): Promise<void> {
  await transaction(async (tx) => {
    const link = await waitingReset(tx, staff, linkId);
    refuseUnless(mayAgree(staff, link));
    await makeUsable(tx, linkId, staff.personId);
    await write(tx, staff, link, "reset_agreed", { linkId });
  });
}

export async function objectToReset(staff: Staff, linkId: number): Promise<void> {
  await transaction(async (tx) => {
    const link = await waitingReset(tx, staff, linkId);
    refuseUnless(mayObject(staff, link));
    await voidLink(tx, linkId);
    await write(tx, staff, link, "reset_objected", { linkId });
  });
}

async function waitingRole(tx: Tx, staff: Staff, grantId: number): Promise<WaitsForSecond> {
  await store.lockOffice(tx, staff.siteId);
  const grant = await store.lockGrant(tx, staff.siteId, grantId);
  if (!grant?.waits) throw answered();
  return grant;
}

async function waitingReset(tx: Tx, staff: Staff, linkId: number): Promise<WaitsForSecond> {
  await store.lockOffice(tx, staff.siteId);
  const link = await lockLinkOfSite(tx, staff.siteId, linkId);
  if (!link?.waits) throw answered();
  return link;
}

function refuseUnless(may: boolean): void {
  if (may) return;
  throw new Refusal("not_allowed", "Việc này cần một người quản trị hoặc người duyệt khác quyết định.");
}

function answered(): Refusal {
  return new Refusal("out_of_date", "Việc này đã được quyết định hoặc đã có hiệu lực.");
}

function write(
  tx: Tx,
  staff: Staff,
  { personId }: WaitsForSecond,
  kind: OfficeEvent["kind"],
  payload: Record<string, number>,
) {
  return record(tx, { siteId: staff.siteId, personId, byId: staff.personId, kind, payload });
}
