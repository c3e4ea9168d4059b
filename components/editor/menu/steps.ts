import { type LowerEntry, type MenuEntry, SITE_LIMITS } from "#features/kinds/site.ts";

type Menu = readonly MenuEntry[];

/** Where an entry stands: on the first level, or below one of it. */
export type Spot = { top: number; low: number | null };

export const STEPS = ["up", "down", "indent", "outdent"] as const;
export type Step = (typeof STEPS)[number];

/** The entries as they are read, one after another. */
export function spotsOf(menu: Menu): { spot: Spot; entry: LowerEntry }[] {
  return menu.flatMap(({ below, ...entry }, top) => [
    { spot: { top, low: null }, entry },
    ...below.map((lower, low) => ({ spot: { top, low }, entry: lower })),
  ]);
}

export function entryAt(menu: Menu, { top, low }: Spot): LowerEntry | undefined {
  return low === null ? menu[top] : menu[top]?.below[low];
}

/**
 * Moves an entry one step; what is below it goes with it.
 * @returns null when there is no such way: two levels, and so many entries on each
 */
export function moved(menu: Menu, spot: Spot, step: Step): { menu: MenuEntry[]; spot: Spot } | null {
  const { top, low } = spot;
  switch (step) {
    case "up":
    case "down": {
      const by = step === "up" ? -1 : 1;
      const beside = low === null ? menu : (menu[top]?.below ?? []);
      const to = (low ?? top) + by;
      if (to < 0 || to >= beside.length) return null;
      if (low === null) return { menu: swap(menu, top, by), spot: { top: to, low } };
      return { menu: withBelow(menu, top, swap(menu[top]?.below ?? [], low, by)), spot: { top, low: to } };
    }
    case "indent": {
      const [entry, before] = [menu[top], menu[top - 1]];
      if (low !== null || entry === undefined || before === undefined || entry.below.length > 0) return null;
      if (before.below.length >= SITE_LIMITS.entries) return null;
      const { below: _, ...lower } = entry;
      const rest = menu.filter((__, at) => at !== top);
      return {
        menu: withBelow(rest, top - 1, [...before.below, lower]),
        spot: { top: top - 1, low: before.below.length },
      };
    }
    case "outdent": {
      const entry = low === null ? undefined : menu[top]?.below[low];
      if (entry === undefined || menu.length >= SITE_LIMITS.entries) return null;
      const left = removed(menu, spot);
      return { menu: left.toSpliced(top + 1, 0, { ...entry, below: [] }), spot: { top: top + 1, low: null } };
    }
  }
}

/** Without an entry, and what is below it. */
export function removed(menu: Menu, { top, low }: Spot): MenuEntry[] {
  if (low === null) return menu.filter((_, at) => at !== top);
  return withBelow(menu, top, menu[top]?.below.filter((_, at) => at !== low) ?? []);
}

/** With something else said of an entry. */
export function changed(menu: Menu, { top, low }: Spot, part: { words?: string; address?: string }): MenuEntry[] {
  return menu.map((entry, at) => {
    if (at !== top) return entry;
    if (low === null) return { ...entry, ...part } as MenuEntry;
    return {
      ...entry,
      below: entry.below.map((one, lower) => (lower === low ? ({ ...one, ...part } as LowerEntry) : one)),
    };
  });
}

/** A menu of the sections of the two first levels, as they stand in their tree. */
export function menuOfSections(sections: readonly { id: number; depth: number }[]): MenuEntry[] {
  const menu: MenuEntry[] = [];
  for (const { id, depth } of sections) {
    const entry = { to: "section", id, words: "" } as const;
    if (depth === 0) menu.push({ ...entry, below: [] });
    else if (depth === 1) menu.at(-1)?.below.push(entry);
  }
  return menu
    .slice(0, SITE_LIMITS.entries)
    .map((entry) => ({ ...entry, below: entry.below.slice(0, SITE_LIMITS.entries) }));
}

function swap<T>(list: readonly T[], at: number, by: number): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}

function withBelow(menu: Menu, top: number, below: readonly LowerEntry[]): MenuEntry[] {
  return menu.map((entry, at) => (at === top ? { ...entry, below: [...below] } : entry));
}
