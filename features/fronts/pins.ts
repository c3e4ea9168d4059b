import { z } from "zod";
import { bandId } from "#features/kinds/front.ts";
import { id } from "#features/kinds/shapes.ts";

/** Most articles that are put into slots by hand at one time; the law has the same. */
export const MOST_PINS = 200;

/** An article that somebody has put into a slot of a band. */
const Pin = z.strictObject({
  /** The band's own mark. */
  band: bandId,
  /** Counted from 0. */
  slot: z.int().min(0).max(19),
  /** The article's number. */
  article: id,
  /** ISO instant at which the slot is left to the band's rule again; null where nobody has said when. */
  until: z.iso
    .datetime({ offset: true })
    .nullable()
    .transform((at) => (at === null ? null : new Date(at).toISOString())),
});
export type Pin = z.output<typeof Pin>;

/** All that stands in a front by hand, each article and each slot once. */
export const Pins = z
  .array(Pin)
  .max(MOST_PINS)
  .refine((pins) => isOnce(pins.map(({ article }) => article)), "Mỗi bài chỉ ghim được vào một chỗ.")
  .refine((pins) => isOnce(pins.map(({ band, slot }) => `${band} ${slot}`)), "Mỗi chỗ chỉ ghim được một bài.");

const isOnce = (all: readonly unknown[]) => new Set(all).size === all.length;

/** One choice for a front as a whole. */
export type Choice = { number: number; pins: readonly Pin[]; takesEffectAt: Date; cancels: number | null };

/**
 * What is in force at a moment, and when that ends. Pins whose hour has passed are in force no more.
 *
 * @param choices of one front, in any order; older ones than the last that was in force may be left out
 * @returns `number` 0 where nothing was ever chosen; `until` when the next one comes into force, null where none waits
 */
export function inForce(
  choices: readonly Choice[],
  now: Date,
): { number: number; pins: readonly Pin[]; until: Date | null } {
  const standing = standingOf(choices);
  const [current] = standing.filter(({ takesEffectAt }) => takesEffectAt <= now).sort(lastFirst);
  const next = standing
    .filter(({ takesEffectAt }) => takesEffectAt > now)
    .sort(lastFirst)
    .at(-1);
  const pins = (current?.pins ?? []).filter(({ until }) => until === null || new Date(until) > now);
  return { number: current?.number ?? 0, pins, until: next?.takesEffectAt ?? null };
}

/** Those that pin something or nothing at their hour: none that was cancelled, and not what cancels. */
export function standingOf<C extends Choice>(choices: readonly C[]): C[] {
  const cancelled = new Set(choices.map(({ cancels }) => cancels));
  return choices.filter(({ number, cancels }) => cancels === null && !cancelled.has(number));
}

/** Of two for one hour the one that was made later holds. */
const lastFirst = (one: Choice, other: Choice) =>
  other.takesEffectAt.getTime() - one.takesEffectAt.getTime() || other.number - one.number;

/** A slot of a band. */
export type Spot = Pick<Pin, "band" | "slot">;

const isAt = (spot: Spot) => (pin: Pin) => pin.band === spot.band && pin.slot === spot.slot;

/** With an article in a slot, and nowhere else: what stood there by hand is left to its rule. */
export function pinned(pins: readonly Pin[], pin: Pin): Pin[] {
  return [...pins.filter((one) => one.article !== pin.article && !isAt(pin)(one)), pin];
}

/** With a slot left to its band's rule. */
export const unpinned = (pins: readonly Pin[], spot: Spot): Pin[] => pins.filter((pin) => !isAt(spot)(pin));

/** With an article that stands somewhere put into another slot; what stood there by hand comes in its place. */
export function swapped(pins: readonly Pin[], from: Spot & { article: number }, to: Spot): Pin[] {
  const mine = pins.find(isAt(from)) ?? { ...from, until: null };
  const theirs = pins.find(isAt(to));
  const others = pins.filter((pin) => pin.article !== from.article && !isAt(from)(pin) && !isAt(to)(pin));
  const { band, slot } = from;
  return [...others, { ...mine, ...to }, ...(theirs ? [{ ...theirs, band, slot }] : [])];
}
