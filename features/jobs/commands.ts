import { transaction } from "#db/transaction.ts";
import type { Staff } from "#features/identity/actor.ts";
import { isAdministrator } from "#features/identity/roles.ts";
import { log } from "#lib/log.ts";
import { Refusal } from "#lib/refusal.ts";
import type { JobName } from "./jobs.ts";
import { drop, lockDead, revive } from "./store.ts";

type Dead = { job: JobName; id: string };

/** Gives a dead job one more try. @throws {Refusal} `not_allowed`, or `wrong_state` when it is not dead any more */
export async function tryAgain(staff: Pick<Staff, "grants" | "personId">, dead: Dead): Promise<void> {
  await change(staff, dead, "tried again", revive);
}

/** Gives a dead job up for good. @throws {Refusal} as `tryAgain` */
export async function giveUp(staff: Pick<Staff, "grants" | "personId">, dead: Dead): Promise<void> {
  await change(staff, dead, "given up", drop);
}

async function change(
  staff: Pick<Staff, "grants" | "personId">,
  { job, id }: Dead,
  done: string,
  how: typeof revive,
): Promise<void> {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống được làm việc này.");
  await transaction(async (tx) => {
    if (!(await lockDead(tx, job, id))) {
      throw new Refusal("wrong_state", "Việc này đã được thử lại hoặc đã bỏ. Hãy tải lại trang.");
    }
    await how(tx, job, id);
  });
  log.info(`The dead job ${job} ${id} was ${done} by person ${staff.personId}.`);
}
