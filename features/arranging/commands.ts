import { transactionNow } from "#db/now.ts";
import { type Tx, transaction } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { ofFront } from "#features/facts/facts.ts";
import { inForce, MOST_PINS, type Pin, pinned, standingOf } from "#features/fronts/pins.ts";
import { rankAt } from "#features/roles/store.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { type FrontPermit, permitArranging } from "#features/workflow/policy.ts";
import { momentOf } from "#lib/dates.ts";
import { Refusal } from "#lib/refusal.ts";
import { articlesAmong, choiceOf, choicesOf, holdFront, insertChoice } from "./store.ts";

/** Who chooses, and for which front: null is the site's own. */
type Chooser = { siteId: number; personId: number };
export type Where = {
  sectionId: number | null;
  /** The number of the last choice that was on the screen, 0 where there was none: nobody chooses over what they have not seen. */
  base: number;
  /** The number of the choice that the screen had as the one in force at its hour, 0 for none: one may have come by the clock since. */
  over: number;
};

/** How many choices are looked back on for the one that is in force: they may all be for later. */
const BACK = 500;

/**
 * Changes what stands in a front by hand, for all readers, now or from an hour on.
 *
 * @param change from what is in force at that hour to what shall be, with what was chosen before for whoever goes back
 * @param from null is now
 * @returns the number of the choice
 * @throws {Refusal} `not_allowed`, `not_found` for a section or an article that is not there, `out_of_date`, `bad_input` for an hour that has passed
 */
export function choose(by: Chooser, where: Where, change: Change, from: Date | null = null): Promise<number> {
  return transaction((tx) => chooseIn(tx, by, where, change, from));
}

type Change = (pins: readonly Pin[], choices: Chosen, now: Date) => readonly Pin[];
type Chosen = Awaited<ReturnType<typeof choicesOf>>;

/** The same in a transaction that does more. */
export async function chooseIn(
  tx: Tx,
  { siteId, personId }: Chooser,
  { sectionId, base, over }: Where,
  change: Change,
  from: Date | null = null,
): Promise<number> {
  const { permit, last } = await held(tx, { siteId, personId }, { sectionId, base });
  const now = await transactionNow(tx);
  if (from !== null && from <= now)
    throw new Refusal("bad_input", `${momentOf(from)} đã qua; chọn một giờ sau lúc này.`);
  const takesEffectAt = from ?? now;
  const choices = await choicesOf(tx, permit, BACK);
  const current = inForce(choices, takesEffectAt);
  if (current.number !== over) {
    throw new Refusal(
      "out_of_date",
      "Một lần chọn hẹn giờ vừa có hiệu lực. Trang đã tải lại; xem rồi bấm lại nếu vẫn cần.",
    );
  }
  const pins = [...change(current.pins, choices, takesEffectAt)];
  if (pins.length > MOST_PINS) throw new Refusal("bad_input", `Một trang ghim được nhiều nhất ${MOST_PINS} bài.`);
  await refuseStrangeArticles(tx, siteId, pins);
  await insertChoice(tx, permit, { number: last + 1, pins, takesEffectAt, cancels: null });
  await announce(tx, siteId, [ofFront(siteId, sectionId)]);
  return last + 1;
}

/**
 * Puts an article into a slot.
 *
 * @throws {Refusal} as `choose`, and `bad_input` for an end that comes before the beginning
 */
export function pin(by: Chooser, where: Where, one: Pin, from: Date | null = null): Promise<number> {
  return choose(
    by,
    where,
    (pins, _, at) => {
      if (one.until !== null && new Date(one.until) <= at) {
        throw new Refusal("bad_input", `Giờ hết ghim phải sau ${momentOf(at)}.`);
      }
      return pinned(pins, one);
    },
    from,
  );
}

/**
 * Brings back what stood there by an earlier choice, now.
 *
 * @throws {Refusal} as `choose`, and `not_found` where there is no such choice
 */
export function chooseAgain(by: Chooser, where: Where, number: number): Promise<number> {
  return transaction(async (tx) => {
    const found = await choiceOf(tx, { siteId: by.siteId, sectionId: where.sectionId }, number);
    return chooseIn(tx, by, where, () => {
      if (!found || found.cancels !== null) throw noChoice(number);
      return found.pins;
    });
  });
}

/**
 * Takes back the choice that is in force: what was in force before it is again. Pressed twice it takes back that too.
 *
 * @throws {Refusal} as `choose`, and `wrong_state` where nothing was chosen
 */
export function undoChoice(by: Chooser, where: Where): Promise<number> {
  return choose(by, where, (_, choices, now) => {
    if (where.over === 0) throw new Refusal("wrong_state", "Trang này chưa có lần chọn nào để hoàn tác.");
    return inForce(
      choices.filter(({ number }) => number !== where.over),
      now,
    ).pins;
  });
}

/**
 * Takes back a choice whose hour has not come.
 *
 * @throws {Refusal} as `choose`, `not_found` where there is none of that number that stands, `wrong_state` where its hour has come
 */
export async function cancelChoice(
  { siteId, personId }: Chooser,
  { sectionId, base }: Omit<Where, "over">,
  number: number,
): Promise<void> {
  await transaction(async (tx) => {
    const { permit, last } = await held(tx, { siteId, personId }, { sectionId, base });
    const now = await transactionNow(tx);
    const found = standingOf(await choicesOf(tx, permit, BACK)).find((one) => one.number === number);
    if (found === undefined) throw noChoice(number);
    if (found.takesEffectAt <= now) throw new Refusal("wrong_state", "Lần chọn này đã có hiệu lực; dùng “Hoàn tác”.");
    await insertChoice(tx, permit, { number: last + 1, pins: [], takesEffectAt: now, cancels: number });
    await announce(tx, siteId, [ofFront(siteId, sectionId)]);
  });
}

/** Whoever may choose, alone with this front until the transaction ends, and who has seen what was chosen last. */
async function held(
  tx: Tx,
  { siteId, personId }: Chooser,
  { sectionId, base }: Omit<Where, "over">,
): Promise<{ permit: FrontPermit; last: number }> {
  await refuseLostSection(tx, siteId, sectionId);
  const permit = permitArranging(
    { siteId, sectionId, by: personId },
    await rankAt(tx, personId, { siteId, sectionId }),
  );
  await holdFront(tx, permit);
  const [last] = await choicesOf(tx, permit, 1);
  if (last !== undefined && last.number !== base) {
    throw new Refusal(
      "out_of_date",
      `${last.by} vừa đổi trang này lúc ${momentOf(last.at)}. Trang đã tải lại; xem rồi bấm lại nếu vẫn cần.`,
    );
  }
  return { permit, last: last?.number ?? 0 };
}

async function refuseLostSection(tx: Tx, siteId: number, sectionId: number | null): Promise<void> {
  if (sectionId === null) return;
  const known = await sectionsOf(tx, siteId);
  if (!known.some(({ id }) => id === sectionId)) throw new Refusal("not_found", "Không có chuyên mục này.");
}

async function refuseStrangeArticles(tx: Tx, siteId: number, pins: readonly Pin[]): Promise<void> {
  const known = await articlesAmong(
    tx,
    siteId,
    pins.map(({ article }) => article),
  );
  const strange = pins.find(({ article }) => !known.has(article));
  if (strange) throw new Refusal("not_found", `Trang này không có bài số ${strange.article}.`);
}

const noChoice = (number: number) => new Refusal("not_found", `Không có lần chọn số ${number}.`);
