import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { openDatabase } from "#db/client.ts";
import type { Tx } from "#db/transaction.ts";
import { type Follower, follow } from "./follow.ts";
import type { Event } from "./store.ts";

/** Where a process that is to be killed stops and waits for it; from "on the way" it goes on, towards its commit. */
export const STAGES = ["on the way", "looked", "on the way", "written", "on the way", "committed"] as const;
export type Stage = (typeof STAGES)[number];

/** A follower that writes down each event that it hears, as often as it hears it. */
export function aFollower(reach: (stage: Stage) => Promise<void> = async () => undefined): Follower {
  return {
    name: "tested",
    from: "beginning",
    async hear(tx, events) {
      await reach("looked");
      for (const event of events) await writeDown(tx, event);
      await reach("written");
    },
  };
}

async function writeDown(tx: Tx, { id, documentId, seq }: Event): Promise<void> {
  await tx.execute(sql`insert into heard (event_id, document_id, seq) values (${id}, ${documentId}, ${seq})`);
}

/** Follows until it is killed, few events at a time. At a stage, when it is there for the nth time, it tells its parent. */
async function live(appUrl: string, until: Stage, times: number): Promise<never> {
  openDatabase({ appUrl, sealKeys: [] });
  let left = times;
  const reach = async (stage: Stage) => {
    if (stage !== (until === "on the way" ? "written" : until) || --left > 0) return;
    process.send?.(stage);
    if (until !== "on the way") await new Promise(() => undefined);
  };
  process.on("disconnect", () => process.exit());
  for (;;) {
    if ((await follow(aFollower(reach), 3)) > 0) await reach("committed");
    else await pause(2);
  }
}

const [, script, appUrl, stage, times] = process.argv;
const until = STAGES.find((one) => one === stage);
if (script === import.meta.filename && appUrl && until) await live(appUrl, until, Number(times));
