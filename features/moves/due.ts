import { isOutage } from "#db/outage.ts";
import { transaction } from "#db/transaction.ts";
import { claimDue, type Due, noteFailedTry } from "#features/publishing/schedule-store.ts";
import { permit } from "#features/workflow/policy.ts";
import { remember } from "#features/workflow/store.ts";
import { lockStory } from "#features/workflow/story-store.ts";
import { log } from "#lib/log.ts";
import { Refusal } from "#lib/refusal.ts";
import { carryOutIn } from "./commands.ts";

/** After this many tries an article goes back to "approved" and stands red on the desk. */
export const MOST_TRIES = 3;
const WAIT_SECONDS = 20;

/**
 * Publishes what is due, one article a transaction, by the same command as the button. Any number of instances may tick:
 * what one holds the others skip, and what is done is done once.
 *
 * @returns how many schedules were carried out or tried in vain
 * @throws the first outage that an article met, after the others had their turn: no try is counted for it, for no article
 *   is the worse for a full disk or a slow hour
 */
export async function runDue(): Promise<number> {
  const tick: Tick = { passed: [], outages: [] };
  for (let handled = 0; ; handled += 1) {
    if (await runOne(tick)) continue;
    if (tick.outages.length > 0) throw tick.outages[0];
    return handled;
  }
}

/** What did not succeed in this tick waits for another one, whatever came of noting it. */
type Tick = { passed: number[]; outages: unknown[] };

async function runOne({ passed, outages }: Tick): Promise<boolean> {
  let due: Due | null = null;
  try {
    return await transaction(async (tx) => {
      due = await claimDue(tx, passed);
      if (!due) return false;
      await carryOutIn(tx, { siteId: due.siteId, clock: true }, "go_live", due.documentId, {});
      return true;
    }, "front");
  } catch (error) {
    if (!due) throw error;
    passed.push((due as Due).scheduleId);
    const outage = isOutage(error) ? error : await noteFailure(due, error).catch(outageOf);
    if (outage !== undefined) outages.push(outage);
    return true;
  }
}

function outageOf(error: unknown): unknown {
  if (isOutage(error)) return error;
  log.error("a failed publication could not be noted", error);
  return undefined;
}

/** The try was rolled back; that it failed is written down, and after the last one the article leaves the schedule. */
async function noteFailure(due: Due, error: unknown): Promise<void> {
  const attempt = due.attempts + 1;
  const sentence = error instanceof Refusal ? error.sentence : "Lỗi của hệ thống khi đăng theo giờ hẹn.";
  if (!(error instanceof Refusal)) log.error("a scheduled publication failed", error);
  await transaction(async (tx) => {
    const story = await lockStory(tx, due.siteId, due.documentId);
    if (story?.open?.id !== due.editionId || story.open.state !== "scheduled") return;
    const granted = permit({ kind: "clock" }, "miss", story);
    if (!(await noteFailedTry(tx, granted, due, sentence, WAIT_SECONDS * attempt))) return;
    await remember(tx, granted, { kind: "schedule_failed", attempt, sentence });
    if (attempt < MOST_TRIES) return;
    await carryOutIn(tx, { siteId: due.siteId, clock: true }, "miss", due.documentId, { reason: sentence });
  }, "front");
}
