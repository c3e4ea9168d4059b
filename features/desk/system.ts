import { filesInTrouble as askFilesInTrouble } from "#features/files/trouble.ts";
import { stalledFollowers } from "#features/history/queries.ts";
import type { DeadJob } from "#features/jobs/jobs.ts";
import { countDead, countJobs, deadJobs, stateOf } from "#features/jobs/store.ts";
import { isAdministrator } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { lastVerification } from "#features/verifying/result-store.ts";
import type { Verification } from "#features/verifying/verdict.ts";
import { SERVER_ROLES, type ServerRole } from "#lib/env.ts";
import { PARTS, type Part, reasonsNotReady, rolesAlive, warnings } from "#lib/readiness.ts";
import { Refusal } from "#lib/refusal.ts";
import { type ClockWork, clockWorkOf, importsWaiting } from "./system-store.ts";

/** How the product is doing on one site, for whoever keeps it running. */
export type SystemState = {
  /** Parts of the product that are not ready, by their names. */
  notReady: Part[];
  /** Nothing more can be kept, or soon. */
  diskIsFull: boolean;
  /** Roles that no machine plays; empty also when nobody can say. */
  rolesMissing: ServerRole[];
  /** Jobs of the whole install that wait and run; and those that have used up their tries, the latest first, without other sites'. */
  jobs: { waiting: number; running: number; dead: number; latestDead: DeadJob[] };
  /** Followers of the history that stand still, and since when. */
  stalled: { name: string; since: Date }[];
  /** Of the whole install: when its database was looked over last, what was found, and whether it is asked for again. */
  verifying: { last: Verification | null; next: "running" | "waiting" | null };
  /** Of the whole install: originals that were missing or had changed when they were read last. */
  filesInTrouble: number;
  clock: ClockWork;
  imports: { batches: number; articles: number };
};

/** @throws {Refusal} `not_allowed` to whoever is no administrator */
export async function systemState(staff: Pick<Staff, "siteId" | "grants">): Promise<SystemState> {
  if (!isAdministrator(staff)) throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống xem được trang này.");
  const [reasons, warned, roles, jobs, dead, latestDead, stalled, last, next, filesInTrouble, clock, imports] =
    await Promise.all([
      reasonsNotReady(),
      warnings(["disk"]),
      rolesAlive(),
      countJobs(),
      countDead(staff.siteId),
      deadJobs(staff.siteId),
      stalledFollowers(),
      lastVerification(),
      stateOf("verify"),
      askFilesInTrouble(),
      clockWorkOf(staff.siteId),
      importsWaiting(staff.siteId),
    ]);
  return {
    notReady: PARTS.filter((part) => reasons.some((reason) => reason.startsWith(`${part}:`))),
    diskIsFull: warned.some((warning) => warning.startsWith("disk:")),
    rolesMissing: roles === null ? [] : SERVER_ROLES.filter((role) => !roles.includes(role)),
    jobs: { ...jobs, dead, latestDead },
    stalled,
    verifying: { last, next },
    filesInTrouble,
    clock,
    imports,
  };
}
