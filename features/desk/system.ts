import type { Staff } from "#features/identity/actor.ts";
import { isAdministrator } from "#features/identity/roles.ts";
import { PARTS, type Part, reasonsNotReady, warnings } from "#lib/readiness.ts";
import { Refusal } from "#lib/refusal.ts";
import { type ClockWork, clockWorkOf, importsWaiting } from "./system-store.ts";

/** How the product is doing on one site, for whoever keeps it running. */
export type SystemState = {
  /** Parts of the product that are not ready, by their names. */
  notReady: Part[];
  /** Nothing more can be kept, or soon. */
  diskIsFull: boolean;
  clock: ClockWork;
  imports: { batches: number; articles: number };
};

/** @throws {Refusal} `not_allowed` to whoever is no administrator */
export async function systemState(staff: Pick<Staff, "siteId" | "grants">): Promise<SystemState> {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống xem được trang này.");
  const [reasons, warned, clock, imports] = await Promise.all([
    reasonsNotReady(),
    warnings(),
    clockWorkOf(staff.siteId),
    importsWaiting(staff.siteId),
  ]);
  return {
    notReady: PARTS.filter((part) => reasons.some((reason) => reason.startsWith(`${part}:`))),
    diskIsFull: warned.some((warning) => warning.startsWith("disk:")),
    clock,
    imports,
  };
}
