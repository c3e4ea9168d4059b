import { transaction } from "#db/transaction.ts";
import { record } from "#features/office/store.ts";
import { isAdministrator } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { log } from "#lib/log.ts";
import { Refusal } from "#lib/refusal.ts";
import { enqueue } from "./enqueue.ts";
import type { JobName } from "./jobs.ts";
import { drop, lockDead, revive } from "./store.ts";

type Dead = { job: JobName; id: string };
type Presser = Pick<Staff, "grants" | "personId" | "siteId">;

/** Gives a dead job one more try. @throws {Refusal} `not_allowed`, or `wrong_state` when their site has no such dead job any more */
export async function tryAgain(staff: Presser, dead: Dead): Promise<void> {
  await change(staff, dead, "job_tried_again", revive);
}

/** Gives a dead job up for good. @throws {Refusal} as `tryAgain` */
export async function giveUp(staff: Presser, dead: Dead): Promise<void> {
  await change(staff, dead, "job_given_up", drop);
}

/**
 * Has the whole database looked over as soon as a worker is free; once, however often it is asked for before that is done.
 *
 * @throws {Refusal} `not_allowed` to whoever is administrator of no site here
 */
export async function verifyNow(staff: Presser): Promise<void> {
  refuseOthers(staff);
  await transaction(async (tx) => {
    if (!(await enqueue(tx, "verify", {}))) return;
    await record(tx, { siteId: staff.siteId, byId: staff.personId, kind: "verify_asked" });
  });
}

async function change(
  staff: Presser,
  { job, id }: Dead,
  done: "job_tried_again" | "job_given_up",
  how: typeof revive,
): Promise<void> {
  refuseOthers(staff);
  await transaction(async (tx) => {
    if (!(await lockDead(tx, staff.siteId, job, id))) {
      throw new Refusal("wrong_state", "Việc này đã được thử lại hoặc đã bỏ. Hãy tải lại trang.");
    }
    await how(tx, job, id);
    await record(tx, { siteId: staff.siteId, byId: staff.personId, kind: done, payload: { job, id } });
  });
  log.info(
    `The dead job ${job} ${id} was ${done === "job_given_up" ? "given up" : "tried again"} by person ${staff.personId}.`,
  );
}

function refuseOthers(staff: Presser): void {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống được làm việc này.");
}
