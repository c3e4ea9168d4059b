import { transaction } from "#db/transaction.ts";
import type { Staff } from "#features/sessions/actor.ts";
import type { MailKind } from "./kinds.ts";
import * as store from "./store.ts";

/** Somebody says which kinds of mail they want; the others are not sent to them, also those that wait already. */
export async function chooseMail(staff: Pick<Staff, "personId">, wanted: readonly MailKind[]): Promise<void> {
  await transaction((tx) => store.choose(tx, staff.personId, wanted));
}
