import { type Entry, newEntry, WEEK_LIMITS } from "#features/kinds/week.ts";
import { newBlockId } from "#features/text/block-id.ts";

type Entries = readonly Entry[];

export const isFull = (entries: Entries) => entries.length >= WEEK_LIMITS.entries;

/** With one more at the end of a day. */
export const added = (entries: Entries, day: Entry["day"]): Entry[] => [...entries, newEntry(day, newBlockId())];

/** What was chosen instead of an hour has none. */
export const changed = (entries: Entries, id: string, part: Partial<Entry>): Entry[] =>
  entries.map((entry) => {
    if (entry.id !== id) return entry;
    const now = { ...entry, ...part };
    return now.when === "at" ? now : { ...now, from: "", to: "" };
  });

export const removed = (entries: Entries, id: string): Entry[] => entries.filter((entry) => entry.id !== id);

/** At the end of another day. */
export function moved(entries: Entries, id: string, day: Entry["day"]): Entry[] {
  const entry = entries.find((one) => one.id === id);
  return entry === undefined ? [...entries] : [...removed(entries, id), { ...entry, day }];
}

/** With those of another week behind them, each as planned; null where there is no room for all. */
export function withThoseOf(entries: Entries, others: Entries): Entry[] | null {
  const copied = others
    .filter(({ state }) => state !== "cancelled")
    .map((entry) => ({ ...entry, id: newBlockId(), state: "planned" as const }));
  return entries.length + copied.length > WEEK_LIMITS.entries ? null : [...entries, ...copied];
}

/** Where an entry stands among those of its day, from 1. */
export const placeIn = (entries: Entries, { id, day }: Pick<Entry, "id" | "day">): number =>
  entries.filter((one) => one.day === day).findIndex((one) => one.id === id) + 1;
